"""Keeps the template database between runs as a dump, named by a digest of all that shapes it.

Building takes half a minute, restoring two seconds. A dump of other code has another name and is never used.
"""

import hashlib
import subprocess
from pathlib import Path

from embedded.errors import Refused
from embedded.postgres import program

PROJECT = Path(__file__).resolve().parents[1]
FOLDER = PROJECT / "var" / "test-templates"
# Where migrations lie; the environment isn't read through, which takes a minute on a busy disk.
OURS = ("platform", "tenants", "timebank", "peer_network", "market", "knowledge", "finance_models")
KEPT = 3  # dumps; older ones are deleted

# Whatever the rows and tables of the template come from, and no more: a change elsewhere builds nothing anew.
SHAPED_BY = (
    "uv.lock",
    "tests/databases.py",
    *(f"{folder}/**/migrations/*.py" for folder in OURS),
    "tenants/area_*.py",
    "tenants/groups.py",
    "tenants/history.py",
    "tenants/migration*.py",
    "tenants/published_figures.py",
    "tenants/networks/**/*.csv",
    "tenants/network_loading/*.py",
    "tenants/returns/actions.py",
    "tenants/rollout/plans.py",
    "timebank/ledger/functions.py",
    "timebank/ledger/sql/*.sql",
    "platform/files/shapes.py",
    "platform/files/reading.py",
    "platform/files/records.py",
    "knowledge/*/database.py",
    "knowledge/coproduction/workflow.py",
    "knowledge/first_words.py",
    "knowledge/front_page.py",
    "platform/accounts/policy.py",
    "platform/accounts/wagtail_groups.py",
    "platform/jobs/schedule.py",
    "platform/config/migrate.py",
    "platform/config/settings.py",
)


def shaping_files() -> set[Path]:
    """The files of this very code that shape the template."""
    return {path for pattern in SHAPED_BY for path in PROJECT.glob(pattern) if path.is_file()}


def dump_path() -> Path:
    """Where the dump of this very code would be."""
    digest = hashlib.sha256()
    for path in sorted(shaping_files()):
        digest.update(str(path.relative_to(PROJECT)).encode() + b"\0" + path.read_bytes() + b"\0")
    return FOLDER / f"{digest.hexdigest()[:24]}.sql"


def save(url: str, target: Path) -> None:
    """Keep a dump of the database as `target`, the path of the code as it was when the building began.

    Nothing is kept where the code has changed meanwhile, as a rebase does: rows and tables would be of the older code
    under the newer's name. Nor without PostgreSQL's programs.
    """
    try:
        dump = program("pg_dump")
    except Refused:
        return
    if dump_path() != target:
        return
    FOLDER.mkdir(parents=True, exist_ok=True)
    unfinished = target.with_suffix(".unfinished")
    command = [dump, "--exclude-extension=plpgsql", "--no-owner", f"--file={unfinished}", url]
    if subprocess.run(command, check=False, capture_output=True).returncode == 0:
        unfinished.replace(target)
    for old in sorted(FOLDER.glob("*.sql"), key=lambda path: path.stat().st_mtime)[:-KEPT]:
        old.unlink()


def restore(url: str) -> bool:
    """Fill the empty database from the dump; False where there is none, or it fails half way."""
    source = dump_path()
    if not source.exists():
        return False
    command = [program("psql"), "-q", "-1", "-v", "ON_ERROR_STOP=1", f"--file={source}", "-d", url]
    done = subprocess.run(command, check=False, capture_output=True)
    return done.returncode == 0
