"""Exchanging the files that are there for those of a backup, so that a broken-off exchange can be finished.

Restored files wait in `.restoring` of their own folder, on the same disk. Before the database's transaction is kept, a
journal notes its number. Whoever finds a journal asks PostgreSQL whether that transaction was kept: then the exchange
is finished, and otherwise the waiting files are thrown away. Both can be done again at any point.
"""

import json
import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from django.conf import settings
from django.db import DatabaseError, connection

from config.backup.archive import sync_folder
from embedded.errors import Refused
from embedded.home import locked, make_folder

WAITING, BEFORE, JOURNAL = ".restoring", ".before-restore", "journal.json"
IN_USE = "Another restore is under way here. Wait for its end."
BROKEN_OFF = "A restore was broken off before its files were in place. Finish it with: ipc restore --finish"


def roots() -> dict[str, Path]:
    """The folders of the archive and where they stand: media, private."""
    return {"files/media/": Path(settings.MEDIA_ROOT), "files/private/": Path(settings.PRIVATE_ROOT)}


@contextmanager
def alone() -> Iterator[None]:
    """No other restore of this installation runs meanwhile. Raises Refused."""
    make_folder(Path(settings.PRIVATE_ROOT))
    with locked(Path(settings.PRIVATE_ROOT) / ".restore.lock", refusal=IN_USE):
        yield


def unfinished() -> str | None:
    """For `/readyz` and `ipc check`: None, or a sentence where a restore was broken off."""
    return BROKEN_OFF if _journal_path().exists() else None


def note(plan: dict[str, Any], transaction: str) -> None:
    """Write the journal: from now on the exchange follows the transaction of this number."""
    path = _journal_path()
    draft = path.with_suffix(".draft")
    with draft.open("w") as file:
        json.dump(plan | {"transaction": transaction}, file)
        file.flush()
        os.fsync(file.fileno())
    draft.rename(path)
    sync_folder(path.parent)


def plan(names: dict[str, list[str]] | None, *, keep: bool) -> dict[str, Any]:
    """What will be exchanged: by folder, the names at its top that go. `names` None: all that are there.

    With `keep` what was there is kept in `.before-restore`; otherwise it is deleted once all is in place.
    """
    goes = {}
    for folder, root in roots().items():
        there = sorted(each.name for each in root.iterdir() if not each.name.startswith(".")) if root.is_dir() else []
        goes[folder] = there if names is None else [name for name in there if name in names.get(folder, [])]
    return {"goes": goes, "keep": keep}


def waiting(folder: str) -> Path:
    """Where the restored files of `files/media/` or `files/private/` wait."""
    return roots()[folder] / WAITING / "new"


def finish() -> bool | None:
    """End a restore that was broken off: True it is now complete, False nothing of it was kept, None there was none.

    Raises Refused where the database can't say yet.
    """
    path = _journal_path()
    if not path.exists():
        throw_away()
        return None
    try:
        journal = json.loads(path.read_text())
        number = int(journal["transaction"])
    except (ValueError, KeyError):
        raise Refused(f"{path} can't be read. Look at the files in its folder by hand.") from None
    kept = _was_kept(number)
    if kept:
        exchange(journal)
    throw_away()
    return kept


def exchange(journal: dict[str, Any]) -> None:
    """Put the waiting files in place; what is done already is left alone."""
    for folder, root in roots().items():
        before = root / WAITING / "old"
        before.mkdir(mode=0o700, parents=True, exist_ok=True)
        for name in journal["goes"][folder]:
            if (root / name).exists() and not (before / name).exists():
                (root / name).rename(before / name)
        new = waiting(folder)
        for each in sorted(new.iterdir()) if new.is_dir() else []:
            each.rename(root / each.name)
        if journal["keep"] and any(before.iterdir()):
            _put_by(root, before)
        sync_folder(root)
    _journal_path().unlink(missing_ok=True)
    sync_folder(_journal_path().parent)


def throw_away() -> None:
    """Delete what waits, and what made way for it."""
    _journal_path().unlink(missing_ok=True)
    for root in roots().values():
        shutil.rmtree(root / WAITING, ignore_errors=True)


def kept_files() -> list[Path]:
    """Folders with files that made way for a restore and were kept."""
    return [root / BEFORE for root in roots().values() if (root / BEFORE).is_dir()]


def _put_by(root: Path, before: Path) -> None:
    target = root / BEFORE
    target.mkdir(mode=0o700, exist_ok=True)
    number = 1 + max((int(each.name) for each in target.iterdir() if each.name.isdigit()), default=0)
    before.rename(target / str(number))


def _was_kept(number: int) -> bool:
    try:
        with connection.cursor() as cursor:
            cursor.execute("SELECT pg_xact_status(%s::text::xid8)", [str(number)])
            status = cursor.fetchone()[0]
    except DatabaseError as error:
        raise Refused(f"The database can't say what became of the restore: {str(error).strip()}") from error
    if status == "in progress":
        raise Refused("The restore's transaction is still open. Try again in a minute: ipc restore --finish")
    return status == "committed"


def _journal_path() -> Path:
    return Path(settings.PRIVATE_ROOT) / WAITING / JOURNAL
