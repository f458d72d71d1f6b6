"""New statements, and new versions of them, as a feed that anybody can follow."""

from collections.abc import Iterable, Mapping
from typing import Any

from django.db.models.fields.json import KeyTransform
from django.http import HttpRequest
from django.urls import reverse

from accounts.access import public
from accounts.rate_limits import limited
from api.feeds import Entry, FeedOf
from market import words
from market.statements import gaps, queries
from market.statements.notices import address_of
from ui import formats

NEWEST = 50


class StatementsFeed(FeedOf):
    """Each published version, the newest first, with its gaps as it showed them."""

    key = "market-statements"
    title = "Market position statements"
    subtitle = "What is missing in each area, and what its commissioner will buy."

    @property
    def page(self) -> str:
        """The list of statements."""
        return reverse("market:statements")

    def entries(self, request: HttpRequest) -> Iterable[Entry]:
        """The newest versions. One query."""
        rows = queries.published().annotate(kept_gaps=KeyTransform("gaps", "tables"))
        for row in rows.order_by("-published_at", "-pk")[:NEWEST]:
            number = f", version {row.number}" if row.number > 1 else ""
            sample = " (a sample)" if row.statement.is_sample else ""
            yield Entry(
                key=str(row.public_id),
                title=f"{row.title}{number}{sample}",
                text=" ".join(filter(None, [row.reason, gaps_in_words(row.kept_gaps)])),
                address=address_of(row),
                published_at=row.published_at,
            )


def gaps_in_words(kept: Mapping[str, Any]) -> str:
    """`Gaps: Short breaks (no offers, * people look); Payroll (2 offers, 10 people look).`"""
    found = [
        f"{words.Need(need).label} ({_offers(each['offers'])}, {each.get('people', 'not shown')} people look)"
        for need, each in kept.items()
        if each["level"] in gaps.GAPS
    ]
    return f"Gaps: {'; '.join(found)}." if found else "No gaps."


def _offers(count: int) -> str:
    return formats.plural(count, "offer") if count else "no offers"


statements_feed = public(limited("feed")(StatementsFeed()))
