"""The network's own risks: three come with the folder, the board scores them, a folder undoes nothing."""

import datetime
import shutil
from pathlib import Path

import pytest
from bs4 import BeautifulSoup
from django.core.exceptions import ValidationError
from django.db import DatabaseError, IntegrityError, connection, transaction

from tenants import network_risks
from tenants.models import NetworkRisk
from tenants.network_loading import NetworkFaults, load_folder
from tenants.registrations import SOUTH_WEST

pytestmark = pytest.mark.django_db

APPLIED = datetime.date(2014, 11, 7)
TODAY = datetime.date(2015, 7, 15)
SCORES = {"likelihood_before": 4, "impact_before": 4, "likelihood_after": 3, "impact_after": 4}


@pytest.fixture(autouse=True)
def field_date(settings):
    settings.IPC_TODAY = TODAY


@pytest.fixture
def manager(person):
    return person("network-manager")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return Path(shutil.copytree(SOUTH_WEST, tmp_path / "folder"))


def reword(folder: Path, before: str, after: str) -> None:
    path = folder / "risks.csv"
    assert before in path.read_text()
    path.write_text(path.read_text().replace(before, after, 1))


def test_the_application_named_three_risks_and_scored_none():
    found = network_risks.open_as_at(TODAY)
    assert [risk.key for risk in found] == ["partnership", "one-budget", "block-contracts"]
    assert {risk.rating_after for risk in found} == {None}
    assert {risk.as_at for risk in found} == {APPLIED}
    assert {"section 10" in risk.source for risk in found} == {True}
    assert network_risks.as_at(datetime.date(2014, 11, 6)) == []


def test_the_board_scores_a_risk_and_the_day_before_stays_as_it_was(manager):
    network_risks.change(key="partnership", values=SCORES, reason="Scored at the July board", by=manager)
    assert network_risks.find("partnership").rating_after == 12
    (before,) = [risk for risk in network_risks.as_at(datetime.date(2015, 7, 14)) if risk.key == "partnership"]
    assert before.rating_after is None
    assert [row.reason for row in network_risks.history("partnership")] == [
        "Scored at the July board", "Loaded from the network's folder."
    ]  # fmt: skip


def test_the_same_folder_again_changes_nothing_also_after_the_board_has_scored(manager, folder):
    network_risks.change(key="partnership", values=SCORES, reason="Scored", by=manager)
    report = load_folder(folder)
    assert (report.added, report.renewed, report.unchanged["risks of the network"]) == ({}, {}, 3)
    assert network_risks.find("partnership").rating_after == 12


def test_words_of_the_folder_are_renewed_and_scores_stay(manager, folder):
    network_risks.change(key="partnership", values=SCORES, reason="Scored", by=manager)
    reword(folder, "A partnership of this size may not hold together", "The partnership may break up")
    assert load_folder(folder).renewed == {"risks of the network": 1}
    now = network_risks.find("partnership")
    assert (now.title, now.rating_after, now.as_at) == ("The partnership may break up", 12, TODAY)


def test_words_that_the_network_wrote_are_not_undone_by_a_folder(manager, folder):
    network_risks.change(key="partnership", values={"owner": "Programme manager"}, reason="Named", by=manager)
    with pytest.raises(NetworkFaults) as refused:
        load_folder(folder)
    (fault,) = refused.value.faults
    assert fault.startswith("risks.csv:2: title: the network changed this risk on 15 July 2015")
    assert network_risks.find("partnership").owner == "Programme manager"


@pytest.mark.parametrize(
    ("before", "after", "column"),
    [("partnership,risk", "partnership,worry", "kind"), ("partnership,risk", "The Partnership,risk", "key")],
)
def test_a_fault_in_the_file_is_one_line(folder, before, after, column):
    reword(folder, before, after)
    with pytest.raises(NetworkFaults) as refused:
        load_folder(folder)
    assert [fault for fault in refused.value.faults if fault.startswith(f"risks.csv:2: {column}: ")]


def test_a_folder_without_the_file_is_whole(folder):
    (folder / "risks.csv").unlink()
    sources = folder / "sources.csv"
    sources.write_text("".join(line for line in sources.read_text().splitlines(True) if "risks.csv" not in line))
    load_folder(folder)
    assert len(network_risks.open_as_at(TODAY)) == 3


