"""The public answer to "when is it my turn?": from the plan, in plain words, also in Easy Read."""

import datetime
import re

import pytest
from bs4 import BeautifulSoup

from tenants import groups
from tenants.models import Area
from tenants.presenters import your_turn
from tenants.returns.models import PublishedPlan

pytestmark = pytest.mark.django_db

TODAY = datetime.date(2015, 7, 15)


def published(**values) -> PublishedPlan:
    return PublishedPlan(**{"phase": 2, "status": "not_started", **values})


@pytest.mark.parametrize(
    ("plan", "answer"),
    [
        (None, "We do not know yet. The area has not decided when it will start."),
        (published(phase=None), "We do not know yet. The area has not decided when it will start."),
        (published(phase=1), "This area is one of the first. It has not published its start date yet."),
        (published(), "Not yet. The area has not published a date."),
        (published(planned_start=datetime.date(2016, 1, 1)), "Not yet. It is planned for 1 January 2016."),
        (
            published(planned_start=datetime.date(2015, 1, 1)),
            "It should have started on 1 January 2015. It has not started yet.",
        ),
        (published(actual_start=datetime.date(2015, 7, 15)), "Yes. You can ask now."),
        (published(actual_start=datetime.date(2015, 7, 1), status="paused"), "This has stopped for now."),
    ],
)
def test_the_answer_comes_first_and_follows_from_the_plan(plan, answer):
    assert your_turn.headline(plan, TODAY) == answer


def test_every_area_and_group_has_a_public_page(client):
    for area in Area.objects.all():
        for group in groups.GROUPS:
            response = client.get(f"/your-turn/{area.slug}/{group.slug}/")
            assert response.status_code == 200, (area, group)


def test_swindon_says_that_it_is_to_be_confirmed(client):
    text = client.get("/your-turn/swindon/mental-health/").content.decode()
    assert "We do not know yet." in text
    assert "31 March 2017" in text  # the promise of a published date


@pytest.mark.parametrize("group", groups.GROUPS, ids=lambda group: group.key)
@pytest.mark.parametrize(
    "plan",
    [
        None,
        published(),
        published(planned_start=datetime.date(2016, 9, 30)),
        published(actual_start=TODAY),
        published(actual_start=TODAY, status="paused"),
    ],
)
def test_no_easy_read_sentence_has_more_than_15_words(group, plan):
    items = your_turn.easy_read(group, plan, TODAY)
    for picture, sentence in items:
        assert picture
        for part in re.split(r"(?<=[.!?])\s", sentence):
            assert len(part.split()) <= 15, part


def test_easy_read_has_a_picture_with_each_sentence(client):
    page = BeautifulSoup(client.get("/your-turn/kernow/mental-health/?easy-read=1").content, "html.parser")
    items = page.select(".ipc-easy-read__item")
    assert len(items) >= 8
    assert all(item.find("svg") for item in items)


def test_the_start_page_leads_to_the_answer_without_javascript(client):
    answer = client.get("/your-turn/", {"area": "kernow", "group": "children-complex-needs"})
    assert answer.status_code == 302
    assert answer.url == "/your-turn/kernow/children-complex-needs/"


def test_a_question_half_asked_says_what_is_missing(client):
    text = client.get("/your-turn/", {"area": "kernow"}).content.decode()
    assert "Choose who it is for." in text


@pytest.mark.parametrize("address", ["/your-turn/nowhere/mental-health/", "/your-turn/kernow/anybody/"])
def test_an_unknown_area_or_group_is_not_found_rather_than_sent_to_sign_in(client, address):
    assert client.get(address).status_code == 404


def test_a_suspended_area_has_no_public_page(client):
    Area.objects.filter(slug="kernow").update(status="suspended")
    assert client.get("/your-turn/kernow/mental-health/").status_code == 404
