"""What commands share: Django made ready, domain refusals turned into lines, and output."""

import contextlib
import json
import os
import sys
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from embedded.errors import Refused
from embedded.services import connection_settings


def with_database() -> None:
    """Make Django ready to use the database.

    Raises Refused, naming `ipc services start`, where there is none; one that doesn't answer is found at first use.
    """
    connection_settings()
    with_settings()


def with_settings() -> None:
    """Make Django ready without asking for a database."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings")
    import django
    from django.core.exceptions import ImproperlyConfigured

    try:
        django.setup()
    except ImproperlyConfigured as error:
        raise Refused(str(error)) from error


@contextlib.contextmanager
def refusals() -> Iterator[None]:
    """Turn what an action refuses into Refused, one line for each fault.

    An action's own exceptions hold a finished sentence, or a list of them in `faults`; a database that doesn't
    answer, or has not been migrated, is said in words. Anything else is a fault of ours and keeps its traceback.
    """
    from django.core.exceptions import ObjectDoesNotExist, PermissionDenied, ValidationError
    from django.db import OperationalError, ProgrammingError

    try:
        yield
    except Refused:
        raise
    except ValidationError as error:
        raise Refused(*error.messages) from error
    except OperationalError as error:
        raise Refused(f"The database does not answer: {_first_line(error)}") from error
    except ProgrammingError as error:
        raise Refused(f"The database is not ready ({_first_line(error)}). Run: ipc migrate") from error
    except (ObjectDoesNotExist, PermissionDenied) as error:
        raise Refused(str(error)) from error
    except Exception as error:
        if getattr(error, "faults", None):
            raise Refused(*error.faults) from error
        if _is_our_refusal(error):
            raise Refused(str(error)) from error
        raise


def _is_our_refusal(error: Exception) -> bool:
    """True for an exception class of our own packages: those hold a finished sentence."""
    package = type(error).__module__.partition(".")[0]
    return package in {
        "accounts",
        "audit",
        "data_rights",
        "jobs",
        "disclosure",
        "tenants",
        "finance_models",
        "timebank",
        "market",
        "knowledge",
    }


def _first_line(error: Exception) -> str:
    return (str(error).splitlines() or [type(error).__name__])[0]


def print_json(document: Any) -> None:
    """Print one JSON document, and nothing else, on standard output; dates as ISO, other objects as text."""
    json.dump(document, sys.stdout, default=str, indent=2, ensure_ascii=False)
    print()


def print_table(rows: Sequence[Mapping[str, Any]], columns: Sequence[str]) -> None:
    """Print rows in columns as wide as their longest value."""
    table = [
        list(columns),
        *[["" if row[name] is None else str(row[name]) for name in columns] for row in rows],
    ]
    widths = [max(len(line[number]) for line in table) for number in range(len(columns))]
    for line in table:
        print("  ".join(value.ljust(width) for value, width in zip(line, widths, strict=True)).rstrip())


def print_faults(faults: Sequence[str]) -> None:
    """Print each fault on a line of its own on standard error, where standard output stays for what was found."""
    for fault in faults:
        print(fault, file=sys.stderr)
