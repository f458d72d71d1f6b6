"""Acting for somebody: within the scope, until the date, seen by everybody, and nothing else."""

import datetime
from typing import Any

import pytest
from django.core import mail
from django.db import IntegrityError, connection, transaction
from django.test import Client

import audit
from accounts.models import Representation
from accounts.representing import actions, scopes
from accounts.representing.errors import RepresentationRefused
from accounts.sessions import end_all
from audit.models import AuditRow
from config.today import today

ME = "/me/representatives/"


@pytest.fixture
def lead(client_as: Any, kernow: Any) -> Client:
    """The area lead of Kernow."""
    return client_as("area-lead", area=kernow)


@pytest.fixture
def carer(client_as: Any, kernow: Any) -> Client:
    """Carys, who acts."""
    return client_as("carer", area=kernow)


@pytest.fixture
def bea(person: Any, kernow: Any) -> Any:
    """Bea, for whom she acts."""
    return person("budget-holder", area=kernow)


def recorded(lead: Client, carer: Client, bea: Any, **more: Any) -> Representation:
    """What the area lead recorded."""
    facts = {
        "representative": carer.person,
        "person": bea,
        "area": bea.memberships.get().area,
        "kind": "nominee",
        "scope": ["details.read"],
        "evidence": "nomination",
        "evidence_seen_on": today(),
        "starts": today(),
        "ends": today() + datetime.timedelta(days=30),
        "by": lead.person,
    }
    return actions.record(**(facts | more))


@pytest.fixture
def row(lead: Client, carer: Client, bea: Any) -> Representation:
    """Carys may see Bea's details for 30 days."""
    return recorded(lead, carer, bea)


def act(carer: Client, row: Representation) -> Any:
    """Begin to act."""
    return carer.post(f"{ME}{row.public_id}/act/")


def test_whoever_acts_sees_what_the_scope_names_and_a_banner_everywhere(carer: Client, row: Any, bea: Any) -> None:
    act(carer, row)
    page = carer.get("/me/acting/").content.decode()
    assert bea.name in page
    assert bea.email not in page
    assert "You are acting for" in carer.get("/").content.decode()
    carer.post(f"{ME}stop/")
    assert "You are acting for" not in carer.get("/").content.decode()


@pytest.mark.parametrize(
    "path",
    [
        "/me/",
        "/home/",
        "/account/email/",
        "/account/password/change/",
        "/account/2fa/",
        "/account/3rdparty/",
        "/account/sessions/",
        "/jobs/",
        "/me/drafts/",
        f"{ME}00000000-0000-0000-0000-000000000000/end/",
    ],
)
def test_whoever_acts_reaches_nothing_beyond_the_scope(carer: Client, row: Any, path: str) -> None:
    assert carer.get(path).status_code != 403
    act(carer, row)
    assert carer.get(path).status_code == carer.post(path).status_code == 403


def test_an_area_lead_who_acts_for_somebody_leaves_the_own_rights_behind(
    lead: Client, bea: Any, client_as: Any, kernow: Any
) -> None:
    other = client_as("area-lead", area=kernow)
    found = recorded(other, lead, bea)
    assert lead.get("/areas/kernow/team/").status_code == 200
    act(lead, found)
    assert lead.get("/areas/kernow/team/").status_code == 403
    assert lead.get("/programme/").status_code == 403
    assert lead.get("/areas/bristol/").status_code == 404


def test_a_scope_that_was_not_recorded_or_is_not_offered_any_more_gives_nothing(
    lead: Client, carer: Client, bea: Any, monkeypatch: Any
) -> None:
    monkeypatch.setattr(scopes, "_scopes", {**scopes._scopes})
    scopes.register(scopes.Scope("posts.write", "Write posts", section=lambda person: [("Posts", "none")]))
    found = recorded(lead, carer, bea, scope=["posts.write"])
    act(carer, found)
    page = carer.get("/me/acting/").content.decode()
    assert "Write posts" in page
    assert "See their name and roles" not in page
    del scopes._scopes["posts.write"]
    assert "Write posts" not in carer.get("/me/acting/").content.decode()


