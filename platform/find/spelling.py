"""Help with spelling: words that look like those that found nothing, from the site's own public words.

PostgreSQL's own means (pg_trgm) are an extension, which the servers that we start don't have. So the words that could
be meant are asked for by their beginning and length, and compared here; see
docs/decisions/0027-searches-that-found-nothing.md.
"""

from difflib import SequenceMatcher

from django.db.models import Q
from django.db.models.functions import Length

from find.models import Word
from find.vocabulary import SHORTEST
from find.words import Words

# Alike from this on, of 1: "comissioning" and "commissioning" are 0.96, "budget" and "badger" 0.67.
ALIKE = 0.75
LETTERS_MORE_OR_LESS = 2
MOST_UNKNOWN = 3  # of one search; more is another language, or a name


def better(words: Words) -> str:
    """The words as they were probably meant; empty where nothing is better. Two queries at most."""
    typed = [word for word in words.each if len(word) >= SHORTEST and word.isalpha()]
    known = set(Word.objects.filter(word__in=typed).values_list("word", flat=True))
    unknown = [word for word in dict.fromkeys(typed) if word not in known]
    if not unknown or len(unknown) > MOST_UNKNOWN:
        return ""
    candidates = _candidates(unknown)
    meant = {word: found for word in unknown if (found := _closest(word, candidates))}
    if not meant:
        return ""
    return " ".join(meant.get(word, word) for word in words.each)


def _candidates(unknown: list[str]) -> list[tuple[str, int]]:
    """Words that begin with the first letter of one that isn't known, or with its second, and are about as long."""
    wanted = Q()
    for word in unknown:
        length = Q(
            letters__gte=len(word) - LETTERS_MORE_OR_LESS,
            letters__lte=len(word) + LETTERS_MORE_OR_LESS,
        )
        wanted |= length & (Q(word__startswith=word[0]) | Q(word__startswith=word[1]))
    return list(Word.objects.annotate(letters=Length("word")).filter(wanted).values_list("word", "texts"))


def _closest(word: str, candidates: list[tuple[str, int]]) -> str:
    """The most alike; of those that are equally so, the one that stands in most texts."""
    matcher = SequenceMatcher(b=word, autojunk=False)
    found: list[tuple[float, int, str]] = []
    for candidate, texts in candidates:
        matcher.set_seq1(candidate)
        if matcher.real_quick_ratio() >= ALIKE and matcher.quick_ratio() >= ALIKE and matcher.ratio() >= ALIKE:
            found.append((matcher.ratio(), texts, candidate))
    return max(found)[2] if found else ""
