"""The folders of one installation's state, and the locks that keep two commands apart."""

import contextlib
import fcntl
import os
import pwd
from collections.abc import Iterator
from pathlib import Path

from config.env import ipc_home
from embedded.errors import Refused

OWNER_ONLY = 0o700


def services_folder() -> Path:
    """Where the embedded services keep their data: `IPC_HOME/services`."""
    return ipc_home() / "services"


def logs_folder() -> Path:
    """Where the demo's worker, scheduler and web server write what they say: `IPC_HOME/logs`."""
    return ipc_home() / "logs"


def demo_lock() -> Path:
    """The lock that a running demo holds: `IPC_HOME/demo.lock`."""
    return ipc_home() / "demo.lock"


def make_folder(path: Path) -> Path:
    """Make `path`, for its owner only, with any parents it lacks; raises Refused where that is not allowed."""
    try:
        path.mkdir(mode=OWNER_ONLY, parents=True, exist_ok=True)
    except OSError as error:
        raise Refused(f"The folder {path} can't be made ({error.strerror}). Set IPC_HOME to another folder.") from None
    return path


def check_owner(path: Path) -> None:
    """Refuse a folder that another system user's services fill: two users' files in it would break both."""
    if not path.exists() or path.stat().st_uid == os.geteuid():
        return
    owner = path.stat().st_uid
    with contextlib.suppress(KeyError):
        raise Refused(
            f"{path} belongs to the system user {pwd.getpwuid(owner).pw_name}. "
            "Run the command as that user, or set IPC_HOME to another folder."
        )
    raise Refused(f"{path} belongs to system user number {owner}. Set IPC_HOME to another folder.")


@contextlib.contextmanager
def locked(path: Path, *, refusal: str | None = None) -> Iterator[None]:
    """Hold the lock file `path` while the block runs.

    Waits for another holder; with `refusal` it raises Refused with that sentence instead. The system frees the
    lock when its holder ends, however it ends, so a lock is never stale.
    """
    make_folder(path.parent)
    handle = os.open(path, os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, 0o600)
    try:
        try:
            fcntl.flock(handle, fcntl.LOCK_EX | (fcntl.LOCK_NB if refusal else 0))
        except BlockingIOError:
            raise Refused(refusal or "") from None
        yield
    finally:
        os.close(handle)
