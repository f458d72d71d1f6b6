"""`ipc demo`: everything on one machine, from nothing to a page in the browser, and nothing left when it ends."""

import contextlib
import hashlib
import os
import shutil
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from config.env import PROJECT_ROOT, ipc_home
from embedded import demo_people, processes
from embedded.errors import Refused
from embedded.home import check_owner, demo_lock, locked, logs_folder, make_folder
from embedded.services import own_services
from embedded.supervisor import Ended, Program, Supervisor, asked_to_end, environment, last_lines

HOST = "127.0.0.1"
DEFAULT_PORT = 8000
READY_SECONDS = 90
WEB_THREADS = 8
WORKER_PROCESSES = 2
SCHEDULER = "django_celery_beat.schedulers:DatabaseScheduler"  # it reads the schedule from PostgreSQL

SECOND_DEMO = "A demo of this folder is running already: {home}. Stop it first, or set IPC_HOME to another folder."
STATE = "demo.json"
# What counts for "nothing has changed since the last start".
SOURCES = ("*.py", "*.csv", "*.txt", "*.css", "*.js", "uv.lock")
# All that a demo makes in IPC_HOME. What was there before the first demo is somebody's, and stays.
MADE_HERE = ("services", "logs", "static", "media", "private", "mail", "secret-key", "prepared", STATE)
NOT_OURS = (
    "The database was there before the first demo in {home}, so --reset leaves it alone. "
    "Set IPC_HOME to another folder for a fresh demo."
)


@dataclass(frozen=True)
class Demo:
    """One demo: the socket that its web server listens at, held from the first moment, and its state's folder."""

    listener: socket.socket
    home: Path

    @property
    def port(self) -> int:
        """The port that it is served at."""
        return self.listener.getsockname()[1]

    @property
    def address(self) -> str:
        """Where the browser finds it."""
        return f"http://localhost:{self.port}"


def run(*, port: int | None = None, reset: bool = False, check: bool = False) -> int:
    """Start the demo and keep it running until asked to end; with `check` visit the key pages and end.

    Returns 0, or 1 when a check failed. Raises Refused when it can't start.
    """
    home = ipc_home()
    check_owner(home)
    make_folder(home)
    _check_environment()
    with locked(demo_lock(), refusal=SECOND_DEMO.format(home=home)):
        Supervisor.end_leftovers(home / STATE)
        with _listener(0 if check and port is None else port or DEFAULT_PORT) as listener, asked_to_end():
            _made_by_demo(home)
            if reset:
                delete_all(home)
            try:
                return _run(Demo(listener, home), check=check)
            except Ended:
                return 0


def delete_all(home: Path) -> None:
    """Stop the services and delete all that the demo made in `home`; what was there before it stays.

    Raises Refused when the database is not the demo's own.
    """
    made = _made_by_demo(home)
    if not _uses_own_services() or "services" not in made:
        raise Refused(NOT_OURS.format(home=home))
    _print("Deleting the demo's data")
    own_services().delete()
    for name in made:
        path = home / name
        if path.is_dir():
            shutil.rmtree(path)
        else:
            path.unlink(missing_ok=True)


def _made_by_demo(home: Path) -> list[str]:
    """The names in `home` that are the demo's: those of MADE_HERE that its first start didn't find there."""
    note = home / "made-by-demo"
    if not note.exists():
        note.write_text("\n".join(name for name in MADE_HERE if not (home / name).exists()))
    return note.read_text().split()


def _run(demo: Demo, *, check: bool) -> int:
    started = time.monotonic()
    supervisor = _supervisor(demo)
    with _services():
        _prepare(demo, supervisor.env)
        try:
            for program in _programs(demo):
                supervisor.start(program)
            _wait_until_ready(demo, supervisor)
            print(f"Ready after {time.monotonic() - started:.0f} seconds.", flush=True)
            if check:
                return _visit_pages(demo, supervisor.env)
            _print_welcome(demo)
            supervisor.watch()
        finally:
            _print("Stopping")
            supervisor.stop()
    return 0


@contextlib.contextmanager
def _services() -> Iterator[None]:
    """The services run while the block does; those that ran before go on after it."""
    if not _uses_own_services():
        _print("Using the database and broker of DATABASE_URL and REDIS_URL")
        yield
        return
    services = own_services()
    _print("Starting PostgreSQL and Redis")
    ours = services.start(dies_with_us=True)
    try:
        yield
    finally:
        if ours:
            services.stop()


def _supervisor(demo: Demo) -> Supervisor:
    settings = {
        "IPC_HOME": str(demo.home),
        "IPC_DEMO": "1",
        "DEBUG": "0",
        "SITE_URL": demo.address,
        "DJANGO_SETTINGS_MODULE": "config.settings",
    }
    return Supervisor(demo.home / STATE, environment(**settings), PROJECT_ROOT, say=_print)


