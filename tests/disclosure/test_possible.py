"""The solver against the slow, obvious way, and against tables that nobody thought of."""

import random
from itertools import product

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from disclosure.possible import Puzzle, UncheckedError, possible_values
from disclosure.rules import S7R5
from disclosure.tables import TableRefused, exposed_cells
from tests.disclosure.tables_by_hand import by_trying_all, groups_of, published, reader_of, worked_out

# One count for each way in which a cell or its totals can look: nobody, hidden (low, middle, high), rounded.
TELLING_COUNTS = (0, 1, 4, 6, 7, 8, 13)


def test_a_cell_alone_may_be_anything_that_the_rule_hides():
    assert possible_values(Puzzle((range(1, 8),)), [(0,)], enough=99)[0,] == set(range(1, 8))


def test_values_with_a_gap_between_them_are_all_found():
    # Cells of 0 or 1 people, in pairs that must agree: the sum of the pair is 0 or 2, never 1.
    bits = (range(2),) * 4
    agree = (((0, 2), range(1, 2)), ((1, 3), range(1, 2)), ((0, 3), range(1, 2)), ((1, 2), range(1, 2)))
    assert possible_values(Puzzle(bits, agree), [(0, 1)], enough=99)[0, 1] == {0, 2}


def test_a_puzzle_that_nothing_fits_is_said_to_be_unchecked():
    with pytest.raises(UncheckedError):
        possible_values(Puzzle((range(1, 8),), (((0,), range(20, 21)),)), [(0,)])


@pytest.mark.parametrize(("height", "width", "tables"), [(1, 2, 49), (2, 1, 49), (1, 3, 100), (2, 2, 60)])
def test_small_tables_agree_with_trying_every_table(height, width, tables):
    every = list(product(TELLING_COUNTS, repeat=height * width))
    for counts in random.Random(3).sample(every, min(tables, len(every))):
        check_against_trying_all([counts[i * width : (i + 1) * width] for i in range(height)])


def check_against_trying_all(rows):
    by_row, by_column, whole = groups_of(rows)
    flat = [n for row in rows for n in row]
    cells = [S7R5.possible(S7R5.shown(n)) for n in flat]
    groups = [tuple(map(int, group)) for group in (*by_row, *by_column, *whole)]
    totals = [(group, S7R5.possible(S7R5.shown(sum(flat[i] for i in group)))) for group in groups]
    tables = by_trying_all(cells, totals)
    asked = [*((i,) for i in range(len(flat))), *groups]
    found = possible_values(Puzzle(tuple(cells), tuple(totals)), asked, enough=3)
    for group in asked:
        truth = set(tables[:, list(group)].sum(axis=1).tolist())
        assert found[group] <= truth
        assert len(found[group]) >= min(3, len(truth))


small_tables = st.integers(1, 4).flatmap(
    lambda width: st.lists(st.lists(st.integers(0, 16), min_size=width, max_size=width), min_size=1, max_size=4)
)


@settings(max_examples=60, deadline=None)
@given(rows=small_tables)
def test_whatever_is_published_keeps_three_values_open_for_each_hidden_cell(rows):
    try:
        table = published(rows)
    except TableRefused as refused:
        table = published(rows, **dict.fromkeys(refused.leave_out, False))
    cells, totals = reader_of(table)
    hidden = [i for i, count in enumerate(c for row in table.cells for c in row) if count.is_hidden]
    assert min(worked_out(cells, totals, hidden), default=3) >= 3
    assert exposed_cells(table) == []


@settings(max_examples=200, deadline=None)
@given(n=st.integers(0, 10**9))
def test_a_shown_count_is_within_half_a_step_of_the_true_one_and_leaves_three_open(n):
    shown = S7R5.shown(n)
    assert n in S7R5.possible(shown)
    assert shown == 0 or len(S7R5.possible(shown)) >= 3
    assert shown is None or abs(shown - n) <= 2
