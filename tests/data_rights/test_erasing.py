"""Must show: a person exports their data, is erased, and nothing about them remains but what the law keeps, listed."""

import json
import zipfile

import pytest
from django.conf import settings
from django.test import Client

from accounts.models import User
from audit.models import AuditRow
from data_rights import copies, declared, erasing, registry
from data_rights.errors import CannotErase
from tenants.contexts import in_area
from tenants.memberships import grant
from tenants.models import Follower
from tenants.returns.models import ReportedRefusal
from tenants.rollout.lists import actions as lists
from tenants.rollout.lists.kinds import PEOPLE
from tenants.rollout.models import GroupPerson, GroupPersonEvent, Refusal
from tests.data_rights import everywhere


@pytest.fixture
def other(person):
    found = person("network-manager")
    found.name = "Ottokar Otherperson"
    found.save()
    return found


@pytest.fixture(autouse=True)
def own_files(monkeypatch, tmp_path):
    """Folders of this test's own: the run's are shared by its workers, and another may be writing the same mark."""
    for name in ("PRIVATE_ROOT", "MEDIA_ROOT", "MAIL_ROOT"):
        monkeypatch.setattr(settings, name, tmp_path / name)


@pytest.fixture
def wilhelmina(other, kernow, tmp_path, django_capture_on_commit_callbacks):
    return everywhere.make(kernow, other, tmp_path)


# Kept as published, by number or in words; each with its line in the list of what is kept.
PUBLISHED = "What areas have published or signed that names you"
STAYS = {
    "public.returns_publishedplan": PUBLISHED,
    "public.returns_publishedmilestone": PUBLISHED,
    "public.returns_publishedpromise": PUBLISHED,
    "public.returns_signedreturn": "Returns that you signed, with your name",
}


def test_person_takes_a_copy_is_erased_and_nothing_is_left_but_what_is_listed(
    wilhelmina, other, tmp_path, django_capture_on_commit_callbacks
):
    before = everywhere.tables_with(everywhere.MARK)
    assert len(before) > 20
    assert everywhere.files_with(everywhere.MARK)
    assert everywhere.sessions_with(wilhelmina)

    copies.write(wilhelmina, tmp_path / "hers.zip")
    with zipfile.ZipFile(tmp_path / "hers.zip") as archive:
        page = archive.read("your-data.html").decode()
        document = json.loads(archive.read("your-data.json"))
        tables = [name for name in archive.namelist() if name.startswith("tables/")]
    assert document["no_data_in"] == ["Figures that you published"]  # nobody publishes figures yet
    assert len(tables) > 20
    assert everywhere.NAME in page
    assert everywhere.SECOND in page
    for hidden in ("Otherperson", other.email, "token-of-zebrafinch", "secret-of-zebrafinch", "confirm-key"):
        assert hidden not in page + json.dumps(document)

    with django_capture_on_commit_callbacks(execute=True):
        erased = erasing.erase(user=wilhelmina, by=other, why="by-hand")

    assert everywhere.tables_with(everywhere.MARK) == set(STAYS)
    assert everywhere.sessions_with(wilhelmina) == []
    assert everywhere.files_with(everywhere.MARK) == []
    assert everywhere.cached_with(everywhere.MARK) == []
    listed = {kept.what: kept for kept in erased.keeps}
    assert set(STAYS.values()) <= set(listed)
    assert all(kept.why and kept.until and kept.count for kept in listed.values())
    assert set(listed) == {
        "The number of your account, without a name",
        "Staff sessions",
        "Rows of the audit: what you did and when, by number",
        "That you asked for something about your data, and when",
        "Model log entries",
        "Revisions",
        "Steps of co-production",
        "Explanations of findings",
        "Roles that you held, and when",
        "That you changed a plan, and when",
        "Who acted for whom, and when",
        "That you changed something else of a roll-out or of the network, and when",
        "That you loaded, calculated or recorded something of an area's finance models, and when",
        "That you posted or reserved minutes of the time bank, or set its limits, and when",
        "That you wrote offers, requests, rules and decisions of the time bank for your area or the network, and when",
        "That you agreed, confirmed, disputed or commented on sessions of the time bank for your area, and when",
        "That you were a mentor, and what you were paid",
        "What you wrote in the peer network and others have read, without your name",
        "Decisions of moderators about you, by a number that leads to nobody any more, without their words",
        "What you decided as a moderator of the peer network, and when",
        "That you took up or decided something of the moderators’ queue, and when",
        "Records by which the network keeps people safe, if there are any that speak of you",
        "That you opened or worked on safeguarding cases, and when",
        "What you asked the programme board and others have read, without your name",
        "Files that you shared in the peer network, without your name",
        "That you wrote an answer to members for the board, or set the number of supporters, and when",
        "Editions of offers",
        "Checks of providers",
        "Directories",
        "Readings of directories",
        "Records of directories",
        "Interventions in markets",
        "Providers’ interest",
        "Shared prices",
        "Versions of market position statements",
        "What you answered, reported or read in the marketplace for an organisation or an area",
        PUBLISHED,
        "Returns that you signed, with your name",
    }


def test_what_is_left_refers_to_a_number_with_a_name_for_nobody(wilhelmina, other):
    erasing.erase(user=wilhelmina, by=other, why="by-hand")

    left = User.objects.get(pk=wilhelmina.pk)
    assert left.name.startswith("Person erased in ")
    assert left.email == f"{left.public_id.hex}@erased.invalid"
    assert (left.is_active, left.has_usable_password()) == (False, False)
    assert left.memberships.filter(ended_at__isnull=True).count() == 0
    assert AuditRow.objects.filter(by=left).first().who == left.name
    assert not Client().login(email=everywhere.EMAIL, password=everywhere.PASSWORD)


