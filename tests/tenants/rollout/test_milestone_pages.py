"""The pages of milestones: status and slip in words, forms that keep what was typed, files, help, reminders."""

import datetime
import re

import pytest
from bs4 import BeautifulSoup

from notify.models import Notification
from tenants import help_requests, tasks
from tenants.contexts import in_area
from tenants.rollout.milestones import actions, queries, registering
from tests.queries import count_queries
from tests.tenants.rollout.saying import TODAY, dates, own, say

pytestmark = pytest.mark.django_db

LIST = "/areas/kernow/rollout/milestones/"
STAGE_2 = f"{LIST}finance-2/"
EMPTY = {"evidence": "", "comment": "", "owner": "", "override": "", "override_reason": "", "reason": ""}


@pytest.fixture(autouse=True)
def field_date(settings):
    settings.IPC_TODAY = TODAY


@pytest.fixture
def lead(client_as, kernow):
    return client_as("area-lead", area=kernow)


def words(response) -> str:
    assert response.status_code in {200, 422}
    return " ".join(BeautifulSoup(response.content, "html.parser").main.get_text(" ", strip=True).split())


def post(client, address, **typed):
    days = {name: typed.pop(name, "") for name in ("forecast", "done_on", "due")}
    boxes = {box: text for name, day in days.items() for box, text in dates(name, day).items()}
    return client.post(address, {**EMPTY, **typed, **boxes})


def test_the_list_counts_each_colour_in_its_first_sentence(lead, kernow):
    """By 15 July 2015 ten of the sixteen dates have passed; the others are 5 and more months away."""
    assert "10 red, 0 amber, 6 green and 0 done." in words(lead.get(LIST))
    say(kernow, "eoi", done_on=datetime.date(2014, 9, 19))
    assert "9 red, 0 amber, 6 green and 1 done." in words(lead.get(LIST))


def test_the_list_is_narrowed_by_status_and_so_is_its_file(lead, kernow):
    say(kernow, "eoi", done_on=datetime.date(2014, 9, 19))
    page = BeautifulSoup(lead.get(f"{LIST}?status=done").content, "html.parser")
    assert len(page.select("table.nhsuk-table-responsive tbody tr, table.nhsuk-table tbody tr")) == 1
    file = lead.get(f"{LIST}data/milestones.csv?status=done").content.decode()
    assert "Expression of interest" in file
    assert "Planning" not in file
    assert "Done in time." in file


@pytest.mark.parametrize("ending", ["csv", "xlsx", "pdf"])
def test_the_list_can_be_taken_away_as_a_file(lead, ending):
    assert lead.get(f"{LIST}data/milestones.{ending}").status_code == 200


def test_the_overview_has_the_worst_status_of_a_stage_and_year(lead, kernow):
    for key in ("finance-1", "finance-2", "capitation-design"):
        say(kernow, key, done_on=datetime.date(2015, 7, 1))
    chart = BeautifulSoup(lead.get(LIST).content, "html.parser").select_one(".ipc-heat")
    rows = {row.th.get_text(strip=True): row.get_text(" ", strip=True) for row in chart.select("tbody tr")}
    assert "2014/15 Done 1 of 1 milestone done" in rows["Finance"]
    assert "2015/16 Green 2 of 3 milestones done" in rows["Finance"]
    assert "2014/15 Red 0 of 2 milestones done" in rows["Planning"]


def test_a_lead_says_when_it_will_be_done_and_the_page_shows_the_slip(lead):
    answer = post(lead, f"{STAGE_2}change/", forecast="2015-08-01", reason="The data came late")
    assert (answer.status_code, answer.url) == (302, STAGE_2)
    text = words(lead.get(STAGE_2))
    assert "Overdue by 76 days." in text
    assert "Total slip: 93 days. First due on 30 April 2015, now 1 August 2015." in text
    assert "The data came late" in text
    file = lead.get(f"{STAGE_2}dates.csv").content.decode()
    assert "Forecast,2015-04-30,2015-08-01,93,The data came late" in file


def test_a_date_without_a_reason_keeps_what_was_typed(lead):
    answer = post(lead, f"{STAGE_2}change/", forecast="2015-08-01", comment="We wait for the council")
    assert answer.status_code == 422
    assert "Say why the dates change." in words(answer)
    assert "We wait for the council" in answer.content.decode()


@pytest.mark.parametrize(
    ("typed", "fault"),
    [
        ({"done_on": "2015-07-16"}, "This date is still to come."),
        ({"override": "green"}, "Say why the status is set by hand."),
        ({}, "Nothing has changed."),
    ],
)
def test_a_slip_in_the_form_is_told(lead, typed, fault):
    answer = post(lead, f"{STAGE_2}change/", **typed)
    assert answer.status_code == 422
    assert fault in words(answer)


def test_a_status_set_by_hand_says_so_wherever_it_shows(lead):
    post(lead, f"{STAGE_2}change/", override="amber", override_reason="The vote is on Friday")
    text = words(lead.get(STAGE_2))
    assert "Amber Set by hand: The vote is on Friday. By its dates it would be red." in text
    file = lead.get(f"{LIST}data/milestones.csv").content.decode()
    assert '"Amber, set by hand",Set by hand: The vote is on Friday' in file


