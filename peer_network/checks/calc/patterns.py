"""The language in which moderators write phrases.

| written | finds |
| --- | --- |
| `better off without me` | these words next to each other, in any case and with common misspellings |
| `kill\\|hurt myself` | one of the words, then *myself* |
| `(end it\\|go to sleep and not wake up)` | one of the groups of words |
| `[all] my tablets` | with or without *all* |
| `cut* myself` | any word that begins with *cut* |
| `can not … anymore` | up to three other words between; `…6` for up to six |
| `tablets ~6 all gone` | both, whichever comes first, with up to six other words between; `~` alone for up to three |
| `{somebody} hits me` | one of the words of the group *somebody* |
| `taken # tablets` | any number of five or more, in figures |
| `^ i am done $` | nothing before it in the text (`^`), nothing after it (`$`) |

Small words that change nothing (*just*, *really*, *so*) are passed over. `can't`, `cant` and `cannot` are the same.
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from peer_network.checks.calc.same_words import MEANT, PASSED_OVER, TOGETHER

MOST_WAYS = 3_000  # ways that one pattern may stand for, so that no pattern can make the checks slow
MOST_LETTERS = 1_200
MOST_GAP, USUAL_GAP = 12, 3
_PIECE = re.compile(r"\s*(?:(\(|\)|\[|\]|\|)|(?:…|\.\.\.)(\d*)|~(\d*)|\{([a-z ]+)\}|([a-z0-9'*/+-]+|[#^$]))")


class PatternRefused(ValueError):
    """The pattern can't be read; the message is a finished sentence for whoever wrote it."""


@dataclass(frozen=True)
class Gap:
    """Up to so many other words."""

    most: int


# A step is a set of words (one of which has to stand there; `cut*` for a beginning) or a gap.
Step = frozenset[str] | Gap
Way = tuple[Step, ...]


def ways(pattern: str, groups: Mapping[str, str] | None = None) -> tuple[Way, ...]:
    """Every way that the pattern can be met. Raises PatternRefused with what to mend."""
    text = pattern.strip().lower().replace("’", "'").replace("for ever", "forever")
    if not text or len(text) > MOST_LETTERS:
        raise PatternRefused(f"Write at least one word, and at most {MOST_LETTERS} letters.")
    reader = _Reader(_pieces(text), groups or {})
    found = reader.sequence(inside="")
    if reader.at < len(reader.pieces):
        raise PatternRefused("There is a closing bracket without an opening one. Take it out, or add the other.")
    met = tuple(dict.fromkeys(_tidy(way) for way in found))
    if any(not any(isinstance(step, frozenset) and step - {"*"} for step in way) for way in met):
        raise PatternRefused("This would be met by any text at all. Write at least one word that has to be there.")
    return met


def _pieces(text: str) -> list[tuple[str, str]]:
    pieces, at = [], 0
    while at < len(text):
        piece = _PIECE.match(text, at)
        if not piece:
            if not text[at:].strip():
                break
            raise PatternRefused(
                f"“{text[at:].strip()[:1]}” has no meaning here. Use words and the signs | ( ) [ ] * … ~ # ^ $ only."
            )
        sign, gap, either_order, group, word = piece.groups()
        if sign:
            pieces.append((sign, ""))
        elif group:
            pieces.append(("group", group))
        elif word:
            pieces.append(("word", word))
        elif either_order is not None:
            pieces.append(("~", either_order))
        else:
            pieces.append(("gap", gap))
        at = piece.end()
    return pieces


