"""Lines that are alike are counted exactly, whatever marks lines get first."""

import ibis
import pyarrow as pa
import pytest

from finance_models.calc import duplicates, engine
from finance_models.calc.linked import LinkedData

# a three times, b twice but for its provider, which is missing once; c and d differ in units alone.
LINES = {
    "person_id": ["a", "b", "a", "b", "a", "c", "d", "e", "e"],
    "service": ["s", "s", "s", "s", "s", "t", "t", None, None],
    "provider": ["r", None, "r", "r", "r", "r", "r", None, None],
    "units_milli": [1, 2, 1, 2, 1, 5, 6, 7, 7],
    "line": [2, 3, 4, 5, 6, 7, 8, 9, 10],
}


def alike(mark=duplicates.mark_of):
    connection = engine.connect(threads=1)
    activity = engine.table_of(connection, pa.table(LINES))
    data = LinkedData(connection, people=activity, activity=activity, unit_costs=[], factors={})
    return duplicates.duplicate_rows(data, mark)


@pytest.mark.parametrize(
    "mark",
    [
        duplicates.mark_of,
        lambda activity, names: ibis.literal(1),  # all lines by chance the same
        lambda activity, names: activity.units_milli % 2,
    ],
)
def test_only_lines_that_are_alike_in_every_column_are_duplicates_whatever_their_mark(mark):
    made = alike(mark).to_pyarrow().to_pylist()
    assert sorted((row["person_id"], row["units_milli"], row["rows"]) for row in made) == [("a", 1, 3), ("e", 7, 2)]


def test_those_beyond_the_first_are_counted_and_nothing_else():
    assert duplicates.count(alike()) == 3


def test_lines_that_are_alike_have_one_mark_and_others_another():
    connection = engine.connect(threads=1)
    activity = engine.table_of(connection, pa.table(LINES))
    names = [name for name in LINES if name != "line"]
    marks = activity.select("line", mark=duplicates.mark_of(activity, names)).order_by("line").to_pyarrow()["mark"]
    a, b, a_again, b_with, a_third, c, d, e, e_again = marks.to_pylist()
    assert a == a_again == a_third
    assert e == e_again
    assert len({a, b, b_with, c, d, e}) == 6
