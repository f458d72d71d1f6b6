"""Lines of activity that are alike in every column: counted, listed, and accepted all the same.

Comparing whole lines holds the whole table. So each line gets a mark first, one number made of all its cells; the few
lines whose mark stands more than once are then compared cell by cell. Two lines that differ may have the same mark by
chance: that costs a comparison, and never a wrong count.
"""

from collections.abc import Callable

import ibis

from finance_models.calc import engine
from finance_models.calc.linked import LinkedData
from finance_models.calc.tables import ACTIVITY

MARK, ROWS = "mark", "rows"
Mark = Callable[[ibis.Table, list[str]], ibis.Value]


def mark_of(activity: ibis.Table, names: list[str]) -> ibis.Value:
    """A number for each line; lines that are alike have the same."""
    return ibis.struct({name: activity[name] for name in names}).hash()


def duplicate_rows(data: LinkedData, mark: Mark = mark_of) -> ibis.Table:
    """The lines of activity that are alike, each once: all columns of the table, and `rows`, how many there are.

    Worked out once and kept while the connection lasts.
    """
    names = [column.stored for column in ACTIVITY.columns if column.stored in data.activity.columns]
    marked = data.activity.select(*names, **{MARK: mark(data.activity, names)})
    marks = marked.group_by(MARK).agg(**{ROWS: marked.count()})
    often = engine.keep(data.connection, marks.filter(marks[ROWS] > 1).select(MARK))
    candidates = marked.semi_join(often, MARK)
    alike = candidates.group_by(names).agg(**{ROWS: candidates.count()})
    return engine.keep(data.connection, alike.filter(alike[ROWS] > 1))


def count(alike: ibis.Table) -> int:
    """How many lines there are beyond the first of those alike."""
    return int((alike[ROWS] - 1).sum().to_pyarrow().as_py() or 0)
