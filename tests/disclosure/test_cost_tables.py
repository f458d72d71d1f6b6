import random
from itertools import product

import numpy as np
import pytest

from disclosure.cost_tables import CostsRefused, publish_costs


def spent(people, pounds, start=0):
    """So many people with the same cost each."""
    return {f"P{start + i}": pounds * 100 for i in range(people)}


def test_costs_that_may_all_be_shown_stand_with_their_totals():
    table = publish_costs(["Town"], ["Acute", "Community"], [[spent(10, 100), spent(20, 50)]], column_totals=False)
    assert table.for_csv() == [["", "Acute", "Community", "Total"], ["Town", 1_000, 1_000, 2_000]]


def test_a_hidden_cost_takes_the_cell_of_fewest_people_with_it():
    # Nine people are too few. Beside their total their cost would be 3,400 - 1,000 - 1,500: so acute is hidden too.
    cells = [[spent(9, 100), spent(10, 100, start=20), spent(30, 50, start=40)]]
    table = publish_costs(["Town"], ["Residential", "Acute", "Primary"], cells, column_totals=False)
    assert table.for_csv()[1] == ["Town", "*", "*", 1_500, 3_400]


def test_two_hidden_costs_of_the_same_few_people_take_a_third_with_them():
    # The same four people twice: together they are four people, whose cost the total would leave over.
    cells = [[spent(4, 100), spent(4, 300), spent(12, 100, start=20), spent(40, 50, start=40)]]
    table = publish_costs(["Town"], ["a", "b", "c", "d"], cells, column_totals=False)
    assert table.for_csv()[1] == ["Town", "*", "*", "*", 2_000, 4_800]


def test_without_a_total_nothing_else_is_hidden():
    cells = [[spent(9, 100), spent(10, 100, start=20)]]
    table = publish_costs(["Town"], ["a", "b"], cells, row_totals=False, column_totals=False)
    assert table.for_csv() == [["", "a", "b"], ["Town", "*", 1_000]]


def test_where_two_are_all_there_is_the_total_goes_too_or_the_table_is_refused():
    # One of 10 people hidden with 9: together 19, nobody with much of it: that total may be shown.
    cells = [[spent(9, 100), spent(10, 100, start=20)]]
    assert publish_costs(["Town"], ["a", "b"], cells, column_totals=False).for_csv()[1] == ["Town", "*", "*", 1_900]
    # Five people in all: the total is hidden by itself, and nothing is left over.
    cells = [[spent(2, 100), spent(3, 100, start=20)]]
    assert publish_costs(["Town"], ["a", "b"], cells, column_totals=False).for_csv()[1] == ["Town", "*", "*", "*"]


def test_one_hidden_cell_in_rows_and_columns_takes_three_others():
    many = [[spent(20, 100, start=100 * (3 * i + j)) for j in range(3)] for i in range(3)]
    many[0][0] = spent(5, 100)
    table = publish_costs(["r1", "r2", "r3"], ["c1", "c2", "c3"], many)
    hidden = {(i, j) for i, j in product(range(3), repeat=2) if table.cells[i][j].is_hidden}
    assert len(hidden) == 4
    assert {i for i, _ in hidden} == {0, min(i for i, _ in hidden if i)}
    assert str(table.grand_total) == "£16,500"


@pytest.mark.parametrize("seed", range(25))
def test_no_hidden_cost_is_fixed_by_the_sums_that_are_shown(seed):
    chance = random.Random(seed)
    high, wide = chance.randint(2, 5), chance.randint(2, 5)
    cells = [
        [
            {f"{i},{j},{n}": chance.randint(1_000, 90_000) for n in range(chance.choice((0, 3, 9, 11, 25, 60)))}
            for j in range(wide)
        ]
        for i in range(high)
    ]
    try:
        table = publish_costs([f"r{i}" for i in range(high)], [f"c{j}" for j in range(wide)], cells)
    except CostsRefused:
        return
    assert fixed_by_sums(table, high, wide) == []


def fixed_by_sums(table, high, wide):
    """The slow way: the true pounds may be moved by any amount that keeps every shown figure; whose can't move?"""
    grid = [[*row, total] for row, total in zip(table.cells, table.row_totals, strict=True)]
    grid.append([*table.column_totals, table.grand_total])
    at = {place: n for n, place in enumerate(product(range(high + 1), range(wide + 1)))}
    known = []
    for (i, j), n in at.items():
        if not grid[i][j].is_hidden:
            known.append({n: 1})
    known += [{**{at[i, j]: 1 for j in range(wide)}, at[i, wide]: -1} for i in range(high + 1)]
    known += [{**{at[i, j]: 1 for i in range(high)}, at[high, j]: -1} for j in range(wide + 1)]
    matrix = np.zeros((len(known), len(at)))
    for line, terms in enumerate(known):
        for n, sign in terms.items():
            matrix[line, n] = sign
    rank = np.linalg.matrix_rank(matrix)
    fixed = []
    for place, n in at.items():
        aim = np.zeros((1, len(at)))
        aim[0, n] = 1
        if grid[place[0]][place[1]].is_hidden and np.linalg.matrix_rank(np.vstack([matrix, aim])) == rank:
            fixed.append(place)
    return fixed


@pytest.mark.parametrize("costs", [[], [[]], [[{}, {}]], [[{}], [{}]]])
def test_names_that_do_not_match_the_costs_are_refused(costs):
    with pytest.raises(ValueError, match="one cell for each"):
        publish_costs(["a"], ["b"], costs)
