"""Sample trajectories: each area's way from the baseline to its share of what the network promised for March 2017."""

import datetime

from config.today import sample_day
from tenants.contexts import in_area
from tenants.models import Area, BudgetBaseline
from tenants.quarters import Quarter
from tenants.returns.shape import GROUPS_AND_NONE
from tenants.rollout.models import GroupPlan
from tenants.rollout.trajectory import revising
from tenants.sample.return_figures import WEIGHTS

AGREED = datetime.date(2015, 2, 27)
REVISED = datetime.date(2015, 5, 29)
LAST = Quarter(2017, 1)
PROMISED = 2_000
NOT_PLANNED = {"swindon"}
LOWERED = {"wiltshire", "south-gloucestershire"}
REASON = "Sample: agreed with the project plan."
WHY_LOWERED = "Sample: two posts could not be filled, so the start is slower."


def make() -> None:
    """A trajectory for each area but one, and a revision for two."""
    areas = [area for area in Area.objects.active() if area.slug not in NOT_PLANNED]
    people = sum(area.approx_population_2014 or 0 for area in areas) or 1
    for area in areas:
        share = round(PROMISED * (area.approx_population_2014 or 0) / people)
        with in_area(area):
            with sample_day(AGREED):
                revising.save(area=area, points=_points(area, share), reason=REASON, by=None, is_sample=True)
            if area.slug in LOWERED:
                with sample_day(REVISED):
                    lower = _points(area, share * 8 // 10)
                    revising.save(area=area, points=lower, reason=WHY_LOWERED, by=None, is_sample=True)


def _points(area: Area, target: int) -> dict[str, dict[str, dict[str, int]]]:
    """{measure: {group: {quarter: people}}}: slow at first, then faster, as programmes do."""
    start = getattr(BudgetBaseline.objects.filter(area=area).first(), "in_place", 0)
    shown, quarter = [], Quarter(2015, 1)
    while quarter <= LAST:
        shown.append(quarter)
        quarter = quarter.next
    steps = len(shown)
    totals = {
        each: start + round((max(target, start) - start) * ((number + 1) / steps) ** 1.6)
        for number, each in enumerate(shown)
    }
    weights = {**{key: WEIGHTS[phase] for key, phase in GroupPlan.objects.values_list("group", "phase")}, "none": 3}
    whole = sum(weights.values())
    keys = [key for key, _ in GROUPS_AND_NONE]
    budgets: dict[str, dict[str, int]] = {key: {} for key in keys}
    for each, total in totals.items():
        left = total
        for key in keys[:-1]:
            part = total * weights[key] // whole
            budgets[key][each.key] = part
            left -= part
        budgets[keys[-1]][each.key] = left
    integrated = {key: {q: count // 4 for q, count in by.items()} for key, by in budgets.items()}
    plans = {key: {q: count * 3 for q, count in by.items()} for key, by in budgets.items()}
    return {"phb": budgets, "ipb": integrated, "pcsp": plans}
