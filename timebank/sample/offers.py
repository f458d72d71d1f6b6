"""Sample offers of first-phase areas and of the network's pool."""

import datetime
from typing import Any

from timebank.sample.groups import CHILDREN, CONDITIONS, MENTAL

D = datetime.date
# (account, written on, title, topic, group, component, minutes a month, how, who helps, until, more about it)
OFFERS: tuple[tuple[Any, ...], ...] = (
    ("network", D(2015, 2, 2), "Information governance clinic", "information-governance", "", "", 300, "remote",
     "partner_staff", None, "An hour with somebody who has written data sharing agreements for three areas."),
    ("somerset", D(2015, 3, 2), "How the Yeovil hub plans care with people", "care-planning", CONDITIONS, "3A", 240,
     "either", "practitioner", None, "Come and sit in on a planning conversation, or let us look at your templates."),
    ("south-devon-torbay", D(2015, 3, 9), "Sharing risk between hospital and community", "risk-sharing", CONDITIONS,
     "5A", 180, "on_site", "practitioner", None, "What our first agreement says, and what we would change."),
    ("kernow", D(2015, 3, 16), "Budgets for families, from the first panel on", "finance-models", CHILDREN, "4A", 240,
     "either", "practitioner", None, "How we set the first indicative budgets, and where they were wrong."),
    ("bristol", D(2015, 4, 1), "Brokerage and the local market", "market-development", "", "", 180, "either",
     "practitioner", None, "How twelve small providers came onto one list."),
    ("new-devon-plymouth", D(2015, 4, 13), "Parents who support parents", "peer-support", CHILDREN, "2B", 120, "remote",
     "carer", None, "Two parents of our children’s hub tell how they began."),
    ("bath-north-east-somerset", D(2015, 4, 20), "Writing courses together at a recovery college", "co-production", "",
     "", 120, "on_site", "budget_holder", None, "Co-production from the first idea to the evaluation."),
    ("kernow", D(2015, 5, 11), "What helped us when we asked for a budget", "co-production", "", "", 120, "remote",
     "peer_supporter", None, "Peer supporters read your leaflets and say where people stop reading."),
    ("somerset", D(2015, 5, 18), "From a block contract to single budgets", "block-contracts", "", "5A", 120, "on_site",
     "practitioner", None, "The steps and the letters that released our first money."),
    ("bristol", D(2015, 6, 1), "Evaluating with few people", "evaluation", "", "", 60, "remote", "practitioner",
     D(2015, 8, 7), "What can be said of twenty people, and what can’t."),
    ("gloucestershire", D(2015, 6, 24), "Recovery workers as mentors", "workforce", MENTAL, "3B", 180, "either",
     "practitioner", None, "How our team learned to plan with people and not for them."),
    ("south-gloucestershire", D(2015, 6, 29), "A case baseline in a spreadsheet", "finance-models", "", "1A", 60,
     "remote", "practitioner", None, "The columns that we use, and how long it takes for a case."),
)  # fmt: skip
