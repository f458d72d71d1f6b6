"""Members ask and support; the board reads and answers, on pages without a name."""

import datetime

import pytest

from peer_network.heard import actions, answers, board_section, subject
from peer_network.models import QueueItem, Theme, ThemeAnswer
from tenants.programme.board import Board
from tests.peer_network.heard.conftest import TODAY
from tests.queries import count_queries

pytestmark = pytest.mark.django_db
LIST, BOARD = "/peers/heard/", "/peers/heard/board/"
ANSWER = {"kind": "yes", "heard": "Letters are hard.", "doing": "Write them anew."}
WHEN = {"done_by-day": "30", "done_by-month": "9", "done_by-year": "2015"}


def test_a_member_asks_about_a_topic_and_sees_it_wait(signed_in, member, topic):
    client = signed_in(member())
    answer = client.post(f"{LIST}topics/{topic.public_id}/", {"title": "Letters", "summary": "In plain words."})

    assert "A moderator reads it now" in answer.content.decode()
    text = client.get(LIST).content.decode()
    assert "Waits for a moderator" in text
    assert "Letters" not in signed_in(member()).get(LIST).content.decode()


def test_a_topic_leads_to_asking_and_then_to_what_is_asked(signed_in, member, topic):
    client, page = signed_in(member()), f"/peers/topics/{topic.public_id}/?page=1"
    assert f"{LIST}topics/{topic.public_id}/" in client.get(page).content.decode()
    theme = subject.show(actions.propose(topic=topic, title="Letters", summary="In words.", by=member()).theme)
    assert f"{LIST}{theme.public_id}/" in client.get(page).content.decode()


def test_personal_details_are_shown_back_and_sent_as_they_are_wait_for_a_moderator(signed_in, member, topic):
    client, address = signed_in(member()), f"{LIST}topics/{topic.public_id}/"
    typed = {"title": "Letters", "summary": "Ring me on 07700 900123 about them."}
    asked = client.post(address, typed)
    assert asked.status_code == 422
    assert "Send it as it is" in asked.content.decode()
    assert not Theme.objects.exists()
    client.post(address, {**typed, "anyway": "1"})
    assert Theme.objects.get().state == "waiting"


def test_words_of_crisis_are_kept_and_help_is_shown_at_once(signed_in, member, topic):
    client = signed_in(member())
    typed = {"title": "I can’t go on", "summary": "I want to kill myself."}
    text = client.post(f"{LIST}topics/{topic.public_id}/", typed).content.decode()
    assert "Help is there for you now" in text
    assert QueueItem.objects.get(subject_kind="theme").urgency == QueueItem.Urgency.URGENT


def test_what_others_wait_for_is_not_found(signed_in, member, topic):
    theme = actions.propose(topic=topic, title="Letters", summary="In plain words.", by=member()).theme
    client = signed_in(member())
    addresses = (f"{LIST}{theme.public_id}/", f"{LIST}{theme.public_id}/change/")
    assert [client.get(address).status_code for address in addresses] == [404, 404]
    assert client.post(f"{LIST}{theme.public_id}/support/").status_code == 404


def test_a_member_supports_and_takes_it_back(signed_in, member, theme):
    client, page = signed_in(member()), f"{LIST}{theme.public_id}/"
    client.post(f"{page}support/", {"support": "yes"})
    assert theme.supports.count() == 2
    assert "You support this" in client.get(page).content.decode()
    client.post(f"{page}support/", {"support": "no"})
    assert theme.supports.count() == 1


def test_an_empty_form_keeps_what_was_typed_and_says_how_to_mend_it(signed_in, member, topic):
    answer = signed_in(member()).post(f"{LIST}topics/{topic.public_id}/", {"title": "Letters", "summary": ""})
    assert answer.status_code == 422
    text = answer.content.decode()
    assert "Write a sentence or two." in text
    assert 'value="Letters"' in text


def test_members_read_first_what_waits_for_the_board_then_what_gathers_support_then_what_is_answered(
    signed_in, member, theme
):
    day, due = datetime.date(2015, 6, 1), datetime.date(2015, 6, 29)
    facts = {"summary": "Words", "state": "shown", "shown_at": theme.shown_at, "agenda_on": day, "due_on": due}
    Theme.objects.create(title="An answered one", answered_on=due, needed=8, **facts)
    Theme.objects.create(title="A waiting one", needed=8, **facts)
    text = signed_in(member()).get(LIST).content.decode()
    assert text.index("A waiting one") < text.index(theme.title) < text.index("An answered one")


