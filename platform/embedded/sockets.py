"""A folder for a Unix socket whose path the system accepts, however deep IPC_HOME is."""

import os
import re
import stat
import tempfile
from pathlib import Path

from embedded.home import OWNER_ONLY, make_folder
from embedded.processes import Identity

# Linux allows 107 bytes; PostgreSQL adds "/.s.PGSQL.5432".
FOLDER_LIMIT_BYTES = 107 - len("/.s.PGSQL.5432") - 1
# A socket's path is put into database and broker addresses: nothing that has a meaning there.
PLAIN_PATH = re.compile(r"[A-Za-z0-9._/-]+")


def socket_folder(base: Path, *, owner: Identity | None = None) -> Path:
    """The folder for a service's socket, for its owner only: `base/run`, else a short one that `base` remembers.

    A remembered folder under /tmp is used again only while it is still ours: somebody else may have made one of
    the same name after ours was cleaned away.
    """
    own = base / "run"
    if len(os.fsencode(own)) <= FOLDER_LIMIT_BYTES and PLAIN_PATH.fullmatch(str(own)):
        return _given_to(make_folder(own), owner)
    remembered = known_socket_folder(base)
    if remembered != own and _is_ours(remembered, owner):
        return remembered
    short = Path(tempfile.mkdtemp(prefix="ipc-", dir="/tmp"))  # noqa: S108 - mkdtemp makes it safely
    _given_to(short, owner)
    (base / "socket-folder").write_text(str(short))
    return short


def known_socket_folder(base: Path) -> Path:
    """Where the service's socket is looked for, without making anything."""
    note = base / "socket-folder"
    return Path(note.read_text().strip()) if note.exists() else base / "run"


def forget_socket_folder(base: Path) -> None:
    """Remove the short folder, if there is one, with what is left in it."""
    folder = known_socket_folder(base)
    if folder == base / "run" or not folder.is_dir() or folder.is_symlink():
        return
    for left in folder.iterdir():
        left.unlink(missing_ok=True)
    folder.rmdir()
    (base / "socket-folder").unlink(missing_ok=True)


def _given_to(folder: Path, owner: Identity | None) -> Path:
    folder.chmod(OWNER_ONLY)
    if owner:
        os.chown(folder, owner.uid, owner.gid)
    return folder


def _is_ours(folder: Path, owner: Identity | None) -> bool:
    try:
        facts = folder.lstat()
    except OSError:
        return False
    expected = owner.uid if owner else os.geteuid()
    return stat.S_ISDIR(facts.st_mode) and facts.st_uid == expected and stat.S_IMODE(facts.st_mode) == OWNER_ONLY
