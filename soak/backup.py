"""Kills `ipc restore` at many moments: what is there afterwards is wholly the old or wholly the restored.

`script/soak backup`; `--kills N`, `--areas N`. Ends with restores that nobody disturbs, of everything and of one area,
compared with what was backed up: dumps of every schema and a digest of every file.
"""

import argparse
import difflib
import itertools
import os
import random
import signal
import subprocess
import sys
import time
from pathlib import Path

from benchmarks import _migrating  # isort: skip - makes Django ready

from django.conf import settings  # noqa: E402
from django.db import connection, connections  # noqa: E402

from config.backup import saving  # noqa: E402
from tenants.contexts import in_area  # noqa: E402
from tenants.models import Area  # noqa: E402
from tenants.rollout.models import Resource  # noqa: E402
from tests import backups, databases  # noqa: E402

IPC = str(Path(sys.executable).parent / "ipc")
LINES_SHOWN = 40
FILES_OF_AN_AREA, BYTES_OF_A_FILE = 4, 2 * 1024 * 1024


def main() -> int:
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--kills", type=int, default=20)
    options.add_argument("--areas", type=int, default=30)
    given = options.parse_args()
    _migrating.make_areas(given.areas)
    fill_files()
    target = Path(settings.PRIVATE_ROOT).parent / "soak.tar"
    start = time.perf_counter()
    manifest = saving.save(target)
    took = time.perf_counter() - start
    print(f"{given.areas} areas, {len(manifest.parts) - 1} files: {target.stat().st_size:,} bytes in {took:.1f} s")
    restored = state()
    old = change_everything(0)
    seconds = undisturbed(target, restored)
    print(f"restored whole in {seconds:.1f} s, the same as what was backed up")
    outcomes = {"old": 0, "restored": 0}
    for number in range(given.kills):
        old = change_everything(number + 1)
        outcome = killed(target, random.uniform(0.3, seconds), whole_group=number % 2 == 0)
        now = state()
        assert now in (old, restored), f"kill {number}: neither the old nor the restored"
        outcomes["restored" if now == restored else "old"] += 1
        print(f"kill {number + 1}: {'restored' if now == restored else 'old'} ({outcome})", flush=True)
    one_area(target)
    print(f"{given.kills} kills: {outcomes['old']} times all as before, {outcomes['restored']} times all restored.")
    return 0


def fill_files() -> None:
    backups.write_files("before")
    for area in Area.objects.all():
        folder = Path(settings.PRIVATE_ROOT) / area.schema_name
        folder.mkdir(parents=True, exist_ok=True)
        for number in range(FILES_OF_AN_AREA):
            (folder / f"{number}.parquet").write_bytes(random.randbytes(BYTES_OF_A_FILE))


def state() -> tuple[str, dict[str, str]]:
    return backups.dump(), backups.files()


def change_everything(number: int) -> tuple[str, dict[str, str]]:
    """Another row and another file in each area; returns what is there then."""
    for area in Area.objects.all():
        with in_area(area):
            Resource.objects.create(what=f"Made after the backup, {number} {time.time()}")
        (Path(settings.PRIVATE_ROOT) / area.schema_name / "0.parquet").write_bytes(f"after {number}".encode())
        (Path(settings.PRIVATE_ROOT) / area.schema_name / f"new-{number}").write_bytes(b"new")
    return state()


def ipc(*arguments: str) -> subprocess.Popen[str]:
    connections.close_all()
    environment = os.environ | {"DATABASE_URL": databases.url_of("ipc_benchmark")}
    return subprocess.Popen(
        [IPC, *arguments], env=environment, start_new_session=True, text=True,
        stdout=subprocess.PIPE, stderr=subprocess.STDOUT,
    )  # fmt: skip


def undisturbed(target: Path, wanted: tuple[str, dict[str, str]]) -> float:
    """Seconds of a whole restore, which leaves what was backed up."""
    start = time.perf_counter()
    process = ipc("restore", str(target), "--replace")
    said, _ = process.communicate()
    assert process.returncode == 0, said
    took = time.perf_counter() - start
    assert_same(state(), wanted)
    return took


def assert_same(now: tuple[str, dict[str, str]], wanted: tuple[str, dict[str, str]]) -> None:
    """Fails with the lines of the dump and the files that differ."""
    lines = difflib.unified_diff(wanted[0].splitlines(), now[0].splitlines(), lineterm="", n=1)
    files = sorted(set(wanted[1].items()) ^ set(now[1].items()))
    assert now == wanted, "\n".join([*itertools.islice(lines, LINES_SHOWN), *map(str, files[:LINES_SHOWN])])


def killed(target: Path, after: float, *, whole_group: bool) -> str:
    """kill -9 after so many seconds, of psql and pg_restore too or of `ipc` alone; then `ipc restore --finish`."""
    process = ipc("restore", str(target), "--replace")
    try:
        said, _ = process.communicate(timeout=after)
        assert process.returncode == 0, said
    except subprocess.TimeoutExpired:
        os.killpg(process.pid, signal.SIGKILL) if whole_group else process.kill()
        process.communicate()
    wait_until_alone()
    ending = ipc("restore", "--finish")
    said, _ = ending.communicate()
    assert ending.returncode == 0, said
    return f"after {after:.1f} s; {said.strip()}"


def wait_until_alone() -> None:
    """The database notices that its clients have gone."""
    deadline = time.monotonic() + 60
    with connection.cursor() as cursor:
        while True:
            cursor.execute(
                "SELECT count(*) FROM pg_stat_activity WHERE datname = current_database() "
                "AND pid <> pg_backend_pid() AND backend_type = 'client backend'"
            )
            if cursor.fetchone()[0] == 0:
                return
            assert time.monotonic() < deadline, "connections of a killed restore stay"
            time.sleep(0.1)


def one_area(target: Path) -> None:
    """One area is put back; all the others' dumps are what they were, byte for byte."""
    change_everything(-1)
    others = [area.schema_name for area in Area.objects.exclude(slug="kernow")] + ["area_template", "public"]
    before = {schema: backups.dump(schema) for schema in others}
    process = ipc("restore", str(target), "--area", "kernow")
    said, _ = process.communicate()
    assert process.returncode == 0, said
    after = {schema: backups.dump(schema) for schema in others}
    assert before == after, [schema for schema in others if before[schema] != after[schema]]
    with in_area(Area.objects.get(slug="kernow")):
        assert not Resource.objects.filter(what__startswith="Made after the backup").exists()
    print(f"one area restored; the dumps of {len(others)} other schemas are identical before and after")


if __name__ == "__main__":
    sys.exit(main())
