"""The board's page with 200 areas and 12 quarters beside the one with 11, in the same run: latency and queries.

Areas beyond the South West's have rows but no schema: the board reads published rows and releases alone.
"""

import datetime

from benchmarks import _site
from config.today import sample_day  # noqa: E402
from tenants import groups  # noqa: E402
from tenants.models import Area, ImplementationCohort, Mentoring, NationalMilestone, Site, SiteMove, Stage  # noqa: E402
from tenants.quarters import Quarter  # noqa: E402
from tenants.returns.models import (  # noqa: E402
    PublishedKeyAction,
    PublishedMaturity,
    PublishedMilestone,
    PublishedPlan,
    PublishedRisk,
    PublishedTrajectory,
    ReleasedQuarter,
    SignedReturn,
)
from tenants.returns.shape import CELLS, PENCE  # noqa: E402
from tenants.returns.totals import KEYS  # noqa: E402

FEW, MANY, QUARTERS, TIMES = 11, 200, 12, 10
DAY = datetime.date(2017, 10, 20)
VIEWS = ("budgets", "milestones", "mentoring", "risks", "returns-by-quarter", "returns")
PAGES = ("/programme/", *(f"/programme/{view}/" for view in VIEWS))


def quarters() -> list[Quarter]:
    """Twelve quarters, the first the programme's own."""
    found = [Quarter(2014, 4)]
    while len(found) < QUARTERS:
        found.append(found[-1].next)
    return found


def fill(areas: list[Area]) -> None:
    """What each of these areas would have published by then."""
    facts = {"as_at": datetime.date(2015, 4, 1)}
    points = {"phb": {"none": {quarter.key: 40 for quarter in quarters()}}}
    risk = dict.fromkeys(("likelihood_before", "impact_before", "likelihood_after", "impact_after"), 3)
    for area in areas:
        for group in groups.GROUPS:
            PublishedPlan.objects.create(area=area, group=group.key, phase=2, status="not_started", **facts)
        for milestone in NationalMilestone.objects.all():
            PublishedMilestone.objects.create(area=area, key=milestone.key, due=milestone.due, **facts)
        for number in range(1, 6):
            PublishedRisk.objects.create(
                area=area, number=number, kind="risk", title=f"Risk {number}", review_on=DAY, **risk, **facts
            )
            PublishedMaturity.objects.create(area=area, component=f"{number}A", level=2, **facts)
            PublishedKeyAction.objects.create(area=area, number=number, state="under_way", **facts)
        sites(area)
        PublishedTrajectory.objects.create(area=area, revision=1, points=points, **facts)
        for quarter in quarters():
            SignedReturn.objects.create(
                area=area, quarter=quarter.key, version=1, figures={}, signed_name="B", signed_on=quarter.return_due
            )


def sites(area: Area) -> None:
    """Five sites of an area: the first, of the first intake, mentors those of the second."""
    first, second = ImplementationCohort.objects.filter(number__in=(1, 2)).order_by("number")
    found = []
    for number in range(1, 6):
        cohort, live = (second, datetime.date(2016, 1, 7)) if found else (first, datetime.date(2015, 5, 7))
        site = Site.objects.create(
            area=area, group=groups.GROUPS[0].key, cohort=cohort, name=f"Site {number}", stage_since=live
        )
        SiteMove.objects.create(site=site, to_stage=Stage.LIVE, on=live)
        found.append(site)
    for site in found[1:]:
        Mentoring.objects.create(mentor=found[0], mentee=site, started_on=datetime.date(2016, 1, 7))


def release(areas: list[Area], number: int) -> None:
    """A release of each quarter with a figure in every cell of every area."""
    people = {cell.key: 25 for cell in CELLS.values() if cell.table.unit != PENCE} | dict.fromkeys(KEYS.values(), 25)
    money = {cell.key: 1_000_000 for cell in CELLS.values() if cell.table.unit == PENCE}
    shown = {"areas": {area.slug: people | money for area in areas}, "network": people | money}
    for quarter in quarters():
        ReleasedQuarter.objects.create(
            quarter=quarter.key,
            number=number,
            shown=shown,
            returns=[],
            rule={"areas": {}, "network": [7, 5]},
            as_at=quarter.return_due,
        )


def main() -> None:
    _site.prepare()
    client = _site.client_as("board-member")
    measured: dict[int, dict[str, tuple[float, int]]] = {}
    areas = list(Area.objects.in_use())
    for turn, wanted in enumerate((FEW, MANY), 1):
        new = [
            Area(slug=f"more-{n}", name=f"More {n}", short_name=f"More {n}", schema_name=f"area_more_{n}", position=n,
                 approx_population_2014=300_000)
            for n in range(len(areas), wanted)
        ]  # fmt: skip
        Area.objects.bulk_create(new)
        fill(areas if turn == 1 else list(Area.objects.filter(slug__startswith="more-")))
        areas = list(Area.objects.in_use())
        release(areas, turn)
        measured[wanted] = {}
        for page in PAGES:

            def ask(page: str = page) -> None:
                with sample_day(DAY):
                    assert client.get(page).status_code == 200

            ask()
            measured[wanted][page] = (_site.milliseconds(ask, TIMES), _site.queries(ask))
    rows = []
    for page in PAGES:
        (few, few_queries), (many, many_queries) = measured[FEW][page], measured[MANY][page]
        rows.append((f"{page} 200 areas, 12 quarters (ms)", many, few, "the same page with 11 areas (ms)"))
        rows.append((f"{page} (queries)", many_queries, few_queries, "the same page with 11 areas (queries)"))
    _site.report(rows)
    assert all(measured[MANY][page][1] == measured[FEW][page][1] for page in PAGES), "queries grow with the areas"


if __name__ == "__main__":
    main()
