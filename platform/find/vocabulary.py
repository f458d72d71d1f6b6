"""The words of the site's public texts, which help with spelling is made from.

Rooms register where their public texts are. Nothing that only some may read goes in: a suggestion would tell of it.
"""

from collections import Counter
from collections.abc import Callable, Iterable

from django.db import transaction

from find.words import WORD

# Gives texts that everybody may read.
Texts = Callable[[], Iterable[str]]
SHORTEST, LONGEST = 4, 30  # letters; shorter words differ by a letter from many others
MOST_WORDS = 50_000

_texts: list[Texts] = []


def register(texts: Texts) -> None:
    """Add public texts; called in an AppConfig's `ready()`."""
    if texts not in _texts:
        _texts.append(texts)


def unregister(texts: Texts) -> None:
    """Take them away again; for tests."""
    _texts.remove(texts)


@transaction.atomic
def renew() -> int:
    """Make the words anew from what is public now; returns how many there are."""
    from find.models import Word

    found = counted(text for texts in _texts for text in texts())
    Word.objects.all().delete()
    Word.objects.bulk_create(
        (Word(word=word, texts=number) for word, number in found.most_common(MOST_WORDS)), batch_size=2000
    )
    return min(len(found), MOST_WORDS)


def counted(texts: Iterable[str]) -> Counter[str]:
    """Word -> in how many texts it stands; numbers and very short words are left out."""
    found: Counter[str] = Counter()
    for text in texts:
        words = set(WORD.findall(text.casefold()))
        found.update(word for word in words if word.isalpha() and SHORTEST <= len(word) <= LONGEST)
    return found
