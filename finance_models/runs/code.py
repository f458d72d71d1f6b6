"""The version of the code that calculates: over its own source, so that it changes when a figure could."""

import functools
import hashlib
from pathlib import Path

CALC = Path(__file__).resolve().parents[1] / "calc"
LETTERS = 16


@functools.cache
def version() -> str:
    """The first letters of SHA-256 over every module of `finance_models.calc`, in order of their paths."""
    whole = hashlib.sha256()
    for path in sorted(CALC.rglob("*.py")):
        whole.update(f"{path.relative_to(CALC).as_posix()}\0".encode() + path.read_bytes())
    return whole.hexdigest()[:LETTERS]
