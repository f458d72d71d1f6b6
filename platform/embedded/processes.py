"""Starting, watching and ending the processes that we start ourselves, by number and never by name."""

import ctypes
import os
import signal
import subprocess
import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

PR_SET_PDEATHSIG = 1
LOG_SIZE_LIMIT_BYTES = 10_000_000

# Children are kept so that they are reaped, and so that Python doesn't warn of a forgotten process.
_children: dict[int, subprocess.Popen[bytes]] = {}


@dataclass(frozen=True)
class Identity:
    """A system user that a process runs as: its numbers and name."""

    uid: int
    gid: int
    name: str


def spawn(
    command: Sequence[str],
    *,
    log: Path,
    env: Mapping[str, str],
    cwd: Path,
    dies_with_us: signal.Signals | None = None,
    run_as: Identity | None = None,
    keeps_open: Sequence[int] = (),
) -> int:
    """Start `command` in a session of its own, its words going to `log`; return its process number.

    A session of its own keeps a Ctrl-C in the terminal from reaching it before its starter can end it in order.
    With `dies_with_us` the system sends it that signal when the starting process ends, even by kill -9. Of our
    open files and sockets it gets those in `keeps_open`, by the same numbers.
    """
    _shorten(log)
    handle = os.open(log, os.O_WRONLY | os.O_CREAT | os.O_APPEND | os.O_CLOEXEC, 0o600)
    try:
        child = subprocess.Popen(  # noqa: S603 - the callers' fixed commands
            list(command),
            stdin=subprocess.DEVNULL,
            stdout=handle,
            stderr=handle,
            env=dict(env),
            cwd=cwd,
            start_new_session=True,
            pass_fds=keeps_open,
            preexec_fn=_parent_death_signal(dies_with_us) if dies_with_us else None,
            **as_user(run_as),
        )
    finally:
        os.close(handle)
    _children[child.pid] = child
    return child.pid


def reap() -> None:
    """Take note of children that have ended, so that Python doesn't warn of them when it ends itself."""
    for child in _children.values():
        child.poll()


def as_user(run_as: Identity | None) -> dict:
    """The arguments that make `subprocess` run a command as another system user."""
    return {"user": run_as.uid, "group": run_as.gid, "extra_groups": []} if run_as else {}


def _parent_death_signal(number: signal.Signals) -> Callable[[], None]:
    libc = ctypes.CDLL(None, use_errno=True)
    parent = os.getpid()

    def ask_the_system() -> None:
        libc.prctl(PR_SET_PDEATHSIG, int(number))
        if os.getppid() != parent:  # it ended before we asked
            os._exit(1)

    return ask_the_system


def _shorten(log: Path) -> None:
    """Keep one older log, so that a demo left on for months doesn't fill the disk."""
    if log.exists() and log.stat().st_size > LOG_SIZE_LIMIT_BYTES:
        log.replace(log.with_name(log.name + ".1"))


def started_at(pid: int) -> str | None:
    """The start stamp of a live process, so that a number used again isn't taken for the old one; else None."""
    child = _children.get(pid)
    if child is not None and child.poll() is not None:
        return None
    try:
        facts = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()
    except OSError:
        return None
    if facts[0] != "Z":
        return facts[19]
    if child is not None:
        child.poll()  # it ended since it was asked above; else Python would warn of it later
    return None


def is_alive(pid: int) -> bool:
    """True while the process runs; one that has ended but was not yet reaped counts as ended."""
    return started_at(pid) is not None


def command_of(pid: int) -> str:
    """The command line of a live process, or an empty text."""
    try:
        return Path(f"/proc/{pid}/cmdline").read_bytes().replace(b"\0", b" ").decode(errors="replace").strip()
    except OSError:
        return ""


def wait_until(condition: Callable[[], bool], *, seconds: float, step: float = 0.05) -> bool:
    """Ask `condition` again and again for up to `seconds`; True as soon as it holds."""
    deadline = time.monotonic() + seconds
    while not condition():
        if time.monotonic() > deadline:
            return False
        time.sleep(step)
    return True


def signal_process(pid: int, number: signal.Signals) -> None:
    """Send a signal to one process, if it is still there."""
    try:
        os.kill(pid, number)
    except ProcessLookupError:
        return


def signal_group(pid: int, number: signal.Signals) -> None:
    """Send a signal to a process that we started, and to all that it started in its turn."""
    try:
        os.killpg(pid, number)
    except (ProcessLookupError, PermissionError):
        return


def end_group(pid: int, *, seconds: float) -> bool:
    """Ask a process to end, wait, then end its whole group by force; True when it ended by itself."""
    signal_process(pid, signal.SIGTERM)
    ended = wait_until(lambda: not is_alive(pid), seconds=seconds)
    signal_group(pid, signal.SIGKILL)
    wait_until(lambda: not is_alive(pid), seconds=5)
    return ended
