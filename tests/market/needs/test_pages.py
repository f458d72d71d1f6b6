"""Saying what is missing, and who reads how much of it."""

import datetime

from django.db import connection
from django.test.utils import CaptureQueriesContext

from accounts.models import User
from config.today import today
from market.models import UnmetNeed
from market.needs import recording

ANSWERS = {
    "need": "care_at_home",
    "area": "kernow",
    "place_kind": "village",
    "availability": "crisis",
    "times": ["night"],
    "group": "",
    "what": "Somebody at night in Zennor",
}


def many(number, area, *, on=31, **facts):
    """So many people say the same, days ago; in the month before unless said otherwise."""
    usual = {"need": "care_at_home", "place_kind": "village", "availability": "crisis"}
    for each in range(number):
        user = User.objects.create_user(f"{facts.get('need', 'care')}-{area.slug}-{on}-{each}@example.org")
        recording.unmet(by=user, area=area, what="Zennor", **{**usual, **facts})
    UnmetNeed.objects.filter(said_on=today()).update(said_on=today() - datetime.timedelta(days=on))


def test_somebody_says_what_is_missing_one_question_a_page(client_as):
    client = client_as("budget-holder")
    address = client.get("/market/missing/say/?area=kernow&need=gold")["Location"]
    asked = []
    while address != "/market/missing/say/check/":
        key = address.split("/")[-2]
        asked.append(key)
        address = client.post(address, {key: ANSWERS[key]})["Location"]
    assert asked == ["need", "place_kind", "availability", "times", "group", "what"]
    assert "Somebody at night in Zennor" in client.get(address).content.decode()
    client.post(address)
    said = UnmetNeed.objects.get()
    assert (said.said_by, said.area.slug, said.times, said.group) == (client.person, "kernow", ["night"], "")
    client.post(f"/market/missing/{said.public_id}/found/")
    assert "Found since" in client.get("/market/missing/").content.decode()


def test_a_question_without_an_answer_says_what_to_do(client_as):
    page = client_as("carer").post("/market/missing/say/need/", {})
    assert page.status_code == 422
    assert "Choose what you could not find." in page.content.decode()
    assert client_as("carer").get("/market/missing/say/nothing/").status_code == 404


def test_nothing_is_sent_before_all_is_answered(client_as):
    client = client_as("carer")
    client.get("/market/missing/say/")
    assert client.post("/market/missing/say/check/")["Location"] == "/market/missing/say/need/"
    assert not UnmetNeed.objects.exists()


def test_what_somebody_else_misses_is_not_found(client_as, kernow):
    many(1, kernow)
    said = UnmetNeed.objects.get()
    assert client_as("carer").post(f"/market/missing/{said.public_id}/take-back/").status_code == 404


def test_a_commissioner_sees_stars_and_rounded_figures_of_the_own_area_alone(client_as, kernow, bristol):
    many(7, kernow)
    many(9, kernow, need="payroll", on=32)
    many(40, bristol)
    client = client_as("commissioner", area=kernow)
    assert client.get("/market/needs/")["Location"] == "/market/areas/kernow/needs/"
    page = client.get("/market/areas/kernow/needs/").content.decode()
    file = client.get("/market/areas/kernow/needs/needs.csv").content.decode()
    assert "Care at home,*,0" in file and "Payroll,10,0" in file
    assert "Zennor" not in page + file and "@example.org" not in page + file
    for address in ("/market/areas/bristol/needs/", "/market/areas/bristol/needs/needs.csv"):
        assert client.get(address).status_code == 404
    assert client.get("/market/areas/kernow/needs/nothing.csv").status_code == 404


def test_providers_see_what_is_needed_where_under_the_same_rule(client_as, provider, kernow, bristol):
    many(7, kernow)
    many(12, bristol)
    client = client_as("provider-editor", organisation=provider(areas=["bristol"]).organisation)
    file = client.get("/market/provider/needed/needed.csv").content.decode()
    head, row = file.lstrip("\ufeff").splitlines()[:2]
    figures = dict(zip(head.split(","), row.split(","), strict=True))
    assert list(figures)[1] == bristol.short_name
    assert (figures[kernow.short_name], figures[bristol.short_name]) == ("*", "10")
    assert client.get("/market/provider/needed/?area=bristol").status_code == 200
    assert client.get("/market/provider/needed/place.csv?area=bristol").status_code == 200


def test_a_page_of_counts_asks_the_same_number_of_questions_for_more_rows(client_as, kernow, django_assert_num_queries):
    client = client_as("commissioner", area=kernow)
    many(8, kernow)
    client.get("/market/areas/kernow/needs/")

    with CaptureQueriesContext(connection) as before:
        client.get("/market/areas/kernow/needs/")
    many(30, kernow, need="payroll", on=3)
    with django_assert_num_queries(len(before)):
        client.get("/market/areas/kernow/needs/")
