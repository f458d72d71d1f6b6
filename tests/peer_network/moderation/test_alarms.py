"""Alarms: who is called, when, and what is made up for after a missed beat."""

import datetime
import http.server
import json
import threading

import pytest

from jobs.models import OutboxMessage
from notify.models import Notification
from peer_network.models import Alarm, OnCall
from peer_network.moderation import alarms, claims, pager, tasks
from tests.peer_network.moderation.conftest import report

NOW = datetime.datetime(2026, 11, 23, 23, tzinfo=datetime.UTC)


@pytest.fixture
def lead(person, time_machine):
    """A safeguarding lead who is on call this night."""
    time_machine.move_to(NOW, tick=False)
    found = person("safeguarding-lead")
    hours = datetime.timedelta(hours=9)
    OnCall.objects.create(person=found, starts_at=NOW - hours, ends_at=NOW + hours)
    return found


def kinds():
    return list(Alarm.objects.order_by("pk").values_list("kind", flat=True))


def test_urgent_item_pages_whoever_is_on_call_at_once_and_everybody_after_a_quarter_of_an_hour(
    lead, person, item_about, time_machine
):
    manager, moderator = person("network-manager"), person("moderator")
    item = item_about(kind="crisis", is_urgent=True)

    paged = Notification.objects.get(kind="peers-urgent")
    assert (paged.to, paged.url) == (lead, f"/peers/on-call/{item.public_id}/")
    assert paged.mail is not None
    time_machine.shift(14 * 60)
    assert alarms.watch() == 0
    time_machine.shift(60)
    assert alarms.watch() == 1
    assert kinds() == ["paged", "escalated"]
    assert {notice.to for notice in Notification.objects.filter(title="Urgent: still nobody has taken it up")} == {
        lead,
        manager,
        moderator,
    }
    assert alarms.watch() == 0


def test_nobody_is_called_about_what_somebody_took_up(lead, person, item_about, time_machine):
    item = item_about(kind="crisis", is_urgent=True)
    claims.claim(item=item, by=person("moderator"))
    for _ in range(3):
        time_machine.shift(9 * 60)
        claims.keep(item=item, by=item.claimed_by or claims.QueueItem.objects.get(pk=item.pk).claimed_by)
        alarms.watch()
    assert kinds() == ["paged"]


def test_urgent_item_calls_everybody_where_nobody_is_on_call(person, item_about, db):
    moderator = person("moderator")
    item_about(kind="crisis", is_urgent=True)
    assert kinds() == ["paged", "escalated"]
    assert Notification.objects.filter(to=moderator, kind="peers-urgent").count() == 1


def test_passed_clock_raises_one_late_alarm_and_an_error_in_the_log(lead, item_about, time_machine, caplog):
    item_about()
    time_machine.shift(24 * 3600 - 1)
    assert alarms.watch() == 0
    time_machine.shift(1)
    assert alarms.watch() == 1
    assert alarms.watch() == 0
    assert kinds() == ["late"]


def test_missed_beats_are_made_up_for(lead, post, member, time_machine):
    report(post(), member(), "danger")
    time_machine.shift(3 * 3600)

    tasks.watch_the_queue()

    assert kinds() == ["paged", "escalated", "late"]


def test_pager_gets_fixed_words_through_the_outbox(lead, item_about, settings):
    heard = []

    class Pager(http.server.BaseHTTPRequestHandler):
        def do_POST(self):  # noqa: N802 - the library's name
            heard.append(json.loads(self.rfile.read(int(self.headers["Content-Length"]))))
            self.send_response(204)
            self.end_headers()

        def log_message(self, *words):
            """Silent."""

    server = http.server.HTTPServer(("127.0.0.1", 0), Pager)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    settings.PEERS_PAGER_URL = f"http://127.0.0.1:{server.server_port}/"
    item_about(kind="crisis", is_urgent=True)
    message = OutboxMessage.objects.get(task="peer_network.moderation.tasks.post_to_pager")
    pager.post(Alarm.objects.get(pk=message.kwargs["alarm"]))
    server.shutdown()
    server.server_close()

    assert [(each["kind"], each["text"]) for each in heard] == [
        ("paged", "Peer network: something urgent waits and nobody has taken it up. Sign in now.")
    ]


def test_pager_that_does_not_answer_is_tried_again(lead, item_about, settings):
    settings.PEERS_PAGER_URL = "http://127.0.0.1:9/"
    item_about(kind="crisis", is_urgent=True)
    with pytest.raises(OSError):
        pager.post(Alarm.objects.get())