def test_nobodys_name_stands_on_a_page_or_file_of_the_board(client_as, supported, manager):
    theme = supported(9)
    answers.answer(theme=theme, by=manager, done_by=datetime.date(2015, 9, 30), **ANSWER)
    addresses = (BOARD, f"{BOARD}{theme.public_id}/", f"{BOARD}data/members-ask.csv", "/programme/members-ask/")
    client = client_as("board-member")
    text = "".join(client.get(address).content.decode() for address in addresses)

    assert "Letters" in text
    names = [row.member.display_name for row in theme.supports.select_related("member")]
    for hidden in (*names, theme.topic.title, manager.name, str(theme.topic.public_id)):
        assert hidden not in text


def test_the_board_reads_only_what_is_on_its_agenda(client_as, theme):
    client = client_as("board-member")
    assert client.get(f"{BOARD}{theme.public_id}/").status_code == 404
    assert theme.title not in client.get(BOARD).content.decode()


def test_a_manager_answers_and_members_read_it(client_as, signed_in, member, supported):
    theme = supported(8)
    client = client_as("network-manager")
    answer = client.post(f"{BOARD}{theme.public_id}/answer/", {**ANSWER, **WHEN})
    assert answer.status_code == 302

    text = signed_in(member()).get(f"{LIST}{theme.public_id}/").content.decode()
    assert "Write them anew." in text
    assert "15 July 2015, in time" in text
    changed = client.post(f"{BOARD}{theme.public_id}/answer/", {**ANSWER, **WHEN, "doing": "More."})
    assert changed.status_code == 422
    assert ThemeAnswer.objects.count() == 1


def test_an_answer_without_a_day_is_shown_back(client_as, supported):
    answer = client_as("network-manager").post(f"{BOARD}{supported(8).public_id}/answer/", ANSWER)
    assert answer.status_code == 422
    assert "Say by when" in answer.content.decode()


def test_an_overdue_answer_stands_first_on_the_boards_own_page(client_as, supported, topic, member, settings, space):
    from peer_network.rights_samples import a_topic

    late = supported(8)
    other = Theme.objects.create(
        topic=a_topic(member(), space),
        title="Panels",
        summary="Say when.",
        state="shown",
        shown_at=late.shown_at,
        agenda_on=datetime.date(2015, 7, 20),
        due_on=datetime.date(2015, 8, 17),
        needed=8,
    )
    settings.IPC_TODAY = datetime.date(2015, 8, 13)
    text = client_as("board-member").get("/programme/").content.decode()

    assert "What members ask to be answered" in text
    assert "2 themes wait for the board’s answer, 1 of them overdue" in text
    assert "12 August 2015: 1 working day overdue" in text
    assert text.index(late.title) < text.index(other.title)
    home = client_as("network-manager").get("/home/").content.decode()
    assert "2 answers to members are due" in home


def test_a_past_quarter_shows_what_stood_before_the_board_then(supported, manager):
    theme = supported(8)
    Theme.objects.filter(pk=theme.pk).update(agenda_on=datetime.date(2015, 6, 1), due_on=datetime.date(2015, 6, 29))
    theme.refresh_from_db()
    answers.answer(theme=theme, by=manager, done_by=datetime.date(2015, 9, 30), **ANSWER)

    class Quarter:
        """The board of a past quarter."""

    then = Board(datetime.date(2015, 6, 30), quarter=Quarter())
    now = Board(TODAY)
    assert board_section.build(then).words == "1 theme waits for the board’s answer, overdue; 0 are answered."
    assert board_section.build(now).words == "No theme waits for the board’s answer; 1 is answered."


def test_lists_ask_as_much_for_one_theme_as_for_many(signed_in, client_as, member, supported, space):
    from peer_network.rights_samples import a_topic

    first = supported(8)
    reader, board = signed_in(member()), client_as("board-member")

    def asked():
        pages = ((reader, LIST), (board, BOARD), (board, "/programme/members-ask/"))
        return [count_queries(client, address) for client, address in pages]

    asked()
    few = asked()
    for number in range(8):
        Theme.objects.create(
            topic=a_topic(member(), space),
            title=f"More {number}",
            summary="Words",
            state="shown",
            shown_at=first.shown_at,
            agenda_on=TODAY,
            due_on=first.due_on,
            needed=8,
        )
    assert asked() == few


def test_whoever_asked_is_asked_once_more_before_it_is_taken_back(signed_in, theme, member):
    client, address = signed_in(theme.proposed_by), f"{LIST}{theme.public_id}/"
    assert "Take it back" in client.get(address).content.decode()
    assert "Take it back" not in signed_in(member()).get(address).content.decode()
    assert "You can’t undo it" in client.get(f"{address}take-back/").content.decode()
    client.post(f"{address}take-back/")
    theme.refresh_from_db()
    assert theme.state == "taken_back"
    assert signed_in(member()).get(address).status_code == 404
