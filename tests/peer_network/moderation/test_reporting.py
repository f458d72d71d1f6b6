"""Reports: acknowledged at once, one for each member, told of the outcome, and never a way to the reporter."""

import pytest
from django.db import IntegrityError, transaction

from notify.models import Notification
from peer_network.models import Post, QueueItem, Report
from peer_network.moderation import reporting
from tests.peer_network.moderation.conftest import decide, report


def test_report_is_acknowledged_in_the_same_moment_and_waits_in_the_queue(on_duty, post, member):
    about, by = post(), member()

    made = report(about, by, "hurt")

    notice = Notification.objects.get(to=by.user, kind="peers-reports")
    assert notice.title == "Thank you. We have what you reported"
    assert "within half an hour" in notice.body
    assert (notice.created_at - made.made_at).total_seconds() < 60
    item = QueueItem.objects.get()
    assert (item.kind, item.urgency, item.about) == ("report", 1, about.author)


def test_reporting_twice_is_one_report_that_can_become_urgent(on_duty, post, member):
    about, by = post(), member()
    first = report(about, by, "unkind", "It is rude")

    again = report(about, by, "danger", "She says that she will come here")

    assert again.pk == first.pk
    assert Report.objects.get().words == "It is rude\nShe says that she will come here"
    assert QueueItem.objects.get().urgency == 1
    assert Notification.objects.filter(to=by.user, kind="peers-reports").count() == 1
    row = {"reporter": by, "subject_kind": "post", "subject_id": about.public_id, "item": first.item}
    with pytest.raises(IntegrityError, match="peers_report_once"), transaction.atomic():
        Report.objects.create(reason="other", **row)


@pytest.mark.parametrize(("kind", "words"), [("no_action", "so it stays"), ("remove", "done something about it")])
def test_reporter_hears_the_outcome_in_kind_words(on_duty, post, member, kind, words):
    about, by = post(), member()
    made = report(about, by)

    decide(made.item, kind, on_duty)

    made.refresh_from_db()
    assert made.outcome == {"no_action": "left", "remove": "acted"}[kind]
    assert words in Notification.objects.filter(to=by.user).order_by("pk").last().body


def test_author_learns_of_a_report_neither_who_made_it_nor_that_it_was_left(on_duty, post, member):
    about, by = post(), member()
    made = report(about, by, words="It frightens me")
    decide(made.item, "no_action", on_duty)
    assert not Notification.objects.filter(to=about.author.user, kind__startswith="peers").exists()

    second = report(about, by)
    decide(second.item, "remove", on_duty)
    told = Notification.objects.get(to=about.author.user, kind__startswith="peers")
    assert by.display_name not in told.title + told.body
    assert "report" not in (told.title + told.body).lower()


def test_visitor_pastes_an_address_and_it_is_about_that_post(on_duty, post):
    about = post()
    place = f"https://localhost/peers/topics/{about.topic.public_id}/?page=1#post-1"

    made = reporting.report_elsewhere(place=place, reason="unkind")

    assert (made.subject_kind, made.subject_id, made.reporter) == ("post", about.public_id, None)


def test_visitors_words_wait_for_a_moderator_where_no_address_is_found(on_duty):
    made = reporting.report_elsewhere(place="In the tea room, somebody called Robin", reason="danger")

    item = QueueItem.objects.get()
    assert (item.subject_kind, item.subject_id, item.urgency) == ("report", made.public_id, 1)
    decide(item, "no_action", on_duty)
    made.refresh_from_db()
    assert made.outcome == "left"


def test_report_with_words_of_another_is_kept_beside_the_first(on_duty, post, member):
    about = post()
    one, two = report(about, member()), report(about, member())
    assert one.item == two.item
    decide(one.item, "hide", on_duty)
    assert Post.objects.get(pk=about.pk).state == "hidden"
    assert set(Report.objects.values_list("outcome", flat=True)) == {"acted"}
