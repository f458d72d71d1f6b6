"""How long the checks of a release take: `script/bench disclosure`. The reference is the bare rule, with no check."""

import random
import sys
import time
from pathlib import Path

PROJECT = Path(__file__).resolve().parents[1]
sys.path[:0] = [str(PROJECT), str(PROJECT / "platform")]

from disclosure.breakdowns import Breakdown, Dimension, shown_of_people  # noqa: E402
from disclosure.differencing import too_near  # noqa: E402
from disclosure.raw import people  # noqa: E402
from disclosure.releasing import ReleaseRefused, check_and_show  # noqa: E402
from disclosure.rules import S7R5  # noqa: E402
from disclosure.tables import TableRefused, publish_table  # noqa: E402
from disclosure.together import Release  # noqa: E402

AREAS = tuple(f"area {i}" for i in range(11))
GROUPS = tuple(f"group {i}" for i in range(4))
AGES = ("0-17", "18-64", "65-74", "75-84", "85+")
BY_GROUP = Breakdown(
    (Dimension("area", AREAS), Dimension("group", GROUPS)), ((), ("area",), ("group",), ("area", "group"))
)
BY_AGE = Breakdown((Dimension("area", AREAS), Dimension("age", AGES)), (("area", "age"), ("age",)))


def made_up(many):
    """So many people, in a few large areas and many small ones."""
    chance = random.Random(11)
    weights = [chance.lognormvariate(0, 0.8) for _ in AREAS]
    return {
        i: {
            "area": chance.choices(AREAS, weights)[0],
            "group": chance.sample(GROUPS, chance.choice((1, 1, 1, 2))),
            "age": chance.choice(AGES),
        }
        for i in range(many)
    }


def timed(what, work):
    """Print how long it took and what came of it."""
    start = time.perf_counter()
    try:
        outcome = work() or "done"
    except (ReleaseRefused, TableRefused):
        outcome = "refused"
    seconds = time.perf_counter() - start
    print(f"{what}: {seconds:.3f} s ({outcome if isinstance(outcome, str) else 'published'})")
    return outcome


def table(height, width):
    """A table of counts with all margins."""
    chance = random.Random(height)
    rows = [[people(int(chance.gammavariate(1.2, 15))) for _ in range(width)] for _ in range(height)]
    names = [f"row {i}" for i in range(height)], [f"column {j}" for j in range(width)]
    timed(f"counts, {height} × {width} with margins", lambda: publish_table(*names, rows))


def main():
    for height, width in ((11, 4), (50, 10), (200, 12)):
        table(height, width)
    for many in (600, 5_000, 50_000):
        rows = made_up(many)
        by_group, by_age = BY_GROUP.signatures(rows), BY_AGE.signatures(rows)
        timed(f"{many:,} people, bare rule (reference)", lambda who=by_group: shown_of_people(BY_GROUP, who, S7R5))
        first = timed(f"{many:,} people, 11 × 4 with margins", lambda who=by_group: check_and_show(BY_GROUP, who))
        if isinstance(first, str):
            continue
        beside = [Release("first", first, by_group)]
        timed(
            f"{many:,} people, a second table beside it",
            lambda who=by_age, beside=beside: check_and_show(BY_AGE, who, earlier=beside),
        )
    chance = random.Random(3)
    selections = [(str(i), {n for n in range(5_000) if chance.random() < 0.5}) for i in range(40)]
    timed(
        "a selection of 2,500 people against 40 others, in pairs and threes",
        lambda: "near" if too_near(frozenset(range(2_500)), selections) else "safe",
    )


if __name__ == "__main__":
    main()
