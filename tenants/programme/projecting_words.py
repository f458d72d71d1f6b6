"""A projection in words: for the board and for an area's own page."""

from tenants import quarters
from tenants.programme.projecting import Projection, Reach
from ui import formats

METHOD = (
    "The projection goes on as the quarters have gone: the mean of what each added, from the last total. Its interval "
    "(8 times in 10) follows from how much they differed; with two quarters there is none. It knows nothing of plans."
)


def reaching(found: Projection | None, target: int, *, what: str) -> str:
    """`At the pace so far, the 2,000 promised are reached by March 2017 (between … and …).` Empty without either."""
    if found is None or not target:
        return ""
    when = found.reaching(target)
    if when.state is Reach.REACHED:
        return f"The number {what} is reached."
    if when.state is Reach.NOT_AT_THIS_PACE or when.quarter is None:
        return f"At the pace so far, the {target:,} {what} are not reached within ten years."
    words = f"At the pace so far, the {target:,} {what} are reached by {month(when.quarter)}"
    if when.earliest and when.latest:
        return f"{words} (between {month(when.earliest)} and {month(when.latest)})."
    return f"{words} ({month(when.earliest)} at the earliest)." if when.earliest else f"{words}."


def month(quarter: quarters.Quarter) -> str:
    """`March 2017`: the month in which a quarter ends."""
    return formats.month(quarter.last_day)
