"""Must show: a simulated week of 500 reports. No clock is missed without an alarm; new accounts hide nothing.

An evening and a night in the suite, the week by `script/soak peers_week`; IPC_SOAK_SEED repeats a run. The task that
the schedule runs each minute is the real one; what should have happened is worked out beside it in plain Python.
"""

import datetime
import os
import random
from zoneinfo import ZoneInfo

import pytest
from django.utils import timezone

from peer_network.models import Alarm, QueueItem
from tests.peer_network.moderation import made_up_week
from tests.peer_network.moderation.made_up_week import Week

pytestmark = pytest.mark.slow

SOAK = os.environ.get("IPC_SOAK") == "1"
SEED = int(os.environ.get("IPC_SOAK_SEED", "7"))
MINUTES, REPORTS = (7 * 24 * 60, 500) if SOAK else (5 * 60, 45)
PEOPLE = (60, 30, 70) if SOAK else (10, 8, 10)  # known members, new accounts, posts
START = datetime.datetime(2026, 11, 23, 0 if SOAK else 18, tzinfo=ZoneInfo("Europe/London"))


@pytest.fixture
def week(person, member, post, time_machine):
    """The people, their posts, and a rota with gaps."""
    time_machine.move_to(START - datetime.timedelta(hours=1), tick=False)
    known_count, new_count, post_count = PEOPLE
    long_ago = timezone.now() - datetime.timedelta(days=60)
    known = [member(joined_at=long_ago, standing=("known", "trusted")[n % 2]) for n in range(known_count)]
    # New until the week is over.
    new = [member(joined_at=START, standing=("new", "known")[n % 2]) for n in range(new_count)]
    authors = [member(joined_at=long_ago, standing="trusted") for _ in range(max(4, post_count // 7))]
    posts = [post(authors[number % len(authors)]) for number in range(post_count)]
    moderators = [person("moderator") for _ in range(4)]
    made_up_week.plan(START.replace(hour=0), 7, moderators, person("safeguarding-lead"))
    return Week(random.Random(SEED), moderators, known, new, posts, time_machine)


def test_no_clock_is_missed_without_an_alarm_and_new_accounts_hide_nothing(week):
    week.run(START, MINUTES, REPORTS)

    # Told by the obvious queue: who is called when, and what is hidden and paused, is the same to the minute.
    assert sorted(made_up_week.alarms_raised(), key=str) == sorted(week.obvious.alarms, key=str)
    assert sorted(made_up_week.acts_of_the_system(), key=str) == sorted(week.obvious.acts, key=str)
    assert week.unacknowledged == []
    # Said once more without it: whatever was taken up after its time, or not at all, has a late alarm.
    now = timezone.now()
    for item in QueueItem.objects.all():
        looked = item.first_claimed_at or now
        if looked > item.look_by + datetime.timedelta(minutes=13):  # the longest silence of the schedule
            assert Alarm.objects.filter(item=item, kind="late").exists(), item.pk
    _something_happened(week)


def _something_happened(week):
    """The week was worth looking at."""
    kinds = {kind for _, kind, _ in week.obvious.alarms}
    print(f"seed {SEED}: {week.made} reports, {len(week.obvious.alarms)} alarms, {week.missed_beats} beats missed,")
    print(f"{len(week.obvious.acts)} decisions of the system, {len(week.obvious.waiting)} items left")
    assert week.made > REPORTS  # new accounts in a crowd, too
    assert kinds >= ({"paged", "escalated", "late"} if SOAK else {"paged", "escalated"})
    assert {kind for _, kind, _ in week.obvious.acts} >= {"hide"}
