"""An area's prices, ready for a page."""

import datetime
from typing import Any

from django.urls import reverse

from files.people import NO_PEOPLE
from files.tables import Table, numeric
from finance_models.calc.tables import SCHEMAS
from finance_models.models import PriceTable
from finance_models.prices import queries
from finance_models.steps import Standing
from tenants.models import Area


def table(area: Area, versions: list[PriceTable], on: datetime.date) -> Table:
    """Columns: what, version, source, real or illustrative, loaded on, rows as a file."""
    return Table(
        key="prices",
        caption="Tables of prices",
        head=("What", numeric("Version"), "Source", "Real prices", "Loaded on", "Rows"),
        rows=tuple(
            [
                each.get_kind_display(),
                each.number,
                each.source,
                "No, illustrative" if each.is_illustrative else "Yes",
                each.loaded_on,
                {"text": "CSV", "href": reverse("finance:prices-rows", args=[area.slug, each.pk, "csv"])},
            ]
            for each in versions
        ),
        as_at=on,
        source=f"{area.name}'s own tables",
        people=NO_PEOPLE,
    )


def rows_table(version: PriceTable) -> Table:
    """The rows of a version, by the columns of the table."""
    names = SCHEMAS[version.kind].names
    rows: list[list[Any]] = [[str(row.get(name, "")) for name in names] for row in version.rows]
    return Table(
        key=version.kind,
        caption=str(version),
        head=tuple(names),
        rows=tuple(rows),
        as_at=version.loaded_on,
        source=version.source,
        note="Illustrative prices, not real ones." if version.is_illustrative else "",
        people=NO_PEOPLE,
    )


def standing(area: Area) -> Standing:
    """The line of this step on the path."""
    costs, providers = queries.latest("unit_costs"), queries.latest("providers")
    if costs is None:
        return Standing("step_waits", "No unit costs yet. Only lines with a cost of their own can be costed.")
    words = f"{costs} ({costs.source})"
    words += f" and {providers.get_kind_display().lower()}, version {providers.number}" if providers else ""
    real = " The prices are illustrative." if costs.is_illustrative else ""
    return Standing("step_look" if costs.is_illustrative else "step_ready", f"{words}.{real}")
