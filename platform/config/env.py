"""Settings from the environment, each explained where it is missing."""

import os
from pathlib import Path

PROJECT_ROOT = Path(__file__).resolve().parents[2]

TRUE_WORDS = {"1", "true", "yes", "on"}


class MissingSetting(SystemExit):
    """A required variable is not set: says which, and what it is for, and ends the command with 1."""


def ipc_home() -> Path:
    """The folder of this installation's state: `IPC_HOME`, else `var/` in the project."""
    return Path(os.environ.get("IPC_HOME") or PROJECT_ROOT / "var").expanduser().resolve()


def flag(name: str, default: bool = False) -> bool:
    """True when the variable says 1, true, yes or on (any case)."""
    value = os.environ.get(name)
    return default if value is None else value.strip().lower() in TRUE_WORDS


def text(name: str, default: str) -> str:
    """The variable's value, or `default` where it is unset or empty."""
    return os.environ.get(name) or default


def whole_number(name: str, default: int) -> int:
    """The variable as a whole number; raises MissingSetting with a sentence where it is not one."""
    value = os.environ.get(name)
    if not value:
        return default
    try:
        return int(value)
    except ValueError:
        raise MissingSetting(f"{name} should be a whole number, not {value!r}.") from None


def required(name: str, why: str) -> str:
    """The variable's value; raises MissingSetting, which explains what it is for, where there is none."""
    value = os.environ.get(name)
    if not value:
        raise MissingSetting(f"{name} is not set. {why}")
    return value


def words(name: str, default: str = "") -> list[str]:
    """The variable split at commas, without spaces or empty parts."""
    return [part.strip() for part in text(name, default).split(",") if part.strip()]
