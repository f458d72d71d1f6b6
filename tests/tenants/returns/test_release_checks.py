"""What can be worked out from a quarter's figures, by hand and by trying every table."""

import pytest

from disclosure import S7R5
from tenants.returns.release import leaving_out
from tenants.returns.release.checks import Exposed, exposed
from tenants.returns.release.shown import network_total
from tenants.returns.release.units import FLOW_UNITS, HEADLINE_UNITS
from tests.tenants.returns.small import Q2, area, counted, quarter

A, B = "mental_health", "learning_disability"
FLOWS = leaving_out.cells(FLOW_UNITS)


def names(units):
    return [unit.name for unit in units]


def test_two_hidden_groups_that_make_thirteen_are_worked_out():
    # Shown: *, * and a total of 15 (13 to 17). Two stars make 14 at most, so 13 or 14: each is 6 or 7.
    now = quarter(area("kernow", counted({A: 6, B: 7}), left_out=FLOWS))
    assert Exposed("2015Q1", "kernow", f"groups.in_place.{A}") in exposed(now, is_exact=True)
    assert Exposed("2015Q1", "kernow", f"groups.in_place.{B}") in exposed(now, is_exact=True)


def test_with_twelve_they_are_not():
    # 12 is shown as 10 (8 to 12), so each star may be 1 to 7.
    assert exposed(quarter(area("kernow", counted({A: 5, B: 7}), left_out=FLOWS)), is_exact=True) == []


def test_the_groups_are_left_out_and_the_total_stays():
    now = quarter(area("kernow", counted({A: 6, B: 7})))
    left_out = names(leaving_out.of_area("kernow", now, None, None))
    # All thirteen are new, so the same two stars stand there and in the year to date.
    assert left_out == [
        "What began and ended in the quarter",
        "Active at any time in the year to date",
        "In place by group",
    ]


def test_nobody_new_and_nobody_gone_tells_the_total_exactly_so_flows_go():
    # 3 in place before; nought new and nought ended make 3 now, though its star says 1 to 7.
    now = quarter(area("kernow", counted({A: 3}, new={})))
    assert Exposed("2015Q1", "kernow", "total.budgets") in exposed(now, is_exact=True)
    left_out = leaving_out.of_area("kernow", now, None, None)
    assert left_out[0].name == "What began and ended in the quarter"
    rest = quarter(now.areas["kernow"].without(leaving_out.cells(left_out)))
    assert exposed(rest, is_exact=True) == []


def test_the_next_quarters_flows_may_not_tell_what_was_hidden_in_this_one():
    # This quarter: * in place (5). The next: 8 to 12 in place, * new (7), nobody ended. Its own total is given to the
    # reader: 12 = 5 + 7. A star of new people is 1 to 7, so 5 to 7 were in place before: three values, all is well.
    before = area("kernow", counted({A: 5}), left_out=FLOWS)
    now = area("kernow", counted({A: 12}, new={A: 7}))
    pair = quarter(before), quarter(now, quarter=Q2)
    assert Exposed("2015Q1", "kernow", "total.budgets") not in exposed(*pair, is_exact=True)
    # 13 = 6 + 7: then 6 or 7 were in place before, so the next quarter's flows have to go.
    before = area("kernow", counted({A: 6}), left_out=FLOWS)
    now = quarter(area("kernow", counted({A: 13}, new={A: 7})), quarter=Q2)
    assert Exposed("2015Q1", "kernow", "total.budgets") in exposed(quarter(before), now, is_exact=True)
    left_out = leaving_out.of_area("kernow", now, None, quarter(before))
    assert "What began and ended in the quarter" in names(left_out)
    smaller = quarter(now.areas["kernow"].without(leaving_out.cells(left_out)), quarter=Q2)
    assert exposed(quarter(before), smaller, is_exact=True) == []


