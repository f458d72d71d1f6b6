"""Sample plans: what first groups can ask for, from when the others can, and dates that have moved since."""

import datetime
from collections.abc import Mapping
from typing import Any

from config.today import sample_day
from tenants.contexts import in_area
from tenants.models import Area
from tenants.rollout import plans
from tenants.rollout.models import GroupPlan

D = datetime.date
CHILDREN, CONDITIONS, DISABILITY, MENTAL = (
    "children_complex_needs",
    "multiple_ltc",
    "learning_disability",
    "mental_health",
)
AGREED = "Sample: agreed with the project plan."
SLOWER = "Sample: the people who plan care with you start three months later than we thought."
TEAM = "Sample: the team for personal health budgets. Its telephone number would stand here."
STARTED = "Sample: the first families can ask now."
# (area, group, ((day on which it was said, from when people can ask, why), …))
DATES = (
    ("kernow", CONDITIONS, ((D(2015, 2, 27), D(2015, 10, 1), AGREED),)),
    ("kernow", DISABILITY, ((D(2015, 2, 27), D(2016, 4, 1), AGREED), (D(2015, 6, 5), D(2016, 7, 1), SLOWER))),
    ("new-devon-plymouth", DISABILITY, ((D(2015, 3, 6), D(2016, 1, 4), AGREED),)),
    ("new-devon-plymouth", MENTAL, ((D(2015, 3, 6), D(2016, 10, 3), AGREED),)),
    ("south-devon-torbay", MENTAL, ((D(2015, 3, 20), D(2016, 9, 1), AGREED),)),
    ("bristol", DISABILITY, ((D(2015, 3, 13), D(2016, 1, 4), AGREED), (D(2015, 6, 19), D(2016, 4, 4), SLOWER))),
    ("north-somerset", DISABILITY, ((D(2015, 4, 17), D(2016, 4, 1), AGREED),)),
    (
        "south-gloucestershire",
        MENTAL,
        (
            (D(2015, 3, 27), D(2016, 9, 1), AGREED),
            (D(2015, 6, 26), D(2016, 6, 1), "Sample: two nurses have joined, so we can start earlier."),
        ),
    ),
    ("bath-north-east-somerset", MENTAL, ((D(2015, 4, 24), D(2016, 10, 3), AGREED),)),
    (
        "gloucestershire",
        DISABILITY,
        (
            (D(2015, 3, 20), D(2015, 12, 1), AGREED),
            (D(2015, 5, 15), D(2016, 3, 1), SLOWER),
            (D(2015, 7, 3), D(2016, 6, 1), "Sample: we asked people who use the day centres, and they want more time."),
        ),
    ),
)
# Groups that have begun, and what people can ask for: (area, group, first day, in words).
BEGUN = (
    ("kernow", CHILDREN, D(2015, 3, 2), "Sample: a plan and a budget for children with complex needs, around Truro."),
    ("kernow", MENTAL, D(2015, 4, 13), "Sample: a plan, and a budget for support after hospital, around Penzance."),
    ("new-devon-plymouth", CHILDREN, D(2015, 3, 16), "Sample: a plan and a budget for families in Plymouth."),
    ("south-devon-torbay", CONDITIONS, D(2015, 2, 23), "Sample: a plan with a coordinator, around Torquay."),
    ("bristol", CHILDREN, D(2015, 5, 11), "Sample: a plan and a budget for families in South Bristol."),
    ("somerset", CONDITIONS, D(2015, 2, 2), "Sample: a plan with a complex care hub, around Yeovil."),
)
# For an area's own people, whose pages say that it is made up: (area, group, lead, next step, by when).
STEPS = (
    ("kernow", CHILDREN, "Children’s commissioner", "Ask the first ten families how it went", D(2015, 7, 31)),
    ("kernow", CONDITIONS, "Programme lead", "Agree whom the practices invite first", D(2015, 8, 14)),
    ("kernow", DISABILITY, "Commissioning lead", "Meet the people who use the day centres", D(2015, 9, 30)),
    ("kernow", MENTAL, "Mental health lead", "Train the second team in planning with people", D(2015, 7, 10)),
    ("bristol", CHILDREN, "Children’s commissioner", "Open the second family team", D(2015, 8, 3)),
    ("bristol", MENTAL, "Mental health lead", "Choose the first practices", D(2015, 7, 10)),
)


def make() -> None:
    """Each plan in the order of its days; areas and groups that the network doesn't have are left out."""
    areas = {area.slug: area for area in Area.objects.active()}
    for slug, group, steps in DATES:
        for day, ask_from, why in steps:
            values = {"ask_from": ask_from, "ask": TEAM, "status": GroupPlan.Status.PREPARING}
            _change(areas.get(slug), group, day, values, why)
    for slug, group, start, words in BEGUN:
        values = {"actual_start": start, "status": GroupPlan.Status.UNDER_WAY, "available_now": words, "ask": TEAM}
        _change(areas.get(slug), group, start, values, STARTED)
    for slug, group, lead, step, due in STEPS:
        values = {"lead": lead, "next_step": step, "next_step_owner": "project team", "next_step_due": due}
        _change(areas.get(slug), group, D(2015, 6, 29), values, "Sample: from the project board of June.")


def _change(area: Area | None, group: str, day: datetime.date, values: Mapping[str, Any], why: str) -> None:
    if area is None:
        return
    with in_area(area), sample_day(day):
        plans.change(area=area, group=group, values=dict(values), reason=why, by=None)
