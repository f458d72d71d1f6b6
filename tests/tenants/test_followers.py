"""Following a page: by account or by address, confirmed by link, left with one click; told what changed, and why."""

import datetime
import re

import pytest
from django.test import Client
from django.utils import timezone

from data_rights import retaining
from jobs.models import OutboxMessage
from notify import envelopes
from notify.models import Mail, Notification
from tenants import followers
from tenants.contexts import in_area
from tenants.models import Follower
from tenants.rollout import plans

pytestmark = pytest.mark.django_db

FOLLOW = "/your-turn/kernow/mental-health/follow/"
ADDRESS = "carer@example.org"
LINK = re.compile(r"http://localhost:8000(/your-turn/(\w+)/[0-9a-f-]{36}/)")


def texts(address=ADDRESS):
    mails = Mail.objects.filter(address=address).order_by("pk")
    return [(mail.subject, envelopes.message_of(mail).body) for mail in mails]


def links(body):
    return {name: path for path, name in LINK.findall(body)}


def change(area, by, reason="Two nurses have left", group="mental_health", **values):
    """An area's change, and the worker's message that follows it."""
    with in_area(area):
        plans.change(area=area, group=group, values=values, reason=reason, by=by)
    message = OutboxMessage.objects.filter(task=followers.TASK).latest("pk")
    return followers.tell(**message.kwargs)


@pytest.fixture
def lead(person, kernow):
    return person("area-lead", area=kernow)


@pytest.fixture
def confirmed(client):
    client.post(FOLLOW, {"email": ADDRESS})
    client.post(links(texts()[0][1])["confirm"])
    return Follower.objects.get(email=ADDRESS)


def test_an_address_is_asked_to_confirm_and_only_the_button_confirms(client):
    answer = client.post(FOLLOW, {"email": "Carer@Example.org"}, follow=True)
    assert "Look in your e-mail" in answer.text
    subject, body = texts()[0]
    path = links(body)["confirm"]

    assert client.get(path).status_code == 200
    assert Follower.objects.get().confirmed_at is None  # programs that look at mail open links
    client.post(path)
    assert Follower.objects.get().confirmed_at is not None
    assert (Follower.objects.get().group, Follower.objects.get().area.slug) == ("mental_health", "kernow")


def test_the_answer_does_not_tell_whether_an_address_follows_already(client, confirmed):
    known = client.post(FOLLOW, {"email": ADDRESS}, follow=True)
    new = Client().post(FOLLOW, {"email": "new@example.org"}, follow=True)
    strip = re.compile(r'nonce="[^"]*"|value="[^"]*"')
    assert strip.sub("", known.text) == strip.sub("", new.text)
    assert known.redirect_chain == new.redirect_chain


def test_no_mail_says_which_area_or_group_it_is_about(client, confirmed, kernow, lead):
    change(kernow, lead, ask_from=datetime.date(2016, 4, 1))
    assert [subject.split(" – ")[0] for subject, _ in texts()] == [
        "Do you want to follow a page?",
        "A page that you follow has changed",
    ]
    for subject, body in texts():
        said = (subject + body).lower()
        assert not re.search(r"mental|health|kernow|cornwall|nurse|2016|disab|child|condition", said), said


def test_followers_hear_what_changed_and_why(client, confirmed, kernow, lead, person):
    reader = person("carer", area=kernow)
    followers.follow(area=kernow, group="mental_health", by=reader)
    assert change(kernow, lead, ask_from=datetime.date(2016, 4, 1)) == 2

    notice = Notification.objects.get(to=reader, kind="page-changed")
    assert notice.title == "Kernow, Mental health: your turn has changed"
    assert notice.body == (
        "Kernow moved the day from which people can ask from no date to 1 April 2016, because: Two nurses have left."
    )
    assert notice.url == "/your-turn/kernow/mental-health/"
    assert client.get(links(texts()[-1][1])["go"]).url == "/your-turn/kernow/mental-health/"


@pytest.mark.parametrize(
    ("values", "told"),
    [
        ({"ask_from": datetime.date(2016, 4, 1)}, 1),
        ({"planned_start": datetime.date(2016, 4, 1)}, 1),
        ({"status": "paused"}, 1),
        ({"available_now": "A first talk."}, 1),
        ({"ask": "01872 000000"}, 0),
        ({"lead": "Head of commissioning"}, 0),
        ({"next_step": "Train ten people"}, 0),
    ],
)
def test_news_are_dates_the_status_and_what_is_available(confirmed, kernow, lead, values, told):
    assert change(kernow, lead, **values) == told


