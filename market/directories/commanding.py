"""`ipc market import-feed`: an operator reads a directory that commissioners know, or a new one."""

from pathlib import Path
from typing import Any

from django.db import transaction

from market.directories import runs
from market.directories.errors import DirectoryRefused
from market.directories.reports import Report
from market.models import Directory, DirectoryRun
from tenants.models import Area


def import_feed(
    *, source: str, is_address: bool, name: str, areas: list[str], is_dry: bool
) -> tuple[DirectoryRun, Report]:
    """Read it. A directory that a trial would have made is gone again afterwards. Raises DirectoryRefused."""
    with transaction.atomic():
        directory, is_new = _directory(source if is_address else "", name, areas)
        if is_address:
            found = runs.read_address(directory=directory, is_dry=is_dry)
        else:
            path = Path(source)
            found = runs.read_file(directory=directory, path=path, name=path.name, is_dry=is_dry)
        if is_new and (is_dry or found[1].refused):
            transaction.set_rollback(True)
    return found


def _directory(address: str, name: str, areas: list[str]) -> tuple[Directory, bool]:
    known = Directory.objects.filter(address=address).first() if address else None
    known = known or Directory.objects.filter(name__iexact=name).first()
    if known:
        return known, False
    unknown = set(areas) - set(Area.objects.in_use().values_list("slug", flat=True))
    if unknown:
        raise DirectoryRefused(f"There is no area called {', '.join(sorted(unknown))}.")
    return Directory.objects.create(name=name[:120], address=address.rstrip("/"), areas=sorted(areas)), True


def as_document(run: DirectoryRun, report: Report) -> dict[str, Any]:
    """The run and its report as one JSON document."""
    return {
        "directory": run.directory.name,
        "source": run.source,
        "outcome": str(run.outcome),
        "words": runs.sentence(run),
        "seconds": run.seconds,
        "counts": report.counts(),
        **report.as_dict(),
    }
