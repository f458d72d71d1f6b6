"""How the database grows with the areas: size, catalog, a connection's memory, dump and migration.

`script/soak growth` prints a row for each number of areas, for docs/scale.md; `--areas 1 11 50` for others.
"""

import argparse
import os
import time
from pathlib import Path

from benchmarks import _migrating, _site  # isort: skip - makes Django ready

from django.conf import settings  # noqa: E402
from django.db import connection  # noqa: E402

from config.backup import saving  # noqa: E402
from tenants import area_lifecycle  # noqa: E402
from tenants.contexts import in_area  # noqa: E402
from tenants.models import Area  # noqa: E402

HEAD = "| areas | database | tables and indexes | a connection's memory | backup | nothing to migrate | one change |"


def main() -> None:
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--areas", type=int, nargs="+", default=[1, 11, 50, 150])
    given = options.parse_args()
    _site.prepare()
    print(f"{HEAD}\n|{' ---: |' * 7}", flush=True)
    with _migrating.changes() as package:
        for wanted in sorted(given.areas):
            fit_areas(wanted)
            print(f"| {' | '.join(row(wanted, package))} |", flush=True)
    print(f"Load {os.getloadavg()[0]:.1f} on {os.cpu_count()} cores.")


def fit_areas(wanted: int) -> None:
    for number in range(Area.objects.in_use().count(), wanted):
        area_lifecycle.create_area(slug=f"more-{number}", name=f"More {number}")
    for area in Area.objects.in_use().order_by("-position")[: max(0, Area.objects.in_use().count() - wanted)]:
        area_lifecycle.suspend_area(area.slug)
        area_lifecycle.delete_area(area.slug, confirm=area.slug, why_without_export="A soak")


def row(wanted: int, package: Path) -> list[str]:
    size, relations = asked("SELECT pg_database_size(current_database())"), asked("SELECT count(*) FROM pg_class")
    memory = memory_of_a_connection()
    target = Path(settings.PRIVATE_ROOT).parent / f"growth-{wanted}.tar"
    start = time.perf_counter()
    saving.save(target)
    backup = time.perf_counter() - start
    nothing = _migrating.ours()
    _migrating.add_change(package)
    change = _migrating.ours()
    return [
        *(f"{wanted}", f"{size / 1e6:.0f} MB", f"{relations:,}", f"{memory / 1e6:.1f} MB"),
        *(f"{backup:.1f} s, {target.stat().st_size / 1e6:.1f} MB", f"{nothing:.1f} s", f"{change:.1f} s"),
    ]


def asked(question: str) -> int:
    with connection.cursor() as cursor:
        cursor.execute(question)
        return cursor.fetchone()[0]


def memory_of_a_connection() -> int:
    """Bytes that one server process holds once it has been in every area, as a long-lived web connection has."""
    connection.close()
    for area in Area.objects.in_use():
        with in_area(area), connection.cursor() as cursor:
            for model in ("groupplan", "groupplanchange", "partner", "resource"):
                cursor.execute(f"SELECT count(*) FROM rollout_{model}")
    # The server's own view of it is for superusers alone; the server runs on this machine.
    status = Path(f"/proc/{asked('SELECT pg_backend_pid()')}/status").read_text()
    private = next(line for line in status.splitlines() if line.startswith("RssAnon:"))
    return int(private.split()[1]) * 1024


if __name__ == "__main__":
    main()
