"""The public answer to "when is it my turn?": from the plan, in plain words, also in Easy Read."""

import datetime
import re

import pytest
from bs4 import BeautifulSoup

from tenants import groups
from tenants.models import Area
from tenants.presenters import your_turn
from tenants.presenters import your_turn_easy_read as easy_read
from tenants.returns.ask_dates import Moved
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
        (published(ask_from=datetime.date(2016, 4, 1)), "Not yet. You can ask from 1 April 2016."),
        (
            published(ask_from=datetime.date(2015, 7, 15)),
            "Yes. You can ask now. The area set 15 July 2015 as the first day.",
        ),
        (
            published(ask_from=datetime.date(2016, 4, 1), planned_start=datetime.date(2015, 1, 1)),
            "Not yet. You can ask from 1 April 2016.",
        ),
        (published(ask_from=datetime.date(2015, 7, 1), status="paused"), "This has stopped for now."),
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


MOVED = [Moved(TODAY, datetime.date(2015, 12, 1), datetime.date(2016, 9, 30), "Nurses left")]
WITHDRAWN = [Moved(TODAY, datetime.date(2015, 12, 1), None, "Money is short")]


@pytest.mark.parametrize("group", groups.GROUPS, ids=lambda group: group.key)
@pytest.mark.parametrize("moved", [[], MOVED, WITHDRAWN])
@pytest.mark.parametrize(
    "plan",
    [
        None,
        published(),
        published(phase=None),
        published(planned_start=datetime.date(2016, 9, 30)),
        published(ask_from=datetime.date(2016, 9, 30)),
        published(ask_from=TODAY),
        published(actual_start=TODAY),
        published(actual_start=TODAY, status="paused"),
    ],
)
def test_no_easy_read_sentence_has_more_than_15_words(group, plan, moved):
    items = [item for _, part in easy_read.parts(group, plan, moved, TODAY) for item in part]
    assert len(items) >= 15
    assert too_long(items) == []


@pytest.mark.parametrize("name", ["START", "FOR_WHOM", "FOLLOW", "REFUSED", "HELP"])
def test_the_other_pages_say_it_in_easy_read_too(name):
    assert len(getattr(easy_read, name)) >= 2
    assert too_long(getattr(easy_read, name)) == []


def too_long(items) -> list[str]:
    """Sentences of more than 15 words, and those without a picture."""
    found = [sentence for picture, sentence in items if not picture]
    for _, sentence in items:
        found += [part for part in re.split(r"(?<=[.!?])\s", sentence) if len(part.split()) > 15]
    return found


def test_easy_read_says_that_a_date_has_moved():
    plan = published(ask_from=datetime.date(2016, 9, 30))
    first = easy_read.parts(groups.GROUPS[3], plan, MOVED, TODAY)[0][1]
    assert [words for _, words in first] == [
        "You cannot ask yet.",
        "You can ask from 30 September 2016.",
        "The date has moved.",
        "It was 1 December 2015.",
    ]


def test_easy_read_has_a_picture_with_each_sentence(client):
    page = BeautifulSoup(client.get("/your-turn/kernow/mental-health/?easy-read=1").content, "html.parser")
    items = page.select(".ipc-easy-read__item")
    assert len(items) >= 8
    assert all(item.find("svg") for item in items)


def test_the_start_page_leads_to_the_answer_without_javascript(client):
    answer = client.get("/your-turn/", {"area": "kernow", "group": "children-complex-needs"})
    assert answer.status_code == 302
    assert answer.url == "/your-turn/kernow/children-complex-needs/"


def test_each_page_asks_one_question(client):
    first = BeautifulSoup(client.get("/your-turn/").content, "html.parser").main
    assert (len(first.select("select")), len(first.select("fieldset"))) == (1, 0)
    second = BeautifulSoup(client.get("/your-turn/", {"area": "kernow"}).content, "html.parser").main
    assert (len(second.select("select")), len(second.select("fieldset"))) == (0, 1)
    assert "There is a problem" not in second.text


def test_a_question_half_asked_says_what_is_missing(client):
    answer = client.get("/your-turn/", {"area": "kernow", "group": ""})
    assert answer.status_code == 422
    assert "Choose who it is for." in answer.content.decode()


def test_easy_read_stays_on_from_question_to_answer(client):
    answer = client.get("/your-turn/", {"area": "kernow", "group": "mental-health", "easy-read": "1"})
    assert answer.url == "/your-turn/kernow/mental-health/?easy-read=1"


def test_a_budget_is_explained_with_its_three_ways(client):
    text = client.get("/your-turn/kernow/mental-health/").content.decode()
    for words in ("Notional budget", "Third-party budget", "Direct payment", "Therapies", "Equipment"):
        assert words in text


def test_the_history_can_be_downloaded(client):
    answer = client.get("/your-turn/kernow/mental-health/history.csv")
    assert answer.status_code == 200
    assert answer.content.decode("utf-8-sig").splitlines()[0] == "Date,Phase,Status,Start,You can ask from,Why"


@pytest.mark.parametrize("address", ["/your-turn/nowhere/mental-health/", "/your-turn/kernow/anybody/"])
def test_an_unknown_area_or_group_is_not_found_rather_than_sent_to_sign_in(client, address):
    assert client.get(address).status_code == 404


def test_a_suspended_area_has_no_public_page(client):
    Area.objects.filter(slug="kernow").update(status="suspended")
    assert client.get("/your-turn/kernow/mental-health/").status_code == 404
