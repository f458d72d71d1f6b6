"""The board's page shows the figures of the application as it was sent in November 2014."""

import datetime

import pytest
from bs4 import BeautifulSoup

from config.today import today
from tenants import groups
from tenants.models import Area
from tenants.programme.board import Board
from tenants.programme.views import all_tables
from tenants.returns.models import PublishedPlan
from tests.queries import count_queries

pytestmark = pytest.mark.django_db

# Appendix 3 of the application, read by hand: areas down, the four groups across.
APPENDIX_3 = {
    "NHS Kernow": (1, 2, 4, 1),
    "NHS New Devon and Plymouth City": (1, 2, 3, 4),
    "NHS South Devon and Torbay": (2, 1, 2, 4),
    "NHS Bristol": (1, 1, 3, 4),
    "NHS North Somerset": (1, 1, 3, 3),
    "NHS Somerset": (1, 1, 4, 4),
    "NHS South Gloucestershire": (2, 3, 2, 3),
    "NHS Bath and North East Somerset": (1, 2, 1, 4),
    "NHS Gloucestershire": (2, 3, 3, 3),
    "NHS Swindon": (None, None, None, None),
    "NHS Wiltshire": (4, 4, 4, 4),
}


@pytest.fixture
def page(client_as):
    response = client_as("board-member").get("/programme/")
    assert response.status_code == 200
    return BeautifulSoup(response.content, "html.parser")


def tables_now():
    return {table.key: table for table in all_tables(Board(today()))}


def test_the_matrix_says_what_appendix_3_says():
    rows = {row[0]: row[1:] for row in tables_now()["phases"].rows}
    words = {
        name: [f"Phase {phase}" if phase else "To be confirmed" for phase in phases]
        for name, phases in APPENDIX_3.items()
    }
    assert rows == words


def test_phase_1_cells_count_6_4_1_1():
    counts = [row[1] for row in tables_now()["phase-counts"].rows]
    assert counts == [6, 4, 1, 1]


def test_every_group_counts_all_eleven_areas():
    for row in tables_now()["phase-counts"].rows:
        assert sum(row[1:]) == 11, row[0]


def test_swindon_reads_to_be_confirmed_in_every_group(page):
    row = page.find("th", string=lambda words: words and "Swindon" in words) or page.find(
        lambda tag: tag.name == "th" and "Swindon" in tag.get_text()
    )
    cells = [cell.get_text(" ", strip=True) for cell in row.find_parent("tr").find_all("td")]
    assert len(cells) == 4
    assert all("To be confirmed" in cell for cell in cells)


def test_198_people_have_a_budget_and_the_split_is_not_known(page):
    text = page.get_text(" ", strip=True)
    assert (
        "198 people have a personal health budget in the" in text or "198 people have a personal health budget" in text
    )
    rows = tables_now()["targets"].rows
    assert [row[3] for row in rows] == ["Split not known", "Split not known", "198"]
    assert [row[1] for row in rows] == ["1,000", "1,000", "2,000"]


def test_at_least_65_are_in_the_pipeline_and_two_areas_say_so(page):
    assert "At least 65" in page.get_text(" ", strip=True)
    stated = [row[2] for row in tables_now()["budgets"].rows if row[2] != "Not stated"]
    assert stated == ["50", "15 (being processed)"]


def test_budgets_by_area_add_up_to_the_whole():
    rows = tables_now()["budgets"].rows
    assert [row[1].shown for row in rows] == [9, 40, 47, 7, 7, 53, 4, 8, 10, 10, 3]
    assert sum(row[1].shown for row in rows) == 198


def test_rates_are_per_100_000_and_populations_are_marked_approximate():
    rows = {row[0]: row for row in tables_now()["budgets"].rows}
    # 53 ÷ 551,000 × 100,000 = 9.62; 3 ÷ 478,000 × 100,000 = 0.63
    assert [str(cell) for cell in rows["NHS Somerset"][3:]] == ["About 551,000", "9.6"]
    assert [str(cell) for cell in rows["NHS Wiltshire"][3:]] == ["About 478,000", "0.6"]


def test_sites_reported_are_4_3_0_4():
    assert [row[1] for row in tables_now()["sites"].rows] == [4, 3, 0, 4, 11]


def test_all_eight_promises_are_shown(client_as):
    text = " ".join(client_as("evaluator").get("/programme/promises/").content.decode().split())
    rows = tables_now()["promises"].rows
    assert len(rows) == 8
    assert ["2%", datetime.date(2015, 3, 31)] in [row[1:] for row in rows]
    for row in rows:
        assert row[0] in text


def test_all_national_milestones_and_intakes_are_on_the_timelines(page, client_as):
    timetable = client_as("evaluator").get("/programme/milestones/").content.decode()
    assert "By the end of January 2015" in timetable
    assert "7 November 2014" in timetable
    text = page.get_text(" ", strip=True)
    for number in range(1, 6):
        assert f"Implementation cohort {number}" in text


def test_a_past_quarter_shows_the_plan_as_it_stood(client_as, kernow):
    PublishedPlan.objects.create(
        area=kernow, group="mental_health", phase=3, status="not_started", as_at=datetime.date(2015, 5, 1)
    )
    client = client_as("board-member")
    then = client.get("/programme/data/phases.csv?as-at=2015Q1").content.decode()
    now = client.get("/programme/data/phases.csv").content.decode()
    assert row_of(then, "NHS Kernow") == "NHS Kernow,Phase 1,Phase 2,Phase 4,Phase 1"
    assert row_of(now, "NHS Kernow") == "NHS Kernow,Phase 1,Phase 2,Phase 4,Phase 3"


def row_of(text: str, start: str) -> str:
    return next(line for line in text.splitlines() if line.startswith(start))


def test_an_unknown_quarter_is_said_to_be_unknown(client_as):
    response = client_as("board-member").get("/programme/?as-at=2099Q1")
    assert "Choose today, or a quarter that is over." in response.content.decode()


@pytest.mark.parametrize("key", sorted(["phases", "phase-counts", "budgets", "targets", "promises", "sites"]))
def test_every_download_carries_its_date_and_source(client_as, key):
    response = client_as("evaluator").get(f"/programme/data/{key}.csv")
    assert response.status_code == 200
    text = response.content.decode("utf-8-sig")
    assert "As at,2014-11-07" in text
    assert "November 2014" in row_of(text, "Source")


def test_an_unknown_download_is_not_found(client_as):
    assert client_as("board-member").get("/programme/data/people.csv").status_code == 404


def test_the_number_of_queries_does_not_grow_with_areas(client_as):
    client = client_as("board-member")
    count_queries(client, "/programme/")  # the first request after signing in also notes the time of the click
    few = count_queries(client, "/programme/")
    for number in range(30):
        area = Area.objects.create(slug=f"more-{number}", name=f"More {number}", short_name=f"More {number}")
        for group in groups.GROUPS:
            PublishedPlan.objects.create(
                area=area, group=group.key, phase=2, status="not_started", as_at=datetime.date(2015, 1, 1)
            )
    assert count_queries(client, "/programme/") == few


def test_an_empty_network_says_what_would_be_here(client_as, db):
    from tenants.models import BudgetBaseline, EligiblePool

    EligiblePool.objects.all().delete()
    BudgetBaseline.objects.all().delete()
    Area.objects.update(status="archived")
    text = client_as("board-member").get("/programme/").content.decode()
    assert "No areas yet" in text
