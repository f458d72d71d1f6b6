"""A Celery task carries its area, or is refused: when it is sent, and again when it is run."""

import pytest
from celery import current_app
from celery.exceptions import Reject
from django.db import connection, transaction

from audit.models import AuditRow
from jobs import area_task, outbox
from jobs.area_task import MESSAGE_HEADER, SCHEMA_HEADER
from jobs.errors import MessageNotRecorded, TaskWithoutArea
from jobs.models import OutboxMessage
from tests.jobs.sample_work import TABLE, area_fault, area_note, area_second_try, network_note, written


@pytest.fixture
def tables(db):
    with connection.cursor() as cursor:
        for schema in ("public", "area_kernow", "area_bristol"):
            cursor.execute(TABLE.format(schema=schema))


@pytest.fixture
def sent(monkeypatch):
    """What goes to the broker, at the last step before it."""
    found = []

    def catch(app, name, args=None, kwargs=None, **options):
        found.append((name, options["headers"]))

    monkeypatch.setattr(area_task.CeleryApp, "send_task", catch)
    return found


def deliver(task, headers, **kwargs):
    """As a worker runs a message with these headers."""
    task.push_request(headers=headers, id="a-message", args=(), kwargs=kwargs, called_directly=False)
    try:
        return task(**kwargs)
    finally:
        task.pop_request()


# When it is sent


def test_sent_with_an_area_the_message_names_its_schema(kernow, sent):
    area_note.send("hello", area=kernow)
    area_note.apply_async(kwargs={"word": "hello"}, area=kernow)

    assert [headers[SCHEMA_HEADER] for _, headers in sent] == ["area_kernow", "area_kernow"]


def test_sent_without_an_area_is_refused_even_inside_one(kernow, sent):
    connection.set_tenant(kernow)
    try:
        for send in (
            lambda: area_note.send("hello"),
            lambda: area_note.send("hello", area=None),
            lambda: area_note.delay("hello"),
            lambda: area_note.apply_async(["hello"]),
            lambda: area_note.s("hello").apply_async(),
            lambda: area_note.apply(["hello"]),
            lambda: area_note.delay_on_commit("hello"),
            lambda: area_note.apply_async(["hello"], headers={SCHEMA_HEADER: "public"}),
        ):
            with pytest.raises(TaskWithoutArea):
                send()
    finally:
        connection.set_schema_to_public()
    assert sent == []


def test_by_name_alone_nothing_is_sent():
    with pytest.raises(TaskWithoutArea):
        current_app.send_task("tests.jobs.sample_work.area_note", ["hello"])


def test_region_wide_task_goes_to_the_shared_schema_and_takes_no_area(kernow, sent):
    connection.set_tenant(kernow)
    network_note.send("hello")
    with pytest.raises(TaskWithoutArea, match="region-wide"):
        network_note.send("hello", area=kernow)
    connection.set_schema_to_public()

    assert [headers[SCHEMA_HEADER] for _, headers in sent] == ["public"]


def test_on_commit_takes_the_area_named_then_not_the_one_current_at_commit(
    kernow, bristol, sent, django_capture_on_commit_callbacks
):
    with django_capture_on_commit_callbacks(execute=False) as callbacks:
        connection.set_tenant(kernow)
        area_note.delay_on_commit("hello", area=kernow)
        connection.set_tenant(bristol)
    for callback in callbacks:
        callback()
    connection.set_schema_to_public()

    assert [headers[SCHEMA_HEADER] for _, headers in sent] == ["area_kernow"]


def test_outbox_takes_the_area_named_then(kernow, bristol, sent, django_capture_on_commit_callbacks):
    with django_capture_on_commit_callbacks(execute=False) as callbacks:
        outbox.send(area_note.name, area=kernow, kwargs={"word": "hello"})
        connection.set_tenant(bristol)
    for callback in callbacks:
        callback()
    connection.set_schema_to_public()

    assert [headers[SCHEMA_HEADER] for _, headers in sent] == ["area_kernow"]


def test_outbox_refuses_a_message_without_its_area(kernow):
    with pytest.raises(TaskWithoutArea):
        outbox.send(area_note.name, kwargs={"word": "hello"})
    with pytest.raises(TaskWithoutArea):
        outbox.send(network_note.name, area=kernow, kwargs={"word": "hello"})


def test_outbox_outside_a_transaction_is_refused(committed_db):
    with pytest.raises(MessageNotRecorded):
        outbox.send(network_note.name, kwargs={"word": "hello"})


# When it is run


def test_runs_in_its_area_and_leaves_the_connection_in_public(tables, kernow):
    deliver(area_note, {SCHEMA_HEADER: "area_kernow"}, word="hello")

    assert connection.schema_name == "public"
    assert written("area_kernow") == [("hello", "area_kernow")]
    assert written("public") == []