def test_half_a_score_is_refused(manager):
    with pytest.raises(ValidationError, match="both are scored or neither"):
        network_risks.change(key="partnership", values={"impact_after": 3}, reason="Scored", by=manager)


def test_a_network_risk_is_added_closed_with_words_and_opened_again(manager):
    made = network_risks.add(values={"title": "The team leaves", **SCORES}, by=manager)
    with pytest.raises(network_risks.NetworkRiskReasonMissing):
        network_risks.close(key=made.key, words=" ", by=manager)
    network_risks.close(key=made.key, words="They stayed", by=manager)
    assert made.key not in [risk.key for risk in network_risks.open_as_at(TODAY)]
    with pytest.raises(network_risks.NetworkRiskUnchanged, match="closed"):
        network_risks.change(key=made.key, values={"title": "New"}, reason="Why", by=manager)
    again = network_risks.reopen(key=made.key, reason="One left", by=manager)
    assert (again.closed_on, again.closing_words, again.rating_after) == (None, "", 12)


def test_two_risks_of_one_title_have_two_addresses(manager):
    keys = [network_risks.add(values={"title": "The team leaves"}, by=manager).key for _ in range(2)]
    assert keys == ["the-team-leaves", "the-team-leaves-2"]


def test_a_row_is_never_changed_nor_deleted_also_by_raw_sql():
    for statement in ("UPDATE tenants_networkrisk SET title = 'x'", "DELETE FROM tenants_networkrisk"):
        with pytest.raises(DatabaseError, match="Cannot"), transaction.atomic():
            connection.cursor().execute(statement)


def test_the_database_refuses_a_score_beside_1_to_5():
    with pytest.raises(IntegrityError), transaction.atomic():
        NetworkRisk.objects.create(key="x", title="x", opened_on=TODAY, as_at=TODAY, likelihood_after=6, impact_after=1)


LIST = "/programme/network-risks/"


def words(response) -> str:
    return " ".join(BeautifulSoup(response.content, "html.parser").main.get_text(" ", strip=True).split())


def test_everybody_with_the_board_reads_that_the_application_gave_no_score(client_as):
    reader = client_as("board-member")
    text = words(reader.get(LIST))
    assert "Not scored by the application" in text
    assert "Money is tied into block contracts" in text
    assert "section 10" in text
    assert "Score or change it" not in words(reader.get(f"{LIST}of/partnership/"))
    assert reader.get(f"{LIST}of/partnership/change/").status_code == 403


def test_the_network_manager_scores_by_the_form_and_the_file_has_it(client_as):
    manager = client_as("network-manager")
    risk = network_risks.find("partnership")
    typed = {name: getattr(risk, name) for name in network_risks.WORDS} | SCORES | {"reason": "Scored in July"}
    half = manager.post(f"{LIST}of/partnership/change/", typed | {"impact_after": ""})
    assert half.status_code == 422
    assert "Choose the impact too, or leave both not scored." in words(half)
    assert manager.post(f"{LIST}of/partnership/change/", typed).status_code == 302
    text = words(manager.get(f"{LIST}of/partnership/"))
    assert "12, high: possible (3) × major (4)" in text
    assert "Scored in July" in text
    assert "12, high: possible (3) × major (4)" in manager.get(f"{LIST}list.csv").content.decode()
    assert "12, high" not in manager.get(f"{LIST}list.csv?as-at=2015Q2").content.decode()


def test_the_network_manager_adds_closes_and_reopens_by_the_pages(client_as):
    manager = client_as("network-manager")
    made = manager.post(f"{LIST}add/", {"kind": "issue", "title": "The team left"})
    assert made.url == f"{LIST}of/the-team-left/"
    assert "Not scored yet" in words(manager.get(made.url))
    manager.post(f"{made.url}close/", {"words": "A new team came"})
    assert "The team left" not in words(manager.get(LIST))
    manager.post(f"{made.url}reopen/", {"words": "It left too"})
    assert "The team left" in words(manager.get(LIST))
    assert manager.get(f"{LIST}of/nothing/").status_code == 404
