"""A theme is read by a moderator, gathers support, goes before the board the same moment, and is answered in time."""

import datetime

import pytest
from django.db import IntegrityError, connection, transaction

from audit.models import AuditRow
from data_rights import retention
from notify.models import Notification
from peer_network.heard import actions, answers, counts, rules, subject, tasks
from peer_network.heard.errors import AskedAlready, BeforeTheBoard, NotOnAgenda, NotYours, ThemeClosed, ThemeRefused
from peer_network.models import Member, QueueItem, Theme, ThemeSupport
from peer_network.moderation import claims, deciding, subjects
from peer_network.moderation.opening import put_before_moderators
from tests.peer_network.heard.conftest import TODAY

pytestmark = pytest.mark.django_db
YES = {"kind": "yes", "heard": "Letters are hard.", "doing": "Write them anew.", "done_by": datetime.date(2015, 9, 30)}


def test_a_theme_waits_for_a_moderator_and_takes_no_support_before(topic, member):
    theme = actions.propose(topic=topic, title="Letters", summary="In plain words.", by=member()).theme
    assert (theme.state, theme.shown_at) == ("waiting", None)
    item = QueueItem.objects.get(subject_kind="theme", subject_id=theme.public_id)
    assert item.kind == QueueItem.Kind.PROFILE
    with pytest.raises(ThemeClosed):
        actions.support(theme=theme, by=member())


def test_a_moderator_finds_reads_shows_and_hides_a_theme(topic, member):
    made = actions.propose(topic=topic, title="Letters", summary="In plain words.", by=member()).theme
    kind = subjects.of_kind("theme")
    row = kind.find(made.public_id)
    assert ("What members ask", "Letters") in kind.words(row)
    kind.show(row)
    assert Theme.objects.shown().get().shown_at is not None
    kind.hide(row)
    assert not Theme.objects.shown().exists()


def test_a_moderator_decides_in_the_queue_and_whoever_asked_hears_of_it(topic, member, person):
    writer, moderator = member(), person("moderator")
    theme = actions.propose(topic=topic, title="Letters", summary="In plain words.", by=writer).theme
    item = QueueItem.objects.get(subject_kind="theme")
    claims.claim(item=item, by=moderator)
    deciding.decide(item=item, kind="show", reason="kind", by=moderator)

    theme.refresh_from_db()
    assert theme.state == "shown"
    assert Notification.objects.filter(to=writer.user, title="Others can support what you ask now").exists()
    assert not QueueItem.objects.filter(subject_kind="theme").open_now().exists()


def test_the_eighth_supporter_puts_it_on_the_agenda_the_same_moment(supported):
    assert supported(7).agenda_on is None
    theme = supported(8)
    assert (theme.agenda_on, theme.needed) == (TODAY, 8)
    assert theme.due_on == datetime.date(2015, 8, 12)  # twenty working days after Wednesday 15 July


def test_a_member_whose_account_is_closed_does_not_count(supported, member):
    theme = supported(7)
    closed = theme.supports.first().member
    Member.objects.filter(pk=closed.pk).update(state="closed", state_reason="It happened again.")
    actions.support(theme=theme, by=member())
    theme.refresh_from_db()
    assert (theme.supports.count(), theme.agenda_on) == (8, None)
    actions.support(theme=theme, by=member())
    theme.refresh_from_db()
    assert theme.agenda_on == TODAY


def test_supporting_twice_counts_once(theme, member):
    supporter = member()
    for _ in range(2):
        actions.support(theme=theme, by=supporter)
    assert theme.supports.count() == 2
    with pytest.raises(IntegrityError), transaction.atomic():
        ThemeSupport.objects.create(theme=theme, member=supporter)


def test_taking_support_back_leaves_what_is_on_the_agenda_there(supported):
    theme = supported(8)
    actions.take_support_back(theme=theme, by=theme.supports.first().member)
    theme.refresh_from_db()
    assert theme.agenda_on == TODAY
    assert theme.supports.count() == 7


def test_one_topic_is_asked_about_once(theme, topic, member):
    with pytest.raises(AskedAlready):
        actions.propose(topic=topic, title="Again", summary="The same.", by=member())


