"""A table can't leave without saying what it says about counts of people."""

import datetime

import pytest

from disclosure import RawCountShownError, already_public, people, publish
from disclosure.rules import S10R10
from files.people import ALREADY_PUBLIC, NO_PEOPLE, OWN_TEAM, hidden_by
from files.tables import Table, numeric

DAY = datetime.date(2014, 11, 7)


def test_a_table_of_words_says_that_it_counts_nobody():
    assert Table("x", "X", ("Area",), (["Kernow"],)).people == NO_PEOPLE


def test_plain_numbers_are_refused_until_somebody_says_what_they_count():
    for head, row in ((("Sites",), [4]), ((numeric("People"),), ["Not known"]), (("Share",), [{"text": 4.5}])):
        with pytest.raises(ValueError, match="Say whether the numbers of the table 'x' count people"):
            Table("x", "X", head, (row,))
        assert Table("x", "X", head, (row,), people=NO_PEOPLE).people == NO_PEOPLE


def test_published_counts_tell_the_note_themselves():
    hidden, rounded = publish(people(6)), publish(people(43))
    assert Table("x", "X", ("People",), ([hidden], [rounded])).people == hidden_by()
    assert "1 to 7 people" in Table("x", "X", ("People",), ([hidden],)).disclosure


def test_the_strictest_rule_among_the_counts_is_told():
    table = Table("x", "X", ("People",), ([publish(people(43))], [publish(people(43), S10R10)]))
    assert "1 to 10 people" in table.disclosure


def test_figures_that_were_public_elsewhere_say_so():
    figure = already_public(198, source="the application", as_at=DAY)
    assert Table("x", "X", ("People",), ([figure],)).people == ALREADY_PUBLIC


def test_a_table_with_counts_cannot_say_that_there_are_none():
    with pytest.raises(ValueError, match="has counts of people"):
        Table("x", "X", ("People",), ([publish(people(43))],), people=NO_PEOPLE)


def test_a_true_count_is_refused_whatever_the_table_says():
    for said in (None, NO_PEOPLE, OWN_TEAM):
        with pytest.raises(RawCountShownError):
            Table("x", "X", ("People",), ([people(43)],), people=said)


def test_yes_and_no_are_no_numbers():
    assert Table("x", "X", ("Agreed",), ([True],)).people == NO_PEOPLE


def test_everything_that_travels_with_a_table_is_told_of_it():
    table = Table("x", "X", ("Area",), (["Kernow"],), as_at=DAY, source="The plan", note="A note.", sample=True)
    assert [name for name, _ in table.about()] == ["As at", "Source", "Note", "Small numbers", "Sample"]
    assert dict(Table("x", "X", (), ()).about())["As at"] == "Not dated"