def test_other_people_keep_their_texts_without_the_name(wilhelmina, other):
    from django.apps import apps

    erasing.erase(user=wilhelmina, by=other, why="by-hand")

    notice = apps.get_model("notify.Notification").objects.get(to=other, kind="x")
    assert (notice.title, notice.body) == ("[name removed] has left", "Write to [name removed].")
    assert apps.get_model("drafts.Draft").objects.get(user=other).fields == {"text": ["Dear [name removed],"]}


def test_every_part_is_tried_here(wilhelmina):
    """A room that adds a part adds to `everywhere.make`, or this fails."""
    empty = [part.key for part, sections in copies.gather(wilhelmina) if not sections]
    assert empty == ["releases"]
    assert {part.key for part in registry.parts()} >= {"account", "audit", "network", "sign-in"}
    assert declared.all_declarations()["accounts.User"].is_personal


def test_the_last_network_manager_is_not_erased(other):
    with pytest.raises(CannotErase, match="last manager"):
        erasing.erase(user=other, by=None, why="by-hand")
    assert User.objects.get(pk=other.pk).name == "Ottokar Otherperson"


def test_with_a_second_manager_the_first_may_go(other, person):
    person("network-manager")
    erasing.erase(user=other, by=None, why="by-hand")
    assert User.objects.get(pk=other.pk).name.startswith("Person erased")


def test_the_areas_last_lead_is_warned(person, kernow):
    lead = person("area-lead", area=kernow)
    assert any("has no other lead" in words for words in erasing.plan(lead).warnings)
    grant(user=person(), role="area-lead", area=kernow, by=None)
    assert erasing.plan(lead).warnings == []


def test_nobody_is_erased_twice(person):
    user = person("carer")
    erasing.erase(user=user, by=None, why="by-hand")
    with pytest.raises(CannotErase, match="already"):
        erasing.erase(user=user, by=None, why="by-hand")


def test_a_part_that_fails_leaves_everything_as_it_was(wilhelmina, other):
    def fails(user, by):
        raise RuntimeError("the last part fails")

    registry.register(registry.Part("fails", "Fails", (), export=lambda user: [], erase=fails, order=99))
    try:
        with pytest.raises(RuntimeError):
            erasing.erase(user=wilhelmina, by=other, why="by-hand")
    finally:
        registry.unregister("fails")
    assert User.objects.get(pk=wilhelmina.pk).email == everywhere.EMAIL
    assert everywhere.sessions_with(wilhelmina)


OF_THE_AREAS = ("tenants", "rollout", "returns", "programme")


def test_every_table_of_areas_and_network_that_may_know_somebody_is_tried(wilhelmina):
    """A helper that adds a table adds to `everywhere_rollout.make`, or this fails."""
    named = {table.split(".")[1] for table in everywhere.tables_with(everywhere.MARK)}
    models = [model for model in declared.models_with_rows() if model._meta.app_label in OF_THE_AREAS]
    untried = [
        model._meta.label for model in models if declared.of(model).mentions and model._meta.db_table not in named
    ]
    assert untried == []


def test_a_copy_has_what_one_did_and_not_the_areas_figures(wilhelmina, kernow, bristol):
    sections = {
        each.key: each
        for part, found in copies.gather(wilhelmina)
        if part.key == "network"
        for each in found
        if each.rows
    }
    assert set(sections) == {
        "roles",
        "signed-returns",
        "finance-terms",
        "site-moves",
        "network-risks",
        "projections",
        "board-packs",
        "follows",
        "plan-changes-kernow",
        "rollout-changes-kernow",
        "trajectory-kernow",
        "returns-typed-kernow",
        "refusals-kernow",
        "people-kernow",
    }
    assert len(sections["follows"].rows) == 2  # with the account, and by address
    assert len(sections["refusals-kernow"].rows) == 1  # theirs, not the one that somebody wrote of them
    assert len(sections["returns-typed-kernow"].rows) == 2
    assert "4711" not in json.dumps([each.records for each in sections.values()])


def test_what_somebody_said_of_being_refused_goes_and_the_count_stays(wilhelmina, other, kernow):
    erasing.erase(user=wilhelmina, by=other, why="by-hand")
    with in_area(kernow):
        theirs, of_them = Refusal.objects.order_by("pk")
        assert (theirs.contact, theirs.words) == ("", "[deleted: its writer asked to be erased]")
        assert (of_them.words, of_them.outcome) == ("[name removed] did not answer", "[name removed] has phoned")
        assert not GroupPerson.objects.exists()
        assert {event.name for event in GroupPersonEvent.objects.all()} == {"[name removed]"}
    assert ReportedRefusal.objects.count() == 2
    assert not Follower.objects.exists()


def test_somebody_of_the_same_name_in_an_area_that_is_not_theirs_stays(wilhelmina, other, bristol):
    values = {"name": "Ann", "role": "Nurse", "group": "", "organisation": None}
    with in_area(bristol):
        lists.add(PEOPLE, area=bristol, values=values, by=other)
    User.objects.filter(pk=wilhelmina.pk).update(name="Ann")
    erasing.erase(user=wilhelmina, by=other, why="by-hand")
    with in_area(bristol):
        assert GroupPerson.objects.get().name == "Ann"
