"""The quality report of a version: what was found by table, column and setting, and the rows to download."""

import pytest

from audit.models import AuditRow
from config.today import today
from tests.finance_models.given import HEAD, files, loaded

pytestmark = pytest.mark.django_db

DATA = "/areas/kernow/finance/data/"
# Ten lines: one of nobody, one before its person is eligible, one twice, one without a provider's known funder.
LINES = (
    "p9,2013-06-01,acute,stay,1,10\n"
    "p2,2013-06-01,primary,visit,1,10\n"
    + "p0,2013-06-02,acute,stay,1,10\n" * 2
    + "p1,2013-06-03,acute,unknown,1,10\n"
    + "".join(f"p5,2013-07-0{day},community,visit,1,10\n" for day in range(1, 6))
)


@pytest.fixture
def version(kernow, tmp_path):
    return loaded(kernow, tmp_path, given=files(tmp_path, activity=HEAD + LINES))


def found(version, check, column, setting=""):
    rows = [row for row in version.quality["checks"] if row[0] == check and row[2:4] == [column, setting]]
    return rows[0][4:] if rows else None


def test_linkage_eligibility_defaults_and_duplicates_are_counted_by_setting(version):
    assert found(version, "linkage", "person_id") == [10, 1]
    assert found(version, "linkage", "person_id", "acute") == [4, 1]
    assert found(version, "linkage", "person_id", "community") is None
    assert found(version, "outside eligibility", "date") == [9, 1]
    assert found(version, "use of defaults", "service", "acute") == [4, 1]
    assert version.quality["duplicates"] == 1
    days = today().toordinal() - __import__("datetime").date(2013, 7, 5).toordinal()
    assert ["community", "2013-07-05", days] in version.quality["latest"]


def test_the_page_shows_the_report_with_its_source_and_the_lines_that_are_alike(client_as, kernow, version):
    lead = client_as("finance-lead", area=kernow)
    page = lead.get(f"{DATA}quality/").text
    for words in (
        "Of 10 lines of activity 10.0% are of nobody",
        "Linkage",
        "Timeliness",
        "Data version 1",
        "Duplicates",
    ):
        assert words in page, words
    text = lead.get(f"{DATA}1/duplicates.csv").text
    assert text.splitlines()[1].startswith("p0,2013-06-02,acute,stay")
    assert text.splitlines()[1].endswith(",2")
    assert AuditRow.objects.get(action="finance.rows_read").detail == {"number": 1, "file": "duplicates"}
    assert lead.get(f"{DATA}1/quality/settings.csv").status_code == 200
    assert lead.get(f"{DATA}quality/?version=99").status_code == 404
    assert client_as("area-lead", area=kernow).get(f"{DATA}1/duplicates.csv").status_code == 403
    assert client_as("commissioner", area=kernow).get(f"{DATA}quality/").status_code == 403


def test_without_data_the_page_says_what_will_be_there(client_as, bristol):
    assert "No data yet" in client_as("area-lead", area=bristol).get("/areas/bristol/finance/data/quality/").text
