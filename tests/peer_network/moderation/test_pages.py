"""Moderators' pages: the queue, taking up, deciding, folded words, the rota, messages; and what members see."""

import datetime

import pytest
from django.utils import timezone

from peer_network.models import Act, Alarm, Appeal, DutyShift, ItemStep, Member, OnCall, Post, QueueItem, ReadyMessage
from peer_network.moderation import claims
from tests.peer_network.moderation.conftest import decide, report
from tests.queries import count_queries

QUEUE = "/peers/moderation/"


@pytest.fixture
def client(client_as):
    """A moderator's."""
    return client_as("moderator")


def words(client, address, status=200):
    answer = client.get(address)
    assert answer.status_code == status
    return answer.content.decode()


def at(item, rest=""):
    return f"{QUEUE}items/{item.public_id}/{rest}"


def test_queue_has_the_urgent_first_with_its_clock(client, item_about, post):
    item_about()
    item_about(kind="crisis", is_urgent=True)

    page = words(client, QUEUE)

    assert page.index("Words of crisis: post") < page.index("A first post: post")
    assert "29 minutes left" in page
    assert words(client, f"{QUEUE}?kind=crisis").count("Free") < page.count("Free")
    assert client.get(f"{QUEUE}queue.csv").content.decode().count("Words of crisis") == 1


def test_queue_asks_the_database_the_same_however_much_waits(client, item_about, post, old_member):
    for _ in range(2):
        item_about()
    words(client, QUEUE)
    before = count_queries(client, QUEUE)
    for _ in range(6):
        about = post()
        for _ in range(3):
            report(about, old_member(), "danger")
    assert count_queries(client, QUEUE) == before


def test_moderator_takes_up_decides_with_a_ready_message_and_the_member_reads_it(client, item_about, signed_in):
    item = item_about()
    client.post(at(item, "claim/"))
    form = words(client, at(item, "decide/remove/"))
    assert "Unkind words about a person or a group" in form

    answer = client.post(at(item, "decide/remove/"), {"reason": "unkind", "message": "remove-unkind"})

    assert answer.url == QUEUE
    act = Act.objects.get(kind="remove")
    page = words(signed_in(item.about), f"/peers/decisions/{act.public_id}/")
    assert act.letter.words in page.replace("&#39;", "'")
    assert "Ask for another look" in page
    assert client.person.name not in page


def test_decision_without_a_reason_keeps_what_was_typed_and_says_how_to_mend_it(client, item_about):
    item = item_about()
    client.post(at(item, "claim/"))
    answer = client.post(at(item, "decide/warn/"), {"message": "own", "words": "Dear member"})
    assert answer.status_code == 422
    assert "Choose why." in answer.content.decode()
    assert "Dear member" in answer.content.decode()
    assert not Act.objects.exists()


def test_what_cannot_be_decided_here_leads_back_to_the_item(client, item_about):
    item = item_about()
    client.post(at(item, "claim/"))
    assert client.post(at(item, "decide/close/"), {"reason": "again"}).url == at(item)


def test_distressing_words_are_folded_until_opened_and_counted_for_the_moderator_alone(client, client_as, item_about):
    item = item_about(kind="crisis", is_urgent=True)
    Post.objects.update(body="I cannot go on")
    assert "I cannot go on" not in words(client, at(item))

    client.post(at(item, "open/"))
    client.post(at(item, "open/"))

    assert "I cannot go on" in words(client, at(item))
    assert ItemStep.objects.filter(kind="opened", by=client.person).count() == 1
    assert "1 today, 1 in seven days" in words(client, QUEUE)
    other = client_as("moderator")
    assert "I cannot go on" not in words(other, at(item))
    assert "seven days" not in words(other, QUEUE)
    assert "distressing words opened" not in words(other, at(item)).lower()


def test_moderator_who_opened_many_hard_things_reads_a_kind_word(client, item_about):
    for _ in range(5):
        client.post(at(item_about(kind="crisis", is_urgent=True), "open/"))
    assert "Take a break if you can" in words(client, QUEUE)


def test_reporters_name_stands_on_no_page_of_a_moderator(client, post, old_member):
    about, by = post(), old_member()
    made = report(about, by, words="It frightens me")
    page = words(client, at(made.item))
    assert "A member, " in page
    assert "It frightens me" in page
    for name in (by.display_name, by.user.name, str(by.public_id)):
        assert name not in page


