"""Two areas' people and costs as files, the network's terms, and releases made by the real actions."""

from finance_models.assumptions import actions as assumptions
from finance_models.assumptions import queries as assumption_queries
from finance_models.release import actions, making
from tenants.contexts import in_area
from tenants.returns import finance
from tests.conftest import make_person
from tests.finance_models.given import HEAD, files, loaded
from tests.finance_models.test_runs import TERMS

PEOPLE_HEAD = "person_id,birth_year,ltc_count,eligible_from,eligible_to\n"
# Long-term conditions: people. Kernow has too few with four or more, so they leave with those of two or three.
KERNOW, BRISTOL = {0: 12, 1: 11, 2: 13, 4: 4}, {0: 15, 1: 20, 2: 12, 4: 12}
NETWORK = {
    "window_start": "2013-04-01", "window_end": "2014-04-01", "age_edges": [0], "ltc_edges": [0, 1, 2, 4],
    "truncation_pence": 300_000, "inflation": "0.021", "growth": "0.01", "efficiency": "0.04",
}  # fmt: skip


def rows_of(letter, counts):
    """CSV lines of people and of activity: every third joins late, costs differ, one in ten is above the truncation."""
    people, activity = [], []
    ids = [(conditions, f"{letter}{conditions}-{at}") for conditions, count in counts.items() for at in range(count)]
    for number, (conditions, who) in enumerate(ids):
        start = "2013-09-15" if number % 3 == 0 else "2012-04-01"
        people.append(f"{who},1950,{conditions},{start},\n")
        pounds = 5_000 + number if number % 10 == 9 else 120 * (conditions + 1) + 7 * number
        activity.append(f"{who},2013-11-01,acute,stay,1,{pounds}.37\n")
        if number % 2:
            activity.append(f"{who},2014-01-05,primary,visit,1,{number}.05\n")
    return people, activity


def load(area, folder, letter, counts):
    """These people as the version in use."""
    people, activity = rows_of(letter, counts)
    given = files(folder / area.slug, people=PEOPLE_HEAD + "".join(people), activity=HEAD + "".join(activity))
    return loaded(area, folder, given=given, accept=True)


def set_terms(**values):
    """Terms of the network."""
    return finance.set_terms(values=NETWORK | values, reason="A year that all have", by=None)


def prepare(area):
    """A release of the area's data in use, by whatever assumptions it has."""
    with in_area(area):
        known = assumption_queries.latest()
        facts = {"name": "Base", "text": TERMS, "reason": "To begin with", "by": None}
        terms = known[0] if known else assumptions.save(area=area, **facts)
        return making.prepare(area=area, assumptions=terms, by=None)


def propose(area, by=None):
    """A release that waits for a decision."""
    number = prepare(area).number
    with in_area(area):
        return actions.propose(area=area, number=number, note="", by=by or make_person("finance-lead", area=area))


def release(area, by=None, proposer=None):
    """A release that counts."""
    number = propose(area, by=proposer).number
    with in_area(area):
        return actions.release(area=area, number=number, by=by or make_person("area-lead", area=area))
