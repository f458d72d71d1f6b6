"""Whether a text says again what the same writer posted lately."""

from collections.abc import Iterable

from rapidfuzz import fuzz

NEARLY = 90.0  # hundredths of letters that are the same, in order
LEAST_LETTERS = 25  # "Thank you so much" may be said often


def is_repeated(text: str, earlier: Iterable[str]) -> bool:
    """The text is the same as, or nearly the same as, one of the earlier ones."""
    said = _bare(text)
    body = _bare(text.partition("\n\n")[2])  # a new topic comes as its title, an empty line and its text
    if len(said) < LEAST_LETTERS:
        return False
    texts = [one for one in (said, body) if len(one) >= LEAST_LETTERS]
    pairs = ((mine, _bare(one)) for one in earlier for mine in texts)
    return any(fuzz.ratio(mine, one, score_cutoff=NEARLY) >= NEARLY for mine, one in pairs)


def _bare(text: str) -> str:
    return " ".join("".join(letter if letter.isalnum() else " " for letter in text.casefold()).split())
