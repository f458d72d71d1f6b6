"""Programs kept running and ended, with small programs of the tests' own."""

import json
import os
import signal
import subprocess
import sys
import time

import pytest

from embedded import processes
from embedded.errors import Refused
from embedded.supervisor import Program, Supervisor, environment

SLEEPER = (sys.executable, "-c", "import time; time.sleep(60)")
# Starts a child, and says its number.
PARENT = (
    sys.executable,
    "-c",
    "import subprocess, sys, time; "
    "print(subprocess.Popen([sys.executable, '-c', 'import time; time.sleep(60)']).pid, flush=True); time.sleep(60)",
)


@pytest.fixture
def supervisor(tmp_path):
    said = []
    own = Supervisor(tmp_path / "demo.json", environment(), tmp_path, say=said.append)
    own.said = said
    yield own
    own.stop()


def test_stop_ends_a_program_and_its_children(supervisor, tmp_path):
    program = Program("The parent", PARENT, tmp_path / "log")
    supervisor.start(program)
    assert processes.wait_until(lambda: (tmp_path / "log").read_text().endswith("\n"), seconds=10)
    numbers = [supervisor.running[program], int((tmp_path / "log").read_text())]
    assert all(map(processes.is_alive, numbers))

    supervisor.stop()

    assert processes.wait_until(lambda: not any(map(processes.is_alive, numbers)), seconds=5)
    assert not supervisor.state.exists()


def test_killed_program_is_started_again(supervisor, tmp_path):
    program = Program("The sleeper", SLEEPER, tmp_path / "log")
    supervisor.start(program)
    killed = supervisor.running[program]
    os.kill(killed, signal.SIGKILL)
    processes.wait_until(lambda: not processes.is_alive(killed), seconds=5)

    supervisor.look()

    assert supervisor.running[program] != killed
    assert processes.is_alive(supervisor.running[program])
    assert supervisor.said == [f"The sleeper stopped; starting it again. Its log: {tmp_path / 'log'}"]


def test_program_that_keeps_failing_is_given_up_with_its_last_words(supervisor, tmp_path):
    failing = Program("The worker", (sys.executable, "-c", "raise SystemExit('no broker')"), tmp_path / "log")
    supervisor.start(failing)

    def look_for_ever():
        deadline = time.monotonic() + 60
        while time.monotonic() < deadline:
            supervisor.look()
            time.sleep(0.05)

    with pytest.raises(Refused, match=r"(?s)The worker keeps stopping.*no broker"):
        look_for_ever()


def test_leftover_of_a_killed_demo_is_ended(supervisor):
    with subprocess.Popen(SLEEPER, start_new_session=True) as leftover:
        stamp = processes.started_at(leftover.pid)
        supervisor.state.write_text(json.dumps({str(leftover.pid): stamp}))

        Supervisor.end_leftovers(supervisor.state)

        assert leftover.wait(timeout=5) == -signal.SIGTERM


def test_number_that_another_program_has_now_is_left_alone(supervisor):
    with subprocess.Popen(SLEEPER, start_new_session=True) as stranger:
        supervisor.state.write_text(json.dumps({str(stranger.pid): "1"}))

        Supervisor.end_leftovers(supervisor.state)

        assert stranger.poll() is None
        stranger.kill()
