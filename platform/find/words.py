"""The words that somebody searches for, as PostgreSQL's full-text search reads them."""

import re
from dataclasses import dataclass

from django.contrib.postgres.search import SearchQuery
from django.db import connection

MAX_LETTERS = 200
MAX_WORDS = 12
# Shorter beginnings would match half the dictionary: "in" begins "integrated".
LEAST_LETTERS_OF_A_BEGINNING = 3
WORD = re.compile(r"\w+")

# English stems ("budgets" finds "budget") and, beside it, words as they are written, for names and beginnings.
STEMMED = "english"
AS_WRITTEN = "simple"


@dataclass(frozen=True)
class Words:
    """What was typed, without surplus spaces and at most `MAX_LETTERS` long."""

    text: str

    @classmethod
    def typed(cls, text: str) -> "Words":
        """From a form or an address; control characters count as spaces."""
        printable = "".join(letter if letter.isprintable() else " " for letter in text)
        return cls(" ".join(printable.split())[:MAX_LETTERS].strip())

    def __bool__(self) -> bool:
        return bool(self.each)

    @property
    def each(self) -> list[str]:
        """The words alone, in small letters."""
        return WORD.findall(self.text.casefold())[:MAX_WORDS]

    @property
    def query(self) -> SearchQuery:
        """All the words by their stem (with "quotes", `or` and `-` as on other sites), or all as they begin."""
        stemmed = SearchQuery(self.text, search_type="websearch", config=STEMMED)
        if '"' in self.text or re.search(r"(^|\s)-\w", self.text):
            return stemmed  # an exact phrase, or a word left out, is meant as it is written
        return stemmed | SearchQuery(" & ".join(self._beginnings()), search_type="raw", config=AS_WRITTEN)

    def are_too_common(self) -> bool:
        """True where nothing is left but words such as "the" and "of", which stand in every text. One query."""
        with connection.cursor() as cursor:
            cursor.execute("SELECT numnode(websearch_to_tsquery(%s, %s)) = 0", [STEMMED, self.text])
            return bool(cursor.fetchone()[0])

    def _beginnings(self) -> list[str]:
        """`kern` as `'kern':*`. Words hold letters, digits and underscores only, so nothing can break the query."""
        return [f"'{word}':*" if len(word) >= LEAST_LETTERS_OF_A_BEGINNING else f"'{word}'" for word in self.each]
