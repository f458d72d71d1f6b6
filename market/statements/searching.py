"""Published statements in the search, for everybody."""

from collections.abc import Iterable
from typing import Any

from find import full_text
from find.registry import FacetValue, Found, SearchSource
from find.words import Words
from market.models import StatementVersion
from market.statements import queries
from market.statements.notices import address_of
from ui import formats


def look_for(words: Words, access: Any) -> Iterable[Found]:
    """The newest version of each statement, by its title and the commissioner's words."""
    rows = queries.newest_versions().order_by()
    for row in full_text.search(rows, words, title="title", texts=list(StatementVersion.PARTS)):
        area = row.statement.area
        about = f"{area.name}, published on {formats.date(row.published_on)}"
        facets = {"area": [FacetValue(area.slug, area.name)]}
        yield Found(row.title, address_of(row), row.found_excerpt, row.found_rank, about, facets)


SOURCE = SearchSource("market-statements", "Market position statements", look_for, order=56)
