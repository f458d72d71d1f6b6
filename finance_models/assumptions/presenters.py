"""The region's rates, ready to be taken into a scenario."""

from decimal import Decimal

from files.people import NO_PEOPLE
from files.tables import Table, numeric
from finance_models.assumptions.actions import parse
from finance_models.models import AssumptionSet
from finance_models.region.presenters import source_words
from finance_models.runs.words import NOT_A_LIMIT
from tenants.returns.models import RegionFigures
from ui import formats


def reference_table(rates: dict[str, str], found: AssumptionSet, figures: RegionFigures) -> Table:
    """Columns: band, the reference rate now, the region's rate."""
    terms = parse(found.text).capitation
    now = terms.reference if terms else {}
    rows = [[band, _pounds(now.get(band)), _pounds(Decimal(rate))] for band, rate in rates.items()]
    return Table(
        key="reference",
        caption="Reference rates for a person-year",
        head=("Band (age/conditions)", numeric("Now"), numeric("The region's rate")),
        rows=tuple(rows),
        as_at=figures.as_at,
        source=source_words(figures),
        note=NOT_A_LIMIT,
        people=NO_PEOPLE,
        sample=figures.is_sample,
    )


def _pounds(rate: Decimal | None) -> str:
    return "None" if rate is None else formats.pounds(rate * 100)
