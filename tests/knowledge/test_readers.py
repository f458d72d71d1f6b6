"""What readers say of a resource: areas that used it, whether it helped; seen by whom."""

import datetime

import pytest
from bs4 import BeautifulSoup
from django.db import IntegrityError, transaction
from django.utils import timezone

from knowledge.coproduction import sample
from knowledge.models import Opinion, Use
from tests.knowledge.resources import draft


@pytest.fixture
def page(front):
    return sample.publish(draft(is_sample=True))


def shown(client, page):
    return BeautifulSoup(client.get(page.get_url()).content, "html.parser").find("main").get_text(" ", strip=True)


def test_page_says_which_area_used_it_and_what_that_changed(client_as, client, kernow, page):
    answer = client_as("practitioner", area=kernow).post(
        f"/knowledge/used/{page.pk}/", {"changed": "We plan in one visit."}
    )

    assert answer["Location"] == page.get_url()
    assert "Used by NHS Kernow: We plan in one visit." in shown(client, page)


def test_area_says_it_once_and_can_change_its_words(client_as, kernow, page):
    for words in ("One visit.", "Two visits."):
        client_as("area-lead", area=kernow).post(f"/knowledge/used/{page.pk}/", {"changed": words})

    assert [use.changed for use in Use.objects.all()] == ["Two visits."]
    with pytest.raises(IntegrityError, match="use_once_by_an_area"), transaction.atomic():
        Use.objects.create(resource=page, area=kernow, changed="Again.")


def test_area_takes_its_own_mark_off_and_never_anothers(client_as, kernow, bristol, page):
    lead = client_as("area-lead", area=kernow)
    for area in (kernow, bristol):
        Use.objects.create(resource=page, area=area, changed="A day.")

    assert lead.post(f"/knowledge/used/{page.pk}/bristol/remove/").status_code == 404
    assert lead.post(f"/knowledge/used/{page.pk}/kernow/remove/").status_code == 302
    assert [use.area for use in Use.objects.all()] == [bristol]


def test_whoever_is_of_two_areas_is_asked_which(client_as, kernow, bristol, page):
    from tenants.memberships import grant

    client = client_as("practitioner", area=kernow)
    grant(user=client.person, role="practitioner", area=bristol, by=None)
    address = f"/knowledge/used/{page.pk}/"

    assert client.post(address, {"changed": "A day."}).status_code == 422
    assert client.post(address, {"changed": "A day.", "area": "swindon"}).status_code == 422
    client.post(address, {"changed": "A day.", "area": "bristol"})
    assert Use.objects.get().area == bristol


@pytest.mark.parametrize(
    "words", ["Ring 07700 900 123", "Ask ann@example.org", "Patient 943 476 5919 is better", "At TR1 3QW"]
)
def test_words_that_lead_to_a_person_are_refused_and_kept_in_the_form(client_as, kernow, page, words):
    answer = client_as("practitioner", area=kernow).post(f"/knowledge/used/{page.pk}/", {"changed": words})

    assert answer.status_code == 422
    assert words in BeautifulSoup(answer.content, "html.parser").find("textarea").get_text()
    assert "Leave out what leads to a person" in answer.content.decode()


def test_words_of_an_area_are_shown_inert(client_as, client, kernow, page):
    client_as("practitioner", area=kernow).post(f"/knowledge/used/{page.pk}/", {"changed": "<img src=x>"})

    assert "&lt;img src=x&gt;" in client.get(page.get_url()).content.decode()


def test_draft_can_be_neither_marked_nor_judged(client_as, client, kernow, front):
    page = draft()

    assert client_as("practitioner", area=kernow).get(f"/knowledge/used/{page.pk}/").status_code == 404
    assert client.get(f"/knowledge/helped/{page.pk}/").status_code == 404


def test_anybody_says_whether_it_helped_and_nothing_says_who(client, page):
    for _ in range(2):
        client.post(f"/knowledge/helped/{page.pk}/", {"helped": "no", "why": "Too long."})

    assert [(each.user, each.is_helpful, each.why) for each in Opinion.objects.all()] == [
        (None, False, "Too long."),
        (None, False, "Too long."),
    ]
    assert "ipc_session" not in client.cookies


def test_account_has_one_opinion_that_can_be_changed(client_as, page):
    client = client_as("carer")
    for helped in ("no", "yes"):
        client.post(f"/knowledge/helped/{page.pk}/", {"helped": helped})

    assert [(each.user, each.is_helpful) for each in Opinion.objects.all()] == [(client.person, True)]


def test_more_opinions_than_the_limit_are_refused(client, page, settings):
    settings.RATE_LIMITS = {**settings.RATE_LIMITS, "opinion": {"account": "2/h", "address": "2/h"}}
    asked = [client.post(f"/knowledge/helped/{page.pk}/", {"helped": "yes"}).status_code for _ in range(3)]

    assert asked == [302, 302, 429]


def test_editors_read_counts_and_words_without_names(client_as, editor, page):
    reader = client_as("carer")
    reader.post(f"/knowledge/helped/{page.pk}/", {"helped": "no", "why": "Too long."})

    cells = BeautifulSoup(editor.get("/knowledge/said/").content, "html.parser").find("tbody").find_all("td")
    assert [cell.get_text(strip=True)[-1] for cell in cells][-3:] == ["0", "1", "0"]
    words = editor.get(f"/knowledge/said/{page.pk}/").content.decode()
    assert "Too long." in words
    assert reader.person.name not in words
    assert reader.person.email not in words


def test_editor_takes_an_areas_words_off(editor, kernow, page):
    use = Use.objects.create(resource=page, area=kernow, changed="Rude words.")

    assert editor.get(f"/knowledge/said/uses/{use.pk}/take-off/").status_code == 200
    editor.post(f"/knowledge/said/uses/{use.pk}/take-off/")
    assert not Use.objects.exists()


def test_reviewers_and_the_check_see_the_pages_own_words_alone(page, kernow):
    from knowledge.accessibility import checking

    Use.objects.create(resource=page, area=kernow, changed="Quagga.")

    assert "Quagga" not in checking.rendered(page.get_latest_revision().as_object())


def test_opinions_are_deleted_after_two_years(page):
    from data_rights import retention

    old, new = (Opinion.objects.create(resource=page, is_helpful=True) for _ in range(2))
    Opinion.objects.filter(pk=old.pk).update(at=timezone.now() - datetime.timedelta(days=733))

    rule = next(rule for rule in retention.rules() if rule.key == "resource-opinions")
    assert list(rule.past(rule.before())) == [old]


def test_sample_words_say_so_and_are_made_once(front, kernow, client):
    from knowledge.readers import sample as words_of_readers

    page = sample.publish(draft(slug="a-plan-on-two-pages", is_sample=True))
    for _ in range(2):
        words_of_readers.make()

    assert [use.area for use in Use.objects.all()] == [kernow]
    assert "Used by NHS Kernow: Sample: people bring their plan along" in shown(client, page)
