"""PostgreSQL refuses to run as root: as root it gets a system user of its own, and that user a way to its folder.

The way is one permission and no more: to pass through the folders above, for that one user, without listing or
reading them. A file system that can't say "that one user" gets "anybody may pass through" instead.
"""

import errno
import os
import pwd
import shutil
import stat
import struct
import subprocess
from pathlib import Path

from embedded.errors import Refused
from embedded.processes import Identity, as_user

USER_NAME = "ipc-postgres"

ACL = "system.posix_acl_access"
ACL_VERSION = struct.pack("<I", 2)
NO_ID = 0xFFFFFFFF
OWNER, NAMED_USER, GROUP, MASK, OTHERS = 0x01, 0x02, 0x04, 0x10, 0x20
PASS_THROUGH = 0o1


def postgres_user() -> Identity | None:
    """The system user that PostgreSQL runs as: None (ourselves) unless we are root. Makes the user when missing."""
    if os.geteuid() != 0:
        return None
    try:
        entry = pwd.getpwnam(USER_NAME)
    except KeyError:
        entry = _make_user()
    return Identity(entry.pw_uid, entry.pw_gid, entry.pw_name)


def _make_user() -> pwd.struct_passwd:
    command = shutil.which("useradd") or "/usr/sbin/useradd"
    arguments = ["--system", "--no-create-home", "--user-group", "--shell", "/usr/sbin/nologin", USER_NAME]
    try:
        made = subprocess.run([command, *arguments], capture_output=True, text=True, check=False)  # noqa: S603
        return pwd.getpwnam(USER_NAME)
    except FileNotFoundError:
        reason = "this machine has no useradd"
    except KeyError:
        reason = made.stderr.strip() or "useradd failed"
    raise Refused(
        f"PostgreSQL can't run as root, and the system user {USER_NAME} could not be made ({reason}). "
        "Run the command as an ordinary user, or set DATABASE_URL."
    )


def let_pass(user: Identity, target: Path) -> None:
    """Let `user` reach `target` (an existing path) through the folders above it."""
    for folder in target.resolve().parents:
        if not _may_pass(user, folder):
            _grant(user, folder)


def let_run(user: Identity, program: Path) -> None:
    """Let `user` run `program` and read the files installed with it; raises Refused when it still can't."""
    let_pass(user, program)
    if _runs(user, program):
        return
    for path in [program.parent.parent, *program.parent.parent.rglob("*")]:
        mode = stat.S_IMODE(path.stat().st_mode)
        path.chmod(mode | 0o044 | (0o011 if mode & 0o100 else 0))
    if not _runs(user, program):
        raise Refused(
            f"The system user {user.name} can't run {program}. "
            "Put the project in a folder that others may pass through, or run the command as an ordinary user."
        )


def _runs(user: Identity, program: Path) -> bool:
    command = [str(program), "--version"]
    try:
        tried = subprocess.run(command, capture_output=True, cwd="/", check=False, **as_user(user))  # noqa: S603
    except PermissionError:
        return False
    return tried.returncode == 0


def _may_pass(user: Identity, folder: Path) -> bool:
    facts = folder.stat()
    if facts.st_uid == user.uid:
        return bool(facts.st_mode & stat.S_IXUSR)
    if any(tag == NAMED_USER and who == user.uid and rights & PASS_THROUGH for tag, rights, who in _entries(folder)):
        return bool(facts.st_mode & stat.S_IXGRP)  # with a list, the group's bits are the mask
    return bool(facts.st_mode & stat.S_IXOTH)


def _entries(folder: Path) -> list[tuple[int, int, int]]:
    """The folder's access list as (tag, rights, user or group number); empty where it has none."""
    try:
        return list(struct.iter_unpack("<HHI", os.getxattr(folder, ACL)[4:]))
    except OSError as error:
        if error.errno in (errno.ENODATA, errno.ENOTSUP):
            return []
        raise


def _grant(user: Identity, folder: Path) -> None:
    """Add one entry for `user` to the folder's access list."""
    mode = stat.S_IMODE(folder.stat().st_mode)
    rights = {(tag, who): value for tag, value, who in _entries(folder)} or {
        (OWNER, NO_ID): mode >> 6 & 7,
        (GROUP, NO_ID): mode >> 3 & 7,
        (OTHERS, NO_ID): mode & 7,
    }
    rights[NAMED_USER, user.uid] = PASS_THROUGH
    rights[MASK, NO_ID] = rights.get((MASK, NO_ID), rights[GROUP, NO_ID]) | PASS_THROUGH
    packed = b"".join(struct.pack("<HHI", tag, value, who) for (tag, who), value in sorted(rights.items()))
    try:
        os.setxattr(folder, ACL, ACL_VERSION + packed)
    except OSError:
        folder.chmod(mode | stat.S_IXOTH)
