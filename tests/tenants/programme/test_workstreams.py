"""The network's workstreams: from its folder, kept by its manager, read by everybody with the board."""

import datetime
import shutil
from pathlib import Path

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from tenants.models import Workstream, WorkstreamOutput
from tenants.network_loading import NetworkFaults, load_folder
from tenants.programme.workstreams import actions, presenters, queries
from tenants.registrations import SOUTH_WEST

pytestmark = pytest.mark.django_db

PAGE = "/programme/workstreams/"
MODELLING = f"{PAGE}financial-modelling/"


def output(**dates):
    return WorkstreamOutput(title="A model", **dates)


def day(month, number):
    return datetime.date(2015, month, number)


def test_the_six_workstreams_of_the_application_are_loaded_with_their_source(client_as):
    rows = queries.workstreams()
    assert [row.name for row in rows] == [
        "Financial modelling",
        "Impact on block contracts",
        "Risk sharing",
        "Development of the market",
        "Growth of peer support",
        "Patient activation",
    ]
    assert {row.starts for row in rows} == {datetime.date(2015, 4, 1)}
    assert "section 4" in rows[0].source
    page = client_as("board-member").get(PAGE).text
    assert "6 workstreams. No outputs are listed yet." in page
    assert "section 4" in page


@pytest.mark.parametrize(
    ("found", "standing"),
    [
        (output(), "to_be_confirmed"),
        (output(due=day(7, 14)), "late"),
        (output(due=day(7, 15)), "due_soon"),
        (output(due=day(8, 12)), "due_soon"),  # in 28 days
        (output(due=day(8, 13)), "on_track"),  # in 29
        (output(due=day(7, 1), done_on=day(7, 15)), "done"),
        (output(due=day(7, 1), done_on=day(7, 16)), "late"),  # done later than the day that is shown
    ],
)
def test_an_output_stands_as_its_dates_say(found, standing):
    assert presenters.standing(found, day(7, 15)) == standing


def test_the_manager_keeps_them_and_the_history_says_how(client_as):
    manager = client_as("network-manager")
    typed = {"title": "A first model", "due-day": "30", "due-month": "6", "due-year": "2015", "address": ""}
    typed |= {"done_on-day": "", "done_on-month": "", "done_on-year": ""}
    assert manager.post(f"{MODELLING}outputs/new/", typed).status_code == 302
    assert manager.post(f"{MODELLING}outputs/new/", typed).status_code == 422  # the same once more
    made = WorkstreamOutput.objects.get()
    done = {**typed, "done_on-day": "1", "done_on-month": "7", "done_on-year": "2015"}
    manager.post(f"{MODELLING}outputs/{made.pk}/", done)
    text = manager.get(MODELLING).text
    assert "Done on: Empty → 1 July 2015" in text
    assert manager.person.name in text
    now, in_march = (manager.get(f"{PAGE}data.csv{tail}").content.decode() for tail in ("", "?as-at=2015Q1"))
    assert "Financial modelling,A first model,2015-06-30,2015-07-01,Done," in now
    assert "Financial modelling,A first model,2015-06-30,Not yet,Not due yet," in in_march


def test_the_board_reads_and_does_not_write(client_as, kernow):
    for role, where in (("board-member", {}), ("area-lead", {"area": kernow})):
        client = client_as(role, **where)
        assert client.get(MODELLING).status_code == 200
        assert "Change it" not in client.get(MODELLING).text
        assert client.get(f"{MODELLING}change/").status_code == 403
        assert client.post(f"{PAGE}new/", {"name": "Mine", "status": "planned"}).status_code == 403
    assert client_as("budget-holder", area=kernow).get(PAGE).status_code == 403


def test_a_workstream_that_the_manager_changed_is_left_alone_by_the_folder(person, tmp_path):
    manager = person("network-manager")
    actions.change(key="risk-sharing", values={"owner": "Directors of finance", "status": "under_way"}, by=manager)
    folder = Path(shutil.copytree(SOUTH_WEST, tmp_path / "folder"))
    file = folder / "workstreams.csv"
    file.write_text(file.read_text().replace(",planned,", ",stopped,"))
    load_folder(folder)
    status = dict(Workstream.objects.values_list("key", "status"))
    assert (status["risk-sharing"], status["peer-support"]) == ("under_way", "stopped")
    assert Workstream.objects.get(key="risk-sharing").owner == "Directors of finance"


def test_a_folder_with_a_key_that_is_no_address_is_refused(tmp_path):
    folder = Path(shutil.copytree(SOUTH_WEST, tmp_path / "folder"))
    file = folder / "workstreams.csv"
    file.write_text(file.read_text().replace("risk-sharing,", "Risk sharing,"))
    with pytest.raises(NetworkFaults) as refused:
        load_folder(folder)
    assert refused.value.faults[0].startswith("workstreams.csv:4: key: 'Risk sharing' can't be a key")


def test_two_workstreams_of_one_name_are_refused(client_as):
    manager = client_as("network-manager")
    answer = manager.post(f"{PAGE}new/", {"name": "Risk sharing", "status": "planned"})
    assert answer.status_code == 422
    assert "There is a workstream of this name already." in answer.text


def test_workstreams_and_outputs_come_as_one_file(client_as):
    text = client_as("board-member").get(f"{PAGE}data.csv").content.decode()
    assert "Impact on block contracts" in text
    assert "Outputs of the workstreams" in text


def test_the_page_takes_as_many_queries_for_many_workstreams_as_for_six(client_as):
    client = client_as("board-member")

    def queries_of_the_page(words: str) -> int:
        with CaptureQueriesContext(connection) as found:
            assert words in client.get(PAGE).text
        return len(found)

    WorkstreamOutput.objects.create(workstream=Workstream.objects.first(), title="An output", due=day(8, 1))
    client.get(PAGE)
    before = queries_of_the_page("6 workstreams; 0 of 1 output done")
    for number in range(20):
        more = Workstream.objects.create(key=f"more-{number}", name=f"More {number}")
        WorkstreamOutput.objects.create(workstream=more, title="An output", due=day(8, 1))
    assert queries_of_the_page("26 workstreams; 0 of 21 outputs done") == before
