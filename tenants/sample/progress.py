"""Sample standings: service components, key actions and promises, further on where areas started early."""

import datetime
import random
from typing import Any

from config.today import sample_day
from tenants.contexts import in_area
from tenants.frameworks import COMPONENTS, KEY_ACTIONS
from tenants.models import Area, Promise
from tenants.rollout.models import GroupPlan
from tenants.rollout.progress import kinds, saving

FIRST, SECOND = datetime.date(2015, 3, 20), datetime.date(2015, 6, 26)
NOT_ASSESSED = {"swindon"}
EVIDENCE = {
    1: "Sample: talked about, and nobody named for it yet.",
    2: "Sample: a plan is written, and a team is named.",
    3: "Sample: used with the first people, as their plans show.",
    4: "Sample: used with everybody who has a plan.",
}
ONE_UP = {
    1: "Sample: name a team, and say by when.",
    2: "Sample: try it with the first ten people.",
    3: "Sample: use it with everybody who has a plan.",
    4: "",
}
NOTES = {
    "not_started": "Sample: waits for a decision of the governing body.",
    "under_way": "Sample: begun with the contracts that end this year.",
    "done": "Sample: looked at once more each spring.",
}
SHARES = (10, 20, 25, 40, 60)
STANDS = {
    "not_started": "Sample: nobody has begun with it.",
    "on_course": "Sample: as planned, by the figures of June.",
    "at_risk": "Sample: slower than planned; the project group looks at it each month.",
    "kept": "Sample: in the budget that the governing body agreed.",
    "missed": "Sample: less than was promised; the next budget makes good for it.",
}


def make() -> None:
    """Each area but one has assessed itself in March, and again in June."""
    promises = list(Promise.objects.all())
    for area in Area.objects.active():
        if area.slug in NOT_ASSESSED:
            continue
        dice = random.Random(f"progress {area.slug}")  # noqa: S311 - made up, not a secret
        with in_area(area):
            ahead = GroupPlan.objects.filter(phase=1).count()
            _components(area, ahead, dice)
            _key_actions(area, ahead, dice)
            _promises(area, promises, ahead, dice)


def _components(area: Area, ahead: int, dice: random.Random) -> None:
    for component in COMPONENTS:
        level = min(3, 1 + (ahead > 0) * dice.randint(0, 1) + (ahead > 1) * dice.randint(0, 1))
        _save(area, kinds.MATURITY, component.key, FIRST, _assessed(level, FIRST))
        if dice.random() < 0.4:
            higher = _assessed(min(4, level + 1), SECOND)
            _save(area, kinds.MATURITY, component.key, SECOND, higher, "Sample: assessed again.")


def _assessed(level: int, day: datetime.date) -> dict[str, Any]:
    return {"level": level, "evidence": EVIDENCE[level], "next_step": ONE_UP[level], "assessed_on": day}


def _key_actions(area: Area, ahead: int, dice: random.Random) -> None:
    for number in range(1, len(KEY_ACTIONS) + 1):
        planned = datetime.date(2015 + dice.randint(0, 1), dice.choice((6, 9, 12)), 30)
        state = dice.choice(
            ("not_started", "under_way", "under_way", "done") if ahead else ("not_started", "under_way")
        )
        share = {"not_started": 0, "done": 100}.get(state, dice.choice(SHARES))
        values = {"state": state, "planned_by": planned, "share_done": share, "note": NOTES[state]}
        if state == "done":
            values["done_on"] = SECOND
        _save(area, kinds.ACTIONS, number, SECOND, values)


def _promises(area: Area, promises: list[Promise], ahead: int, dice: random.Random) -> None:
    for promise in promises:
        status = dice.choice(("on_course", "on_course", "at_risk") if ahead else ("not_started", "at_risk"))
        if promise.by < SECOND:
            status = dice.choice(("kept", "missed"))
        values = {"status": status, "where_it_stands": STANDS[status], "expected_by": promise.by}
        _save(area, kinds.PROMISES, promise.key, SECOND, values)


def _save(area: Area, kind: kinds.Kind, value: object, day: datetime.date, values: dict, reason: str = "") -> None:
    item = next(each for each in kind.items() if each.value == value)
    with sample_day(day):
        saving.save(area=area, kind=kind, item=item, values=values, reason=reason, by=None, is_sample=True)
