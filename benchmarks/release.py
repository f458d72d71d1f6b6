"""What releasing a quarter costs the request in which a lead signs: `script/bench release`.

Eleven areas sign two quarters, one after the other; then a network of 200 areas signs one. The reference is the bare
rule on the same figures, with no check and no database.
"""

import statistics
import time

from django.db import connection, transaction

from benchmarks import _site
from tenants.models import Area
from tenants.quarters import Quarter
from tenants.returns.figures import board_figures
from tenants.returns.models import ReleasedQuarter
from tenants.returns.release.loading import load
from tenants.returns.release.shown import network_total
from tenants.returns.releases import release_quarter, total_again
from tests.tenants.returns.made_up import AS_IT_BEGAN, returns_of, sign

QUARTERS = (Quarter(2014, 4), Quarter(2015, 1))
MANY_AREAS = 200


def timed(work) -> float:
    """Milliseconds, of the clock."""
    start = time.perf_counter()
    work()
    return (time.perf_counter() - start) * 1000


def bare_rule(quarter: Quarter) -> float:
    """Every figure of every area and the totals, by the rule alone."""
    shown = load(quarter)[1].shown

    def work() -> None:
        for area in shown.areas.values():
            area.shown()
        network_total(shown.areas, next(iter(shown.areas.values())).rule)

    return timed(work)


def sign_all(areas: list[Area], figures: dict[str, list[dict[str, int]]], number: int) -> list[float]:
    """Each area signs and the quarter is released; how long each release took."""
    taken = []
    for area in areas:
        with transaction.atomic():
            sign(area, QUARTERS[number], figures[area.slug][number])
            taken.append(timed(lambda: release_quarter(quarter=QUARTERS[number], by=None)))
    return taken


def main() -> None:
    _site.prepare()
    areas = list(Area.objects.in_use())
    figures = {area.slug: list(returns_of(AS_IT_BEGAN[i], 2, i)) for i, area in enumerate(areas)}
    rows = []
    for number, quarter in enumerate(QUARTERS):
        taken = sign_all(areas, figures, number)
        reference, words = bare_rule(quarter), "the bare rule, no check (ms)"
        name = f"quarter {number + 1} of 11 areas"
        rows.append((f"release, {name}, median (ms)", statistics.median(taken), reference, words))
        rows.append((f"release, {name}, slowest (ms)", max(taken), reference, words))
    rows += _many(areas)
    _site.report(rows)


def _many(areas: list[Area]) -> list[tuple[str, float, float, str]]:
    """200 areas: the last signature of 200, the job that follows, and the board's reading of it all."""
    for number in range(len(areas), MANY_AREAS):
        slug = f"more-{number}"
        Area.objects.create(slug=slug, name=slug, short_name=slug)
    everybody = list(Area.objects.in_use())
    quarter = Quarter(2015, 2)
    for i, area in enumerate(everybody[:-1]):
        sign(area, quarter, next(iter(returns_of(AS_IT_BEGAN[i % 11], 1, i))))
    with transaction.atomic():
        release_quarter(quarter=quarter, by=None)
    sign(everybody[-1], quarter, next(iter(returns_of(9, 1, 999))))
    last = timed(lambda: release_quarter(quarter=quarter, by=None))
    job = timed(lambda: total_again(quarter=quarter))
    reference, words = bare_rule(quarter), "the bare rule, no check (ms)"
    day = ReleasedQuarter.objects.latest("as_at").as_at
    read = timed(lambda: board_figures(day).total(quarter, "budgets"))
    assert connection.schema_name == "public"
    return [
        ("release, one more of 200 areas (ms)", last, reference, words),
        ("the job that adds up 200 areas (ms)", job, reference, words),
        ("the board's figures, 200 areas (ms)", read, reference, words),
    ]


if __name__ == "__main__":
    main()
