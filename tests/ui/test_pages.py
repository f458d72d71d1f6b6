import datetime
from types import SimpleNamespace

import pytest
from bs4 import BeautifulSoup
from django.core.exceptions import PermissionDenied
from django.template import Context, Template
from django.test import RequestFactory

from accounts import staff_sessions
from tests.ui.drawing import draw, words
from ui import branding, errors, home, navigation
from ui.context import Shell, bare_shell

PAGE = '{% extends "ui/page.html" %}{% set title = "Risks" %}{% block body %}<p>Body</p>{% endblock %}'


def anonymous(path="/"):
    request = RequestFactory().get(path)
    request.user = SimpleNamespace(is_authenticated=False)
    return request


def test_title_names_page_area_and_network():
    shell = Shell(brand=branding.Brand("South West network", "South West"), area=SimpleNamespace(name="Kernow"))

    page = draw(PAGE, shell=shell)

    assert words(page.find("title")) == "Risks – Kernow – South West"
    assert words(page.find("h1")) == "Risks"
    assert page.find("html")["lang"] == "en"
    assert page.find("a", href="#maincontent")


def test_title_says_first_that_a_form_has_errors():
    from ui.gallery_examples import EveryField

    page = draw(PAGE, shell=bare_shell(), form=EveryField({}))

    assert words(page.find("title")).startswith("Error: Risks")
    assert page.find(class_="nhsuk-error-summary").find_next("h1")


def test_header_shows_no_nhs_logo():
    page = draw(PAGE, shell=bare_shell())

    assert page.find(class_="nhsuk-header__logo") is None
    assert words(page.find(class_="nhsuk-header__service-name")) == branding.DEFAULT.name


def test_every_script_of_a_page_is_a_file_or_carries_the_nonce():
    page = draw(PAGE, shell=Shell(brand=branding.DEFAULT, csp_nonce="abc"))

    assert [script for script in page.find_all("script") if not script.get("src") and script["nonce"] != "abc"] == []


def test_page_asks_nothing_of_another_site():
    page = draw(PAGE, shell=bare_shell())

    addresses = [tag["src"] for tag in page.find_all(src=True)] + [tag["href"] for tag in page.find_all("link")]
    assert [address for address in addresses if not address.startswith("/static/")] == []


@pytest.mark.parametrize("status", [400, 403, 404, 429])
def test_refusal_has_a_reason_and_a_way_on(status):
    response = errors.refusal(anonymous(), status)

    page = BeautifulSoup(response.content, "html.parser").find("main")
    assert response.status_code == status
    assert page.find("p")
    assert page.find("a", href="/")


def test_not_allowed_gives_the_reason_as_text():
    response = errors.not_allowed(anonymous(), PermissionDenied("Only <b>leads</b> may do this."))

    assert b"Only &lt;b&gt;leads&lt;/b&gt; may do this." in response.content


def test_server_error_page_needs_neither_database_nor_person():
    request = RequestFactory().get("/")

    response = errors.server_error(request)

    assert response.status_code == 500
    assert words(BeautifulSoup(response.content, "html.parser").find("h1")) == "Something went wrong"


def test_refusal_is_drawn_where_the_person_can_not_be_found():
    class Broken:
        @property
        def is_authenticated(self):
            raise RuntimeError("the database is gone")

    request = RequestFactory().get("/")
    request.user = Broken()

    assert errors.refusal(request, 404).status_code == 404


def test_django_template_gets_the_shell(db):
    source = '{% load ui_shell %}{% shell "A & B" %}<h1>A</h1>{% endshell %}'

    page = BeautifulSoup(Template(source).render(Context({"request": anonymous()})), "html.parser")

    assert words(page.find("title")) == f"A & B – {branding.network().short_name}"
    assert words(page.find("main").find("h1")) == "A"


def test_navigation_marks_the_longest_address_that_fits():
    links = [navigation.Link("a", "Areas", "/areas/"), navigation.Link("t", "Team", "/areas/kernow/team/")]

    marked = navigation.mark_current(RequestFactory().get("/areas/kernow/team/7/"), links)

    assert [link.key for link in marked if link.current] == ["t"]


def test_navigation_leaves_out_routes_that_do_not_exist():
    navigation.register(navigation.NavigationItem("ghost", "Ghost", "no-such-route", is_visible=navigation.everyone))
    try:
        assert "ghost" not in [link.key for link in navigation.service_links(anonymous())]
    finally:
        navigation._service.pop("ghost")


def card(title, due=None):
    return home.HomeCard(title, "Why", "Open", "/", due)


def test_home_shows_seven_cards_the_soonest_first(monkeypatch):
    days = [datetime.date(2015, 7, day) for day in range(1, 9)]
    cards = [card("no date"), *(card(str(day.day), day) for day in reversed(days))]
    monkeypatch.setattr(home, "_providers", [lambda request: cards])

    assert [shown.title for shown in home.cards_for(anonymous())] == ["1", "2", "3", "4", "5", "6", "7"]


def test_home_leaves_out_no_card_for_want_of_a_date(monkeypatch):
    monkeypatch.setattr(
        home, "_providers", [lambda request: [card("no date"), card("late", datetime.date(2015, 7, 1))]]
    )

    assert [shown.title for shown in home.cards_for(anonymous())] == ["late", "no date"]


def test_home_with_nothing_to_do_says_so_kindly():
    page = draw('{% include "ui/home.html" %}', shell=bare_shell(), cards=[])

    assert words(page.find(class_="ipc-empty").find("h2")) == "Nothing needs you today"


@pytest.fixture
def operator(client_as):
    """A client of an operator in a timed session, which the gallery asks for."""
    client = client_as("operator")
    staff_sessions.start(by=client.person, reason="The gallery is tested")
    return client


def test_gallery_is_for_operators(operator):
    assert operator.get("/gallery/").status_code == 200


def test_gallery_is_refused_to_others(client_as):
    assert client_as("board-member").get("/gallery/").status_code == 403


def test_gallery_pages_are_all_drawn(operator):
    pages = ["form/", "easy-read/", "download.csv", "refusals/not-found/", "refusals/server-error/"]

    assert [operator.get(f"/gallery/{page}").status_code for page in pages] == [200] * 5


def test_form_of_the_gallery_shows_its_errors(operator):
    page = BeautifulSoup(operator.post("/gallery/form/").content, "html.parser")

    assert words(page.find("title")).startswith("Error: Every kind of field")
    assert len(page.find_all(class_="nhsuk-error-summary")) == 1


def test_policy_of_a_page_allows_its_own_script(operator):
    response = operator.get("/gallery/")

    nonce = BeautifulSoup(response.content, "html.parser").find("script", attrs={"type": "module"})["nonce"]
    assert f"'nonce-{nonce}'" in response["Content-Security-Policy"]


def test_home_is_for_everybody_signed_in(client_as):
    page = BeautifulSoup(client_as("carer").get("/home/").content, "html.parser")

    assert words(page.find("h1")) == "What needs me today"
    assert words(page.find(class_="nhsuk-header__navigation-item--current")) == "Home"
