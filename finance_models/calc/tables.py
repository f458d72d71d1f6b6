"""The tables of a linked data set: one source for reading, templates and documents.

A column has a kind, which says how a cell is read, and a domain. What lies outside the domain rejects the row;
`expected` values and a `pattern` are only looked at by the quality report, since areas write them in several ways.
"""

from dataclasses import dataclass
from decimal import Decimal

SETTINGS = (
    "acute", "primary", "community", "mental_health", "social_care", "education", "chc", "residential", "specialised",
    "prescribing", "equipment", "voluntary",
)  # fmt: skip
SOURCES = ("tariff", "reference", "local", "pssru")
ACTUAL = "actual"  # the source of a cost that stands in the line itself
GROUPS = ("children_complex_needs", "multiple_ltc", "learning_disability", "mental_health")
MECHANISMS = ("notional", "third_party", "direct_payment", "mixed")
ETHNICITIES = ("white", "mixed", "asian", "black", "other")
SHORT_NAME = "^[a-z0-9][a-z0-9_-]*$"  # of funders: ccg, nhs_england, education, self, or a council's

# Kinds of cell.
TEXT, WHOLE, DECIMAL, UNITS, POUNDS, SCORE, DAY, FLAG, CHOICE, CHOICES, LIST, YEAR = (
    "text", "whole number", "decimal number", "units", "pounds", "score", "day", "0 or 1", "choice", "choices", "list",
    "financial year",
)  # fmt: skip
NUMBERS = (DECIMAL, UNITS, POUNDS, SCORE)
# Above these a number is a slip of the keyboard; within them exact arithmetic never overflows.
MOST_UNITS, MOST_POUNDS, MOST_PRICE, MOST_FACTOR = Decimal(10**8), Decimal(10**9), Decimal(10**8), Decimal(10)


@dataclass(frozen=True)
class Column:
    """A column. `required`: the file must have it; `blank`: a cell of it may be empty all the same.

    `places` are the decimal places that a number may have; `least` and `most` bound it, both inside.
    """

    name: str
    kind: str
    required: bool = False
    blank: bool = False
    places: int = 0
    least: Decimal = Decimal(0)
    most: Decimal = Decimal(10**9)
    choices: tuple[str, ...] = ()
    expected: tuple[str, ...] = ()
    pattern: str = ""
    about: str = ""

    @property
    def must_be_filled(self) -> bool:
        """Whether an empty cell rejects its row."""
        return self.required and not self.blank

    @property
    def stored(self) -> str:
        """The name under which it is stored: whole numbers carry their unit, as in `cost_pence`, `units_milli`."""
        return {POUNDS: f"{self.name}_pence", UNITS: f"{self.name}_milli"}.get(self.kind, self.name)


@dataclass(frozen=True)
class Schema:
    """A table by its name. `about_people` tables are searched for what identifies people.

    `key`: the columns that make a row the only one. In `people` two rows of one key reject each other; in the price
    tables they refuse the file, since no one can say which of them holds.
    """

    name: str
    columns: tuple[Column, ...]
    about_people: bool = False
    key: tuple[str, ...] = ()

    def column(self, name: str) -> Column:
        """The column of this name; raises KeyError."""
        return {column.name: column for column in self.columns}[name]

    @property
    def names(self) -> list[str]:
        """The names of all columns, in order."""
        return [column.name for column in self.columns]


def _person() -> Column:
    return Column("person_id", TEXT, required=True, about="a pseudonym; never an NHS number")


def _flag(name: str, about: str = "") -> Column:
    return Column(name, FLAG, about=about)


PEOPLE = Schema(
    "people",
    (
        _person(),
        Column("birth_year", WHOLE, required=True, least=Decimal(1880), most=Decimal(2100)),
        Column("sex", TEXT, expected=("female", "male", "other", "f", "m")),
        Column("ethnicity", TEXT, expected=ETHNICITIES, about="the census's five broad groups"),
        _flag("rural"),
        _flag("disability"),
        Column("council", TEXT),
        Column("groups", CHOICES, choices=GROUPS, about="several with | between them"),
        Column("ltc_count", WHOLE, required=True, most=Decimal(100), about="number of long-term conditions"),
        Column("frailty", SCORE, most=Decimal(1), places=10),
        Column("pam_score", SCORE, most=Decimal(100), places=10),
        Column("pam_level", WHOLE, least=Decimal(1), most=Decimal(4)),
        Column("pam_date", DAY),
        _flag("pam_suitable"),
        Column("imd_decile", WHOLE, least=Decimal(1), most=Decimal(10), about="1 is the most deprived tenth"),
        _flag("chc", "has NHS continuing healthcare"),
        _flag("section_117"),
        Column("registers", LIST, about="several with | between them"),
        Column("eligible_from", DAY, required=True),
        Column("eligible_to", DAY, required=True, blank=True, about="the last day; blank means that it goes on"),
    ),
    about_people=True,
    key=("person_id",),
)
ACTIVITY = Schema(
    "activity",
    (
        _person(),
        Column("date", DAY, required=True),
        Column("setting", CHOICE, required=True, choices=SETTINGS),
        Column("service", TEXT, required=True),
        Column("provider", TEXT),
        Column("funder", TEXT, pattern=SHORT_NAME, about="ccg, nhs_england, a council's short name, education, self"),
        Column("units", UNITS, required=True, most=MOST_UNITS, places=3),
        Column("unit", TEXT),
        Column("cost", POUNDS, least=-MOST_POUNDS, most=MOST_POUNDS, places=10, about="an actual cost, in pounds"),
        _flag("emergency"),
    ),
    about_people=True,
)
UNIT_COSTS = Schema(
    "unit_costs",
    (
        Column("source", CHOICE, required=True, choices=SOURCES),
        Column("service", TEXT, required=True),
        Column("provider", TEXT, about="blank means any provider"),
        Column("unit", TEXT),
        Column("year", YEAR, required=True, about="such as 2013/14"),
        Column("unit_cost", DECIMAL, required=True, most=MOST_PRICE, places=4, about="pounds"),
        _flag("in_budget", "may be part of a personal budget"),
    ),
    key=("source", "service", "provider", "year"),
)
PROVIDERS = Schema(
    "providers",
    (
        Column("provider", TEXT, required=True),
        Column("name", TEXT),
        Column(
            "mff",
            DECIMAL,
            required=True,
            least=Decimal("0.0001"),
            most=MOST_FACTOR,
            places=8,
            about="market forces factor; 1.0 if none",
        ),
    ),
    key=("provider",),
)
BUDGETS = Schema(
    "budgets",
    (
        _person(),
        Column("start", DAY, required=True),
        Column("end", DAY),
        Column("mechanism", CHOICE, required=True, choices=MECHANISMS),
        Column("indicative", POUNDS, most=MOST_POUNDS, places=2),
        Column("final", POUNDS, most=MOST_POUNDS, places=2),
        Column("funders", LIST),
        _flag("consent_to_evaluation"),
        Column("set_up_cost", POUNDS, most=MOST_POUNDS, places=2),
    ),
    about_people=True,
)
OUTCOMES = Schema(
    "outcomes",
    (
        _person(),
        Column("who", CHOICE, required=True, choices=("person", "carer")),
        Column("instrument", TEXT, required=True),
        Column("date", DAY, required=True),
        Column("score", SCORE, required=True, least=Decimal(-1000), most=Decimal(1000), places=10),
    ),
    about_people=True,
)
SCHEMAS = {schema.name: schema for schema in (PEOPLE, ACTIVITY, UNIT_COSTS, PROVIDERS, BUDGETS, OUTCOMES)}
