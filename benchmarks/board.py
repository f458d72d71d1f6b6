"""The board's page at 11 and at 100 areas: latency and number of queries.

The reference is the same figures read the obvious way, by entering each area's schema in turn.
"""

import datetime  # noqa: E402

from benchmarks import _site
from tenants import area_lifecycle, groups  # noqa: E402
from tenants.contexts import in_area  # noqa: E402
from tenants.models import Area  # noqa: E402
from tenants.programme.queries import snapshot  # noqa: E402
from tenants.rollout.models import GroupPlan  # noqa: E402

TIMES = 20
DAY = datetime.date(2015, 7, 15)


def one_schema_after_another() -> dict[tuple[int, str], int | None]:
    """Every area's phases from its own schema: what the published rows save."""
    found = {}
    for area in Area.objects.in_use():
        with in_area(area):
            found |= {(area.pk, plan.group): plan.phase for plan in GroupPlan.objects.all()}
    return found


def main() -> None:
    _site.prepare()
    client = _site.client_as("board-member")

    def page() -> None:
        assert client.get("/programme/").status_code == 200

    rows, counts = [], {}
    for wanted in (11, 100):
        for number in range(Area.objects.count(), wanted):
            area_lifecycle.create_area(slug=f"more-{number}", name=f"More {number}")
        page()
        counts[wanted] = (_site.queries(page), _site.queries(one_schema_after_another))
        measured = _site.milliseconds(page, TIMES)
        health = _site.milliseconds(lambda: client.get("/healthz"), TIMES)
        loop = _site.milliseconds(one_schema_after_another, 5)
        read = _site.milliseconds(lambda: snapshot(DAY), TIMES)
        rows.append((f"board page, {wanted} areas (ms)", measured, health, "the same middleware around /healthz (ms)"))
        rows.append((f"board's figures, {wanted} areas (ms)", read, loop, "one schema after another (ms)"))
    for wanted, (board, loop) in counts.items():
        rows.append((f"board page, {wanted} areas (queries)", board, loop, "one schema after another (queries)"))
    _site.report(rows)
    assert counts[11][0] == counts[100][0], "the board's queries grow with the areas"
    assert len(groups.GROUPS) == 4


if __name__ == "__main__":
    main()