def test_item_of_another_is_taken_over_with_a_reason(client, item_about, moderator):
    item = item_about()
    claims.claim(item=item, by=moderator)
    assert "Take it over" in words(client, at(item))
    assert (
        client.post(at(item, "claim/"), follow=True).content.decode().count("Another moderator looks at this now") == 1
    )
    assert client.post(at(item, "take-over/"), {"reason": ""}).status_code == 422
    client.post(at(item, "take-over/"), {"reason": "Gone home"})
    item.refresh_from_db()
    assert item.claimed_by == client.person


def test_member_asks_for_another_look_and_a_second_moderator_answers(client, item_about, moderator, signed_in):
    item = item_about()
    act = decide(item, "remove", moderator, words="It names somebody.")
    me = signed_in(item.about)
    asked = me.post(f"/peers/appeals/{act.public_id}/", {"words": "It was my own name."}, follow=True)
    assert "never counts against you that you asked" in asked.content.decode()
    waiting = QueueItem.objects.get(kind="appeal")

    client.post(at(waiting, "claim/"))
    assert "It was my own name." in words(client, at(waiting))
    client.post(at(waiting, "appeal/"), {"outcome": "upheld", "answer": "You are right."})

    page = words(me, f"/peers/decisions/{act.public_id}/")
    assert "You are right." in page
    assert "This was taken back" in page
    assert Appeal.objects.get().outcome == "upheld"


def test_closed_member_still_reaches_the_decision_and_the_appeal(item_about, moderator, person, signed_in):
    item = item_about()
    decide(item, "closing", moderator)
    act = decide(QueueItem.objects.get(kind="closing"), "close", person("moderator"), words="We are sorry.")
    me = signed_in(item.about)
    assert Member.objects.get(pk=item.about_id).state == "closed"
    assert "Your membership is closed" in words(me, f"/peers/decisions/{act.public_id}/")
    assert words(me, f"/peers/appeals/{act.public_id}/")
    assert f"/peers/decisions/{act.public_id}/" in words(me, "/peers/me/")


def test_decision_about_another_is_not_there(item_about, moderator, member, signed_in):
    act = decide(item_about(), "remove", moderator)
    somebody = signed_in(member())
    assert somebody.get(f"/peers/decisions/{act.public_id}/").status_code == 404
    assert somebody.post(f"/peers/appeals/{act.public_id}/", {"words": "Hello"}).status_code == 404


def test_report_in_three_steps_keeps_what_was_typed(on_duty, post, member, signed_in):
    about, me = post(), signed_in(member())
    address = f"/peers/report/post/{about.public_id}/"
    assert "Step 1 of 3" in words(me, address)
    assert me.post(address, {}).status_code == 422
    second = me.post(address, {"reason": "danger"}).content.decode()
    assert "Step 2 of 3" in second
    assert "Help is there for you now" in second
    long = me.post(address, {"reason": "danger", "words": "x" * 1001})
    assert long.status_code == 422
    assert "x" * 1001 in long.content.decode()
    sent = me.post(address, {"reason": "danger", "words": "She is afraid"})
    assert sent.url == "/peers/report/sent/?urgent=1"
    assert "Thank you. A person will look at it." in words(me, sent.url)


def test_visitor_hears_the_same_whether_the_address_leads_to_something_or_not(db, on_duty, post, client_as):
    from django.test import Client

    visitor = Client()
    answers = []
    for place in (f"/peers/topics/{post().topic.public_id}/", "/peers/topics/00000000-0000-4000-8000-000000000000/"):
        answer = visitor.post("/peers/report/", {"place": place, "reason": "unkind", "words": ""})
        answers.append((answer.status_code, answer.url))
    assert answers == [(302, "/peers/report/sent/")] * 2
    assert set(QueueItem.objects.values_list("subject_kind", flat=True)) == {"post", "report"}


