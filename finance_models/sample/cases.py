"""Sample cases of the areas in which the demo's people work, and what these areas have released of them."""

from typing import Any

from finance_models.cases import actions, releasing
from finance_models.models import Case
from tenants.models import Area

PENCE = 100
# Group, pounds a year before and after: social care, hospital, appointments. Four cases are made of each.
KINDS = (
    ("multiple_ltc", (6_200, 8_400, 900), (6_900, 4_100, 750)),
    ("learning_disability", (38_500, 1_200, 400), (35_200, 900, 420)),
    ("mental_health", (9_800, 5_600, 1_100), (10_400, 2_300, 900)),
)
EACH = 4
KEYS = ("social_care", "hospital", "appointments")
STEP = 7  # by how many hundredths each case of a kind costs more than the one before


def make(area: Area) -> None:
    """Cases where there are none, in the area's schema, proposed and released."""
    if Case.objects.exists():
        return
    made = [_case(kind, number) for number in range(EACH) for kind in range(len(KINDS))]
    actions.record(area=area, cases=made, by=None, is_sample=True)
    release = releasing.propose(area=area, by=None, is_sample=True)
    releasing.release(area=area, number=release.number, by=None)


def _case(kind: int, number: int) -> actions.Recorded:
    group, before, after = KINDS[kind]
    pseudonym = f"sample-{number * len(KINDS) + kind + 1:02}"
    values: dict[str, Any] = {"pseudonym": pseudonym, "site": "Sample site", "group": group, "has_consent": True}
    share = 100 + STEP * number
    for when, pounds in (("before", before), ("after", after)):
        values |= {f"{when}_{key}": amount * share for key, amount in zip(KEYS, pounds, strict=True)}
    return actions.Recorded(values, [("Sample: a personal assistant", after[0] * PENCE)])
