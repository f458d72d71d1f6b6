import datetime
from types import SimpleNamespace

import pytest
from bs4 import BeautifulSoup
from django.db import IntegrityError
from wagtail.models import Page, Site

from config.today import sample_day
from knowledge.models import Event, FrontPage
from ui import front_page as figures
from ui import shortly
from ui.front_page import FrontPageFigure


def opened(client, path="/"):
    answer = client.get(path)
    assert answer.status_code == 200
    return BeautifulSoup(answer.content, "html.parser")


def words(element):
    return " ".join(element.get_text(" ").split())


def ways(page):
    return [(words(card.find("h3")), card.find("a")["href"]) for card in page.find_all(class_="nhsuk-card")]


def test_figures_show_198_people_with_day_and_source(client, db):
    stats = [words(stat) for stat in opened(client).find_all(class_="ipc-stat")]

    assert stats[0].startswith("198 people with a personal health budget As at 7 November 2014. Source: South West app")
    assert stats[1].startswith("11 areas work together")
    # Children in six areas, long-term conditions in four, learning disability in one, mental health in one.
    assert stats[2].startswith("12 groups of people start first")
    assert "As at 7 November 2014" in stats[2]


def test_figure_that_nobody_loaded_is_left_out(client, db):
    from tenants.models import BudgetBaseline

    BudgetBaseline.objects.all().delete()

    assert words(opened(client).find(class_="ipc-stat")).startswith("11 areas")


def test_page_has_one_heading_and_says_what_it_is_and_for_whom(client, db):
    main = opened(client).find("main")

    assert [words(heading) for heading in main.find_all("h1")] == ["Care planned with you"]
    assert "brings the NHS, councils and charities together" in words(main)
    assert "for people who need a lot of care" in words(main)


def test_headings_go_down_by_one(client, db):
    levels = [int(heading.name[1]) for heading in opened(client).find("main").find_all(["h1", "h2", "h3", "h4"])]

    assert levels[0] == 1
    assert all(after - before <= 1 for before, after in zip(levels, levels[1:], strict=False))


def test_ways_on_of_somebody_signed_out(client, db):
    assert ways(opened(client)) == [
        ("Find what you can ask for", "/your-turn/"),
        ("See the areas", "/areas/"),
        ("Sign in", "/account/login/"),
    ]


@pytest.mark.parametrize(
    ("role", "way"),
    [("board-member", ("See how it is going", "/programme/")), ("moderator", ("See what needs you", "/home/"))],
)
def test_third_way_on_follows_the_role(client_as, role, way):
    assert ways(opened(client_as(role)))[2] == way


def test_every_way_on_leads_somewhere(client, db):
    for _, href in ways(opened(client)):
        assert client.get(href).status_code == 200, href


def test_page_works_without_scripts(client, db):
    main = opened(client).find("main")

    assert main.find_all("script") == []
    assert [
        tag for tag in main.find_all(True) if any(name.startswith("on") or name == "style" for name in tag.attrs)
    ] == []
    assert main.find("details").find("summary")  # opens in the browser without help


def test_page_asks_nothing_of_other_sites(client, db):
    page = opened(client)
    page.find("link", rel="canonical").extract()  # says what this page is called, and loads nothing
    addresses = [tag[name] for tag in page.find_all(True) for name in ("src", "href", "action") if tag.get(name)]

    assert [address for address in addresses if not address.startswith(("/", "#"))] == []


def test_queries_stay_within_sixteen(client, db, django_assert_max_num_queries, monkeypatch):
    monkeypatch.setattr(shortly, "SECONDS", 60)  # as it is served, one page soon after another
    client.get("/")  # the site's paths are kept after the first time
    with django_assert_max_num_queries(16):
        client.get("/")


def test_figure_of_another_room_is_shown_in_its_place(client, db):
    def hours():
        return [FrontPageFigure(40, "hours of help given", datetime.date(2015, 3, 31), "the time bank", order=5)]

    figures.register(hours)
    try:
        stats = [words(stat) for stat in opened(client).find_all(class_="ipc-stat")]
    finally:
        figures.unregister(hours)

    assert stats[0] == "40 hours of help given As at 31 March 2015. Source: the time bank"


@pytest.mark.parametrize(
    ("path", "heading"), [("/accessibility/", "Accessibility statement"), ("/privacy/", "Privacy and cookies")]
)
def test_information_page_is_public_and_linked_from_the_foot(client, db, path, heading):
    page = opened(client, path)
    footer = opened(client).find("footer")

    assert words(page.find("h1")) == heading
    assert words(footer.find("a", href=path)) == heading


