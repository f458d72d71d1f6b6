"""The demo's themes: one gathers support, one is overdue, one was answered in time; and its safeguarding case."""

import datetime

import pytest

from peer_network.heard import queries
from peer_network.models import Case, QueueItem, Theme
from tests.peer_network.heard.conftest import TODAY

pytestmark = pytest.mark.django_db


def test_the_sample_has_a_theme_of_each_stage_and_a_case_and_is_made_once():
    from accounts.registrations import make_demo_people
    from peer_network.sample.registrations import make_conversations

    make_demo_people()
    for _ in range(2):
        make_conversations()
    stages = {theme.title: queries.stage_of(theme) for theme in Theme.objects.all()}
    assert sorted(stages.values()) == ["agenda", "answered", "gathering"]
    # On the agenda since Friday 12 June; twenty working days after is Friday 10 July, so on 15 July it is overdue.
    late = Theme.objects.get(answered_on=None, agenda_on__isnull=False)
    assert (late.agenda_on, late.due_on) == (datetime.date(2015, 6, 12), datetime.date(2015, 7, 10))
    assert late.is_late(TODAY)
    assert not QueueItem.objects.filter(subject_kind="theme").exists()
    assert Case.objects.get().is_sample
