"""Sample requests: some are met by sessions, some can be, some stay open for a reason that the matching says."""

import datetime
from typing import Any

from timebank.sample.groups import CHILDREN, CONDITIONS, DISABILITY, MENTAL

D = datetime.date
# (account, written on, title, topic, group, component, minutes, needed by, priority, how, why)
REQUESTS: tuple[tuple[Any, ...], ...] = (
    ("north-somerset", D(2015, 5, 4), "Costing packages once more", "finance-models", "", "4A", 480, D(2015, 9, 30), 2,
     "either", "Our first indicative budgets were far from what packages cost."),
    ("somerset", D(2015, 5, 6), "A second data sharing agreement", "information-governance", "", "", 600,
     D(2015, 9, 30), 3, "remote", "The council’s new system needs an agreement of its own."),
    ("bristol", D(2015, 5, 13), "Consent forms that people understand", "information-governance", "", "", 480,
     D(2015, 9, 30), 2, "remote", "Half of the people we asked did not know what they signed."),
    ("kernow", D(2015, 5, 21), "How a coordination hub plans care", "care-planning", CONDITIONS, "3A", 180,
     D(2015, 6, 30), 1, "on_site", "Our practices want to see a hub at work before they build their own."),
    ("south-devon-torbay", D(2015, 5, 27), "Budgets for families in Newton Abbot", "finance-models", CHILDREN, "4A",
     240, D(2015, 9, 30), 1, "either", "The team is trained and wants to make the first ten offers in September."),
    ("gloucestershire", D(2015, 6, 5), "First budgets for children in Cheltenham", "finance-models", CHILDREN, "4A",
     240, D(2015, 10, 31), 2, "either", "We begin in the second intake and have no figures of our own."),
    ("swindon", D(2015, 6, 8), "Where to begin with costing", "finance-models", "", "1A", 480, D(2015, 9, 30), 1,
     "either", "We have no phase yet because nobody could say what it would cost."),
    ("new-devon-plymouth", D(2015, 6, 10), "A team that plans in Exeter practices", "care-planning", CONDITIONS, "3B",
     240, D(2015, 9, 30), 2, "on_site", "Five practices start in autumn; none has planned in this way before."),
    ("wiltshire", D(2015, 6, 15), "A first linked data agreement", "information-governance", "", "", 360,
     D(2015, 9, 30), 1, "remote", "Without it we can’t cost a cohort at all."),
    ("kernow", D(2015, 6, 17), "Sharing risk with the acute trust", "risk-sharing", CONDITIONS, "5A", 300,
     D(2015, 10, 15), 1, "either", "The Newquay practices can begin once the trust agrees who carries which risk."),
    ("wiltshire", D(2015, 6, 18), "Reading a finance model together", "finance-models", "", "1A", 240,
     D(2015, 7, 31), 1, "on_site", "Our finance team wants to understand a model before it orders one."),
    ("wiltshire", D(2015, 6, 22), "Care planning in Salisbury practices", "care-planning", CONDITIONS, "3A", 480,
     D(2015, 10, 31), 2, "either", "Our demonstrator starts with two practices and wants to learn from a live hub."),
    ("bath-north-east-somerset", D(2015, 6, 23), "Training recovery workers", "workforce", MENTAL, "3B", 180,
     D(2015, 9, 15), 2, "either", "Three new colleagues start in August."),
    ("somerset", D(2015, 6, 24), "How to pay peer supporters", "peer-support", "", "2B", 120, D(2015, 9, 15), 3,
     "remote", "Our peer supporters ask for a fair and simple way."),
    ("south-gloucestershire", D(2015, 6, 26), "Providers for people with a learning disability", "market-development",
     DISABILITY, "5B", 240, D(2015, 10, 31), 2, "either", "There is one provider; people want to choose."),
    ("swindon", D(2015, 6, 29), "Leaflets written with people", "co-production", "", "", 120, D(2015, 9, 30), 2,
     "remote", "Nobody who read our first leaflet asked for a budget."),
    ("kernow", D(2015, 7, 1), "Evaluating with small numbers", "evaluation", "", "", 120, D(2015, 8, 5), 3, "remote",
     "The board asks for results, and we have nineteen people."),
    ("north-somerset", D(2015, 7, 2), "Releasing money from a block contract", "block-contracts", "", "5A", 180,
     D(2015, 10, 31), 2, "on_site", "The contract ends in March; notice has to be given in time."),
)  # fmt: skip
