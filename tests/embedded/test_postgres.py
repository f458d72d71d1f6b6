"""The embedded PostgreSQL, with servers of the tests' own."""

import os
import signal
import subprocess
import sys
import threading
from pathlib import Path

import psycopg
import pytest

from embedded import processes
from embedded.postgres import Postgres, temporary_postgres


@pytest.fixture(scope="module")
def server(tmp_path_factory):
    with temporary_postgres(tmp_path_factory.mktemp("pg")) as running:
        yield running


def ask(url, sql):
    with psycopg.connect(url) as connection:
        return connection.execute(sql).fetchone()[0]


def test_role_is_no_superuser(server):
    facts = (
        "SELECT rolsuper OR rolcreaterole OR rolreplication OR rolbypassrls FROM pg_roles WHERE rolname = current_user"
    )
    assert ask(server.url, facts) is False


def test_role_can_make_schemas_and_databases(server):
    with psycopg.connect(server.url, autocommit=True) as connection:
        connection.execute("CREATE SCHEMA area_kernow")
        connection.execute("CREATE DATABASE empty_one")
    assert ask(server.url_of("empty_one"), "SELECT current_database()") == "empty_one"


def test_superuser_is_asked_for_a_password(server):
    with pytest.raises(psycopg.OperationalError, match="password"):
        psycopg.connect(server.url.replace("ipc@", "postgres@"))


@pytest.mark.parametrize(
    ("name", "value"),
    [("max_locks_per_transaction", "256"), ("max_connections", "100"), ("listen_addresses", ""), ("fsync", "off")],
)
def test_fast_server_has_setting(server, name, value):
    assert ask(server.url, f"SHOW {name}") == value


def test_lower_case_knows_letters_outside_ascii(server):
    assert ask(server.url, "SELECT lower('ÉIRE')") == "éire"


def test_private_folders_are_closed_to_others(server):
    assert server.folder.stat().st_mode & 0o077 == 0
    assert (server.folder / "superuser-password").stat().st_mode & 0o077 == 0


@pytest.fixture
def safe_server(tmp_path):
    own = Postgres(tmp_path / "pg")
    yield own
    own.delete()


def test_safe_server_keeps_what_it_acknowledged(safe_server):
    safe_server.start(dies_with_us=True)
    assert [ask(safe_server.url, f"SHOW {name}") for name in ("fsync", "synchronous_commit")] == ["on", "on"]


def test_server_starts_again_after_kill_9(safe_server):
    safe_server.start(dies_with_us=True)
    with psycopg.connect(safe_server.url, autocommit=True) as connection:
        connection.execute("CREATE TABLE kept AS SELECT 42 AS answer")
    killed = safe_server.pid()
    os.kill(killed, signal.SIGKILL)
    assert processes.wait_until(lambda: not processes.is_alive(killed), seconds=5)

    assert safe_server.start(dies_with_us=True)
    assert ask(safe_server.url, "SELECT answer FROM kept") == 42


def test_stale_pid_file_of_another_program_does_not_stop_a_start(safe_server):
    safe_server.start(dies_with_us=True)
    safe_server.stop()
    lines = [str(os.getpid()), str(safe_server.data), "1420000000", "5432", "", "", "", "ready"]
    (safe_server.data / "postmaster.pid").write_text("\n".join(lines))

    assert not safe_server.is_ready()
    assert safe_server.start(dies_with_us=True)


def test_unfinished_set_up_is_made_anew(safe_server):
    half = safe_server.folder / "data.new"
    half.mkdir(parents=True)
    (half / "PG_VERSION").write_text("18\n")

    assert safe_server.start(dies_with_us=True)
    assert ask(safe_server.url, "SELECT 1") == 1


def test_two_starts_at_once_start_one_server(safe_server):
    results = []
    # dies_with_us follows the thread that starts it, so it is left out here; the fixture ends the server.
    threads = [threading.Thread(target=lambda: results.append(safe_server.start())) for _ in range(2)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()

    assert sorted(results) == [False, True]


def test_folder_too_deep_for_a_socket_gets_a_short_one(tmp_path):
    deep = Postgres(tmp_path / ("deep" * 30) / "with blank é" / "pg", fast=True)
    try:
        deep.start(dies_with_us=True)
        short = (deep.folder / "socket-folder").read_text()
        assert len(short + "/.s.PGSQL.5432") < 107
        assert ask(deep.url, "SELECT 1") == 1

        deep.stop()
        deep.start(dies_with_us=True)
        assert (deep.folder / "socket-folder").read_text() == short
    finally:
        deep.delete()
    assert not Path(short).exists()


def test_server_ends_with_a_killed_starter(safe_server):
    program = (
        "import sys, time; from pathlib import Path; from embedded.postgres import Postgres;"
        "Postgres(Path(sys.argv[1])).start(dies_with_us=True); print('up', flush=True); time.sleep(60)"
    )
    with subprocess.Popen([sys.executable, "-c", program, safe_server.folder], stdout=subprocess.PIPE) as starter:
        assert starter.stdout.readline() == b"up\n"
        number = safe_server.pid()
        starter.kill()

    assert processes.wait_until(lambda: not processes.is_alive(number), seconds=10)
