"""Full-text search over a queryset's own columns.

The vectors are worked out for each row that is looked at. A source with more than some ten thousand rows should keep
one in an indexed column and give it as `vector`.
"""

from collections.abc import Sequence
from functools import reduce
from operator import add
from typing import Any, TypeVar

from django.contrib.postgres.search import SearchHeadline, SearchRank, SearchVector
from django.db.models import Expression, F, QuerySet, TextField, Value
from django.db.models.functions import Cast, Coalesce, Concat

from find.highlights import END, START
from find.registry import LIMIT
from find.words import AS_WRITTEN, STEMMED, Words

Rows = TypeVar("Rows", bound=QuerySet[Any])
# Of an excerpt: about two lines on a page.
EXCERPT_WORDS = 35
# Divides a rank by 1 + log(length), so that long texts don't win by their length.
BY_LENGTH = 1


def search(
    rows: Rows, words: Words, *, title: str, texts: Sequence[str], vector: Any = None, excerpts: bool = True
) -> Rows:
    """The rows that hold all the words, best first, at most `LIMIT`; adds `found_rank` and `found_excerpt`.

    Words in the column `title` count most. The excerpt is of the columns `texts`, with the marks of
    `find.highlights`; it costs more than the search itself, so leave it out (`excerpts`) where none is shown.
    """
    query = words.query
    looked_through = vector if vector is not None else vector_of(title, texts)
    found = rows.annotate(
        found_vector=looked_through,
        found_rank=SearchRank(F("found_vector"), query, normalization=Value(BY_LENGTH)),
    ).filter(found_vector=query)
    if excerpts:
        found = found.annotate(found_excerpt=excerpt_of(texts, query))
    return found.order_by("-found_rank", "pk")[:LIMIT]


def vector_of(title: str, texts: Sequence[str]) -> Expression:
    """The title with the greatest weight, then the texts; each by stems and as written."""
    parts = [SearchVector(_text(title), weight="A", config=config) for config in (STEMMED, AS_WRITTEN)]
    for column in texts:
        parts += [SearchVector(_text(column), weight="B", config=config) for config in (STEMMED, AS_WRITTEN)]
    return reduce(add, parts)


def excerpt_of(texts: Sequence[str], query: Any) -> Expression:
    """The part of the texts in which the words stand, marked."""
    if not texts:
        return Value("")
    joined: Any = _text(texts[0]) if len(texts) == 1 else Concat(*_with_gaps(texts), output_field=TextField())
    return SearchHeadline(
        joined,
        query,
        config=STEMMED,
        start_sel=START,
        stop_sel=END,
        max_words=EXCERPT_WORDS,
        min_words=EXCERPT_WORDS // 2,
    )


def _with_gaps(texts: Sequence[str]) -> list[Any]:
    gapped: list[Any] = []
    for column in texts:
        gapped += [_text(column), Value(" ")]
    return gapped


def _text(column: str) -> Expression:
    return Coalesce(Cast(F(column), TextField()), Value(""), output_field=TextField())