def test_lead_on_call_holds_an_urgent_item_and_makes_it_a_case(client_as, item_about, on_duty):
    from peer_network.models import Case

    lead = client_as("safeguarding-lead")
    item = item_about(kind="crisis", is_urgent=True)
    address = f"/peers/on-call/{item.public_id}/"
    assert "I like tea." not in words(lead, address)
    lead.post(f"{address}claim/")
    assert "I like tea." in words(lead, address)
    lead.post(address, {"words": "They may hurt themselves."})
    assert Case.objects.count() == 1
    item.refresh_from_db()
    assert (item.claimed_by, item.closed_at) == (lead.person, None)
    assert lead.get(f"/peers/on-call/{item_about().public_id}/").status_code == 404


def test_moderator_makes_an_item_a_safeguarding_case(client, item_about):
    from peer_network.models import Case

    item = item_about(kind="crisis", is_urgent=True)
    client.post(at(item, "claim/"))
    client.post(at(item, "refer/"), {"words": "They may hurt themselves."})
    assert Case.objects.count() == 1
    assert "made a safeguarding case" in words(client, at(item))


def test_hours_are_planned_for_weeks_changed_and_taken_out(client, moderator):
    hours = {"person": moderator.pk, "day-day": "23", "day-month": "3", "day-year": "2026"}
    hours |= {"starts": "8:00", "ends": "21:00", "weeks": 4}
    client.post(f"{QUEUE}rota/duty/new/", hours)
    # Summer time begins on 29 March: 8 in the morning stays 8 in the morning.
    local = [timezone.localtime(shift.starts_at).hour for shift in DutyShift.objects.all()]
    assert local == [8, 8, 8, 8]
    page = words(client, f"{QUEUE}rota/?week=2026-03-30")
    assert "Monday 30 March" in page
    shift = DutyShift.objects.first()
    twice = client.post(f"{QUEUE}rota/duty/new/", hours | {"weeks": 1})
    assert twice.status_code == 422
    assert "on duty already for a part of these hours. (23 March 2026)" in twice.content.decode()
    client.post(f"{QUEUE}rota/duty/{shift.public_id}/", hours | {"ends": "20:00"})
    shift.refresh_from_db()
    assert timezone.localtime(shift.ends_at).hour == 20
    client.post(f"{QUEUE}rota/duty/{shift.public_id}/remove/")
    assert DutyShift.objects.count() == 3


def test_night_on_call_ends_on_the_next_day(client, person):
    lead = person("safeguarding-lead")
    night = {"person": lead.pk, "order": 1, "day-day": "23", "day-month": "11", "day-year": "2026", "weeks": 1}
    client.post(f"{QUEUE}rota/on-call/new/", night | {"starts": "9pm", "ends": "8:00"})
    planned = OnCall.objects.get()
    assert planned.ends_at - planned.starts_at == datetime.timedelta(hours=11)
    assert words(client, f"{QUEUE}rota/?week=2026-11-23").count("On call, first") == 1


def test_message_of_the_file_is_changed_for_this_network_and_offered_so(client, item_about):
    changed = {"act": "remove", "title": "Unkind words", "body": "We took this away.", "is_active": "on"}
    client.post(f"{QUEUE}messages/change/remove-unkind/", changed)
    assert ReadyMessage.objects.get().key == "remove-unkind"
    item = item_about()
    client.post(at(item, "claim/"))
    assert "We took this away." in words(client, at(item, "decide/remove/"))
    client.post(f"{QUEUE}messages/change/remove-unkind/", changed | {"is_active": ""})
    assert "We took this away." not in words(client, at(item, "decide/remove/"))


def test_alarms_and_decisions_are_listed_and_taken_as_files(client, item_about, moderator):
    decide(item_about(kind="crisis", is_urgent=True), "remove", moderator)
    assert Alarm.objects.exists()
    assert "Everybody called" in words(client, f"{QUEUE}alarms/")
    assert "Removed" in words(client, f"{QUEUE}decisions/")
    assert "Removed" in client.get(f"{QUEUE}decisions/list.csv").content.decode()
    act = Act.objects.get(kind="remove")
    assert words(client, f"{QUEUE}decisions/{act.public_id}/")
    again = client.post(f"{QUEUE}decisions/{act.public_id}/look-again/")
    assert "Show it again" in words(client, again.url)


def test_home_says_what_is_urgent(client, item_about):
    item_about(kind="crisis", is_urgent=True)
    assert "1 urgent thing waits in the peer network" in words(client, "/home/")