def test_only_its_writer_changes_a_theme_and_a_moderator_reads_it_again(topic, member):
    writer = member()
    theme = actions.propose(topic=topic, title="Letters", summary="In plain words.", by=writer).theme
    with pytest.raises(NotYours):
        actions.change(theme=theme, title="Mine", summary="Mine.", by=member())
    subject.ask_change(theme)
    actions.change(theme=theme, title="Letters to us", summary="In plain words.", by=writer)
    assert QueueItem.objects.filter(kind=QueueItem.Kind.CHANGED, subject_id=theme.public_id).exists()
    subject.show(theme)
    with pytest.raises(NotYours):
        actions.change(theme=theme, title="Later", summary="Other words.", by=writer)


def test_the_count_that_is_shown_is_yesterdays_and_hides_small_numbers(supported, settings):
    theme = supported(9)
    assert str(counts.published([theme])[theme.pk]) == "0"
    settings.IPC_TODAY = TODAY + datetime.timedelta(days=1)
    assert str(counts.published([theme])[theme.pk]) == "10"  # nine people, to the nearest five
    for row in theme.supports.all()[:4]:
        row.delete()
    assert str(counts.published([theme])[theme.pk]) == "*"  # five people


def test_the_board_cannot_set_a_number_that_reaching_would_tell(manager):
    with pytest.raises(ThemeRefused, match="never told"):
        rules.set_needed(number=7, reason="Few write", by=manager)
    with pytest.raises(IntegrityError), transaction.atomic(), connection.cursor() as cursor:
        cursor.execute('INSERT INTO peer_network_themerule (needed, reason, "on") VALUES (3, %s, now())', ["Few"])


def test_a_new_number_counts_from_the_next_supporter(supported, member, manager):
    rules.set_needed(number=10, reason="Many write now", by=manager)
    theme = supported(9)
    assert theme.agenda_on is None
    rules.set_needed(number=8, reason="Too many were asked for", by=manager)
    theme.refresh_from_db()
    assert theme.agenda_on is None
    actions.support(theme=theme, by=member())
    theme.refresh_from_db()
    assert (theme.agenda_on, theme.needed) == (TODAY, 8)


def test_supporters_followers_and_the_board_hear_of_the_agenda_without_names(supported, manager):
    theme = supported(8)
    told = Notification.objects.filter(kind="peers-heard", title="Now before the board: Letters")
    # Eight supporters. Whoever began the topic follows nothing here.
    assert told.count() == 8
    board = Notification.objects.get(kind="peers-heard-board", to=manager)
    assert (board.title, board.mail is not None) == ("On the agenda: Letters", True)
    names = list(theme.supports.values_list("member__display_name", flat=True))
    assert not any(name in f"{each.title} {each.body}" for each in Notification.objects.all() for name in names)


def test_asking_and_supporting_leave_nothing_in_the_audit(supported):
    supported(8)
    assert not AuditRow.objects.filter(object_type__startswith="peer_network").exists()
    assert not AuditRow.objects.filter(action__startswith="heard").exists()


def test_the_board_answers_and_changes_its_answer_with_a_reason(supported, manager):
    theme = supported(8)
    answers.answer(theme=theme, by=manager, **YES)
    theme.refresh_from_db()
    assert theme.answered_on == TODAY
    with pytest.raises(ThemeRefused, match="why the answer is changed"):
        answers.answer(theme=theme, by=manager, **YES)
    answers.answer(theme=theme, kind="no", heard="Letters", why_not="No money.", changed_because="Cut.", by=manager)
    assert [row.number for row in theme.answers.order_by("number")] == [1, 2]
    answers.tell_more(theme=theme, words="Somebody gave the money.", by=manager)
    row = AuditRow.objects.get(action="heard.update")
    assert (row.by, row.object_words) == (manager, f"Theme {theme.pk}")
    title = "What came of it: Letters"
    assert Notification.objects.filter(kind="peers-heard", title=title).count() == 8


def test_an_answer_says_what_and_by_when_or_why_not(supported, manager):
    theme = supported(8)
    for facts in ({**YES, "doing": ""}, {**YES, "done_by": None}, {"kind": "no", "heard": "Yes", "why_not": " "}):
        with pytest.raises(ThemeRefused):
            answers.answer(theme=theme, by=manager, **facts)


def test_what_is_not_on_the_agenda_is_not_answered(theme, manager):
    with pytest.raises(NotOnAgenda):
        answers.answer(theme=theme, by=manager, **YES)


