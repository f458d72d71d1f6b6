"""A recorded e-mail is sent once: whatever the mail server, the broker, or a dying worker does."""

import datetime
import socket
import threading

import pytest
from celery import current_app
from django.core.mail import EmailMessage, send_mail
from django.db import connection, connections, transaction

from jobs import outbox
from jobs.models import OutboxMessage
from notify import mails, sealing, tasks
from notify.errors import NotInTransaction
from notify.models import Mail
from tests.conftest import make_person
from tests.jobs.conftest import broker  # noqa: F401 - a fixture
from tests.notify.conftest import Sink, states, tell, use_smtp

RECORDED = "notify.backend.RecordedBackend"


def make_due():
    Mail.objects.filter(state="queued").update(due_at=datetime.datetime(2020, 1, 1, tzinfo=datetime.UTC))


def test_a_mail_is_sent_once_and_its_text_wiped(person, sink):
    reader = person()
    tell(reader)
    mail = Mail.objects.get()
    assert "answer" not in mail.sealed
    assert mail.sealed

    mails.send_one(str(mail.public_id))
    mails.send_one(str(mail.public_id))
    mails.send_due()
    mail.refresh_from_db()
    assert (mail.state, mail.sealed, mail.tries) == ("sent", "", 1)
    assert len(sink.taken) == 1
    assert f"To: {reader.email}" in sink.taken[0]


def test_the_message_to_the_worker_is_recorded_with_the_mail(person):
    tell(person())
    message = OutboxMessage.objects.get(task=mails.TASK)

    assert message.kwargs == {"mail": str(Mail.objects.get().public_id)}
    assert message.area is None


def test_a_mail_server_that_is_down_loses_nothing_and_the_page_says_so(client_as, monkeypatch):
    with socket.socket() as held:
        held.bind(("127.0.0.1", 0))
        port = held.getsockname()[1]
    use_smtp(monkeypatch, port)  # nobody listens there now
    client = client_as()
    tell(client.person, title="You have an answer")
    mails.send_due()

    assert states() == ["queued"]
    assert Mail.objects.get().last_error == "ConnectionRefusedError"
    page = client.get("/notifications/").text
    assert "E-mails are late" in page
    assert "You have an answer" in page
    assert "E-mails are late" in client.get("/me/notifications/").text

    server = Sink(port)
    try:
        mails.send_due()
        assert server.connections == 0  # left in peace for half a minute
        monkeypatch.setattr(mails, "_server_rests_until", 0.0)
        mails.send_due()
        assert len(server.taken) == 1
    finally:
        server.stop()
    assert states() == ["sent"]
    assert "E-mails are late" not in client.get("/notifications/").text


@pytest.mark.parametrize(
    ("answers", "state", "error"),
    [
        ({"RCPT": "550 nobody here"}, "failed", "SMTPRecipientsRefused"),
        ({"RCPT": "450 try later"}, "queued", "SMTPRecipientsRefused"),
        ({"END": "554 looks like spam"}, "failed", "SMTPDataError 554"),
        ({"END": "451 try later"}, "queued", "SMTPDataError 451"),
        ({"MAIL": "550 not from you"}, "queued", "SMTPSenderRefused 550"),
    ],
)
def test_what_the_server_refuses_is_tried_again_unless_it_is_for_good(person, sink, answers, state, error):
    sink.answers = answers
    tell(person())
    mails.send_due()
    mail = Mail.objects.get()

    assert (mail.state, mail.last_error) == (state, error)
    mails.send_due()
    assert Mail.objects.get().tries == 1  # not before a minute is over
    sink.answers = {}
    make_due()
    mails.send_due()
    assert states() == ["sent" if state == "queued" else "failed"]


def test_a_server_that_takes_a_mail_and_falls_silent_gets_it_once(person, sink):
    sink.silent_after_data = True
    tell(person())
    mails.send_due()
    assert states() == ["unsure"]

    sink.silent_after_data = False
    make_due()
    mails.send_due()
    assert len(sink.taken) == 1


def test_a_worker_that_dies_while_it_hands_over_leaves_a_mail_that_is_not_sent_again(person, sink, monkeypatch):
    from django.core.mail.backends.smtp import EmailBackend

    class Killed(BaseException):
        """What no `except Exception` sees: the process is gone."""

    send = EmailBackend.send_messages

    def die_after_sending(self, messages):
        send(self, messages)
        raise Killed

    tell(person())
    monkeypatch.setattr(EmailBackend, "send_messages", die_after_sending)
    with pytest.raises(Killed):
        mails.send_due()
    monkeypatch.setattr(EmailBackend, "send_messages", send)
    assert states() == ["sending"]

    make_due()
    tasks.send_due_mails()
    assert states() == ["sending"]  # its worker may still be at it
    Mail.objects.update(claimed_at=datetime.datetime(2020, 1, 1, tzinfo=datetime.UTC))
    tasks.send_due_mails()
    assert states() == ["unsure"]
    assert len(sink.taken) == 1


def test_a_server_that_ends_each_connection_after_two_mails_gets_all_of_them(person, sink):
    sink.mails_a_connection = 2
    for _ in range(5):
        tell(person())
    mails.send_due()

    assert states() == ["sent"] * 5
    assert (len(sink.taken), sink.connections) == (5, 3)


