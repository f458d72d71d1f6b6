"""The pages of what was published: who sees what, as it was shown."""

import csv
import datetime
import io

import pytest

from audit.models import AuditRow
from disclosure import actions, queries
from disclosure.models import RuleChoice
from disclosure.rules import S10R10

TABLE = {"caption": "By group", "head": ["group", "People"], "rows": [["Children", "*"], ["Adults", 1240]]}


def enter(area, title):
    return actions.register_public(
        area=area,
        data_set="Survey",
        version="2014",
        title=title,
        selection="Everybody asked",
        tables=[TABLE],
        source="Survey of 2014",
        as_at=datetime.date(2014, 11, 30),
    )


@pytest.fixture
def kernows(kernow):
    return enter(kernow, "Kernow's survey")


@pytest.fixture
def bristols(bristol):
    return enter(bristol, "Bristol's survey")


def test_the_board_sees_what_everybody_published_and_can_narrow_it(client_as, kernows, bristols):
    client = client_as("board-member")
    page = client.get("/network/releases/")
    for words in ("NHS Kernow", "NHS Bristol", "As published elsewhere", "Personal health budgets in place"):
        assert words in page.text
    page = client.get("/network/releases/?area=kernow")
    assert "Kernow&#39;s survey" in page.text
    assert "Bristol&#39;s survey" not in page.text
    assert "rule" not in [link.split('"')[0] for link in page.text.split("/network/releases/")[1:]]


def test_a_release_is_shown_and_downloaded_as_it_was(client_as, kernows):
    client = client_as("evaluator")
    page = client.get(f"/network/releases/{kernows.public_id}/")
    assert "1,240" in page.text
    assert "Survey of 2014" in page.text
    assert kernows.checksum in page.text
    file = client.get(f"/network/releases/{kernows.public_id}/tables.csv")
    lines = list(csv.reader(io.StringIO(file.content.decode("utf-8-sig"))))
    assert ["Children", "*"] in lines
    assert AuditRow.objects.filter(action="export.download", by=client.person).exists()


def test_a_team_sees_its_own_areas_releases_alone(client_as, kernow, kernows, bristols):
    client = client_as("practitioner", area=kernow)
    page = client.get("/areas/kernow/releases/")
    assert "Kernow&#39;s survey" in page.text
    assert "Bristol&#39;s survey" not in page.text
    assert client.get(f"/areas/kernow/releases/{kernows.public_id}/").status_code == 200
    assert client.get(f"/areas/kernow/releases/{bristols.public_id}/").status_code == 404
    assert client.get(f"/areas/kernow/releases/{bristols.public_id}/tables.csv").status_code == 404


def test_an_area_lead_chooses_the_stricter_rule_with_a_reason(client_as, kernow):
    client = client_as("area-lead", area=kernow)
    assert "1 to 7 hidden" in client.get("/areas/kernow/releases/rule/").text
    page = client.post("/areas/kernow/releases/rule/", {"rule": "S10R10", "reason": ""})
    assert (page.status_code, "Say why" in page.text) == (422, True)
    page = client.post("/areas/kernow/releases/rule/", {"rule": "S10R10", "reason": "Small parishes"}, follow=True)
    assert "Small parishes" in page.text
    assert queries.rule_for(area=kernow) == S10R10
    assert AuditRow.objects.get(action="release_rule.choose").detail == {"rule": "S10R10"}


def test_a_rule_that_is_not_in_the_list_is_refused(client_as, kernow):
    client = client_as("finance-lead", area=kernow)
    page = client.post("/areas/kernow/releases/rule/", {"rule": "S5R1", "reason": "More detail"})
    assert (page.status_code, RuleChoice.objects.exists()) == (422, False)


def test_a_network_manager_chooses_for_a_data_set(client_as, kernow):
    client = client_as("network-manager")
    facts = {"data_set": "Survey", "rule": "S10R10", "reason": "Agreed by the board"}
    assert client.post("/network/releases/rule/", facts).status_code == 302
    assert queries.rule_for(area=kernow, data_set="Survey") == S10R10


def test_the_number_of_queries_does_not_grow_with_releases(client_as, kernow):
    from django.db import connection
    from django.test.utils import CaptureQueriesContext

    client = client_as("board-member")

    def count():
        with CaptureQueriesContext(connection) as queries_made:
            client.get("/network/releases/")
        return len(queries_made)

    enter(kernow, "First")
    count()
    before = count()
    for number in range(5):
        actions.register_public(
            area=kernow, data_set="Survey", version=str(number), title=f"Number {number}", selection="x",
            tables=[TABLE], source="x", as_at=datetime.date(2014, 11, 30),
        )  # fmt: skip
    assert count() == before