def _prepare(demo: Demo, env: dict[str, str]) -> None:
    """Bring database and files up to date, unless nothing has changed since that was last done."""
    marker, now = demo.home / "prepared", _fingerprint()
    if _uses_own_services() and marker.exists() and marker.read_text() == now:
        return
    _print("Preparing the South West network")
    marker.unlink(missing_ok=True)
    log = logs_folder() / "prepare.log"
    make_folder(log.parent)
    with log.open("ab") as details:
        child = subprocess.Popen(  # noqa: S603
            [sys.executable, "-m", "config.prepare_demo"],
            env=env,
            cwd=PROJECT_ROOT,
            stderr=details,
            start_new_session=True,
        )
    try:
        if child.wait() != 0:
            raise Refused(f"The demo could not be prepared. The end of {log}:\n{last_lines(log)}")
    finally:
        if child.poll() is None:
            processes.end_group(child.pid, seconds=5)
            child.wait()
    marker.write_text(now)


def _fingerprint() -> str:
    """Changes whenever the project's code or data, or the database's folder, do."""
    data = own_services().postgres.data
    facts = [str(data.stat().st_ino if data.exists() else ""), demo_people.password()]
    for folder, names, files in os.walk(PROJECT_ROOT):
        names[:] = sorted(name for name in names if not name.startswith(".") and name not in ("var", "tests", "docs"))
        for name in sorted(files):
            path = Path(folder, name)
            if any(path.match(pattern) for pattern in SOURCES):
                details = path.stat()
                facts.append(f"{path} {details.st_size} {details.st_mtime_ns}")
    return hashlib.sha256("\n".join(facts).encode()).hexdigest()


def _programs(demo: Demo) -> list[Program]:
    """The worker, the scheduler and the web server, in the order in which they start."""
    logs, tools = logs_folder(), Path(sys.executable).parent
    celery = (str(tools / "celery"), "-A", "config")
    worker = ("worker", "--pool=prefork", f"--concurrency={WORKER_PROCESSES}", "--hostname=demo@%h", "--loglevel=INFO")
    beat = ("beat", f"--scheduler={SCHEDULER}", "--pidfile=", "--loglevel=INFO")
    web = (
        *(str(tools / "gunicorn"), "config.wsgi", f"--bind=fd://{demo.listener.fileno()}", "--no-control-socket"),
        *("--workers=1", "--worker-class=gthread", f"--threads={WEB_THREADS}", "--graceful-timeout=5"),
    )
    return [
        Program("The worker", celery + worker, logs / "worker.log"),
        Program("The scheduler", celery + beat, logs / "scheduler.log"),
        Program("The web server", web, logs / "web.log", sockets=(demo.listener.fileno(),)),
    ]


def _wait_until_ready(demo: Demo, supervisor: Supervisor) -> None:
    """Wait for `/readyz` to say 200; raises Refused with its last words and the logs' when it doesn't."""
    _print("Starting the worker, the scheduler and the web server")
    answer = ["it did not answer"]

    def is_ready() -> bool:
        supervisor.look()
        try:
            with urllib.request.urlopen(f"http://{HOST}:{demo.port}/readyz", timeout=10):  # noqa: S310
                return True
        except urllib.error.HTTPError as error:
            answer[0] = error.read().decode(errors="replace").strip()
        except OSError:
            pass
        return False

    if not processes.wait_until(is_ready, seconds=READY_SECONDS, step=0.3):
        ends = "\n".join(f"The end of {each.log}:\n{last_lines(each.log, 5)}" for each in supervisor.running)
        raise Refused(f"The demo is not ready after {READY_SECONDS} seconds. /readyz says: {answer[0]}", ends)


def _visit_pages(demo: Demo, env: dict[str, str]) -> int:
    """Open the key pages as each role, in a process that knows what the rooms registered."""
    command = [sys.executable, "-m", "embedded.checks", f"http://localhost:{demo.port}"]
    return subprocess.run(command, env=env, cwd=PROJECT_ROOT, check=False).returncode and 1  # noqa: S603


def _print_welcome(demo: Demo) -> None:
    people = demo_people.PEOPLE
    width = max(len(person.email) for person in people)
    lines = [
        "",
        f"Open {demo.address}",
        f"The e-mails that it would send: {demo.address}/demo/mail/",
        "",
        f"Sign in with any of these addresses. The password is {demo_people.password()}",
        "",
        *[f"  {each.email:<{width}}  {_role_words(each)}" for each in people],
        "",
        f"Logs are in {logs_folder()}. Ctrl-C stops the demo; its data stay for the next start.",
    ]
    print("\n".join(lines), flush=True)


def _role_words(person: demo_people.DemoPerson) -> str:
    """`Area lead of Kernow`."""
    role = person.role.replace("-", " ").capitalize()
    return f"{role} of {person.area.capitalize()}" if person.area else role


def _uses_own_services() -> bool:
    return not os.environ.get("DATABASE_URL")


def _check_environment() -> None:
    """A database of your own needs a broker of your own, and the other way round."""
    given = [name for name in ("DATABASE_URL", "REDIS_URL") if os.environ.get(name)]
    if len(given) == 1:
        raise Refused(f"Only {given[0]} is set. Set both DATABASE_URL and REDIS_URL, or neither.")


def _listener(port: int) -> socket.socket:
    """A socket that listens at `port` (0: any free one); raises Refused when another program does."""
    try:
        return socket.create_server((HOST, port), backlog=512)
    except PermissionError:
        raise Refused(f"Port {port} needs more rights than yours. Choose one above 1023 with --port.") from None
    except OSError:
        raise Refused(f"Port {port} is in use by another program. Choose another with --port.") from None


def _print(words: str) -> None:
    with contextlib.suppress(OSError):  # the terminal may be gone
        print(words, flush=True)
