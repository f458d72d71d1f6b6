"""Sample milestones: most past ones done, some late, some forecast to slip, one set by hand."""

import datetime
import random

from config.today import sample_day
from tenants.contexts import in_area
from tenants.models import Area, NationalMilestone
from tenants.rollout.milestones import actions

TODAY = datetime.date(2015, 7, 15)
BEHIND = {"kernow": 1, "swindon": 3, "wiltshire": 2, "south-gloucestershire": 1}
EVIDENCE = "Sample: minutes of the project board."
WHY_LATE = "Sample: the data were not ready in time."
BY_HAND = ("gloucestershire", "finance-2", "amber", "Sample: payment runs for one practice, and the rest follows.")


def make() -> None:
    """What each area says of the national milestones that were due by July 2015, and of the next."""
    milestones = list(NationalMilestone.objects.order_by("due", "pk"))
    for area in Area.objects.active():
        dice = random.Random(f"milestones {area.slug}")  # noqa: S311 - made up, not a secret
        with in_area(area):
            for place, milestone in enumerate(reversed([each for each in milestones if each.due <= TODAY])):
                _past(area, milestone, place, dice)
            following = next((each for each in milestones if each.due > TODAY), None)
            if following is not None and dice.random() < 0.6:
                _forecast(area, following, dice)
            if area.slug == BY_HAND[0]:
                _by_hand(area)


def _past(area: Area, milestone: NationalMilestone, place: int, dice: random.Random) -> None:
    """Done for most; the newest ones are still open where an area is behind."""
    if place < BEHIND.get(area.slug, 0) or (place < 3 and dice.random() < 0.2):
        slip = dice.choice((40, 62, 90))
        _say(area, milestone, milestone.due, {"forecast": milestone.due + datetime.timedelta(days=slip)}, WHY_LATE)
        return
    late = dice.choice((-6, -3, 0, 0, 4, 12, 26)) if milestone.stage != "application" else 0
    done = milestone.due + datetime.timedelta(days=late)
    day = min(done, TODAY)
    values = {"done_on": day, "evidence": EVIDENCE, "owner": "Project lead"}
    _say(area, milestone, day, values, "Sample: done.")


def _forecast(area: Area, milestone: NationalMilestone, dice: random.Random) -> None:
    values = {"forecast": milestone.due + datetime.timedelta(days=dice.choice((-10, 0, 14, 45)))}
    _say(area, milestone, datetime.date(2015, 7, 1), values, "Sample: from the project plan of July.")


def _by_hand(area: Area) -> None:
    _, key, colour, why = BY_HAND
    milestone = NationalMilestone.objects.filter(key=key).first()
    if milestone is not None:
        day = datetime.date(2015, 7, 2)
        values = {"done_on": None, "forecast": datetime.date(2015, 8, 31), "override": colour, "override_reason": why}
        _say(area, milestone, day, values, "Sample: looked at again.")


def _say(area: Area, milestone: NationalMilestone, day: datetime.date, values: dict, reason: str) -> None:
    with sample_day(day):
        actions.change(area=area, key=milestone.key, values=values, reason=reason, by=None, on=day, is_sample=True)
