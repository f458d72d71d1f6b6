"""The embedded Redis, with servers of the tests' own."""

import os
import signal

import pytest
import redis

from embedded import processes
from embedded.redis import Redis


@pytest.fixture
def server(tmp_path):
    own = Redis(tmp_path / "redis")
    yield own
    own.delete()


def client_of(server):
    return redis.Redis.from_url(server.url, decode_responses=True)


def test_server_keeps_what_it_had_over_a_stop(server):
    server.start(dies_with_us=True)
    with client_of(server) as client:
        client.set("area", "kernow")
    assert server.stop()

    server.start(dies_with_us=True)
    with client_of(server) as client:
        assert client.get("area") == "kernow"


def test_server_starts_again_after_kill_9(server):
    server.start(dies_with_us=True)
    killed = server.pid()
    os.kill(killed, signal.SIGKILL)
    processes.wait_until(lambda: not processes.is_alive(killed), seconds=5)

    assert server.start(dies_with_us=True)
    assert server.pid() != killed


def test_start_when_it_runs_starts_nothing(server):
    server.start(dies_with_us=True)
    number = server.pid()

    assert not server.start(dies_with_us=True)
    assert server.pid() == number


def test_stop_when_nothing_runs_says_so(server):
    assert server.stop() is False


def test_number_of_another_program_is_not_taken_for_redis(server):
    server.folder.mkdir(parents=True)
    (server.folder / "pid").write_text(str(os.getpid()))

    assert server.pid() is None
    assert server.start(dies_with_us=True)


def test_folder_with_blanks_and_too_deep_for_a_socket_works(tmp_path):
    deep = Redis(tmp_path / ("deep" * 30) / "with blank é" / "redis")
    try:
        deep.start(dies_with_us=True)
        with client_of(deep) as client:
            assert client.ping()
    finally:
        deep.delete()
