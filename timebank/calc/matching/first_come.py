"""What would happen without a matching: whoever asks first gets the first offer that may help.

The same rules hold (topic, dates, capacity, limits, pins, refusals); nothing looks at fit, priority or fair shares.
"""

from timebank.calc.matching import model, months, propose
from timebank.calc.matching.inputs import STEP, Case, Month
from timebank.calc.matching.results import Result


def proposals(case: Case) -> Result:
    """Who would help whom, first come, first served. Raises CaseFaults."""
    case.validate()
    pairs = sorted(model.possible(case), key=lambda pair: pair.key not in case.pins)  # pins first, else in order
    left = {need.key: need.minutes for need in case.needs}
    helpers = dict.fromkeys(left, 0)
    room = {standing.account: standing.room for standing in case.standings}
    offer_free: dict[tuple[str, Month], int] = {}
    mentor_free: dict[tuple[str, Month], int] = {}
    chosen: dict[tuple[str, str], dict[Month, int]] = {}
    for pair in pairs:
        need, help = pair.need, pair.help
        limit = room[need.account]
        wanted = min(left[need.key], left[need.key] if limit is None else max(0, limit) // STEP * STEP)
        given: dict[Month, int] = {}
        for month in pair.months:
            free = offer_free.setdefault((help.key, month), months.free(help, month))
            if help.mentor:
                free = min(
                    free, mentor_free.setdefault((help.mentor, month), months.mentor_free(case, help.mentor, month))
                )
            given[month] = min(free, wanted - sum(given.values()))
        total = sum(given.values())
        if total < min(case.settings.least, need.minutes) or helpers[need.key] >= case.settings.most_helpers:
            continue
        if not total:
            continue
        chosen[pair.key] = {month: minutes for month, minutes in given.items() if minutes}
        left[need.key] -= total
        helpers[need.key] += 1
        room[need.account] = None if limit is None else limit - total
        for month, minutes in chosen[pair.key].items():
            offer_free[help.key, month] -= minutes
            if help.mentor:
                mentor_free[help.mentor, month] -= minutes
    return propose.result(case, chosen)
