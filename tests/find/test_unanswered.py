"""Searches that found nothing: counted without who asked, and without words that only few used."""

import datetime

import pytest

from find import unanswered, vocabulary
from find.models import UnansweredSearch, Word
from find.spelling import better
from find.words import Words

WORDS = "respite quagga"


def ask(client, number, words=WORDS):
    """Search from an address of the network's that ends so."""
    client.get("/search/", {"q": words}, REMOTE_ADDR=f"10.0.0.{number}")


def test_words_are_kept_once_five_have_asked(client, db):
    for number in range(4):
        ask(client, number)
    assert [(row.asked, row.words) for row in UnansweredSearch.objects.all()] == [(4, "")]

    ask(client, 9)
    assert [(row.asked, row.words) for row in UnansweredSearch.objects.all()] == [(5, WORDS)]


def test_whoever_asks_counts_once_a_day(client, db):
    for _ in range(6):
        ask(client, 1)
        ask(client, 1, "Respite  QUAGGA")

    assert [(row.asked, row.words) for row in UnansweredSearch.objects.all()] == [(1, "")]


def test_search_that_found_something_is_not_counted(client, kernow):
    ask(client, 1, "kernow")
    ask(client, 1, "the of")
    ask(client, 1, "")

    assert not UnansweredSearch.objects.exists()


def test_filters_that_leave_nothing_are_no_missing_words(client, kernow):
    client.get("/search/?q=kernow&area=nowhere")

    assert not UnansweredSearch.objects.exists()


@pytest.mark.parametrize(
    ("words", "may"),
    [
        ("respite care", True),
        ("section 117 aftercare", True),
        ("9434765919", False),
        ("john 1962 diabetes", False),
        ("tr1 3qw", False),
        ("one two three four five six seven", False),
        ("x" * 81, False),
    ],
)
def test_words_that_may_lead_to_a_person_are_never_kept(words, may):
    assert unanswered.may_be_kept(words) is may


def test_nobody_can_read_words_that_few_asked_from_the_table(client, db):
    ask(client, 1)

    row = UnansweredSearch.objects.get()
    assert "quagga" not in f"{row.digest} {row.words} {row}"


def test_table_stops_growing_at_its_limit(client, db, monkeypatch):
    monkeypatch.setattr(unanswered, "MOST_A_MONTH", 2)
    for word in ("quaggaa", "quaggab", "quaggac"):
        ask(client, 1, word)

    assert UnansweredSearch.objects.count() == 2


def test_editors_read_what_several_asked_and_others_do_not(client, client_as, db):
    for number in range(5):
        ask(client, number)
    ask(client, 1, "secretsearch")

    page = client_as("knowledge-editor").get("/search/without-results/").content.decode()
    assert WORDS in page
    assert "secretsearch" not in page
    assert "Other words were asked 1 time" in page
    assert client_as("board-member").get("/search/without-results/").status_code == 403


def test_counts_are_deleted_after_their_time(db):
    from data_rights import retention

    rule = next(rule for rule in retention.rules() if rule.key == "unanswered-searches")
    before = rule.before()
    old = UnansweredSearch.objects.create(month=before.date() - datetime.timedelta(days=1), digest="a", asked=1)
    UnansweredSearch.objects.create(month=before.date() + datetime.timedelta(days=1), digest="b", asked=1)

    assert list(rule.past(before)) == [old]


@pytest.fixture
def vocabulary_of_the_site(db):
    def texts():
        yield "Commissioning a personal budget"
        yield "A budget for commissioning; brokerage 2015"

    vocabulary.register(texts)
    vocabulary.renew()
    yield
    vocabulary.unregister(texts)


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("comissioning", "commissioning"),
        ("personel budgit", "personal budget"),
        ("ubdget", "budget"),  # the first two letters changed places
        ("budget", ""),  # spelt right
        ("quagga", ""),  # nothing is like it
        ("bud", ""),  # too short to tell
        ("brokrage 2015", "brokerage 2015"),
    ],
)
def test_words_are_mended_from_the_sites_own(vocabulary_of_the_site, typed, meant):
    assert better(Words.typed(typed)) == meant


def test_help_with_spelling_asks_twice_at_most(vocabulary_of_the_site, django_assert_num_queries):
    with django_assert_num_queries(2):
        better(Words.typed("comissioning a personel budgit"))


def test_words_are_made_of_public_texts_alone(vocabulary_of_the_site):
    from tests.knowledge.resources import draft

    draft(title="Quaggaword")
    vocabulary.renew()

    assert not Word.objects.filter(word="quaggaword").exists()
    assert Word.objects.get(word="budget").texts >= 2
    assert not Word.objects.filter(word="2015").exists()


def test_a_suggestion_is_made_where_it_finds_something_for_this_person(client, vocabulary_of_the_site, kernow):
    page = client.get("/search/?q=privasy").content.decode()
    assert "Did you mean “privacy”?" in page
    # "brokerage" is a word of the site, and no result holds it.
    assert "Did you mean" not in client.get("/search/?q=brokrage").content.decode()
