"""The outbox against a real broker: at once, later, twice, and with the broker gone."""

import time

import pytest
from celery import current_app
from django.db import connection, transaction

from jobs import outbox
from jobs.models import OutboxMessage
from tests.jobs.conftest import sql, use_broker
from tests.jobs.sample_work import network_note


def record(word="hello", **more):
    with transaction.atomic():
        return outbox.send(network_note.name, kwargs={"word": word}, **more)


def waiting_at(broker):
    import redis

    with redis.Redis.from_url(broker.url) as client:
        return client.llen(current_app.conf.task_default_queue)


def make_due():
    sql("UPDATE jobs_outboxmessage SET due_at = now() - interval '1 second'")


def test_message_goes_out_when_the_transaction_is_kept(tables, broker):
    message = record()
    message.refresh_from_db()

    assert (message.attempts, message.last_error) == (1, "")
    assert message.sent_at is not None
    assert waiting_at(broker) == 1


def test_message_of_a_transaction_taken_back_never_goes_out(tables, broker):
    with pytest.raises(RuntimeError), transaction.atomic():
        outbox.send(network_note.name, kwargs={"word": "hello"})
        raise RuntimeError

    assert not OutboxMessage.objects.exists()
    assert waiting_at(broker) == 0


def test_same_key_is_the_same_message(tables, broker):
    assert record(key="one").pk == record(key="one").pk
    assert waiting_at(broker) == 1


def test_with_the_broker_gone_the_message_stays_and_the_request_goes_on(tables, broker):
    broker.stop()
    began = time.monotonic()
    message = record()
    second = record("second")
    took = time.monotonic() - began
    message.refresh_from_db()

    assert took < 1, f"{took:.2f} s"
    assert message.sent_at is None
    assert message.last_error
    second.refresh_from_db()
    assert second.attempts == 0  # the broker is left in peace for some seconds

    broker.start(dies_with_us=True)
    outbox._broker_rests_until = 0
    make_due()
    assert outbox.dispatch() == 2
    assert waiting_at(broker) == 2
    message.refresh_from_db()
    assert message.last_error == ""


def test_a_broker_that_swallows_packets_holds_a_request_for_seconds_only(tables, broker):
    import socket

    with socket.socket() as deaf:
        deaf.bind(("127.0.0.1", 0))
        deaf.listen(0)  # takes one connection into its queue and never answers
        use_broker(f"redis://127.0.0.1:{deaf.getsockname()[1]}/0")
        began = time.monotonic()
        message = record()
        took = time.monotonic() - began
    message.refresh_from_db()

    assert took < 4, f"{took:.2f} s"
    assert message.sent_at is None


def test_what_the_broker_lost_is_sent_again_until_it_is_done(tables, broker):
    message = record()
    assert outbox.dispatch() == 0  # not due yet
    make_due()
    assert outbox.dispatch() == 1
    outbox.mark_done(str(message.message_id))
    make_due()

    assert outbox.dispatch() == 0
    message.refresh_from_db()
    assert message.attempts == 2


def test_wait_between_two_sends_doubles(tables, broker):
    message = record()
    waits = []
    for _ in range(4):
        message.refresh_from_db()
        waits.append(round((message.due_at - message.sent_at).total_seconds()))
        make_due()
        outbox.dispatch()

    assert waits == [300, 600, 1200, 2400]


def test_row_in_anothers_hands_is_left_to_them(tables, broker):
    message = record()
    make_due()
    other = connection.copy()
    try:
        with other.cursor() as cursor:
            cursor.execute("BEGIN")
            cursor.execute("SELECT 1 FROM jobs_outboxmessage WHERE id = %s FOR UPDATE", [message.pk])
            assert outbox.dispatch() == 0
            cursor.execute("ROLLBACK")
    finally:
        other.close()
    assert outbox.dispatch() == 1


def test_handler_that_always_fails_is_given_up(tables, broker):
    message = record()

    def failing():
        raise ValueError("never")

    for _ in range(outbox.FAILURES_UNTIL_GIVEN_UP):
        with pytest.raises(ValueError, match="never"):
            outbox.handling(str(message.message_id), failing)
    message.refresh_from_db()

    assert message.refused_at is not None
    assert message.failures == outbox.FAILURES_UNTIL_GIVEN_UP
    assert outbox.handling(str(message.message_id), failing) is None


def test_old_messages_are_deleted_and_open_ones_are_not(tables, broker):
    done, refused, waiting = record(), record(), record()
    sql("UPDATE jobs_outboxmessage SET created_at = now() - interval '200 days'")
    sql("UPDATE jobs_outboxmessage SET done_at = now() - interval '31 days' WHERE id = %s", done.pk)
    sql("UPDATE jobs_outboxmessage SET refused_at = now() - interval '31 days' WHERE id = %s", refused.pk)

    assert outbox.clean() == 1
    assert set(OutboxMessage.objects.values_list("pk", flat=True)) == {refused.pk, waiting.pk}