class _Reader:
    """Reads the pieces from left to right."""

    def __init__(self, pieces: Sequence[tuple[str, str]], groups: Mapping[str, str]) -> None:
        self.pieces, self.groups, self.at = pieces, groups, 0

    def sequence(self, inside: str) -> list[Way]:
        """Items until the bracket that closes; in brackets `|` parts whole groups of words."""
        met: list[Way] = [()]
        earlier: list[Way] = []
        while self.at < len(self.pieces) and self.pieces[self.at][0] not in (")", "]"):
            if inside and self._is("|"):
                self.at += 1
                earlier, met = earlier + met, [()]
                continue
            if self._is("~"):
                met = self._either_order(met, inside)
                continue
            met = _followed(met, self._choice(inside))
        found = earlier + met  # "(like|when)" is "when": a choice that is passed over is no choice
        return _merged([way for way in found if way] or found)

    def _either_order(self, before: list[Way], inside: str) -> list[Way]:
        """What stands before the sign and what stands after it, whichever comes first."""
        gap = (_gap(self.pieces[self.at][1]),)
        self.at += 1
        after: list[Way] = [()]
        while self.at < len(self.pieces) and self.pieces[self.at][0] not in (")", "]", "~", "|"):
            after = _followed(after, self._choice(inside))
        if () in before or () in after:
            raise PatternRefused("There are no words on one side of “~”. Write them, or take the sign out.")
        both = _followed(_followed(before, [gap]), after) + _followed(_followed(after, [gap]), before)
        return list(dict.fromkeys(both))

    def _choice(self, inside: str) -> list[Way]:
        """One item, or several words parted by `|` where no bracket holds them."""
        either = self._item()
        while not inside and self._is("|"):
            self.at += 1
            either = [way for way in (*either, *self._item()) if way] or either
        return _merged(either)

    def _is(self, sign: str) -> bool:
        return self.at < len(self.pieces) and self.pieces[self.at][0] == sign

    def _item(self) -> list[Way]:
        if self.at >= len(self.pieces):
            raise PatternRefused("A word is missing after “|”. Write the other word, or take the sign out.")
        sign, said = self.pieces[self.at]
        self.at += 1
        if sign == "word":
            return [_word(said)]
        if sign == "gap":
            return [(_gap(said),)]
        if sign == "group":
            return self._group(said)
        if sign in ("(", "["):
            found = self.sequence(inside=sign)
            if not self._is(")" if sign == "(" else "]"):
                raise PatternRefused("A bracket is opened and not closed. Add the closing one.")
            self.at += 1
            return [*found, ()] if sign == "[" else found
        raise PatternRefused("There is a “|” without a word before it. Write the word, or take the sign out.")

    def _group(self, name: str) -> list[Way]:
        if name not in self.groups:
            raise PatternRefused(
                f"There is no group of words called “{name}”. Choose one of the list, or add it first."
            )
        others = {known: said for known, said in self.groups.items() if known != name}
        return _Reader(_pieces(f"({self.groups[name].lower()})"), others)._item()


def _word(written: str) -> Way:
    if "*" in written:
        return (frozenset({written if written == "*" else written.split("*")[0] + "*"}),)
    written = written if written in MEANT else written.removesuffix("'s").strip("'")
    meant = [one for part in written.split("-") for one in MEANT.get(part, (part,))]
    return tuple(frozenset({one}) for one in MEANT.get(written, meant) if one not in PASSED_OVER)


def _gap(written: str) -> Gap:
    most = int(written or USUAL_GAP)
    if not 1 <= most <= MOST_GAP:
        raise PatternRefused(f"“…{written}” is too far apart. At most {MOST_GAP} words may stand between.")
    return Gap(most)


def _followed(first: list[Way], second: list[Way]) -> list[Way]:
    if len(first) * len(second) > MOST_WAYS:
        raise PatternRefused("This stands for too many phrases at once. Split it into two or three.")
    return [before + after for before in first for after in second]


def _merged(found: list[Way]) -> list[Way]:
    """Ways of one word each become one step, so that they are looked for at once."""
    single = [way[0] for way in found if len(way) == 1 and isinstance(way[0], frozenset)]
    others = [way for way in found if len(way) != 1 or not isinstance(way[0], frozenset)]
    return ([(frozenset().union(*single),)] if single else []) + list(dict.fromkeys(others))


def _tidy(way: Way) -> Way:
    """Words that belong together are joined; gaps at either end mean nothing."""
    steps: list[Step] = []
    for step in way:
        last = steps[-1] if steps else None
        if isinstance(step, frozenset) and isinstance(last, frozenset):
            joined = {TOGETHER[a, b] for a in last for b in step if (a, b) in TOGETHER}
            if joined and len(last) == len(step) == 1:
                steps[-1] = frozenset(joined)
                continue
        steps.append(step)
    while steps and isinstance(steps[0], Gap):
        steps.pop(0)
    while steps and isinstance(steps[-1], Gap):
        steps.pop()
    return tuple(steps)
