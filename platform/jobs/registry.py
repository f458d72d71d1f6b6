"""The kinds of long work, which rooms register in `AppConfig.ready()`."""

import datetime
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from jobs.errors import UnknownKind

if TYPE_CHECKING:
    from jobs.run import JobRun

DEFAULT_TIMEOUT = datetime.timedelta(minutes=30)
DEFAULT_FILE_LIMIT_BYTES = 50 * 1024 * 1024


@dataclass(frozen=True)
class JobResult:
    """What a job made: a finished sentence, an address to see it at, and small facts to keep."""

    words: str
    url: str = ""
    facts: dict[str, Any] = field(default_factory=dict)


@dataclass(frozen=True)
class JobKind:
    """One kind of long work.

    `run` gets a `JobRun` and does all its writing on the default connection, inside the transaction that is open
    around it: the job is "done" if and only if those writes are kept. `permission` is needed to start, see and stop
    it, in its area where `area_wide`; without one only the person who started it may. `refusals` are exceptions whose
    text is a finished sentence for that person (with an optional list `faults`); any other is our own fault.
    `timeout` is for one try; a job whose worker died is tried `max_attempts` times in all.
    """

    slug: str
    title: str
    run: Callable[["JobRun"], JobResult]
    permission: Any = None
    area_wide: bool = True
    max_attempts: int = 3
    timeout: datetime.timedelta = DEFAULT_TIMEOUT
    file_limit_bytes: int = DEFAULT_FILE_LIMIT_BYTES
    refusals: tuple[type[Exception], ...] = ()


_kinds: dict[str, JobKind] = {}


def register(kind: JobKind) -> None:
    """Add a kind; raises ValueError where the name is taken by another."""
    if _kinds.setdefault(kind.slug, kind) != kind:
        raise ValueError(f"There is another kind of job called {kind.slug!r}.")


def unregister(slug: str) -> None:
    """Take a kind away again; for tests that registered one."""
    _kinds.pop(slug, None)


def get(slug: str) -> JobKind:
    """The kind of this name; raises UnknownKind."""
    try:
        return _kinds[slug]
    except KeyError:
        raise UnknownKind(slug) from None


def all_kinds() -> list[JobKind]:
    """Every kind, by name."""
    return [_kinds[slug] for slug in sorted(_kinds)]
