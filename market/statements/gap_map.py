"""The gap map: kinds of support down, areas across, with words in every cell.

Of other areas it shows what their own commissioners have published, and nothing else about people.
"""

import datetime
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from disclosure import S7R5
from files.offers import Offers
from files.people import hidden_by
from files.tables import Table
from market import words
from market.models import StatementVersion
from market.statements import gaps
from market.statements.gaps import Gap, Level
from market.statements.supply import NONE, Supply
from tenants.models import Area
from tenants.programme.sections import told
from ui import formats
from ui.charts import HeatCell, HeatColumn, HeatLevel, HeatMap, HeatRow

LOOKS = {
    Level.NO_OFFER: ("red", "triangle"),
    Level.FEW_OFFERS: ("amber", "diamond"),
    Level.STILL_MISSING: ("3", "square"),
}
LOOKS |= {Level.NOBODY_ASKS: ("none", "dash"), Level.ENOUGH: ("green", "tick"), Level.NOT_KNOWN: ("1", "ring")}
SCALE = tuple(HeatLevel(level.value, gaps.NAMES[level], LOOKS[level][1], LOOKS[level][0]) for level in Level)
SOURCE = "offers that are shown in the marketplace; what people said they could not find"
DESCRIPTION = (
    "Each cell says how many offers there are, and how many people look for more. Other areas stand as in the last "
    "statement that they published."
)


def kept_map(own: Area | None, found: Mapping[str, Gap], rural: Mapping[str, Gap], supply: Any) -> dict[str, Any]:
    """The map in the shape that a statement keeps: columns, and a row of cells for each kind of support. Two queries.

    First the area's own two columns, where there is one; then every other area in use.
    """
    columns: list[dict[str, Any]] = []
    if own is not None:
        columns += [
            {
                "name": own.short_name,
                "detail": "all of it",
                "cells": {need: _cell(each) for need, each in found.items()},
            },
            {
                "name": own.short_name,
                "detail": "villages",
                "cells": {need: _cell(each) for need, each in rural.items()},
            },
        ]
    columns += _of_others(own, supply)
    return {
        "columns": [{"name": each["name"], "detail": each["detail"]} for each in columns],
        "rows": [{"need": need, "cells": [each["cells"][need] for each in columns]} for need in words.Need.values],
    }


def drawn(kept: Mapping[str, Any], *, as_at: datetime.date, title: str, downloads: Offers | None = None) -> HeatMap:
    """The map as a picture made of a table."""
    return HeatMap(
        id="gap-map",
        title=title,
        description=DESCRIPTION,
        row_heading="Kind of support",
        columns=tuple(HeatColumn(each["name"], _short(each), each["detail"]) for each in kept["columns"]),
        heat_rows=tuple(
            HeatRow(words.Need(row["need"]).label, tuple(HeatCell(*cell) for cell in row["cells"]))
            for row in kept["rows"]
        ),
        scale=SCALE,
        as_at=as_at,
        source=SOURCE,
        small_numbers_hidden=True,
        downloads=downloads,
    )


def table_of(chart: HeatMap) -> Table:
    """The same words as a table for files."""
    return told.table_of(chart, sample=False, people=hidden_by(S7R5))


def latest_published(areas: Iterable[Area]) -> dict[int, tuple[int, dict[str, Any]]]:
    """Area's id -> the year and the gaps of the newest version that it published. One query."""
    rows = (
        StatementVersion.objects.filter(state=StatementVersion.State.PUBLISHED, statement__area__in=list(areas))
        .order_by("statement__area_id", "-statement__year", "-number")
        .distinct("statement__area_id")
        .values_list("statement__area_id", "statement__year", "tables__gaps")
    )
    return {area: (year, found) for area, year, found in rows}


def _of_others(own: Area | None, supply: Mapping[tuple[str, str], Supply]) -> Sequence[dict[str, Any]]:
    areas = [area for area in Area.objects.in_use() if own is None or area.pk != own.pk]
    published = latest_published(areas)
    return [_column(area, supply, published.get(area.pk)) for area in areas]


def _column(
    area: Area, supply: Mapping[tuple[str, str], Supply], published: tuple[int, dict[str, Any]] | None
) -> dict[str, Any]:
    if published is None:
        cells = {need: _cell(_only_offers(need, area, supply)) for need in words.Need.values}
        return {"name": area.short_name, "detail": "no statement yet", "cells": cells}
    year, found = published
    cells = {need: _cell_as_published(found[need]) if need in found else _unknown() for need in words.Need.values}
    return {"name": area.short_name, "detail": f"statement of {year}", "cells": cells}


def _only_offers(need: str, area: Area, supply: Mapping[tuple[str, str], Supply]) -> Gap:
    return Gap(need, Level.NOT_KNOWN, supply.get((need, area.slug), NONE).offers, None)


def _cell(gap: Gap) -> list[str]:
    shown = None if gap.unmet is None else str(gap.unmet)
    return [gap.level.value, _offers_words(gap.offers), _people_words(shown)]


def _cell_as_published(found: Mapping[str, Any]) -> list[str]:
    return [found["level"], _offers_words(found["offers"]), _people_words(found.get("people"))]


def _unknown() -> list[str]:
    return [Level.NOT_KNOWN.value, "Not known", ""]


def _offers_words(offers: int) -> str:
    return formats.plural(offers, "offer") if offers else "No offers"


def _people_words(shown: str | None) -> str:
    if shown is None:
        return ""
    return "nobody asked" if shown == "0" else f"{shown} people look"


def _short(column: Mapping[str, str]) -> str:
    return f"{column['name']}, {column['detail']}"
