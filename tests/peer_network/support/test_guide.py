"""The guided choice: one question on a page, answers in the address, a model with its reasons at the end."""

from urllib.parse import parse_qs, urlsplit

import pytest
from django.urls import reverse

from peer_network.support import guide

ALONE = {"company": "one", "where": "home", "when": "any", "group": "mental-health"}


@pytest.fixture
def here(db):
    return reverse("peers:find-support")


def leads_to(**answers):
    found = guide.read()
    return [each.model.key for each in guide.suggestions(found, guide.given(found, answers))]


def test_each_model_of_the_framework_can_be_reached():
    company = {"coach": "one", "group": "others", "course": "learn", "forum": "read"}
    home = {"coach", "forum"}
    for model, answer in company.items():
        where, when = ("home", "any") if model in home else ("out", "set")
        assert leads_to(company=answer, where=where, when=when, group="any")[0] == model


def test_points_are_added_as_the_file_says():
    # One person 3 + home 2 + any time 2 = 7 for a coach; the forum has 1 + 2 + 2 = 5, two fewer: it isn't shown.
    assert leads_to(**ALONE) == ["coach"]
    # Learn: course 3, coach 1; either: each 1; any time: coach 2, forum 2. Course 4, coach 4, forum 3.
    assert leads_to(company="learn", where="either", when="any", group="any") == ["coach", "course"]


def test_somebody_signed_out_answers_one_question_after_another(client, here):
    page = client.get(here).content.decode()
    assert "Question 1 of 4" in page and "What would help you most just now?" in page
    page = client.get(here, {"company": "one", "where": "home"}).content.decode()
    assert "Question 3 of 4" in page
    assert '<input type="hidden" name="company" value="one">' in page


def test_answer_says_why_and_leads_on_with_the_group_in_the_address(client, here):
    page = client.get(here, ALONE).content.decode()
    assert "A trained peer coach" in page
    assert "You would like to talk with one person." in page
    assert f"{reverse('peers:supporters')}?taking=1&amp;group=mental-health" in page


def test_no_answer_says_how_to_mend_it_and_an_unknown_one_is_asked_again(client, here):
    answer = client.get(here, {"company": ""})
    assert answer.status_code == 422
    assert "Choose the answer that comes nearest." in answer.content.decode()
    assert client.get(here, {"company": "nonsense"}).status_code == 422


def test_easy_read_has_a_picture_with_each_answer_that_is_pressed(client, here):
    page = client.get(here, {"easy-read": "1"}).content.decode()
    assert page.count("ipc-pictogram") >= 4
    assert "easy-read=1&amp;company=one" in page or "company=one" in page


def test_every_address_of_an_answer_keeps_the_ones_before(client, here):
    page = client.get(here, {"company": "one", "easy-read": "1"}).content.decode()
    found = [part.split('"')[0] for part in page.split('href="?')[1:]]
    queries = [parse_qs(urlsplit(f"?{each.replace('&amp;', '&')}").query) for each in found]
    pressed = [each for each in queries if "where" in each]
    assert len(pressed) == 3
    assert all(each["company"] == ["one"] for each in pressed)


def test_points_for_a_model_that_is_not_there_are_refused(tmp_path):
    words = guide.FILE.read_text().replace("points = { coach = 3, forum = 1 }", "points = { wizard = 3 }")
    (tmp_path / "guide.toml").write_text(words)
    with pytest.raises(ValueError, match="a model that isn't there"):
        guide.read(tmp_path / "guide.toml")
