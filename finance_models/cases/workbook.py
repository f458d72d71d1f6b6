"""Cases as a workbook: one row a case, the same columns in every area, so that cases can be pooled."""

from typing import Any

from files import identifiers, reading
from files.faults import Fault, Refused
from files.limits import SMALL_TABLE
from files.records import Place, Row
from files.shapes import Column, Shape, Unreadable, one_of, words
from finance_models.cases.actions import COST_FIELDS, Line, Recorded
from finance_models.models.cases import COSTS
from finance_models.money_words import as_text, pence_of
from tenants import groups

LIMITS = SMALL_TABLE
ENDINGS = (".xlsx", ".csv")
YES_OR_NO = ("yes", "no")
GROUPS = tuple(key for key, _ in groups.CHOICES)
COST_NAMES = dict(COSTS)


class CasesRefused(Refused):
    """The file has faults, one line each; no case was kept."""

    def sentence(self, count: int) -> str:
        """What happened, in one sentence."""
        return f"The file has {count} fault{'s' if count != 1 else ''}. No case was kept."


def plan_lines(cell: str) -> list[Line]:
    """`Short breaks: 1200 | Peer support: 300` as lines; raises Unreadable."""
    lines = []
    for part in filter(None, (each.strip() for each in cell.split("|"))):
        what, mark, pounds = part.rpartition(":")
        if not mark or not what.strip():
            raise Unreadable(f"{part[:60]!r} has no cost; write what it buys, a colon, and pounds a year")
        lines.append((what.strip()[:200], pence_of(pounds)))
    return lines


def lines_as_text(lines: list[Line]) -> str:
    """The same, written."""
    return " | ".join(f"{what}: {as_text(pence)}" for what, pence in lines)


def _cost(name: str) -> Column:
    when, _, key = name.partition("_")
    words_of_it = f"{COST_NAMES[key]}, {when} the plan: pounds a year. Empty where it is not known."
    return Column(name, pence_of, required=False, help=words_of_it, example="1200")


SHAPE = Shape(
    "cases",
    (
        Column("pseudonym", words(64), help="Never a name or an NHS number.", example="c-017"),
        Column("site", words(120), help="The site's name.", example="Harbour team"),
        Column("group", one_of(GROUPS), help="The person's group.", example=GROUPS[0], choices=GROUPS),
        Column("consent", one_of(YES_OR_NO), help="Consents to evaluation.", example="yes", choices=YES_OR_NO),
        *(_cost(name) for name in COST_FIELDS),
        Column(
            "plan_lines",
            plan_lines,
            required=False,
            help="What the plan buys, each with pounds a year, and | between them.",
            example="Short breaks: 1200 | Peer support: 300",
        ),
    ),
    key=("pseudonym",),
    sheet="cases",
)


def read(upload: Any, *, name: str) -> list[Recorded]:
    """The cases of a filled-in workbook or CSV file. Raises CasesRefused with every fault."""
    table = reading.read_table(upload, SHAPE, limits=LIMITS, name=name)
    faults = [*table.faults, *_identifying(table.rows, name)]
    if not faults and not table.rows:
        faults = [Fault(name, 0, "", "has no cases; write one a row")]
    if faults:
        raise CasesRefused(faults)
    return [_recorded(row) for row in table.rows]


def _identifying(rows: list[Row], name: str) -> list[Fault]:
    """Columns of text that seem to say who somebody is."""
    texts = ("pseudonym", "site")
    records = ((row.line, [row[column] for column in texts]) for row in rows)
    place = rows[0].place if rows else Place(name)
    return identifiers.find(texts, records, place)


def _recorded(row: Row) -> Recorded:
    values = {name: row[name] for name in ("pseudonym", "site", "group", *COST_FIELDS)}
    return Recorded({**values, "has_consent": row["consent"] == "yes"}, row["plan_lines"] or [])
