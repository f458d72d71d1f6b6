"""A published breakdown as tables to look at: rows of text and numbers, as they are shown."""

from collections.abc import Sequence
from itertools import product
from typing import Any

from disclosure.breakdowns import EVERYBODY, PublishedBreakdown

PEOPLE = "People"


def tables_of(published: PublishedBreakdown) -> list[dict[str, Any]]:
    """Each table as {"caption", "head", "rows"}: its last dimension across, the others down; a star for hidden."""
    return [_table(published, names) for names in published.breakdown.tables]


def _table(published: PublishedBreakdown, names: Sequence[str]) -> dict[str, Any]:
    dimensions = [published.breakdown.dimension(name) for name in names]
    if not dimensions:
        return {"caption": EVERYBODY, "head": ["Who", PEOPLE], "rows": [[EVERYBODY, published[()].for_csv()]]}
    caption = f"By {' and '.join(names)}"
    if len(dimensions) == 1:
        rows = [[each, published[(names[0], each),].for_csv()] for each in dimensions[0].shown]
        return {"caption": caption, "head": [names[0], PEOPLE], "rows": rows}
    down, across = dimensions[:-1], dimensions[-1]
    rows = []
    for categories in product(*(dimension.shown for dimension in down)):
        place = tuple(zip(names[:-1], categories, strict=True))
        figures = [published[(*place, (names[-1], each))].for_csv() for each in across.shown]
        rows.append([*categories, *figures])
    return {"caption": caption, "head": [*names[:-1], *across.shown], "rows": rows}
