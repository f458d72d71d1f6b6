"""What everybody can read about moderating: exact for texts, rounded for people."""

import datetime

import pytest
from django.test import Client

from peer_network.models import Act, QueueItem
from peer_network.moderation import appeals, claims, transparency
from tests.peer_network.moderation.conftest import decide, report
from tests.queries import count_of

NOW = datetime.datetime(2026, 11, 23, 10, tzinfo=datetime.UTC)


def row(key, month="November 2026"):
    table = next(table for table in transparency.tables() if table.key == key)
    return dict(
        zip([head["text"] if isinstance(head, dict) else head for head in table.head], _of(table, month), strict=True)
    )


def _of(table, month):
    return next(line for line in table.rows if line[0] == month)


@pytest.fixture
def november(time_machine, on_duty):
    time_machine.move_to(NOW, tick=False)


def test_posts_reports_decisions_and_appeals_are_exact(november, post, member, moderator, person):
    about = post()
    made = report(about, member())
    report(about, member(), "danger")
    act = decide(made.item, "remove", moderator)
    appeals.appeal(act=act, member=about.author, words="Look again")
    item = QueueItem.objects.get(kind="appeal")
    other = person("moderator")
    claims.claim(item=item, by=other)
    appeals.decide(item=item, is_upheld=True, answer="Yes", by=other)

    posts = row("posts")
    assert (posts["Posts shown"], posts["Reported: it is unkind"], posts["Reported: somebody is in danger"]) == (
        1,
        1,
        1,
    )
    decided = row("decisions")
    assert (decided["Removed"], decided["Shown again"], decided["Hidden"]) == (1, 1, 0)
    assert row("appeals") == {
        "Month": "November 2026",
        "Asked for another look": 1,
        "Taken back": 1,
        "Not decided yet": 0,
    }
    assert len(transparency.tables()[0].rows) == 1  # no month before the first post


def test_median_wait_is_of_when_a_moderator_first_looked(november, item_about, moderator, time_machine):
    for minutes in (4, 10, 45):
        item = item_about(kind="crisis", is_urgent=True)
        time_machine.shift(minutes * 60)
        claims.claim(item=item, by=moderator)
    assert row("waits") == {"Month": "November 2026", "Urgent: minutes": 10, "Everything else: minutes": "None came"}


def test_members_are_people_and_their_small_numbers_are_hidden(november, member, moderator):
    for number in range(12):
        about = member().public_id
        facts = {"subject_kind": "member", "subject_id": about, "about": about, "by": moderator, "reason": "unkind"}
        Act.objects.create(kind="warn", **facts)
        if number < 3:
            Act.objects.create(kind="pause", **facts)
    line = [str(cell) for cell in _of(transparency.tables()[-1], "November 2026")]
    assert line == ["November 2026", "10", "*", "0"]


def test_page_and_file_are_public_and_a_fixed_number_of_queries(november, post, member):
    visitor = Client()
    assert "As at 23 November 2026" in visitor.get("/peers/transparency/").content.decode()
    assert "small numbers" in visitor.get("/peers/transparency/figures.csv").content.decode().lower()
    report(post(), member())
    before = count_of(transparency.tables)
    for _ in range(5):
        report(post(), member())
    assert count_of(transparency.tables) == before
