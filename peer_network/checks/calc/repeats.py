"""Whether a text says again what the same writer posted lately."""

from collections.abc import Iterable

from rapidfuzz import fuzz

NEARLY = 90.0  # hundredths of letters that are the same, in order
LEAST_LETTERS = 25  # "Thank you so much" may be said often


def is_repeated(text: str, earlier: Iterable[str]) -> bool:
    """The text is the same as, or nearly the same as, one of the earlier ones."""
    said = _bare(text)
    if len(said) < LEAST_LETTERS:
        return False
    return any(fuzz.ratio(said, _bare(one), score_cutoff=NEARLY) >= NEARLY for one in earlier)


def _bare(text: str) -> str:
    return " ".join("".join(letter if letter.isalnum() else " " for letter in text.casefold()).split())
