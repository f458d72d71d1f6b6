"""Summaries: at an hour of London's clock, one a person and day, each event once, none empty, none on clock changes."""

import datetime

import pytest

from notify import digests, mails
from notify.models import Mail, Notification
from notify.registry import Way
from tests.notify.conftest import tell

UTC = datetime.UTC


def moment(text):
    return datetime.datetime.fromisoformat(text).replace(tzinfo=UTC)


def told_at(person, way, text, **facts):
    made = tell(person, way, **facts)
    Notification.objects.filter(pk=made.pk).update(created_at=moment(text))
    return made


@pytest.mark.parametrize(
    ("now", "day", "daily", "weekly"),
    [
        # Winter: London is UTC. Tuesday 3 March 2026; the Monday before is the 2nd.
        ("2026-03-03T06:59", "2026-03-02", "2026-03-02T07:00", "2026-03-02T07:00"),
        ("2026-03-03T07:00", "2026-03-03", "2026-03-03T07:00", "2026-03-02T07:00"),
        # Sunday 29 March 2026: summer time begins, 7:00 in London is 6:00 UTC from then on.
        ("2026-03-28T07:00", "2026-03-28", "2026-03-28T07:00", "2026-03-23T07:00"),
        ("2026-03-29T06:00", "2026-03-29", "2026-03-29T06:00", "2026-03-23T07:00"),
        # Sunday 25 October 2026: it ends.
        ("2026-10-25T06:59", "2026-10-24", "2026-10-24T06:00", "2026-10-19T06:00"),
        ("2026-10-25T07:00", "2026-10-25", "2026-10-25T07:00", "2026-10-19T06:00"),
        # Monday at six in the morning: the week's summary is still last week's.
        ("2026-03-02T06:00", "2026-03-01", "2026-03-01T07:00", "2026-02-23T07:00"),
    ],
)
def test_summaries_fall_due_at_seven_in_london(now, day, daily, weekly):
    assert digests.due_times(moment(now)) == (datetime.date.fromisoformat(day), moment(daily), moment(weekly))


def test_an_hour_that_a_spring_night_leaves_out_and_one_that_comes_twice(settings):
    settings.DIGEST_HOUR = 1
    assert digests.due_times(moment("2026-03-29T01:00"))[1] == moment("2026-03-29T01:00")  # 2:00 in London
    # 1:00 comes at 0:00 and at 1:00 UTC: the first counts, and the second finds the same moment.
    assert digests.due_times(moment("2026-10-25T00:00"))[1] == moment("2026-10-25T00:00")
    assert digests.due_times(moment("2026-10-25T01:30"))[1] == moment("2026-10-25T00:00")


def test_one_mail_a_person_with_counts_by_kind_and_each_event_once(person, sent):
    reader, other = person(), person()
    for _ in range(2):
        told_at(reader, Way.DAILY, "2026-03-02T12:00")
    told_at(reader, Way.WEEKLY, "2026-03-01T12:00")
    told_at(other, Way.DAILY, "2026-03-02T12:00")

    assert digests.send_due(moment("2026-03-03T07:00")) == 2
    assert digests.send_due(moment("2026-03-03T08:00")) == 0
    mails.send_due()
    mine = next(each for each in sent if each.to == [reader.email])
    assert "There are 3 new things for you." in mine.body
    assert "Test daily: 2\nhttp://localhost:8000/notifications/?kind=test-daily" in mine.body
    assert "Test weekly: 1" in mine.body
    assert len(sent) == 2
    assert not Notification.objects.exclude(waits_for="").exists()


def test_what_comes_after_the_hour_waits_for_the_next_day(person):
    reader = person()
    told_at(reader, Way.DAILY, "2026-03-03T07:00")

    assert digests.send_due(moment("2026-03-03T09:00")) == 0
    assert digests.send_due(moment("2026-03-04T07:00")) == 1


def test_the_weekly_one_comes_on_monday_or_as_soon_after_as_it_can(person):
    reader = person()
    told_at(reader, Way.WEEKLY, "2026-03-03T12:00")
    for day in ("03-04", "03-05", "03-08"):
        assert digests.send_due(moment(f"2026-{day}T07:00")) == 0
    # Nothing ran on Monday the 9th.
    assert digests.send_due(moment("2026-03-10T16:00")) == 1


def test_nobody_gets_an_empty_summary_and_what_was_read_is_not_counted(person, client_as):
    client = client_as()
    made = told_at(client.person, Way.DAILY, "2026-03-02T12:00")
    client.get(made.get_absolute_url())

    assert digests.send_due(moment("2026-03-03T07:00")) == 0
    assert not Mail.objects.exists()


def test_closed_accounts_and_suspended_areas_get_none(person, kernow):
    from tenants import area_lifecycle

    closed, lead = person(), person("area-lead", area=kernow)
    told_at(closed, Way.DAILY, "2026-03-02T12:00")
    told_at(lead, Way.DAILY, "2026-03-02T12:00", area=kernow)
    closed.is_active = False
    closed.save()
    area_lifecycle.suspend_area("kernow")

    assert digests.send_due(moment("2026-03-03T07:00")) == 0


def test_one_persons_fault_leaves_the_others_their_summary(person, monkeypatch):
    from notify import letters

    unlucky, lucky = person(), person()
    told_at(unlucky, Way.DAILY, "2026-03-02T12:00")
    told_at(lucky, Way.DAILY, "2026-03-02T12:00")
    write = letters.of_digest

    def fail_for_one(user, counts):
        if user == unlucky:
            raise RuntimeError("a fault")
        return write(user, counts)

    monkeypatch.setattr(letters, "of_digest", fail_for_one)
    assert digests.send_due(moment("2026-03-03T07:00")) == 1
    monkeypatch.setattr(letters, "of_digest", write)
    assert digests.send_due(moment("2026-03-03T08:00")) == 1  # nothing of it was lost
