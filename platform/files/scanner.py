"""Virus scanners: registered once, asked about every upload. A scanner that doesn't answer refuses the file."""

from collections.abc import Callable
from typing import BinaryIO

import structlog

from files.faults import Fault, Refused

# scan(file) -> the name of what was found, or None. Raises ScanFailed where it can't say.
Scan = Callable[[BinaryIO], str | None]

log = structlog.get_logger(__name__)
_scanners: dict[str, Scan] = {}


class ScanFailed(Exception):
    """The scanner did not give an answer; the message is for the log."""


class ScannerAway(Refused):
    """The file could not be scanned, so it is refused: nothing unscanned is ever read or kept."""

    def __init__(self, name: str) -> None:
        super().__init__([Fault(name, 0, "", "can't be checked for viruses just now; try again in a few minutes")])


def register(name: str, scan: Scan) -> None:
    """Ask this scanner about every upload from now on."""
    _scanners[name] = scan


def unregister(name: str) -> None:
    """Ask it no longer; for tests."""
    _scanners.pop(name, None)


def is_there_one() -> bool:
    """Whether uploads are scanned at all."""
    return bool(_scanners)


def scan(file: BinaryIO, name: str) -> None:
    """Ask every scanner; raises Refused where one finds something, ScannerAway where one doesn't answer."""
    for scanner, ask in _scanners.items():
        file.seek(0)
        try:
            found = ask(file)
        except (ScanFailed, OSError) as error:
            log.exception("virus scanner failed", scanner=scanner)
            raise ScannerAway(name) from error
        if found:
            log.warning("virus found in an upload", scanner=scanner, found=found)
            why = f"has a virus in it ({found}); delete it, and tell whoever looks after your computer"
            raise Refused([Fault(name, 0, "", why)])
