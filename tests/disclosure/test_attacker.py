"""An attacker with a solver, against the old rule and ours: tables alone, and pairs of releases about the same people.

Cut to seconds; `script/soak disclosure` asks of 10,000 of each. A module that refused everything would pass too, so
most of what areas want to show has to be shown.
"""

import pytest

from tests.disclosure import made_up
from tests.disclosure.attack_in_numbers import Tally

TABLES, PAIRS = 63, 48


@pytest.fixture(scope="module")
def tables():
    tally = Tally()
    for seed in range(TABLES):
        tally.add(made_up.table(seed))
    print(tally.in_words("tables"))
    return tally


@pytest.fixture(scope="module")
def pairs():
    tally = Tally()
    for seed in range(PAIRS):
        tally.add(made_up.pair(seed))
    print(tally.in_words("pairs"))
    return tally


def test_no_hidden_figure_of_a_published_table_can_be_worked_out(tables):
    assert tables.hidden > 400
    assert tables.worked_out == 0


def test_under_the_old_rule_most_hidden_figures_of_the_same_tables_can_be_worked_out(tables):
    assert tables.old_hidden > 200
    assert tables.old_share > 0.5


def test_no_hidden_figure_of_two_releases_about_the_same_people_can_be_worked_out(pairs):
    assert pairs.hidden > 200
    assert pairs.worked_out == 0


def test_most_tables_and_pairs_are_published_and_some_are_refused(tables, pairs):
    assert 0 < tables.share_refused < 0.4
    assert 0 < pairs.share_refused < 0.5


def test_the_attacker_finds_the_same_with_the_solver_alone():
    for seed in range(7):
        quick, slow = made_up.table(seed), made_up.table(seed, by_solver_alone=True)
        assert (quick.open_values, quick.old_open_values) == (slow.open_values, slow.old_open_values)
