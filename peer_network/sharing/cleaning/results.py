"""What cleaning gives."""

from dataclasses import dataclass, field

from files.limits import MEGABYTE, Limits

# A rota or a policy is a few pages; pictures in it make it larger.
LIMITS = Limits(packed_bytes=10 * MEGABYTE, unpacked_bytes=80 * MEGABYTE, parts=600)
LONGEST_TEXT = 150_000  # letters that the checks look at; about fifty pages


@dataclass
class Removed:
    """What was taken out, each said once, in the order in which it was found."""

    said: list[str] = field(default_factory=list)

    def add(self, words: str) -> None:
        """Note it; the same again is said once."""
        if words not in self.said:
            self.said.append(words)


@dataclass
class Text:
    """The words of a file, as far as the checks look."""

    pieces: list[str] = field(default_factory=list)
    letters: int = 0

    def add(self, words: str) -> None:
        """Add a piece; what is over the limit is left out."""
        if words and self.letters < LONGEST_TEXT:
            self.pieces.append(words)
            self.letters += len(words)

    def whole(self) -> str:
        """All of it."""
        return "".join(self.pieces)[:LONGEST_TEXT]


@dataclass(frozen=True)
class Cleaned:
    """A file without what it said of its writer; `text` are its words, `removed` says what was taken out."""

    content: bytes
    ending: str
    removed: tuple[str, ...]
    text: str
