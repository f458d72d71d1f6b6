"""Sums of cases: what may leave an area, and that the pool of areas equals the sums over all their cases."""

import random

import pytest

from finance_models.calc import case_sums
from finance_models.calc.case_sums import CaseSums


def cases(count, before=100_000, after=80_000, name="a"):
    """So many cases, each of the same cost in pence."""
    return {f"{name}{number}": (before, after) for number in range(count)}


def test_means_and_the_interval_of_the_change_by_hand():
    made = CaseSums.of({"a": (1_000, 400), "b": (2_000, 1_000), "c": (3_000, 2_200)})

    # Changes of -600, -1,000 and -800: mean -800, squares of the differences 40,000 + 40,000, by 2: 40,000.
    assert (made.people, made.mean_before, made.mean_after, made.change) == (3, 2_000, 1_200, -800)
    # 1.96 times the root of 40,000 by 3, which is 115.47: 226.32.
    assert made.interval == (-1_026, -574)
    assert CaseSums.of({"a": (1, 2)}).interval is None


@pytest.mark.parametrize(
    ("cell", "leaves"),
    [
        (cases(9), False),
        (cases(10), True),
        # Two people at 900 and 900 of 1,880: over 90%. With 25 each for the other eight it is 90%.
        ({**cases(8, 10, 10), "x": (900, 10), "y": (900, 10)}, False),
        ({**cases(8, 25, 10), "x": (900, 10), "y": (900, 10)}, True),
        ({**cases(8, 25, 10), "x": (25, 900), "y": (25, 900)}, False),
        (cases(10, 0, 0), True),
    ],
)
def test_a_cell_of_few_or_of_two_people_stays_in_the_area(cell, leaves):
    assert case_sums.may_leave(cell) is leaves


def test_small_cells_are_put_together_with_the_smallest_of_the_others():
    groups = {"one": cases(4, name="o"), "two": cases(12, name="t"), "three": cases(30, name="h"), "four": {}}
    made = case_sums.release(groups, {"hospital": {k: v for cell in groups.values() for k, v in cell.items()}})

    # Four alone are too few, and nobody is left to put them together with but the twelve.
    assert {names: sums.people for names, sums in made.groups.items()} == {("one", "two"): 16, ("three",): 30}
    assert made.total.people == 46
    assert case_sums.release({"one": cases(9)}, {"hospital": cases(9)}) is None


def test_kinds_of_cost_add_up_for_each_case_where_they_are_put_together():
    hospital, equipment = cases(12, 60_000, 30_000), cases(3, 5_000, 7_000)
    whole = {case: (60_000 + (5_000 if case in equipment else 0), 30_000 + (7_000 if case in equipment else 0))
             for case in hospital}  # fmt: skip
    made = case_sums.release({"one": whole}, {"hospital": hospital, "equipment": equipment})

    together = made.costs[("equipment", "hospital")]
    assert (together.people, together.before, together.after) == (12, 735_000, 381_000)
    assert (together, list(made.costs)) == (made.total, [("equipment", "hospital")])


def test_the_pool_equals_the_sums_over_all_cases_whatever_was_put_together():
    chance = random.Random(3)
    areas, everybody = [], {}
    for area in range(5):
        groups = {}
        for group in ("one", "two", "three"):
            cell = {
                (area, group, number): (chance.randint(0, 90_000), chance.randint(0, 90_000))
                for number in range(chance.randint(0, 25))
            }
            groups[group] = cell
        whole = {case: costs for cell in groups.values() for case, costs in cell.items()}
        made = case_sums.release(groups, {"hospital": whole})
        if made:
            areas.append(made)
            everybody |= whole
    pooled = case_sums.pool(areas)

    assert len(areas) > 2
    assert pooled.total == CaseSums.of(everybody)
    assert sum(each.people for each in pooled.groups.values()) == len(everybody)
    for names, sums in pooled.groups.items():
        assert sums == CaseSums.of({case: costs for case, costs in everybody.items() if case[1] in names})
    names = [name for each in pooled.groups for name in each]
    assert len(names) == len(set(names))
    assert case_sums.pool([]) is None


def test_no_small_cell_can_be_worked_out_from_what_is_left_over():
    chance = random.Random(5)
    for _ in range(200):
        groups = {
            name: cases(chance.randint(0, 14), chance.randint(0, 9), chance.randint(0, 9), name) for name in "abcd"
        }
        made = case_sums.release(groups, {"all": {k: v for cell in groups.values() for k, v in cell.items()}})
        if made:
            assert all(sums.people >= 10 for sums in made.groups.values())
            assert sum(sums.people for sums in made.groups.values()) == made.total.people