@pytest.mark.parametrize(
    "change",
    [
        lambda row, lead: actions.end(representation=row, reason="Asked to stop", by=lead.person),
        lambda row, lead: Representation.objects.update(
            starts=today() - datetime.timedelta(days=2), ends=today() - datetime.timedelta(days=1)
        ),
        lambda row, lead: type(row.person).objects.filter(pk=row.person_id).update(is_active=False),
        lambda row, lead: type(row.area).objects.filter(pk=row.area_id).update(status="suspended"),
    ],
)
def test_what_is_over_gives_nothing_from_the_next_request(lead: Client, carer: Client, row: Any, change: Any) -> None:
    act(carer, row)
    change(row, lead)
    answer = carer.post("/me/", {"name": "Bea's new name"})
    assert answer.headers["Location"] == ME
    carer.person.refresh_from_db()
    assert carer.person.name != "Bea's new name"  # nor was it done as the representative's own
    page = carer.get(ME).content.decode()
    assert "You can&#39;t act for this person any more" in page
    assert "You are acting for" not in page
    act(carer, row)
    assert "You are acting for" not in carer.get("/").content.decode()


def test_one_that_has_not_begun_gives_nothing(lead: Client, carer: Client, bea: Any) -> None:
    tomorrow = today() + datetime.timedelta(days=1)
    act(carer, recorded(lead, carer, bea, starts=tomorrow))
    assert "You are acting for" not in carer.get("/").content.decode()


def test_nobody_acts_by_somebody_elses_representation(client_as: Any, row: Any) -> None:
    other = client_as("carer")
    assert act(other, row).status_code == 404
    assert other.post(f"{ME}{row.public_id}/end/", {"reason": "mine now"}).status_code == 404


def test_every_row_of_the_audit_says_for_whom(carer: Client, row: Any, bea: Any, monkeypatch: Any) -> None:
    def section(person: Any) -> list[tuple[str, str]]:
        with transaction.atomic():
            audit.record(action="job.cancel", by=carer.person)
        return []

    monkeypatch.setattr(scopes, "_scopes", {"details.read": scopes.Scope("details.read", "x", section=section)})
    act(carer, row)
    carer.get("/me/acting/")
    carer.post(f"{ME}stop/")
    with transaction.atomic():
        audit.record(action="job.cancel", by=carer.person)
    rows = (
        AuditRow.objects.filter(by=carer.person)
        .exclude(action="session.start")
        .order_by("pk")
        .values_list("action", "on_behalf_of")
    )
    assert list(rows) == [
        ("representation.act", bea.pk),
        ("job.cancel", bea.pk),
        ("representation.stop", bea.pk),
        ("job.cancel", None),
    ]


def test_both_are_told_without_a_word_of_what_it_is_about(carer: Client, row: Any, bea: Any, lead: Client) -> None:
    assert sorted(each.to[0] for each in mail.outbox) == sorted([carer.person.email, bea.email])
    assert not any("nominee" in each.body.lower() for each in mail.outbox)
    actions.end(representation=row, reason="Asked to stop", by=lead.person)
    assert len(mail.outbox) == 4


def test_the_person_ends_it_themselves(client_as: Any, lead: Client, carer: Client, kernow: Any) -> None:
    own = client_as("budget-holder", area=kernow)
    found = recorded(lead, carer, own.person)
    assert carer.person.name in own.get(ME).content.decode()
    assert "Say why it ends" in own.post(f"{ME}{found.public_id}/end/", {"reason": ""}).content.decode()
    own.post(f"{ME}{found.public_id}/end/", {"reason": "I do it myself"})
    found.refresh_from_db()
    assert (found.end_reason, found.ended_by) == ("I do it myself", own.person)


