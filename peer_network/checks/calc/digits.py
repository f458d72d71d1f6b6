"""Figures in a text, also where they are said in words: `oh seven seven double nine` is `07799`.

Numbers are written in pieces. A run is pieces that follow each other with nothing but spaces and signs between; a
window is neighbouring pieces of one run, read as one number.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

_UNITS = ["one", "two", "three", "four", "five", "six", "seven", "eight", "nine"]
_TEENS = ["ten", "eleven", "twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen"]
_TENS = ["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"]
_SAID = (
    {word: str(at) for at, word in enumerate(_UNITS, 1)}
    | {word: str(at) for at, word in enumerate(_TEENS, 10)}
    | dict.fromkeys(["zero", "oh", "o", "nought", "naught", "nil"], "0")
    | {"fourty": "40", "won": "1", "fore": "4", "ate": "8"}
)
_TIMES = {"double": 2, "dbl": 2, "treble": 3, "triple": 3}
_PIECE = re.compile(
    r"(?P<tens>twenty|thirty|fou?rty|fifty|sixty|seventy|eighty|ninety)"
    r"(?:[ -](?P<unit>one|two|three|four|five|six|seven|eight|nine))?(?![a-z])"
    r"|(?:(?P<times>double|dbl|treble|triple)[ -]?)?(?:(?P<figures>[0-9][0-9oil]{0,30}(?![a-z])"
    r"|[oil]{1,2}[0-9][0-9oil]{0,30}(?![a-z])|[0-9]{1,30})|(?P<said>zero|oh|o|nought|naught|nil|one|two|three|four|five"
    r"|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen)"
    r"(?P<hundred>[ -]hundred)?(?![a-z]))"
)
_SIGNS = r"[\s().,\-/_:*'\"+~|=\[\]\\]"
_BETWEEN = re.compile(
    rf"{_SIGNS}{{0,6}}(?:(?:dash|hyphen|space|slash|dot|then|and|gap|new line|stop)\b{_SIGNS}{{1,3}})?"
)
MOST_PIECES = 20


@dataclass(frozen=True)
class Piece:
    """Figures that stand together, and their place in the plain text."""

    figures: str
    start: int
    end: int


def runs(text: str) -> list[list[Piece]]:
    """The runs of figures in a plain text, in order."""
    lowered = text.lower() if len(text.lower()) == len(text) else text
    found: list[list[Piece]] = []
    end = -1
    for piece in _pieces(lowered):
        between = _BETWEEN.fullmatch(lowered, end, piece.start) if found and piece.start - end <= 18 else None
        if between:
            found[-1].append(piece)
        else:
            found.append([piece])
        end = piece.end
    return found


def begins(run: list[Piece], number: Piece) -> bool:
    """The number stands at the beginning of its run, or one short piece after it: words before the run are about it."""
    return number.start == run[0].start or (len(run) > 1 and number.start == run[1].start)


def windows(run: list[Piece], least: int, most: int) -> Iterator[Piece]:
    """Neighbouring pieces read as one number of so many figures, the longest first from each place."""
    for first in range(len(run)):
        figures, ends = "", []
        for piece in run[first : first + MOST_PIECES]:
            figures += piece.figures
            if len(figures) > most:
                break
            if len(figures) >= least:
                ends.append(Piece(figures, run[first].start, piece.end))
        yield from reversed(ends)


def _pieces(text: str) -> Iterator[Piece]:
    end = 0
    for piece in _PIECE.finditer(text):
        if piece.start() > end and text[piece.start() - 1].isalpha():
            continue  # part of a word; but "07seven00" goes on
        end = piece.end()
        if piece["tens"]:
            tens = str(2 + _TENS.index(piece["tens"].replace("fourty", "forty")))
            figures = tens + (_SAID[piece["unit"]] if piece["unit"] else "0")
        elif piece["said"]:
            figures = _SAID[piece["said"]] * _TIMES.get(piece["times"] or "", 1) + ("00" if piece["hundred"] else "")
        else:
            read = piece["figures"].translate(str.maketrans("oil", "011"))
            figures = read[:1] * _TIMES.get(piece["times"] or "", 1) + read[1:]
        yield Piece(figures, piece.start(), piece.end())