def test_privacy_page_names_the_only_two_cookies(client, db, settings):
    page = opened(client, "/privacy/")

    keys = [words(key) for key in page.find_all("dt")]
    assert keys == [settings.SESSION_COOKIE_NAME, settings.CSRF_COOKIE_NAME]


def test_sign_in_sets_no_cookie_but_those_named(client, db):
    client.get("/account/login/")

    assert set(client.cookies) <= {"ipc_session", "ipc_csrf"}


def test_footer_leaves_out_what_an_editor_takes_away(client, db):
    from knowledge.models import InformationPage

    InformationPage.objects.get(slug="privacy").unpublish()

    assert opened(client).find("footer").find("a", href="/privacy/") is None


def test_page_tree_allows_one_front_page_and_text_pages_below_it(front):
    from knowledge.models import FrontPage, InformationPage

    root = Page.get_first_root_node()
    assert [type(page.specific) for page in root.get_children()] == [FrontPage]
    assert not FrontPage.can_create_at(root)
    assert not InformationPage.can_create_at(root)
    assert InformationPage.can_create_at(front)
    assert not FrontPage.can_create_at(front)


def test_making_it_again_leaves_what_editors_wrote(front):
    from knowledge.front_page import make_front_page
    from knowledge.models import FrontPage, InformationPage

    front.hero_title = "Changed by an editor"
    front.save_revision().publish()
    InformationPage.objects.get(slug="privacy").delete()
    numbers = Page.objects.count(), Site.objects.count()

    make_front_page()

    assert FrontPage.objects.get().hero_title == "Changed by an editor"
    assert (Page.objects.count(), Site.objects.count()) == numbers


def test_making_it_on_an_installation_without_a_network(db):
    from knowledge.front_page import make_front_page
    from knowledge.models import FrontPage
    from tenants.models import Network

    FrontPage.objects.get().delete()
    Site.objects.all().delete()
    Network.objects.all().delete()

    make_front_page()

    assert FrontPage.objects.get().hero_summary.startswith("This network brings")
    assert Site.objects.get().root_page.specific == FrontPage.objects.get()


def test_site_follows_the_address_that_people_use(front, settings):
    from knowledge.front_page import make_front_page

    settings.SITE_URL = "https://ipc.example.org"
    make_front_page()

    site = Site.objects.get()
    assert (site.hostname, site.port, site.is_default_site) == ("ipc.example.org", 443, True)
    assert site.site_name == "South West Integrated Personal Commissioning network"
    assert front.full_url == "https://ipc.example.org/"


def test_first_words_are_free_of_jargon_and_long_sentences():
    import re

    from django.utils.html import strip_tags

    from knowledge import first_words

    parts = [*first_words.front_body(), *first_words.accessibility_body(), *first_words.privacy_body("a", "b")]
    text = strip_tags(re.sub(r"</(p|li|h2)>", ". ", str(SimpleNamespace(parts=parts))))
    sentences = [sentence.split() for sentence in re.split(r"[.!?]\s", text)]

    assert max(len(sentence) for sentence in sentences) <= 34
    assert not {"PHB", "CCG", "IPC", "cohort", "stakeholder", "utilise"} & set(text.split())


def events_card(page):
    return next((card for card in page.find_all(class_="nhsuk-card") if words(card).startswith("Next events")), None)


def test_events_to_come_stand_on_the_page_by_their_day_and_go_when_they_are_over(client, db):
    day = datetime.date(2015, 7, 15)
    page = FrontPage.objects.get()
    page.events = [
        Event(name="Last week", on=day - datetime.timedelta(days=7)),
        Event(name="Peer supporters meet", on=day + datetime.timedelta(days=28), where="Online, 2pm"),
        Event(name="A long one", on=day - datetime.timedelta(days=1), until=day, link="https://example.org/long"),
    ]
    page.save_revision().publish()
    with sample_day(day):
        card = events_card(opened(client))

    assert [words(line) for line in card.find_all("li")] == [
        "A long one 14 July 2015 to 15 July 2015",
        "Peer supporters meet 12 August 2015. Online, 2pm",
    ]
    assert [link["href"] for link in card.find_all("a")] == ["https://example.org/long"]
    with sample_day(day + datetime.timedelta(days=29)):
        assert events_card(opened(client)) is None


def test_an_event_does_not_end_before_it_begins(db):
    page, day = FrontPage.objects.get(), datetime.date(2015, 7, 15)
    with pytest.raises(IntegrityError):
        Event.objects.create(page=page, name="Backwards", on=day, until=day - datetime.timedelta(days=1))
