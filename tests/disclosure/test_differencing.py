"""Selections compared by their people: who would be left when a reader subtracts."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from disclosure.differencing import too_near

EVERYBODY = frozenset(range(100))


def without(*ranges):
    return EVERYBODY - {person for each in ranges for person in each}


def others(new, **published):
    near = too_near(frozenset(new), list(published.items()))
    return near.others if near else None


@pytest.mark.parametrize(("left_out", "refused"), [(0, False), (1, True), (7, True), (8, False)])
def test_a_selection_less_1_to_7_people_is_refused(left_out, refused):
    part = without(range(left_out))
    assert others(part, everybody=EVERYBODY) == (("everybody",) if refused else None)
    assert others(EVERYBODY, part=part) == (("part",) if refused else None)


def test_as_many_people_who_are_not_the_same_are_compared_as_people():
    # 97 each; three of each are not in the other: six people differ.
    assert others(without(range(3)), b=without(range(3, 6))) == ("b",)
    # Five of each: ten people differ.
    assert others(without(range(5)), b=without(range(5, 10))) is None


def test_three_on_one_side_and_many_on_the_other_need_the_overlap_to_tell():
    a, b = without(range(50)), without(range(50, 53))
    assert others(a, b=b) is None
    # The overlap is `a` less three people: now they could be subtracted.
    assert others(a & b, a=a, b=b) == ("a",)


def test_everybody_less_the_women_less_the_men_leaves_few():
    women, men = set(range(60)), set(range(60, 95))
    assert others(EVERYBODY, women=women) is None
    assert others(EVERYBODY, women=women, men=men) == ("women", "men")
    assert others(men, everybody=EVERYBODY, women=women) == ("everybody", "women")


def test_two_parts_that_share_few_people_are_refused_beside_the_whole():
    # 60 + 45 - 100 = 5 people in both.
    assert others(EVERYBODY, one=set(range(60)), two=set(range(55, 100))) == ("one", "two")


def test_parts_that_make_up_the_whole_leave_nobody():
    assert others(EVERYBODY, women=set(range(60)), men=set(range(60, 100))) is None


def test_nothing_and_nobody_are_no_difference():
    assert others(EVERYBODY) is None
    assert others(set(), everybody=EVERYBODY) is None
    assert others(EVERYBODY, again=EVERYBODY, nobody=set()) is None


people = st.frozensets(st.integers(0, 30))


@settings(max_examples=150, deadline=None)
@given(a=people, b=people, c=people)
def test_it_makes_no_difference_which_is_published_last(a, b, c):
    def is_near(new, *published):
        return too_near(new, [(str(i), each) for i, each in enumerate(published)]) is not None

    if not is_near(a, b) and not is_near(b, c) and not is_near(a, c):
        assert is_near(a, b, c) == is_near(b, c, a) == is_near(c, a, b)
