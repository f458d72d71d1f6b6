import datetime
from typing import Any

import time_machine

from accounts import staff_sessions
from audit.models import AuditRow

REASON = {"reason": "Looking for the stuck schedule"}


def test_signing_out_ends_the_session_and_the_page_lists_it(client_as: Any) -> None:
    client = client_as("operator")
    staff_sessions.start(by=client.person, reason="Looking at the queue")
    client.post("/account/logout/")
    assert staff_sessions.current(client.person) is None
    client.force_login(client.person, backend="accounts.backends.ActiveModelBackend")
    page = client.get("/account/staff-session/").content.decode()
    assert "Looking at the queue" in page
    assert "Your session runs until" not in page


def test_a_new_session_is_not_a_longer_old_one(client_as: Any) -> None:
    client = client_as("operator")
    first = staff_sessions.start(by=client.person, reason="Looking at the queue")
    second = staff_sessions.start(by=client.person, reason="Still looking at it")
    first.refresh_from_db()
    assert first.ended_at is not None
    assert second.ends_at - second.started_at == staff_sessions.LENGTH


def test_the_admin_asks_an_operator_for_a_reason_first(client_as: Any) -> None:
    client = client_as("operator")
    staff_sessions.end(by=client.person)
    assert client.get("/admin/").headers["Location"] == "/account/staff-session/?next=/admin/"
    assert client.get("/gallery/").headers["Location"] == "/account/staff-session/?next=/gallery/"
    assert client.post("/account/staff-session/?next=/admin/", REASON).headers["Location"] == "/admin/"
    assert client.get("/admin/").status_code == 200
    row = AuditRow.objects.filter(action="staff_session.start", by=client.person).first()
    assert (row.object_type, row.detail) == ("accounts.staffsession", {})  # the reason may name people
    assert staff_sessions.current(client.person).reason == REASON["reason"]


def test_a_session_ends_after_an_hour(client_as: Any) -> None:
    start = datetime.datetime(2026, 3, 2, 9, 0, tzinfo=datetime.UTC)
    with time_machine.travel(start, tick=False) as clock:
        client = client_as("operator")
        staff_sessions.start(by=client.person, reason=REASON["reason"])
        clock.move_to(start + datetime.timedelta(minutes=29))
        client.get("/me/")
        clock.move_to(start + datetime.timedelta(minutes=58))
        assert client.get("/admin/").status_code == 200
        clock.move_to(start + datetime.timedelta(minutes=60))
        assert client.get("/admin/").status_code == 302


def test_a_reason_is_needed(client_as: Any) -> None:
    client = client_as("operator")
    staff_sessions.end(by=client.person)
    client.post("/account/staff-session/", {"reason": "x"})
    assert staff_sessions.current(client.person) is None


def test_the_way_back_stays_on_this_site(client_as: Any) -> None:
    response = client_as("operator").post("/account/staff-session/?next=https://elsewhere.example/", REASON)
    assert response.headers["Location"] == "/account/staff-session/"


def test_an_operator_changes_nothing_in_the_admin(client_as: Any, kernow: Any) -> None:
    client = client_as("operator")
    staff_sessions.start(by=client.person, reason=REASON["reason"])
    assert client.get(f"/admin/tenants/area/{kernow.pk}/change/").status_code == 200
    assert client.post(f"/admin/tenants/area/{kernow.pk}/change/", {"name": "x"}).status_code == 403
    assert client.post(f"/admin/tenants/area/{kernow.pk}/delete/", {"post": "yes"}).status_code == 403
