"""What the schedule does for the knowledge base: it publishes agreed words on their day, and no others."""

import datetime
from unittest import mock

import pytest
from django.utils import timezone
from wagtail.models import Revision

from jobs import schedule
from knowledge import tasks
from knowledge.models import Method
from tests.knowledge.making import body_with, publish
from tests.knowledge.resources import draft


@pytest.fixture
def person(client_as, front):
    client = client_as("knowledge-editor")
    client.get("/cms/")
    return client.person


def test_both_tasks_are_on_the_schedule(db):
    tasks_sent = {entry.task for entry, _ in dict(schedule._wanted()).values()}

    assert {"knowledge.tasks.publish_scheduled", "knowledge.tasks.keep_consents"} <= tasks_sent


def test_agreed_words_are_published_on_their_day_and_others_are_left(person):
    agreed = publish(draft(slug="agreed"), person)
    words = agreed.get_latest_revision()
    agreed.unpublish()
    other = draft(slug="other", body=body_with("Nobody agreed this."))
    soon = timezone.now() - datetime.timedelta(minutes=1)
    Revision.objects.filter(pk__in=[words.pk, other.get_latest_revision().pk]).update(approved_go_live_at=soon)

    tasks.publish_scheduled()

    assert Method.objects.get(pk=agreed.pk).live
    assert not Method.objects.get(pk=other.pk).live


def test_a_page_is_taken_off_on_its_day(person):
    page = publish(draft(slug="agreed"), person)
    Method.objects.filter(pk=page.pk).update(expire_at=timezone.now() + datetime.timedelta(minutes=1))

    with mock.patch(
        "wagtail.management.commands.publish_scheduled.timezone.now",
        return_value=timezone.now() + datetime.timedelta(minutes=2),
    ):
        tasks.publish_scheduled()

    assert not Method.objects.get(pk=page.pk).live