def test_a_task_that_fails_leaves_the_connection_in_public(tables):
    with pytest.raises(ValueError, match="a fault"):
        deliver(area_fault, {SCHEMA_HEADER: "area_kernow"}, word="hello")

    assert connection.schema_name == "public"


def test_applied_in_place_the_callers_area_is_current_again(tables, kernow, bristol):
    connection.set_tenant(bristol)
    area_note.apply(["hello"], area=kernow)
    current = connection.schema_name
    connection.set_schema_to_public()

    assert current == "area_bristol"
    assert written("area_kernow") == [("hello", "area_kernow")]


def test_second_try_keeps_the_area(tables, kernow):
    area_second_try.apply(["hello"], area=kernow)

    assert [word for word, _ in written("area_kernow")] == ["hello-0", "hello-1"]


def test_called_directly_from_the_shared_schema_is_refused(tables):
    with pytest.raises(TaskWithoutArea):
        area_note("hello")


@pytest.mark.parametrize(
    ("task", "headers", "why"),
    [
        (area_note, {}, "names no area"),
        (area_note, None, "names no area"),
        (area_note, {SCHEMA_HEADER: None}, "names no area"),
        (area_note, {SCHEMA_HEADER: ""}, "names no area"),
        (area_note, {SCHEMA_HEADER: "public"}, "names the shared schema"),
        (area_note, {SCHEMA_HEADER: "area_atlantis"}, "There is no area with the schema area_atlantis"),
        (area_note, {SCHEMA_HEADER: "area_template"}, "There is no area"),
        (area_note, {SCHEMA_HEADER: "pg_catalog"}, "There is no area"),
        (network_note, {}, "names no area"),
        (network_note, {SCHEMA_HEADER: "area_kernow"}, "the task is region-wide"),
    ],
)
def test_message_without_a_usable_area_is_thrown_away_and_written_down(tables, task, headers, why):
    with pytest.raises(Reject) as refusal:
        deliver(task, headers, word="hello")

    assert refusal.value.requeue is False
    assert written("public") == written("area_kernow") == []
    row = AuditRow.objects.get(action="task.refuse")
    assert why in row.detail["reason"]
    assert connection.schema_name == "public"


def test_message_of_a_suspended_area_is_refused(tables, kernow):
    type(kernow).objects.filter(pk=kernow.pk).update(status="suspended")
    with pytest.raises(Reject, match="suspended"):
        deliver(area_note, {SCHEMA_HEADER: "area_kernow"}, word="hello")

    assert written("area_kernow") == written("public") == []


def test_message_of_an_area_whose_schema_is_gone_does_not_fall_through_to_public(tables):
    with connection.cursor() as cursor:
        cursor.execute("DROP SCHEMA area_kernow CASCADE")
    with pytest.raises(Reject, match="does not exist"):
        deliver(area_note, {SCHEMA_HEADER: "area_kernow"}, word="hello")

    assert written("public") == []


def test_refused_message_of_the_outbox_is_marked_and_not_sent_again(tables, kernow):
    message = outbox.send(area_note.name, area=kernow, kwargs={"word": "hello"})
    type(kernow).objects.filter(pk=kernow.pk).update(status="suspended")
    headers = {SCHEMA_HEADER: "area_kernow", MESSAGE_HEADER: str(message.message_id)}
    with pytest.raises(Reject):
        deliver(area_note, headers, word="hello")

    message.refresh_from_db()
    assert message.refused_at is not None
    assert "suspended" in message.last_error
    assert outbox.dispatch() == 0


def test_every_task_of_the_application_stands_on_ours():
    own = [task for name, task in current_app.tasks.items() if not name.startswith("celery.")]

    assert own
    assert all(isinstance(task, area_task.AreaTask) for task in own)


def test_message_is_done_in_the_same_transaction_as_its_work(tables, kernow):
    message = outbox.send(area_note.name, area=kernow, kwargs={"word": "hello"})
    headers = {SCHEMA_HEADER: "area_kernow", MESSAGE_HEADER: str(message.message_id)}
    deliver(area_note, headers, word="hello")
    deliver(area_note, headers, word="hello")  # delivered twice

    assert [word for word, _ in written("area_kernow")] == ["hello"]
    assert OutboxMessage.objects.get(pk=message.pk).done_at is not None


def test_handler_that_fails_leaves_nothing_and_its_message_stays(tables, kernow):
    message = outbox.send(area_fault.name, area=kernow, kwargs={"word": "hello"})
    headers = {SCHEMA_HEADER: "area_kernow", MESSAGE_HEADER: str(message.message_id)}
    with pytest.raises(ValueError, match="a fault"):
        deliver(area_fault, headers, word="hello")

    message.refresh_from_db()
    assert written("area_kernow") == []
    assert (message.done_at, message.failures, message.last_error) == (None, 1, "ValueError: a fault")
    assert transaction.get_connection().schema_name == "public"
