"""An area's signed return in the shape of the national quarterly collection: one row an organisation.

The collection that became mandatory asks how many personal health budgets were active at any time in the year to
date, by condition or cohort, and how many of them are direct payments; NHS Continuing Healthcare's own return asks the
same of those who are eligible for it (Finance, Commissioning and Contracting Handbook for Personalised Care, NHS
England, August 2019, 4.3.3). The form of 2014 to 2016 is in none of our sources, so the names of columns are ours and
say what each stands for. What a return doesn't hold (direct payments of those eligible for Continuing Healthcare
alone) is not guessed: there is no such column.
"""

from collections.abc import Callable
from dataclasses import dataclass

from files.people import OWN_TEAM
from files.tables import Table, numeric
from tenants.models import Area
from tenants.quarters import Quarter
from tenants.returns.models import SignedReturn
from tenants.returns.shape import GROUPS_AND_NONE, MECHANISMS, total_of

NOTE = (
    "The area’s own true figures, for its lead to send on. Year to date is from April. Others are people with a budget "
    "who are eligible neither for adult NHS Continuing Healthcare nor for children’s continuing care. Budgets of the "
    "council or of education alone are not counted."
)


@dataclass(frozen=True)
class Column:
    """A column: its name, and how its number is worked out from the figures."""

    name: str
    number: Callable[[dict[str, int]], int]


def _cell(name: str, key: str) -> Column:
    return Column(name, lambda figures: figures[key])


def _total(name: str, flow: str) -> Column:
    return Column(name, lambda figures: total_of("groups", figures, flow))


def _columns() -> tuple[Column, ...]:
    return (
        _total("Budgets active in the year to date", "year_to_date"),
        _total("Budgets in place at the end of the quarter", "in_place"),
        _total("Budgets new in the quarter", "new"),
        _total("Budgets ended in the quarter", "ended"),
        *(
            _cell(f"{who}, {words}", f"eligibility.{flow}.{key}")
            for key, who in (
                ("adult_chc", "Adults eligible for NHS Continuing Healthcare"),
                ("children_cc", "Children eligible for continuing care"),
                ("neither", "Others"),
            )
            for flow, words in (("year_to_date", "year to date"), ("in_place", "in place"))
        ),
        *(_cell(f"{name}, year to date", f"mechanism.year_to_date.{key}") for key, name in MECHANISMS),
        *(_cell(f"{name}, in place", f"mechanism.in_place.{key}") for key, name in MECHANISMS),
        _cell("NHS and council together, in place", "funding.in_place.integrated"),
        *(_cell(f"{name}, year to date", f"groups.year_to_date.{key}") for key, name in GROUPS_AND_NONE),
    )


COLUMNS = _columns()


def table(area: Area, quarter: Quarter, signed: SignedReturn) -> Table:
    """One row: the organisation's code and name, the year and quarter, and the numbers."""
    numbers = [column.number(signed.figures) for column in COLUMNS]
    return Table(
        key="national-collection",
        caption=f"National quarterly collection of personal health budgets: {quarter}",
        head=("Organisation code", "Organisation", "Quarter", "Ends on", *(numeric(each.name) for each in COLUMNS)),
        rows=([area.ods_code, area.name, str(quarter), quarter.last_day, *numbers],),
        as_at=signed.signed_on,
        source=f"{area.name}’s signed return, version {signed.version}",
        note=NOTE,
        people=OWN_TEAM,
        sample=signed.is_sample,
    )
