"""The quarterly return: its sections, tables and cells. The form, the workbook, the checks and the exports read this.

A cell's key is `table.column.row`, as `groups.in_place.mental_health`; where a table has no columns, `table.row`.
What each must hold follows rooms.md, "Return". Pure Python: no model.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field

from tenants import groups
from tenants.frameworks import PLAN_CRITERIA

NO_GROUP = "none"
GROUP_LINES = tuple((group.key, group.name) for group in groups.GROUPS)
GROUPS_AND_NONE = (*GROUP_LINES, (NO_GROUP, "None of the four groups"))

# How many people: in place when the quarter ended, begun and ended in it, and at any time in the year to date.
FLOWS = (
    ("in_place", "In place at the end of the quarter"),
    ("new", "New in the quarter"),
    ("ended", "Ended in the quarter"),
    ("year_to_date", "Active at any time in the year to date"),
)
MOVES = (("moved_in", "Moved in from another group"), ("moved_out", "Moved out to another group"))
MECHANISMS = (
    ("notional", "Notional budget"),
    ("third_party", "Third-party budget"),
    ("direct_payment", "Direct payment"),
    ("mixed", "Mixed"),
)
SERVICE_FUND = ("service_fund", "Notional budgets held by a provider (individual service fund)")
ELIGIBILITY = (
    ("adult_chc", "Adult NHS Continuing Healthcare"),
    ("children_cc", "Children’s continuing care"),
    ("neither", "Neither"),
)
FUNDING = (("nhs_only", "NHS only"), ("integrated", "NHS and council together (integrated)"))
NOT_NHS = ("not_nhs", "Council or education only (no personal health budget)")

PEOPLE, PENCE = "people", "pence"


@dataclass(frozen=True)
class Line:
    """A row of a table. `of_which`: counted in the table's other rows already, so not part of its total."""

    key: str
    name: str
    of_which: bool = False


@dataclass(frozen=True)
class Table:
    """Rows and columns of cells. `columns` empty: one figure a row. `unit` is people or pence."""

    key: str
    title: str
    lines: tuple[Line, ...]
    columns: tuple[tuple[str, str], ...] = ()
    unit: str = PEOPLE
    hint: str = ""

    def cells(self) -> Iterator["Cell"]:
        """Row by row."""
        for line in self.lines:
            if not self.columns:
                yield Cell(f"{self.key}.{line.key}", self, line)
            for column in self.columns:
                yield Cell(f"{self.key}.{column[0]}.{line.key}", self, line, column)


@dataclass(frozen=True)
class Cell:
    """One figure of the return."""

    key: str
    table: Table = field(repr=False)
    line: Line
    column: tuple[str, str] | None = None

    @property
    def words(self) -> str:
        """`In place at the end of the quarter: Mental health`, for faults and labels."""
        return f"{self.column[1]}: {self.line.name}" if self.column else f"{self.table.title}: {self.line.name}"


@dataclass(frozen=True)
class Section:
    """One screen of the return."""

    key: str
    title: str
    hint: str
    tables: tuple[Table, ...]


def lines(pairs: tuple[tuple[str, str], ...], *extra: Line) -> tuple[Line, ...]:
    """Rows from (key, name) pairs, then those of their own kind."""
    return (*(Line(key, name) for key, name in pairs), *extra)


# Uptake ÷ eligible, where it is known: the bands that commissioners commonly use; "not known" is a band too.
_NOT_KNOWN = Line("not_known", "Not known")
EQUALITY = (
    ("sex", "Sex", (("female", "Female"), ("male", "Male"))),
    (
        "age",
        "Age",
        (("under_18", "Under 18"), ("18_to_64", "18 to 64"), ("65_to_84", "65 to 84"), ("85_up", "85 and over")),
    ),
    (
        "ethnicity",
        "Ethnicity",
        (("white", "White"), ("mixed", "Mixed"), ("asian", "Asian"), ("black", "Black"), ("other", "Another group")),
    ),
    ("disability", "Disability", (("disabled", "Disabled"), ("not_disabled", "Not disabled"))),
    (
        "deprivation",
        "Deprivation of where they live",
        (
            ("fifth_1", "Most deprived fifth"),
            ("fifth_2", "Second fifth"),
            ("fifth_3", "Third fifth"),
            ("fifth_4", "Fourth fifth"),
            ("fifth_5", "Least deprived fifth"),
        ),
    ),
    ("rurality", "Town or country", (("urban", "Town or city"), ("rural", "Country"))),
)
UPTAKE = (("eligible", "Eligible"), ("uptake", "With a budget in place"))

