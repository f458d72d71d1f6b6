"""How many questions the rights table asked, told at the end of a run whichever workers asked them."""

import os
from collections import Counter
from pathlib import Path


def _notes() -> Path:
    return Path(os.environ["IPC_TEST_HOME"]) / "rights-table.txt"


def note(what: str, cases: int, leaks: int) -> None:
    """Keep what one part of the table asked."""
    with _notes().open("a") as file:
        file.write(f"{what}\t{cases}\t{leaks}\n")


def lines() -> list[str]:
    """`rights table, our pages: 2,586 cases, 0 leaks`, a line for each kind of pages that was asked."""
    if not _notes().exists():
        return []
    cases: Counter[str] = Counter()
    leaks: Counter[str] = Counter()
    for line in _notes().read_text().splitlines():
        what, asked, wrong = line.split("\t")
        cases[what] += int(asked)
        leaks[what] += int(wrong)
    return [f"rights table, {what}: {count:,} cases, {leaks[what]:,} leaks" for what, count in sorted(cases.items())]
