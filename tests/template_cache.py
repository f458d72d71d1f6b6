"""Keeps the template database between runs as a dump, named by a digest of all that shapes it.

Building takes half a minute, restoring two seconds. A dump of other code has another name. It is used only where the
code has nothing but further migrations: then those alone are run on it.
"""

import hashlib
import json
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


def digests() -> dict[str, str]:
    """Of each of these files, by its path."""
    files = sorted(shaping_files())
    return {str(path.relative_to(PROJECT)): hashlib.sha256(path.read_bytes()).hexdigest() for path in files}


def dump_path() -> Path:
    """Where the dump of this very code would be."""
    digest = hashlib.sha256(json.dumps(digests()).encode())
    return FOLDER / f"{digest.hexdigest()[:24]}.sql"


def older_dump() -> Path | None:
    """The newest dump of code to which this code adds migrations, and nothing else that shapes the template."""
    now = digests()
    for source in sorted(FOLDER.glob("*.sql"), key=lambda path: path.stat().st_mtime, reverse=True):
        notes = source.with_suffix(".json")
        then = json.loads(notes.read_text()) if notes.exists() else {}
        added = [path for path in now if path not in then]
        if then and now == {**then, **{path: now[path] for path in added}} and all("/migrations/" in p for p in added):
            return source
    return None


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
        target.with_suffix(".json").write_text(json.dumps(digests()))
        unfinished.replace(target)
    for old in sorted(FOLDER.glob("*.sql"), key=lambda path: path.stat().st_mtime)[:-KEPT]:
        old.unlink()
        old.with_suffix(".json").unlink(missing_ok=True)


def restore(url: str, source: Path | None = None) -> bool:
    """Fill the empty database from the dump of this code, or another; False where there is none, or it fails."""
    source = source or dump_path()
    if not source.exists():
        return False
    command = [program("psql"), "-q", "-1", "-v", "ON_ERROR_STOP=1", f"--file={source}", "-d", url]
    done = subprocess.run(command, check=False, capture_output=True)
    return done.returncode == 0