@pytest.mark.parametrize(
    ("change", "words"),
    [
        (lambda lead, carer, bea: {"representative": bea}, "Nobody acts for themselves"),
        (lambda lead, carer, bea: {"representative": lead.person}, "You can't record this for yourself"),
        (lambda lead, carer, bea: {"person": lead.person}, "You can't record this for yourself"),
        (lambda lead, carer, bea: {"scope": []}, "Choose at least one thing"),
        (lambda lead, carer, bea: {"scope": ["everything"]}, "Choose at least one thing"),
        (lambda lead, carer, bea: {"ends": today() - datetime.timedelta(days=1)}, "The last day is before"),
        (lambda lead, carer, bea: {"ends": today() + datetime.timedelta(days=3 * 366)}, "more than 3 years"),
        (
            lambda lead, carer, bea: {"kind": "parent", "ends": today() + datetime.timedelta(days=19 * 366)},
            "more than 18",
        ),
        (lambda lead, carer, bea: {"evidence_seen_on": today() + datetime.timedelta(days=1)}, "can't have been seen"),
    ],
)
def test_what_can_not_be_recorded_says_why(lead: Client, carer: Client, bea: Any, change: Any, words: str) -> None:
    with pytest.raises(RepresentationRefused, match=words):
        recorded(lead, carer, bea, **change(lead, carer, bea))


def test_there_is_one_at_a_time_and_one_that_ran_out_makes_room(
    lead: Client, carer: Client, bea: Any, row: Any
) -> None:
    with pytest.raises(RepresentationRefused, match="They act for this person already"):
        recorded(lead, carer, bea)
    yesterday = today() - datetime.timedelta(days=1)
    Representation.objects.update(starts=yesterday, ends=yesterday)
    recorded(lead, carer, bea)
    row.refresh_from_db()
    assert row.end_reason == "Its last day had passed."


def test_the_database_holds_it_too(row: Any) -> None:
    for change in ("person_id = representative_id", "ends = starts - 1", "scope = '{}'", "ended_at = now()"):
        with pytest.raises(IntegrityError), transaction.atomic(), connection.cursor() as cursor:
            cursor.execute(f"UPDATE accounts_representation SET {change}")


def test_an_area_lead_records_and_ends_by_the_pages(
    lead: Client, carer: Client, bea: Any, person: Any, bristol: Any
) -> None:
    day = {"-day": str(today().day), "-month": str(today().month), "-year": str(today().year)}
    form = {
        "person": bea.email.upper(),
        "representative": carer.person.email,
        "kind": "nominee",
        "scope": ["details.read"],
        "evidence": "nomination",
        **{f"{name}{part}": value for name in ("evidence_seen_on", "starts", "ends") for part, value in day.items()},
    }
    stranger = person("budget-holder", area=bristol)
    new = "/areas/kernow/representatives/new/"
    assert "Nobody of NHS Kernow signs in with" in lead.post(new, form | {"person": stranger.email}).content.decode()
    assert lead.post(new, form).status_code == 302
    made = Representation.objects.get()
    assert made.person == bea
    assert bea.name in lead.get("/areas/kernow/representatives/").content.decode()
    lead.post(f"/areas/kernow/representatives/{made.public_id}/end/", {"reason": "No longer needed"})
    lead.get("/areas/kernow/representatives/")  # the message that it is done names her once more
    assert bea.name not in lead.get("/areas/kernow/representatives/").content.decode()
    assert "Ended" in lead.get("/areas/kernow/representatives/?show=all").content.decode()


def test_the_list_asks_as_much_of_the_database_for_many_as_for_one(
    lead: Client, carer: Client, bea: Any, row: Any, person: Any, kernow: Any, django_assert_max_num_queries: Any
) -> None:
    from django.test.utils import CaptureQueriesContext

    lead.get("/areas/kernow/representatives/")
    with CaptureQueriesContext(connection) as one:
        lead.get("/areas/kernow/representatives/")
    for _ in range(3):
        recorded(lead, carer, person("budget-holder", area=kernow))
    with django_assert_max_num_queries(len(one)):
        lead.get("/areas/kernow/representatives/")


def test_signing_out_ends_acting(carer: Client, row: Any) -> None:
    act(carer, row)
    end_all([carer.person.pk])
    carer.force_login(carer.person, backend="accounts.backends.ActiveModelBackend")
    assert "You are acting for" not in carer.get("/").content.decode()