@pytest.mark.parametrize("table", ["themeanswer", "themeupdate", "themerule"])
@pytest.mark.parametrize("change", ['UPDATE peer_network_{} SET "on" = now()', "DELETE FROM peer_network_{}"])
def test_what_the_board_said_refuses_change_by_raw_sql(supported, manager, table, change):
    theme = supported(8)
    answers.answer(theme=theme, by=manager, **YES)
    answers.tell_more(theme=theme, words="Done.", by=manager)
    rules.set_needed(number=10, reason="More", by=manager)
    with pytest.raises(Exception, match="Cannot"), transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(change.format(table))


def test_the_board_is_reminded_a_week_before_and_when_it_is_late_once_each(supported, manager, settings):
    supported(8)
    told = {}
    # Due on Wednesday 12 August: five working days before are Wednesday 5 August.
    for day in (4, 5, 6, 12, 13, 14):
        settings.IPC_TODAY = datetime.date(2015, 8, day)
        told[day] = tasks.remind_of_answers()
    assert told == {4: 0, 5: 1, 6: 0, 12: 0, 13: 1, 14: 0}


def test_a_hidden_theme_is_gone_from_the_board_and_is_reminded_of_no_more(supported, manager, settings):
    subject.hide(supported(8))
    settings.IPC_TODAY = datetime.date(2015, 9, 1)
    assert not Theme.objects.on_agenda().exists()
    assert tasks.remind_of_answers() == 0


def test_what_others_never_read_goes_after_a_year_and_what_they_did_stays(theme, topic, member, space):
    from data_rights import retention
    from peer_network.rights_samples import a_topic

    another = a_topic(member(), space)
    old = actions.propose(topic=another, title="Mine", summary="My case alone.", by=member()).theme
    actions.take_back(theme=old, by=old.proposed_by)  # what waits for a moderator stays until one has read it
    long_ago = datetime.datetime(2020, 1, 1, tzinfo=datetime.UTC)
    Theme.objects.update(proposed_at=long_ago)
    (rule,) = [each for each in retention.rules() if each.key == "peers-themes"]
    assert list(rule.past(rule.before())) == [old]


def test_whoever_asked_takes_it_back_and_then_nothing_shows_it_again(topic, theme, member, person):
    actions.support(theme=theme, by=member())
    with pytest.raises(NotYours):
        actions.take_back(theme=theme, by=member())
    actions.take_back(theme=theme, by=theme.proposed_by)

    subject.show(theme)
    subject.remove(theme)
    theme.refresh_from_db()
    assert theme.state == "taken_back"
    assert not Theme.objects.shown().exists()
    # Somebody may ask about the same topic again.
    assert actions.propose(topic=topic, title="Letters again", summary="In words.", by=member()).theme is not None


def test_what_was_taken_back_waits_for_no_moderator_but_a_report_of_it_does(topic, member):
    writer = member()
    made = actions.propose(topic=topic, title="Letters", summary="In plain words.", by=writer).theme
    put_before_moderators(kind="report", subject_kind="theme", subject_id=made.public_id, about=writer)
    actions.take_back(theme=made, by=writer)
    assert list(QueueItem.objects.open_now().values_list("kind", flat=True)) == ["report"]


def test_what_is_before_the_board_can_not_be_taken_back(supported):
    theme = supported(8)
    with pytest.raises(BeforeTheBoard, match="other people support it"):
        actions.take_back(theme=theme, by=theme.proposed_by)
    with pytest.raises(IntegrityError, match="peers_theme_on_agenda_stays"), transaction.atomic():
        Theme.objects.filter(pk=theme.pk).update(state="taken_back")


def test_words_that_others_can_not_read_go_after_a_year_unless_a_report_needs_them(topic, member):
    day = datetime.datetime(2014, 1, 1, tzinfo=datetime.UTC)
    gone, needed = (Theme.objects.create(topic=topic, title="Letters", summary="So", proposed_at=day) for _ in range(2))
    put_before_moderators(kind="report", subject_kind="theme", subject_id=needed.public_id, about=None)
    (rule,) = (each for each in retention.rules() if each.key == "peers-themes")
    assert list(rule.past(day + datetime.timedelta(days=1))) == [gone]