def test_the_same_change_is_told_once(confirmed, kernow, lead):
    change(kernow, lead, status="paused")
    message = OutboxMessage.objects.filter(task=followers.TASK).latest("pk")
    followers.tell(**message.kwargs)
    assert len(texts()) == 2  # the question, and the one piece of news


def test_followers_of_another_area_or_group_hear_nothing(confirmed, bristol, kernow, person, lead):
    there = person("area-lead", area=bristol)
    assert change(bristol, there, status="paused") == 0
    assert change(kernow, lead, group="learning_disability", status="paused") == 0


def test_an_address_that_never_confirmed_hears_nothing(client, kernow, lead):
    client.post(FOLLOW, {"email": ADDRESS})
    assert change(kernow, lead, status="paused") == 0


def test_one_click_leaves_also_from_a_mail_program_without_a_page_before(confirmed, kernow, lead):
    path = f"/your-turn/leave/{confirmed.secret}/"
    program = Client(enforce_csrf_checks=True)
    assert program.get(path).status_code == 200
    assert Follower.objects.exists()
    assert program.post(path, {"List-Unsubscribe": "One-Click"}).status_code == 200
    assert not Follower.objects.exists()
    assert program.post(path).status_code == 200  # once more: the same answer
    assert change(kernow, lead, status="paused") == 0


def test_every_mail_carries_the_way_to_leave_in_its_headers(confirmed):
    for mail in Mail.objects.filter(address=ADDRESS):
        headers = envelopes.message_of(mail).extra_headers
        assert headers["List-Unsubscribe"] == f"<http://localhost:8000/your-turn/leave/{confirmed.secret}/>"
        assert headers["List-Unsubscribe-Post"] == "List-Unsubscribe=One-Click"


def test_an_account_follows_at_once_and_sees_its_pages(client_as, kernow):
    reader = client_as("carer", area=kernow)
    reader.post(f"{FOLLOW}account/", {"wanted": "yes"})
    reader.post(f"{FOLLOW}account/", {"wanted": "yes"})
    assert Follower.objects.filter(user=reader.person).count() == 1
    assert "People with significant mental health needs" in reader.get("/your-turn/followed/").text
    reader.post(f"{FOLLOW}account/", {"wanted": "no"})
    assert "You follow no page" in reader.get("/your-turn/followed/").text


def test_a_link_that_was_not_used_in_seven_days_is_over_and_its_address_is_deleted(client):
    client.post(FOLLOW, {"email": ADDRESS})
    asked = Follower.objects.get()
    Follower.objects.update(asked_at=timezone.now() - datetime.timedelta(days=6, hours=23))
    retaining.run()
    assert Follower.objects.exists()

    Follower.objects.update(asked_at=timezone.now() - datetime.timedelta(days=7, minutes=1))
    assert client.post(f"/your-turn/confirm/{asked.secret}/").status_code == 404
    retaining.run()
    assert not Follower.objects.exists()


def test_a_confirmed_address_stays(confirmed):
    Follower.objects.update(asked_at=timezone.now() - datetime.timedelta(days=400))
    retaining.run()
    assert Follower.objects.exists()


def test_one_address_gets_five_questions_a_day_and_no_more(client):
    for area in ("kernow", "bristol", "swindon"):
        for group in ("mental-health", "multiple-ltc"):
            answer = client.post(f"/your-turn/{area}/{group}/follow/", {"email": ADDRESS}, follow=True)
            assert "Look in your e-mail" in answer.text
    assert len(texts()) == 5


def test_asking_again_on_the_same_day_sends_no_second_mail(client):
    client.post(FOLLOW, {"email": ADDRESS})
    client.post(FOLLOW, {"email": ADDRESS})
    assert len(texts()) == 1


def test_too_many_requests_from_one_place_are_refused(client, settings):
    settings.RATE_LIMITS = {**settings.RATE_LIMITS, "follow": {"account": "2/h", "address": "2/h"}}
    codes = [client.post(FOLLOW, {"email": f"{number}@example.org"}).status_code for number in range(3)]
    assert codes == [302, 302, 429]


def test_a_suspended_area_tells_nobody(confirmed, kernow, lead):
    with in_area(kernow):
        plans.change(area=kernow, group="mental_health", values={"status": "paused"}, reason="x", by=lead)
    type(kernow).objects.filter(pk=kernow.pk).update(status="suspended")
    message = OutboxMessage.objects.filter(task=followers.TASK).latest("pk")
    assert followers.tell(**message.kwargs) == 0


def test_a_folder_that_moves_a_phase_is_told_too(confirmed, kernow):
    with in_area(kernow):
        plans.store_loaded_phase(area=kernow, group="mental_health", phase=3, source="A new folder")
    message = OutboxMessage.objects.filter(task=followers.TASK).latest("pk")
    assert followers.tell(**message.kwargs) == 1
