"""A text as plain letters, each knowing its place in the text as it was written.

What only changes the look is undone: wide and styled letters, accents, letters of other alphabets that look like ours,
typographic quotes and dashes, marks of no width, pictures. `K\u0456ll m\u200bys\u00e9lf` becomes `Kill myself`.
"""

import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass

# Letters of other alphabets that are taken for ours (a choice from Unicode's "confusables").
_LIKE = dict(
    zip(
        "аеорсухіјѕԁһӏґкмтвнАЕОРСУХІЈЅКМТВНαορνιυκτεΑΒΕΖΗΙΚΜΝΟΡΤΥΧıøłđßæ",
        "aeopcyxijsdhlrkmtbhAEOPCYXIJSKMTBHaopviukteABEZHIKMNOPTYXioldsa",
        strict=True,
    )
)
_MARKS = {
    **dict.fromkeys("’‘‛`´ʼʹ′＇", "'"),
    **dict.fromkeys("“”„«»″", '"'),
    **dict.fromkeys("‐‑‒–—―−﹣－", "-"),
    **dict.fromkeys("•·∙⋅●", "."),
    "…": "...",
    "\t": " ",
    "\r": " ",
    "\u2028": "\n",
    "\u2029": "\n",
}
_NO_WIDTH = {"Mn", "Me", "Cf", "Cc"}
_PICTURES = {"So", "Sk", "Cs", "Co", "Cn"}
_WRITTEN = {chr(code): chr(code) for code in range(32, 127)} | {"\n": "\n"} | _MARKS


@dataclass(frozen=True)
class Plain:
    """Plain letters, and for each the place of the written letter it came from (one more for the end)."""

    text: str
    at: Sequence[int]

    def span(self, start: int, end: int) -> tuple[int, int]:
        """Where a stretch of the plain text stands in the text as it was written."""
        return self.at[start], (self.at[end - 1] + 1 if end > start else self.at[start])


def plain(text: str) -> Plain:
    """The text in plain letters. Each written letter is looked at once."""
    if text.isascii() and text.isprintable():
        return Plain(text, range(len(text) + 1))
    letters: list[str] = []
    places: list[int] = []
    known = dict(_WRITTEN)
    for place, letter in enumerate(text):
        shown = known.get(letter)
        if shown is None:
            shown = known[letter] = _shown(letter)
        letters.extend(shown)
        places.extend([place] * len(shown))
    return Plain("".join(letters), (*places, len(text)))


def _shown(letter: str) -> str:
    """`é` as `e`, `𝐤` as `k`, a mark of no width as nothing, a picture as a star."""
    if letter in _LIKE:
        return _LIKE[letter]
    if unicodedata.category(letter) in _NO_WIDTH:
        return ""
    wide = unicodedata.normalize("NFKD", letter)[:4]  # one sign is a whole sentence in Arabic
    bare = "".join(_LIKE.get(one, _MARKS.get(one, one)) for one in wide if unicodedata.category(one) not in _NO_WIDTH)
    if any(unicodedata.category(one) in _PICTURES for one in bare):
        return "*"
    return " " if bare.isspace() else bare