@pytest.mark.parametrize(("came", "is_told"), [(6, True), (5, False)])
def test_a_second_areas_few_people_may_not_stand_out_from_two_totals(came, is_told):
    # 22 people are shown as 20 (18 to 22). With 6 more 28 are shown as 30 (28 to 32): 6 to 14 came, and a star is 7 at
    # most. With 5 more 27 are shown as 25 (23 to 27): 1 to 9 came.
    first = area("bristol", counted({A: 22}))
    second = area("kernow", counted({A: came}, new={A: 4}), left_out=FLOWS)
    now = quarter(first).with_total(network_total({"bristol": first}, S7R5, leaving_out.cells(leaving_out.BREAKDOWNS)))
    together = leaving_out.Together(now.with_area(second), frozenset({"kernow"}), None, None)
    left_out = together.settle(S7R5, is_whole=False)
    headlines = [unit for unit in left_out if unit in HEADLINE_UNITS]
    expected = {"Everybody with a budget in place", "Adults in NHS Continuing Healthcare with a budget in place"}
    assert set(names(headlines)) == (expected if is_told else set())


def test_what_is_left_out_stays_out_of_reach_too():
    # 20 with mental health needs and 3 without, all others nought, and 23 in all: leaving the 3 out keeps it open.
    hidden = f"groups.in_place.{B}"
    now = quarter(area("kernow", counted({A: 20, B: 3}), left_out=FLOWS | {hidden}))
    assert Exposed("2015Q1", "kernow", hidden) not in exposed(now, is_exact=True)


def test_every_small_return_agrees_with_trying_all_tables():
    """The reader's sum by another way: all returns that would be shown in the same way, one after the other."""
    # A group is nought, hidden, or shown as 10, which is 8 to 12: so these are all that could be shown alike.
    returns = [(a, b, adult) for a in range(13) for b in range(13) for adult in range(a + b + 1)]
    by_shown = {}
    for each in returns:
        by_shown.setdefault(shown_of(*each), []).append(each)
    told = {True: 0, False: 0}
    for alike in list(by_shown.values())[1::2]:
        a, b, adult = alike[0]
        now = quarter(area("kernow", counted({A: a, B: b}, adult=adult), left_out=FLOWS))
        found = {each.key for each in exposed(now, is_exact=True)}
        values = {
            f"groups.in_place.{A}": {one[0] for one in alike},
            f"groups.in_place.{B}": {one[1] for one in alike},
            "eligibility.in_place.adult_chc": {one[2] for one in alike},
            "total.others": {one[0] + one[1] - one[2] for one in alike},
            "total.budgets": {one[0] + one[1] for one in alike},
        }
        for key, possible in values.items():
            if now.areas["kernow"].is_small(key):
                assert (key in found) == (len(possible) < 3), (alike[0], key, possible)
                told[key in found] += 1
    assert min(told.values()) > 5, "both answers occur"


def shown_of(a, b, adult):
    """What is shown of such a return, by the rule as the brief has it."""
    return tuple(by_hand(number) for number in (a, b, adult, a + b - adult, a + b))


def by_hand(number):
    if number == 0:
        return 0
    return "*" if number <= 7 else 5 * ((number + 2) // 5)


def test_no_clock_decides_what_is_left_out(monkeypatch):
    """A busy machine leaves out no more than an idle one: nobody looks at the time."""

    def no_clock():
        raise AssertionError("A release looks at no clock.")

    monkeypatch.setattr("disclosure.work.time.monotonic", no_clock)
    now = quarter(area("kernow", counted({A: 6, B: 7})))
    assert leaving_out.of_area("kernow", now, None, None)
    leaving_out.Together(now, frozenset({"kernow"}), None, None).settle(S7R5, is_whole=True)


def test_tables_of_earlier_questions_change_no_answer():
    """Asked first with groups left out and then with all of them, and the other way round."""
    whole = quarter(area("kernow", counted({A: 6, B: 7}), left_out=FLOWS))
    less = quarter(area("kernow", counted({A: 6, B: 7}), left_out=FLOWS | {f"groups.in_place.{A}"}))
    by_itself = [exposed(each, is_exact=True) for each in (whole, less)]
    seen = {}
    assert [exposed(each, is_exact=True, seen=seen) for each in (less, whole)] == by_itself[::-1]
    assert [exposed(each, is_exact=True, seen=seen) for each in (whole, less)] == by_itself
    assert sum(map(len, seen.values())) > 0
