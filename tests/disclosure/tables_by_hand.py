"""Small tools that the table tests share: short tables, and two attackers that share no code with ours."""

from itertools import product

import numpy as np
from scipy.optimize import linprog

from disclosure.raw import people
from disclosure.rules import S7R5
from disclosure.tables import publish_table


def names(rows):
    return [f"row {i + 1}" for i in range(len(rows))], [f"column {j + 1}" for j in range(len(rows[0]))]


def published(rows, **options):
    """`[[3, 20], [0, 9]]` as a published table."""
    return publish_table(*names(rows), [[people(n) for n in row] for row in rows], **options)


def groups_of(rows):
    """Positions of the cells that each row, each column and the whole add up, as three lists."""
    places = np.arange(len(rows) * len(rows[0])).reshape(len(rows), -1)
    return [*places], [*places.T], [places.ravel()]


def by_trying_all(cells, totals):
    """The slow, obvious way: every table within the ranges, those kept whose totals fit.

    `cells` are ranges, `totals` pairs of (positions, range). Returns an array of tables, one a line.
    """
    tables = np.array(list(product(*cells)))
    for positions, allowed in totals:
        sums = tables[:, list(positions)].sum(axis=1)
        tables = tables[(sums >= allowed[0]) & (sums <= allowed[-1])]
    return tables


def worked_out(cells, totals, hidden):
    """The attacker: how many values each hidden cell can still take, by linear programming.

    In a table of rows and columns the ends of each cell's range are whole numbers, and all between them
    happens too, so the distance of the ends is all that it takes.
    """
    rows = np.zeros((len(totals), len(cells)))
    for line, (positions, _) in enumerate(totals):
        rows[line, list(positions)] = 1
    limits = np.concatenate([rows, -rows])
    most = [allowed[-1] for _, allowed in totals] + [-allowed[0] for _, allowed in totals]
    bounds = [(allowed[0], allowed[-1]) for allowed in cells]
    open_values = []
    for cell in hidden:
        aim = np.eye(len(cells))[cell]
        ends = [linprog(sign * aim, A_ub=limits, b_ub=most, bounds=bounds).fun * sign for sign in (1, -1)]
        open_values.append(round(ends[1]) - round(ends[0]) + 1)
    return open_values


def reader_of(table):
    """What a reader of the page knows, taken from its text alone."""
    allowed = {"*": range(1, 8), "0": range(1)}

    def read(count):
        text = str(count)
        return allowed[text] if text in allowed else S7R5.possible(int(text.replace(",", "")))

    by_row, by_column, whole = groups_of(table.cells)
    shown = [*(table.row_totals or ()), *(table.column_totals or ())]
    groups = [*(by_row if table.row_totals else ()), *(by_column if table.column_totals else ())]
    if table.grand_total is not None:
        shown, groups = [*shown, table.grand_total], [*groups, *whole]
    cells = [read(count) for row in table.cells for count in row]
    return cells, [(tuple(map(int, group)), read(count)) for group, count in zip(groups, shown, strict=True)]
