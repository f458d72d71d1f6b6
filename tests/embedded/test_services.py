"""`ipc services`, as a person runs it."""

import json
import os
import subprocess
import sys

import pytest

from embedded.errors import Refused
from embedded.home import check_owner, locked
from embedded.services import connection_settings


@pytest.fixture
def ipc(tmp_path):
    """Runs `ipc` with an IPC_HOME of its own, from a folder that has nothing to do with the project."""
    env = {name: value for name, value in os.environ.items() if name not in ("DATABASE_URL", "REDIS_URL")}
    env["IPC_HOME"] = str(tmp_path / "home")

    def run(*arguments):
        command = [sys.executable, "-m", "config.ipc", *arguments]
        return subprocess.run(command, env=env, cwd="/", capture_output=True, text=True, timeout=90)

    yield run
    run("services", "stop")


def test_status_before_any_start_names_the_command_that_starts_them(ipc):
    answer = ipc("services", "status", "--env")

    assert (answer.returncode, answer.stdout) == (1, "")
    assert answer.stderr.count("\n") == 1
    assert "ipc services start" in answer.stderr


def test_services_outlive_the_command_and_stop_on_demand(ipc):
    assert ipc("services", "start").returncode == 0
    lines = ipc("services", "status", "--env").stdout.splitlines()
    assert [line.partition("=")[0] for line in lines] == ["DATABASE_URL", "REDIS_URL"]

    stopped = ipc("services", "stop", "--json")
    assert json.loads(stopped.stdout)["running"] is False
    assert ipc("services", "status").returncode == 1


def test_json_is_one_document(ipc):
    facts = json.loads(ipc("services", "start", "--json").stdout)

    assert facts["running"] is True
    assert set(facts) >= {"DATABASE_URL", "REDIS_URL", "postgres", "redis"}


def test_wrong_usage_exits_2(ipc):
    assert [ipc().returncode, ipc("services").returncode, ipc("services", "dance").returncode] == [2, 2, 2]


def test_command_that_needs_a_database_says_how_to_start_one(ipc):
    answer = ipc("area", "list")

    assert answer.returncode == 1
    assert "ipc services start" in answer.stderr
    assert "Traceback" not in answer.stderr


def test_services_can_not_be_stopped_under_a_demo(ipc, tmp_path):
    with locked(tmp_path / "home" / "demo.lock"):
        answer = ipc("services", "stop")

    assert answer.returncode == 1
    assert "A demo is using these services" in answer.stderr


def test_environment_wins_over_own_services(monkeypatch):
    monkeypatch.setenv("DATABASE_URL", "postgresql://a@b/c")
    monkeypatch.setenv("REDIS_URL", "redis://b/0")

    assert connection_settings() == {"DATABASE_URL": "postgresql://a@b/c", "REDIS_URL": "redis://b/0"}


def test_database_without_broker_is_refused(monkeypatch, tmp_path):
    monkeypatch.setenv("IPC_HOME", str(tmp_path))
    monkeypatch.setenv("DATABASE_URL", "postgresql://a@b/c")
    monkeypatch.delenv("REDIS_URL", raising=False)

    with pytest.raises(Refused, match="REDIS_URL is not set"):
        connection_settings()


def test_lock_held_by_another_is_refused_in_words(tmp_path):
    with locked(tmp_path / "a.lock"), pytest.raises(Refused, match="^Busy.$"):  # noqa: SIM117
        with locked(tmp_path / "a.lock", refusal="Busy."):
            pass


@pytest.mark.skipif(os.geteuid() != 0, reason="only root can give a folder to another user")
def test_folder_of_another_user_is_refused(tmp_path):
    os.chown(tmp_path, 65534, 65534)

    with pytest.raises(Refused, match="belongs to"):
        check_owner(tmp_path)