def test_a_milestone_of_the_areas_own_is_added_taken_off_and_put_back(lead, kernow):
    answer = post(lead, f"{LIST}new/", title="Hall booked", group="", due="2015-09-30")
    address = answer.url
    assert "The area's own" in words(lead.get(address))
    assert lead.post(f"{address}take-off/", {"words": ""}).status_code == 422
    for _ in range(2):  # pressed twice, it is done once
        lead.post(f"{address}take-off/", {"words": "The hall burnt down"})
    assert "taken off the plan on 15 July 2015" in words(lead.get(address))
    assert "Hall booked" not in words(lead.get(LIST))
    assert "Hall booked" in words(lead.get(f"{LIST}?status=off"))
    for _ in range(2):
        lead.post(f"{address}put-back/", {"words": "Another hall"})
    assert "Hall booked" in words(lead.get(LIST))


@pytest.mark.parametrize("key", ["nothing", "local-99999", "local-0"])
def test_a_milestone_that_is_not_there_is_not_found(lead, key):
    assert lead.get(f"{LIST}{key}/").status_code == 404


def test_a_national_milestone_has_no_page_to_take_it_off(lead):
    assert lead.get(f"{STAGE_2}take-off/").status_code == 404


def test_another_areas_own_milestone_is_not_found(client_as, kernow, bristol):
    key = own(kernow)
    elsewhere = client_as("area-lead", area=bristol)
    assert elsewhere.get(f"{LIST}{key}/").status_code == 404
    assert elsewhere.get(f"/areas/bristol/rollout/milestones/{key}/").status_code == 404
    assert "Hall booked" not in elsewhere.get("/areas/bristol/rollout/milestones/data/milestones.csv").content.decode()


def test_a_red_milestone_leads_to_help_where_a_room_takes_requests(lead, kernow):
    with help_requests.instead(None):
        assert "Ask another area for help" not in words(lead.get(STAGE_2))
    asked = []
    with help_requests.instead(lambda topic, group, area: asked.append((topic, group, area)) or "/timebank/ask/"):
        page = BeautifulSoup(lead.get(STAGE_2).content, "html.parser")
        assert page.find("a", href="/timebank/ask/")
        assert asked == [("Financial model", "", kernow)]
        assert "Ask for help" in words(lead.get(f"{LIST}?status=red"))
        assert "Ask for help" not in words(lead.get(f"{LIST}?status=green"))


def test_the_time_bank_takes_requests_and_opens_a_form_that_is_filled_in(lead):
    page = BeautifulSoup(lead.get(STAGE_2).content, "html.parser")
    link = page.find("a", href=re.compile("^/timebank/requests/new/"))["href"]
    form = BeautifulSoup(lead.get(link).content, "html.parser")
    assert form.find("input", {"name": "title"})["value"] == "Financial model"
    assert form.find("option", selected=True, value="finance-models")


def test_the_list_asks_the_same_of_the_database_however_many_milestones_there_are(lead, kernow):
    lead.get(LIST)
    before = count_queries(lead, LIST)
    for number in range(20):
        own(kernow, title=f"Step {number}")
    assert count_queries(lead, LIST) == before


def test_late_milestones_are_on_the_leads_home_as_one_card(lead, client_as, kernow):
    text = words(lead.get("/home/"))
    assert "10 milestones are late" in text
    assert "NHS Kernow. Expression of interest was due on 19 September 2014." in text
    assert "milestones are late" not in words(client_as("practitioner", area=kernow).get("/home/"))


def told(person) -> list[str]:
    return [note.title for note in Notification.objects.filter(to=person, kind="rollout-late").order_by("pk")]


def test_a_late_milestone_is_told_to_the_areas_leads_on_its_first_morning(person, kernow, bristol, settings):
    lead, other = person("area-lead", area=kernow), person("area-lead", area=bristol)
    own(kernow, due=datetime.date(2015, 7, 20))
    late = {}
    for day in (20, 21, 22):
        settings.IPC_TODAY = datetime.date(2015, 7, day)
        tasks.remind_area.apply(area=kernow).get()
        late[day] = told(lead)
    assert len(late[21]) == len(late[20]) + 1
    assert late[22] == late[21]
    assert told(other) == []


def test_a_milestone_done_or_off_the_plan_is_not_late(kernow):
    key = own(kernow, due=datetime.date(2015, 7, 1))
    say(kernow, "eoi", done_on=datetime.date(2014, 9, 19))
    with in_area(kernow):
        assert len(queries.overdue(TODAY)) == 10
        actions.take_off(area=kernow, key=key, reason="No hall", by=None)
        late = queries.overdue(TODAY)
        dues = [due for due in registering.dues_of(kernow) if due.is_late(TODAY)]
    assert len(late) == len(dues) == 9
    assert {"eoi", key} & {each.key for each in late} == set()