SECTIONS = (
    Section(
        "people",
        "People with a budget",
        "Count each person once, in one primary group. Count personal health budgets: NHS money, alone or together "
        "with the council’s.",
        (Table("groups", "By group", lines(GROUPS_AND_NONE), (*FLOWS, *MOVES)),),
    ),
    Section(
        "kinds",
        "How budgets are held, and why",
        "The same people again, by how the budget is held, by eligibility and by whose money it is.",
        (
            Table("mechanism", "How the budget is held", lines(MECHANISMS, Line(*SERVICE_FUND, of_which=True)), FLOWS),
            Table("eligibility", "Eligibility", lines(ELIGIBILITY), FLOWS),
            Table("funding", "Whose money it is", lines(FUNDING), FLOWS),
            Table("other_funding", "Counted apart", (Line(*NOT_NHS),), FLOWS),
        ),
    ),
    Section(
        "offers",
        "Offers",
        "Everybody who could have a budget, who was offered one in the quarter, and who said no.",
        (
            Table(
                "offers",
                "Offers by group",
                lines(GROUPS_AND_NONE),
                (
                    ("eligible", "Eligible"),
                    ("offered", "Offered in the quarter"),
                    ("declined", "Declined in the quarter"),
                ),
            ),
        ),
    ),
    Section(
        "plans",
        "Personalised care and support plans",
        "A plan counts only where all five criteria hold. Record each criterion too.",
        (
            Table("plans", "Plans that meet all five criteria", lines(GROUPS_AND_NONE), (("in_place", "In place"),)),
            Table("criteria", "Plans that meet each criterion", lines(PLAN_CRITERIA)),
            Table(
                "plan_offers",
                "Plans offered to people with long-term conditions",
                (Line("people", "People with a long-term condition"), Line("offered", "Offered a plan")),
            ),
        ),
    ),
    Section(
        "activation",
        "Patient activation",
        "Levels of the Patient Activation Measure, 1 to 4, for everybody measured in the quarter.",
        (
            Table(
                "activation",
                "Activation",
                (
                    Line("measured", "Measured"),
                    Line("unsuitable", "Found unsuitable for the measure"),
                    *(Line(f"level_{n}", f"Level {n}") for n in range(1, 5)),
                    Line("gained_15", "Gained 15 points or more since the first measure"),
                ),
            ),
        ),
    ),
    Section(
        "money",
        "Money",
        "Whole pounds and pence, from April to the end of the quarter.",
        (
            Table(
                "money",
                "Money in the year to date",
                (
                    Line("commissioning", "Commissioning budget of the year"),
                    Line("committed", "Committed to integrated budgets"),
                    Line("spent", "Spent by way of integrated budgets"),
                    Line("released", "Released from contracts"),
                ),
                unit=PENCE,
            ),
        ),
    ),
    Section(
        "equality",
        "Who is reached",
        "People who are eligible, and people with a budget in place, where it is known of them.",
        tuple(Table(key, title, (*lines(pairs), _NOT_KNOWN), UPTAKE) for key, title, pairs in EQUALITY),
    ),
)
SECTION_BY_KEY = {section.key: section for section in SECTIONS}
TABLE_BY_KEY = {table.key: table for section in SECTIONS for table in section.tables}
CELLS = {cell.key: cell for section in SECTIONS for table in section.tables for cell in table.cells()}


def total_of(table: str, figures: dict[str, int], column: str | None = None) -> int:
    """The whole of a table's column: its rows together, without those that say "of which". Missing cells are 0."""
    prefix = f"{table}.{column}." if column else f"{table}."
    return sum(figures.get(prefix + line.key, 0) for line in TABLE_BY_KEY[table].lines if not line.of_which)
