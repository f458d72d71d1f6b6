import copy
import json
import pickle

import jinja2
import pytest
from django.template import Context, Engine

from disclosure.raw import RawCount, RawCountShownError, own_figure, people

# 4,733 stands in no other text.
N = 4733

EXPRESSIONS = [
    "{{ x }}", "{{ x|int }}", "{{ x|float }}", "{{ x|round }}", "{{ x|string }}", "{{ x|tojson }}",
    "{{ [x, x]|sum }}", "{{ [x]|join(',') }}", "{{ x ~ '' }}", "{{ '%s'|format(x) }}", "{{ '%d'|format(x) }}",
    "{{ x|e }}", "{{ x|urlencode }}", "{{ x|filesizeformat }}", "{{ x - 1 }}", "{{ x / 2 }}", "{{ -x }}",
    "{{ x + 1 }}", "{{ x|abs }}", "{{ x is odd }}", "{% if x > 3 %}many{% endif %}",
    "{% if x %}some{% endif %}",
    "{% if x == 4733 %}guessed{% endif %}", "{{ 4733 in [x] }}", "{% for i in range(x) %}.{% endfor %}",
]  # fmt: skip


@pytest.mark.parametrize("autoescape", [True, False])
@pytest.mark.parametrize("expression", EXPRESSIONS)
def test_a_jinja_page_that_shows_a_raw_count_fails(expression, autoescape):
    template = jinja2.Environment(autoescape=autoescape).from_string(expression)
    with pytest.raises((RawCountShownError, TypeError)):
        template.render(x=people(N))


def test_a_django_page_that_shows_a_raw_count_fails():
    template = Engine().from_string("{{ x }}")
    with pytest.raises(RawCountShownError):
        template.render(Context({"x": people(N)}))


@pytest.mark.parametrize(
    "show",
    [
        str, int, float, bool, hash, round, "{:>9}".format, "{}".format, lambda x: f"{x}", "%s".__mod__,
        json.dumps, pickle.dumps, lambda x: x < people(2), lambda x: x == people(N), lambda x: x != 1,
        lambda x: sorted([x, people(1)]),
    ],
)  # fmt: skip
def test_a_raw_count_cannot_be_shown_stored_or_compared(show):
    with pytest.raises((RawCountShownError, TypeError)):
        show(people(N))


def test_logs_and_error_pages_do_not_hold_the_number():
    assert "4733" not in repr(people(N))
    assert "4733" not in f"{[people(N)]} {people(N)!r}"
    assert not hasattr(people(N), "__dict__")


def test_raw_counts_add_up():
    assert own_figure(people(2) + people(3)) == 5
    assert own_figure(sum([people(2), people(3), people(4)])) == 9


def test_a_plain_number_cannot_be_added():
    with pytest.raises(TypeError):
        people(2) + 3


def test_a_copy_is_the_same_count():
    assert own_figure(copy.deepcopy(people(N))) == N


def test_a_raw_count_cannot_be_changed():
    count = people(3)
    with pytest.raises(RawCountShownError):
        count._RawCount__people = 9
    assert own_figure(count) == 3


@pytest.mark.parametrize("value", [None, 1.5, "3", True])
def test_only_whole_numbers_are_counts_of_people(value):
    with pytest.raises(TypeError):
        people(value)


def test_fewer_than_nobody_is_refused():
    with pytest.raises(ValueError, match="below 0"):
        people(-1)


def test_own_figure_takes_a_raw_count_alone():
    with pytest.raises(TypeError):
        own_figure(3)
    assert isinstance(people(3), RawCount)
