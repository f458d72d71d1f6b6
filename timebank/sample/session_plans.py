"""What the sample sessions are: who helps whom with what, when. The first intake's sites help the second's."""

import datetime
from dataclasses import dataclass

from tenants.sample.sites import CHILDREN, CONDITIONS, DISABILITY, MENTAL
from timebank.topics import Topic

D = datetime.date
HOUR = 60  # minutes


@dataclass(frozen=True)
class Plan:
    """A session as it is to be made: who helps whom with what, for how long, on which day it was begun and held.

    A request that it names was written before it was begun, is on its topic, and of the one that is helped.
    """

    title: str
    topic: Topic
    group: str
    giving: tuple[str, ...]
    receiving: tuple[str, ...]
    minutes: int
    begun: datetime.date
    held: datetime.date
    place: str = ""
    request: str = ""  # title of the request that it answers, of whoever is helped


# Uneven on purpose, as hours are where nobody looks at shares: the matching has something to mend.
CONFIRMED = (
    Plan("Sample: one coordination hub shows another how it plans care", Topic.CARE_PLANNING, CONDITIONS,
         ("south-devon-torbay",), ("kernow",), 3 * HOUR, D(2015, 6, 3), D(2015, 6, 10), "Torquay, coordination hub",
         "How a coordination hub plans care"),
    Plan("Sample: complex care hub, first visit", Topic.CARE_PLANNING, CONDITIONS,
         ("somerset",), ("new-devon-plymouth",), 3 * HOUR, D(2015, 6, 15), D(2015, 6, 24), "Yeovil, complex care hub",
         "A team that plans in Exeter practices"),
    Plan("Sample: a day with a children’s team", Topic.WORKFORCE, CHILDREN,
         ("kernow",), ("north-somerset",), 8 * HOUR, D(2015, 6, 8), D(2015, 6, 18), "Truro, children’s team"),
    Plan("Sample: contracts by outcome", Topic.BLOCK_CONTRACTS, "",
         ("bristol",), ("north-somerset",), 4 * HOUR, D(2015, 6, 11), D(2015, 6, 19), "Weston-super-Mare"),
    Plan("Sample: a joint plan, read with two practices", Topic.CARE_PLANNING, CONDITIONS,
         ("somerset",), ("bristol",), 5 * HOUR, D(2015, 6, 10), D(2015, 6, 22), "Easton practices"),
    Plan("Sample: how three groups of providers were won", Topic.MARKET_DEVELOPMENT, DISABILITY,
         ("south-devon-torbay",), ("bath-north-east-somerset", "kernow", "wiltshire"), 2 * HOUR,
         D(2015, 6, 18), D(2015, 7, 1), "By video"),
    Plan("Sample: two finance teams read one model", Topic.FINANCE_MODELS, "",
         ("bristol", "somerset"), ("wiltshire",), 4 * HOUR, D(2015, 6, 22), D(2015, 7, 2), "Trowbridge",
         "Reading a finance model together"),
    Plan("Sample: the network’s team goes through the milestones", Topic.EVALUATION, "",
         ("network",), ("somerset",), 8 * HOUR, D(2015, 6, 9), D(2015, 6, 16), "Taunton"),
    Plan("Sample: the network’s team on agreements about data", Topic.INFORMATION_GOVERNANCE, "",
         ("network",), ("bristol",), 4 * HOUR, D(2015, 6, 12), D(2015, 6, 23), "By video"),
)  # fmt: skip
MENTORED = Plan("Sample: a carer tells what a first conversation needs", Topic.CO_PRODUCTION, CHILDREN,
                ("kernow",), ("south-devon-torbay",), 90, D(2015, 6, 16), D(2015, 6, 25), "Newton Abbot")  # fmt: skip
BY_SILENCE = Plan("Sample: questions on sharing records", Topic.INFORMATION_GOVERNANCE, "",
                  ("bristol",), ("gloucestershire",), HOUR, D(2015, 6, 12), D(2015, 6, 19), "By video")  # fmt: skip
WAITS = Plan("Sample: block contracts, what can be released", Topic.BLOCK_CONTRACTS, CONDITIONS,
             ("bristol",), ("kernow",), 2 * HOUR, D(2015, 6, 29), D(2015, 7, 10), "By video")  # fmt: skip
DISPUTED = Plan("Sample: what goes into a risk share", Topic.RISK_SHARING, "",
                ("somerset",), ("kernow",), 3 * HOUR, D(2015, 6, 23), D(2015, 7, 8), "Exeter",
                "Sharing risk with the acute trust")  # fmt: skip
BOOKED = Plan("Sample: what a children’s team learnt in its first months", Topic.WORKFORCE, CHILDREN,
              ("kernow",), ("bristol",), 2 * HOUR, D(2015, 7, 6), D(2015, 7, 22), "Bristol, family centre")  # fmt: skip
DATES = Plan("Sample: peer support in a recovery college", Topic.PEER_SUPPORT, MENTAL,
             ("bristol",), ("kernow",), 90, D(2015, 7, 9), D(2015, 7, 28), "By video")  # fmt: skip
CANCELLED = Plan("Sample: how an evaluation begins", Topic.EVALUATION, "",
                 ("gloucestershire",), ("swindon",), HOUR, D(2015, 6, 17), D(2015, 7, 3), "By video")  # fmt: skip
SILENT_MORNINGS = (D(2015, 6, 20), D(2015, 6, 24), D(2015, 6, 29), D(2015, 7, 3))
USEFUL = (5, 4, 5, 4, 3)
WORDS = (
    "Sample: we changed the order of our conversation the same week.",
    "Sample: seeing it is better than reading about it.",
    "Sample: the team had not heard it from a parent before.",
    "Sample: good for two of us; the third had other questions.",
    "Sample: the model is clear now; the data took longer.",
)
