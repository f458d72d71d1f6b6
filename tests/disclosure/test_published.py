import copy
import csv
import gc
import io
import json
import pickle
from datetime import date

import jinja2
import pytest

from disclosure.published import HIDDEN_NOTE, PublishedCount, already_public, publish
from disclosure.raw import people
from disclosure.rules import S7R5, S10R10

BASELINE = {"source": "Markers of Progress survey", "as_at": date(2014, 11, 30)}


@pytest.mark.parametrize(
    ("true", "text"), [(0, "0"), (1, "*"), (7, "*"), (8, "10"), (1_199, "1,200"), (2_345_678, "2,345,680")]
)
def test_a_page_shows_the_rounded_count_or_a_star(true, text):
    count = publish(people(true))
    assert str(count) == f"{count}" == text
    for autoescape in (True, False):
        environment = jinja2.Environment(autoescape=autoescape)
        assert environment.from_string("{{ x }}").render(x=count) == text


def test_a_data_set_may_choose_the_stricter_rule():
    assert str(publish(people(10), S10R10)) == "*"
    assert str(publish(people(15), S10R10)) == "20"


def test_a_figure_that_is_public_elsewhere_is_shown_as_it_was_with_its_source():
    count = already_public(198, **BASELINE)
    assert (str(count), count.shown, count.is_hidden) == ("198", 198, False)
    assert str(count.source) == "Markers of Progress survey, 30 November 2014"
    assert str(already_public(3, **BASELINE)) == "3"


def test_a_public_figure_without_a_source_is_refused():
    with pytest.raises(ValueError, match="where"):
        already_public(198, source=" ", as_at=date(2014, 11, 30))


@pytest.mark.parametrize("value", [True, 1.5, "198", None, people(198)])
def test_a_public_figure_is_a_plain_whole_number(value):
    with pytest.raises(TypeError):
        already_public(value, **BASELINE)


def test_a_public_figure_needs_a_day():
    with pytest.raises(TypeError):
        already_public(198, source="Survey", as_at="November 2014")


def test_a_published_count_cannot_be_made_from_outside():
    with pytest.raises(TypeError, match=r"use publish\(\)"):
        PublishedCount(3)
    with pytest.raises(TypeError):
        type("Mine", (PublishedCount,), {"__module__": "market.views"})


def test_a_published_count_cannot_be_changed():
    count = publish(people(20))
    with pytest.raises(AttributeError):
        count.shown = 3
    with pytest.raises(AttributeError):
        del count.rule


@pytest.mark.parametrize("plain", [3, "3", None, 3.0, True])
def test_a_plain_number_cannot_be_published(plain):
    with pytest.raises(TypeError):
        publish(plain)


def test_two_hidden_counts_cannot_be_told_apart():
    # 3 and 6 are the true ones.
    three, six = publish(people(3)), publish(people(6))
    assert three == six
    assert hash(three) == hash(six)
    assert repr(three) == repr(six)
    assert pickle.dumps(three) == pickle.dumps(six)
    assert three.to_json() == six.to_json()
    assert three.for_csv() == six.for_csv()
    assert three.words == six.words
    assert three.sort_key == six.sort_key
    assert not hasattr(three, "__dict__")


def test_nothing_that_a_published_count_holds_is_the_true_count():
    count = publish(people(4_733))
    seen, waiting = set(), [count]
    while waiting:
        thing = waiting.pop()
        if id(thing) not in seen and not isinstance(thing, type):
            seen.add(id(thing))
            assert thing != 4_733
            waiting += gc.get_referents(thing)
    assert count.shown == 4_735


def test_published_counts_have_no_order_of_their_own():
    with pytest.raises(TypeError):
        sorted([publish(people(3)), publish(people(6))])


def test_rows_are_sorted_by_what_is_shown():
    counts = [publish(people(n)) for n in (12, 7, 0, 1, 100)]
    assert [str(c) for c in sorted(counts, key=lambda c: c.sort_key)] == ["0", "*", "*", "10", "100"]


def test_copies_and_pickles_show_the_same():
    for count in (publish(people(3)), publish(people(20)), already_public(198, **BASELINE)):
        assert pickle.loads(pickle.dumps(count)) == count
        assert copy.deepcopy(count) == count


def test_a_forged_pickle_of_a_figure_that_the_rule_never_shows_is_refused():
    make, (kind, _) = publish(people(3)).__reduce__()
    with pytest.raises(ValueError, match="never shows 3"):
        make(kind, (3, S7R5, None))
    with pytest.raises(ValueError, match="rule or a source"):
        make(kind, (3, None, None))


def test_json_of_a_count_says_whether_it_is_hidden_and_by_which_rule():
    assert json.loads(json.dumps(publish(people(5)).to_json())) == {
        "value": None, "text": "*", "hidden": True, "rule": "S7R5",
    }  # fmt: skip
    assert already_public(198, **BASELINE).to_json() == {
        "value": 198, "text": "198", "hidden": False,
        "source": "Markers of Progress survey", "as_at": "2014-11-30",
    }  # fmt: skip


def test_a_csv_cell_is_a_number_or_a_star():
    out = io.StringIO()
    csv.writer(out).writerow([publish(people(n)).for_csv() for n in (0, 3, 1_234)])
    assert out.getvalue() == "0,*,1235\r\n"


def test_a_hidden_count_is_read_aloud_in_words():
    assert publish(people(3)).words == "hidden, 1 to 7"
    assert publish(people(30)).words == "30"


def test_only_nobody_counts_as_empty():
    assert not publish(people(0))
    assert publish(people(1))


def test_the_note_is_in_short_sentences():
    for sentence in HIDDEN_NOTE.rstrip(".").split(". "):
        assert len(sentence.split()) <= 15
