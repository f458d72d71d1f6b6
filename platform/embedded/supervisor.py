"""Keeps the demo's programs running, and ends them all whatever happens to it."""

import contextlib
import json
import os
import signal
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from embedded import processes
from embedded.errors import Refused
from embedded.home import make_folder

STOP_SECONDS = 15
LOOK_EVERY_SECONDS = 0.3
# A program that fails more often than this is broken, and starting it again would only fill its log.
RESTARTS_ALLOWED = 4
RESTARTS_COUNTED_SECONDS = 60


@dataclass(frozen=True)
class Program:
    """One of the demo's long-running programs: a name in plain words, its command, its log, sockets it is given."""

    name: str
    command: tuple[str, ...]
    log: Path
    sockets: tuple[int, ...] = ()


class Ended(Exception):
    """Somebody asked the demo to end: Ctrl-C, a closed terminal, or the system."""


@dataclass
class Supervisor:
    """Starts programs, starts again those that end, and stops them in reverse order.

    Each is asked by the system to end when this process does, even by kill -9. What it could not stop it finds by
    the numbers in `state`, at the next start.
    """

    state: Path
    env: Mapping[str, str]
    cwd: Path
    say: Callable[[str], None]
    running: dict[Program, int] = field(default_factory=dict)
    restarts: dict[str, list[float]] = field(default_factory=dict)

    @staticmethod
    def end_leftovers(state: Path) -> None:
        """End what an earlier demo, itself ended by force, may have left; a number used again is left alone."""
        with contextlib.suppress(OSError, ValueError):
            for number, stamp in json.loads(state.read_text()).items():
                if processes.started_at(int(number)) == stamp:
                    processes.end_group(int(number), seconds=STOP_SECONDS)
        state.unlink(missing_ok=True)

    def start(self, program: Program) -> None:
        """Start one program and note its number."""
        make_folder(program.log.parent)
        self.running[program] = processes.spawn(
            program.command,
            log=program.log,
            env=self.env,
            cwd=self.cwd,
            dies_with_us=signal.SIGTERM,
            keeps_open=program.sockets,
        )
        stamps = {str(number): processes.started_at(number) for number in self.running.values()}
        self.state.write_text(json.dumps(stamps))

    def watch(self) -> None:
        """Start again whatever ends, until asked to end; raises Refused when a program keeps failing."""
        while True:
            self.look()
            time.sleep(LOOK_EVERY_SECONDS)

    def look(self) -> None:
        """One look at every program: those that ended are started again."""
        for program, number in list(self.running.items()):
            if processes.is_alive(number):
                continue
            processes.signal_group(number, signal.SIGKILL)  # what it had started in its turn
            self._count_restart(program)
            self.say(f"{program.name} stopped; starting it again. Its log: {program.log}")
            self.start(program)

    def stop(self) -> None:
        """Ask every program to end, the last started first, all at once; end by force what takes too long."""
        numbers = list(reversed(self.running.values()))
        for number in numbers:
            processes.signal_process(number, signal.SIGTERM)
        processes.wait_until(lambda: not any(map(processes.is_alive, numbers)), seconds=STOP_SECONDS)
        for number in numbers:
            processes.signal_group(number, signal.SIGKILL)
        processes.wait_until(lambda: not any(map(processes.is_alive, numbers)), seconds=5)
        self.running.clear()
        self.state.unlink(missing_ok=True)

    def _count_restart(self, program: Program) -> None:
        now = time.monotonic()
        recent = [when for when in self.restarts.get(program.name, []) if now - when < RESTARTS_COUNTED_SECONDS]
        if len(recent) >= RESTARTS_ALLOWED:
            raise Refused(f"{program.name} keeps stopping. The end of {program.log}:\n{last_lines(program.log)}")
        self.restarts[program.name] = [*recent, now]


def last_lines(log: Path, count: int = 15) -> str:
    """The end of a log, for a person who has to see what went wrong."""
    if not log.exists():
        return "(it is empty)"
    return "\n".join(log.read_text(errors="replace").splitlines()[-count:])


@contextlib.contextmanager
def asked_to_end():
    """Raise Ended in the block at Ctrl-C, SIGTERM or a closed terminal; later ones are ignored while it ends."""
    ending = False

    def end(_number, _frame) -> None:
        nonlocal ending
        if not ending:
            ending = True
            raise Ended

    before = {number: signal.signal(number, end) for number in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP)}
    try:
        yield
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)


def environment(**settings: str) -> dict[str, str]:
    """Ours, with `settings` added, for the programs that we start."""
    return {**os.environ, "PYTHONUNBUFFERED": "1", **settings}