def test_two_workers_at_once_send_each_mail_once(committed_db, sink):
    reader = make_person()
    for _ in range(8):
        tell(reader)

    def work():
        try:
            mails.send_due()
        finally:
            connections.close_all()

    threads = [threading.Thread(target=work) for _ in range(3)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()

    assert states() == ["sent"] * 8
    assert len({text.partition("Message-ID: ")[2].partition("\n")[0] for text in sink.taken}) == len(sink.taken) == 8


def test_the_mark_is_kept_before_the_server_is_asked(committed_db, sink, monkeypatch):
    from django.core.mail.backends.smtp import EmailBackend

    seen = []
    send = EmailBackend.send_messages

    def look(self, messages):
        other = connection.copy()
        try:
            with other.cursor() as cursor:
                cursor.execute("SELECT state FROM notify_mail")
                seen.extend(cursor.fetchall())
        finally:
            other.close()
        return send(self, messages)

    monkeypatch.setattr(EmailBackend, "send_messages", look)
    tell(make_person())
    mails.send_due()
    assert seen == [("sending",)]


def test_with_the_broker_down_the_page_works_and_the_mail_goes_when_it_is_back(committed_db, broker, sent, client):  # noqa: F811
    import redis

    reader = make_person()
    client.force_login(reader, backend="accounts.backends.ActiveModelBackend")
    broker.stop()
    tell(reader, title="You have an answer")
    assert "You have an answer" in client.get("/notifications/").text
    assert sent == []

    broker.start(dies_with_us=True)
    outbox._broker_rests_until = 0
    OutboxMessage.objects.update(due_at=datetime.datetime(2020, 1, 1, tzinfo=datetime.UTC))
    assert outbox.dispatch() == 1
    with redis.Redis.from_url(broker.url) as queue:
        assert queue.llen(current_app.conf.task_default_queue) == 1
    message = OutboxMessage.objects.get(task=mails.TASK)
    tasks.send_mail.apply(kwargs=message.kwargs, headers={"_outbox_message": str(message.message_id)})
    message.refresh_from_db()
    assert (len(sent), message.done_at is not None) == (1, True)


def test_a_mail_that_is_no_longer_needed_is_dropped(person, kernow, sent):
    from accounts.access import Access
    from notify import actions, queries
    from notify.registry import Way
    from tenants import area_lifecycle

    closed, has_read, has_left, of_area = person(), person(), person(), person("area-lead", area=kernow)
    tell(closed), tell(has_read), tell(has_left), tell(of_area, area=kernow)
    closed.is_active = False
    closed.save()
    actions.mark_read(queries.visible_to(Access(has_read)))
    actions.choose(by=has_left, ways={"test-at-once": Way.PAGE})
    area_lifecycle.suspend_area("kernow")
    mails.send_due()

    assert states() == ["dropped"] * 4
    assert sent == []


def test_django_and_allauth_mails_take_the_same_way(db, settings, client, person, sent):
    settings.EMAIL_BACKEND = RECORDED
    reader = person()
    client.post("/account/password/reset/", {"email": reader.email})
    mail = Mail.objects.get()
    assert (mail.address, mail.state, sent) == (reader.email, "queued", [])
    assert "password/reset/key" in sealing.unseal(mail.sealed)["body"]

    mails.send_due()
    assert sent[0].to == [reader.email]
    assert "password/reset/key" in sent[0].body
    assert sent[0].message()["Auto-Submitted"] == "auto-generated"


def test_an_invitation_is_recorded_with_the_mail_or_not_at_all(db, settings, sent):
    from accounts import invitations

    settings.EMAIL_BACKEND = RECORDED
    with pytest.raises(RuntimeError), transaction.atomic():
        invitations.invite(email="new@example.org", role="evaluator", by=None)
        raise RuntimeError
    assert not Mail.objects.exists()

    invitations.invite(email="new@example.org", role="evaluator", by=None)
    token = sealing.unseal(Mail.objects.get().sealed)["body"].partition("/account/invitation/")[2].partition("/")[0]
    assert token
    assert token not in str(Mail.objects.values().get())
    assert token not in str(list(OutboxMessage.objects.values()))


def test_each_address_of_a_message_gets_its_own_and_files_go_along(db, settings, sent):
    settings.EMAIL_BACKEND = RECORDED
    message = EmailMessage(
        "Two\n lines", "Text", to=["a@example.org"], cc=["b@example.org"], reply_to=["c@example.org"]
    )
    message.attach("day.ics", "BEGIN:VCALENDAR", "text/calendar")
    message.send()
    mails.send_due()

    assert [each.to for each in sent] == [["a@example.org"], ["b@example.org"]]
    assert {each.subject for each in sent} == {"Two lines"}
    assert sent[0].reply_to == ["c@example.org"]
    assert sent[0].attachments[0][:2] == ("day.ics", "BEGIN:VCALENDAR")


def test_outside_a_transaction_no_mail_of_ours_is_recorded(committed_db):
    with pytest.raises(NotInTransaction):
        mails.record_document({"subject": "x", "body": "x", "headers": {}}, address="a@example.org")


def test_another_secret_key_opens_no_waiting_mail(db, settings, sent):
    settings.EMAIL_BACKEND = RECORDED
    send_mail("x", "y", None, ["a@example.org"])
    settings.SECRET_KEY = "another"
    mails.send_due()
    assert (states(), Mail.objects.get().last_error, sent) == (["failed"], "SealBroken", [])


def test_a_key_that_was_replaced_still_opens_what_waits(db, settings, sent):
    settings.EMAIL_BACKEND = RECORDED
    send_mail("x", "y", None, ["a@example.org"])
    settings.SECRET_KEY_FALLBACKS = [settings.SECRET_KEY]
    settings.SECRET_KEY = "another"
    mails.send_due()
    assert states() == ["sent"]
