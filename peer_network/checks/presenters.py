"""Lines of the word lists, and what was found in a text, as pages and files show them."""

from collections.abc import Sequence
from typing import Any

from django.urls import reverse

from config.today import today
from files.people import NO_PEOPLE
from files.tables import Table
from peer_network.checks.calc.findings import SAYINGS, Finding
from peer_network.checks.explaining import Why
from peer_network.checks.lists import Line
from peer_network.models import PhraseEdition
from ui import formats

LONGEST_SHOWN = 120  # letters of a line on the page where a text is tried; the line's own page shows it whole
SOURCE = "The network’s starting lists, and its moderators"
TAGS = (
    ("peers_line_on", "In use", "green"),
    ("peers_line_off", "Switched off", "grey"),
    ("peers_line_changed", "Changed here", "blue"),
    ("peers_holds", "Waits for a moderator", "orange"),
    ("peers_asks", "The writer is asked", "blue"),
)
HEAD = ("Words to find", "List", "Points", "Not where", "State", "Changed")
WHY_HEAD = ("Found", "Line that is met", "List", "Points")


def table(lines: Sequence[Line], *, links: bool) -> Table:
    """The lines with their lists."""
    rows = tuple(_row(line, links=links) for line in lines)
    return Table("words", "Word lists", HEAD, rows, as_at=today(), source=SOURCE, people=NO_PEOPLE)


def _row(line: Line, *, links: bool) -> list[Any]:
    words = f"{line.name}: {line.pattern}" if line.name else line.pattern
    shown: Any = {"text": words, "href": reverse("peers:words-line", args=[line.key])} if links else words
    status = "peers_line_off" if not line.is_active else "peers_line_changed" if line.edition else "peers_line_on"
    changed = f"{formats.date(line.edition.at)}: {line.edition.why}" if line.edition else "As it came"
    state = {"status": status, "text": {key: text for key, text, _ in TAGS}[status]}
    return [shown, line.list_words, _points(line.points), line.unless.replace(";", "; "), state, changed]


def _points(points: int) -> str:
    """A hint's points, with a minus of its own length; nothing for other lines."""
    return f"{points:+d}".replace("-", "−") if points else ""


def why(found: Sequence[Why]) -> Table:
    """The lines that a text meets: why it is taken for what it is."""
    rows = tuple(
        [
            each.quoted,
            {"text": _short(each.line), "href": reverse("peers:words-line", args=[each.line.key])},
            each.line.list_words,
            _points(each.points) if each.counts else f"{_points(each.points)} (not counted)",
        ]
        for each in found
    )
    return Table("why", "Why", WHY_HEAD, rows, as_at=today(), source=SOURCE, people=NO_PEOPLE)


def _short(line: Line) -> str:
    words = f"{line.name}: {line.pattern}" if line.name else line.pattern
    return words if len(words) <= LONGEST_SHOWN else f"{words[:LONGEST_SHOWN]}…"


def history(editions: Sequence[PhraseEdition]) -> Table:
    """How a line was changed, the newest first."""
    rows = tuple(
        [formats.date_and_time(row.at), str(row.by), row.why, row.pattern, "Yes" if row.is_active else "No"]
        for row in editions
    )
    head = ("When", "By", "Why", "Words", "In use")
    return Table("history", "How it was changed", head, rows, as_at=today(), source=SOURCE, people=NO_PEOPLE)


def found(findings: Sequence[Finding]) -> list[dict[str, Any]]:
    """Each finding in the words that its writer would read."""
    return [
        {
            "title": SAYINGS[each.kind].title,
            "quoted": each.quoted,
            "explains": each.explains,
            "mend": each.mend,
            "status": "peers_holds" if each.holds else "peers_asks",
        }
        for each in findings
    ]
