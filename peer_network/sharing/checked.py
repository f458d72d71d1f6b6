"""The words of a file, looked at as a post is: names of staff, telephone numbers, addresses. None of them is kept."""

from collections.abc import Iterator
from typing import Any

from files import private
from files.faults import Refused
from peer_network.checks.actions import look_at
from peer_network.checks.calc.findings import Finding, Kind
from peer_network.models import Member, SharedFile
from peer_network.sharing.cleaning import kinds

PIECE = 15_000  # letters that are looked at in one go; the checks take 20,000
# A policy says "suicide" without being in a crisis, and a form is full of links to where it comes from.
NOT_OF_FILES = {Kind.DUPLICATE, Kind.LINK, Kind.TOO_MANY_LINKS, Kind.UNKIND, Kind.CRISIS_EXPLICIT, Kind.CRISIS_OBLIQUE}
MOST_SHOWN = 20


def text_of(row: SharedFile) -> str:
    """The words of a kept file; empty for a picture, or where it is gone."""
    try:
        with private.path_of(row.kept).open("rb") as file:
            return kinds.clean(file, row.title).text
    except (OSError, Refused):
        return ""


def look(text: str, member: Member) -> list[Finding]:
    """What the checks find in the words of a file, each only once, so many at most."""
    found: dict[tuple[str, str], Finding] = {}
    for piece in _pieces(text):
        for finding in look_at(piece, member):
            if finding.kind not in NOT_OF_FILES and len(found) < MOST_SHOWN:
                found.setdefault((finding.kind, finding.quoted), finding)
    return list(found.values())


def kept(findings: list[Finding]) -> list[dict[str, Any]]:
    """The findings for the moderators' queue, without the words."""
    return [
        {"kind": str(each.kind), "start": each.start, "end": each.end, "explains": each.explains} for each in findings
    ]


def _pieces(text: str) -> Iterator[str]:
    """Cut at the end of a line where there is one, so that no number is cut in two."""
    while text:
        end = len(text) if len(text) <= PIECE else text.rfind("\n", 0, PIECE) + 1 or PIECE
        yield text[:end]
        text = text[end:]
