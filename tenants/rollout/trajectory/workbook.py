"""The trajectory as a workbook: a sheet for each measure, quarters across, groups down; out and back in."""

from collections.abc import Sequence
from typing import Any

from files import reading
from files.faults import Fault, Refused
from files.limits import SMALL_TABLE
from files.shapes import Column, Reader, Shape, Unreadable, one_of, whole_number
from tenants.quarters import Quarter
from tenants.rollout.trajectory.points import LINES, MEASURES, Points

LIMITS = SMALL_TABLE
ENDINGS = (".xlsx",)
SHEETS = {"phb": "Health budgets", "ipb": "Integrated budgets", "pcsp": "Care and support plans"}
GROUP = "group"
KEY_OF = {name: key for key, name in LINES.items()}


class TrajectoryRefused(Refused):
    """The workbook has faults, one line each; the trajectory is as it was."""

    def sentence(self, count: int) -> str:
        """What happened, in one sentence."""
        return f"The workbook has {count} fault{'s' if count != 1 else ''}. No number was changed."


def shapes(span: Sequence[Quarter], most: int | None = None) -> list[Shape]:
    """A sheet for each measure; a column for each quarter."""
    columns = (
        Column(GROUP, one_of(tuple(KEY_OF)), heading="Group", choices=tuple(KEY_OF), example=next(iter(KEY_OF))),
        *(
            Column(quarter.key, _people(most), required=False, help=f"People at the end of {quarter}.", example="40")
            for quarter in span
        ),
    )
    return [
        Shape(measure, columns, key=(GROUP,), sheet=sheet, about=MEASURES[measure]) for measure, sheet in SHEETS.items()
    ]


def rows(points: Points, span: Sequence[Quarter]) -> dict[str, list[list[str]]]:
    """The sheets filled with the numbers as they stand."""
    return {
        measure: [
            [name, *(str(points.get(measure, {}).get(group, {}).get(quarter.key, "")) for quarter in span)]
            for group, name in LINES.items()
        ]
        for measure in SHEETS
    }


def read(upload: Any, *, name: str, span: Sequence[Quarter], most: int | None = None) -> Points:
    """What a filled-in workbook plans: all three measures. Raises TrajectoryRefused with every fault, by cell."""
    tables = reading.read_book(upload, shapes(span, most), limits=LIMITS, name=name)
    faults = [fault for table in tables.values() for fault in table.faults]
    if not faults:
        faults = [fault for measure in SHEETS for fault in _missing(tables.get(measure), SHEETS[measure], name)]
    if faults:
        raise TrajectoryRefused(faults)
    return {
        measure: {
            KEY_OF[row[GROUP]]: {quarter.key: row[quarter.key] for quarter in span if row[quarter.key] is not None}
            for row in tables[measure].rows
        }
        for measure in SHEETS
    }


def _missing(table: reading.Table | None, sheet: str, name: str) -> list[Fault]:
    """A sheet or a row that was taken out would read as "nothing planned"; that has to be said by empty cells."""
    if table is None:
        return [Fault(name, 0, "", f"has no sheet “{sheet}”; fill in the workbook that you downloaded")]
    there = {row[GROUP] for row in table.rows}
    why = f"of the sheet “{sheet}” is missing; leave its cells empty where nothing is planned"
    return [Fault(name, 0, "", f"the row “{line}” {why}") for line in KEY_OF if line not in there]


def _people(most: int | None) -> Reader:
    def read_people(cell: str) -> int:
        number = whole_number(cell)
        if most is not None and number > most:
            raise Unreadable(f"{number:,} is more than the {most:,} people who live in the area; check the number")
        return number

    return read_people
