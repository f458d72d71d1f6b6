"""Copying XML piece by piece, leaving out what says who wrote it.

The names of elements keep their prefixes as they are written: Office refuses files in which these change. A document
type is refused, so that no entity can unfold; comments and instructions are left out.
"""

from collections.abc import Callable
from dataclasses import dataclass, field
from xml.parsers import expat
from xml.sax.saxutils import escape, quoteattr

from files.faults import Refused, refused

CHUNK_BYTES = 64 * 1024
# Told the local name of an element, the names of those around it, and its attributes in order; gives the attributes
# to be written, or None where the element and all that is in it is left out.
Element = Callable[[str, list[str], dict[str, str]], dict[str, str] | None]


@dataclass
class Rules:
    """What is left out. `words_of` are elements whose text is a person's name: it becomes "Author"."""

    element: Element
    words_of: frozenset[str] = frozenset()
    text_of: frozenset[str] = frozenset()  # elements whose text people read
    breaks: frozenset[str] = frozenset()  # elements after which a line ends
    on_text: Callable[[str], None] = field(default=lambda words: None)
    whole_of: frozenset[str] = frozenset()  # elements whose whole text is given to `on_whole` when they end
    on_whole: Callable[[str], None] = field(default=lambda words: None)
    on_name: Callable[[], None] = field(default=lambda: None)


def local(name: str) -> str:
    """`w:author` -> `author`."""
    return name.rpartition(":")[2]


class Copier:
    """One part of a file, copied by `rules`."""

    def __init__(self, rules: Rules, file: str) -> None:
        self._rules, self._file = rules, file
        self._out: list[str] = ['<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n']
        self._path: list[str] = []
        self._skipping = 0
        self._names = 0
        self._whole: list[str] = []
        self._parser = expat.ParserCreate()
        self._parser.ordered_attributes = True
        self._parser.buffer_text = True
        self._parser.StartDoctypeDeclHandler = self._no_doctype
        self._parser.StartElementHandler = self._start
        self._parser.EndElementHandler = self._end
        self._parser.CharacterDataHandler = self._words

    def copy(self, content: bytes) -> bytes:
        """The part without what is left out. Raises Refused where it is no sound XML."""
        try:
            self._parser.Parse(content, True)
        except expat.ExpatError as error:
            raise refused(self._file, "is broken inside; open it, save it again, and try once more") from error
        return "".join(self._out).encode()

    def _no_doctype(self, *_: object) -> None:
        raise refused(self._file, "has a document type inside, as no office program writes; save it again")

    def _start(self, tag: str, flat: list[str]) -> None:
        name = local(tag)
        if self._skipping:
            self._skipping += 1
            return
        kept = self._rules.element(name, self._path, dict(zip(flat[::2], flat[1::2], strict=True)))
        if kept is None:
            self._skipping = 1
            return
        self._path.append(name)
        attributes = "".join(f" {key}={quoteattr(value)}" for key, value in kept.items())
        self._out.append(f"<{tag}{attributes}>")
        self._whole = []
        if name in self._rules.words_of:
            self._out.append("Author")
            self._rules.on_name()
            self._names += 1

    def _end(self, tag: str) -> None:
        if self._skipping:
            self._skipping -= 1
            return
        name = self._path.pop()
        self._names -= name in self._rules.words_of
        self._out.append(f"</{tag}>")
        if name in self._rules.whole_of:
            self._rules.on_whole("".join(self._whole))
        if name in self._rules.breaks:
            self._rules.on_text("\n")

    def _words(self, words: str) -> None:
        if self._skipping or self._names:
            return
        self._out.append(escape(words))
        self._whole.append(words)
        if self._path and (not self._rules.text_of or self._path[-1] in self._rules.text_of):
            self._rules.on_text(words)


__all__ = ["Copier", "Refused", "Rules", "local"]
