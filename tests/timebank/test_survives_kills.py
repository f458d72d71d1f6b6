"""kill -9 of the whole PostgreSQL server while clients post: what was acknowledged is there, once.

One kill during 600 transfers in the suite, five during 8,000 by `script/soak timebank`. The server is the test's own,
with all its safety on; acknowledged keys are kept in a file outside it.
"""

import os
import random
import signal
import threading
import time
import uuid
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import psycopg
import pytest

from embedded.postgres import Postgres
from tests import template_cache
from tests.timebank import crowd
from tests.timebank.invariants import broken
from timebank.ledger import transfers
from timebank.ledger.prepared import array

pytestmark = pytest.mark.slow

CLIENTS = 8
TRANSFERS, KILLS = (8_000, 5) if crowd.SOAK else (600, 1)
OPEN = "INSERT INTO timebank_account (public_id, slug, kind, area_id, opened_on, own_limit, own_limit_reason) "
OPEN += (
    "SELECT gen_random_uuid(), slug, 'area', id, '2015-07-15', 10000000, 'Limits are tried elsewhere' FROM tenants_area"
)


@pytest.fixture
def server(django_db_setup: None) -> Iterator[Postgres]:
    """A PostgreSQL of the test's own, as an installation runs it, with the platform's tables in it."""
    own = Postgres(Path(os.environ["IPC_TEST_HOME"]) / "to-be-killed" / "postgres")
    own.folder.parent.mkdir(mode=0o711)
    own.start(dies_with_us=True)
    try:
        assert template_cache.restore(own.url), "There is no dump of the template."
        yield own
    finally:
        own.delete()


class Ledgerkeeper:
    """What clients were told is posted, written to a file as they are told."""

    def __init__(self, path: Path) -> None:
        self.file, self.lock, self.keys = path.open("a"), threading.Lock(), {}

    def note(self, key: str, minutes: int) -> None:
        with self.lock:
            self.file.write(f"{key} {minutes}\n")
            self.file.flush()
            self.keys[key] = minutes

    def told(self) -> int:
        """How many lines the file has, once all is written."""
        self.file.close()
        return len(Path(self.file.name).read_text().splitlines())


def client(number: int, url: str, accounts: list[int], keeper: Ledgerkeeper) -> None:
    """Post a share of the transfers; what isn't acknowledged is sent again with its key until it is."""
    chance = random.Random(f"{crowd.SEED}-{number}")
    raw = None
    for count in range(TRANSFERS // CLIENTS):
        giver, receiver = chance.sample(accounts, 2)
        key, minutes = f"{number}-{count}", 15 * chance.randint(1, 8)
        parts = [array([giver, receiver]), array([minutes, -minutes]), "{gave,had}"]
        while key not in keeper.keys:
            try:
                raw = raw or psycopg.connect(url, autocommit=True)
                values = [uuid.uuid4(), key, "exchange", *parts, "", None, None, None]
                psycopg.RawCursor(raw).execute(transfers.POST, values).fetchone()
                keeper.note(key, minutes)
            except psycopg.OperationalError:
                raw = None
                time.sleep(0.05)
    if raw:
        raw.close()


def kill(server: Postgres) -> None:
    """SIGKILL to the server and to every process that it started."""
    postmaster = server.pid()
    assert postmaster
    children = Path(f"/proc/{postmaster}/task/{postmaster}/children").read_text().split()
    for number in [postmaster, *map(int, children)]:
        os.kill(number, signal.SIGKILL)
    while server.pid():
        time.sleep(0.01)


def test_acknowledged_transfers_survive_kills(server: Postgres, tmp_path: Path, capsys: Any) -> None:
    with psycopg.connect(server.url, autocommit=True) as raw:
        raw.execute(OPEN)
        accounts = [row[0] for row in raw.execute("SELECT id FROM timebank_account")]
    keeper = Ledgerkeeper(tmp_path / "acknowledged")
    clients = [threading.Thread(target=client, args=(n, server.url, accounts, keeper)) for n in range(CLIENTS)]
    for each in clients:
        each.start()
    killed_at = []
    for number in range(KILLS):
        wanted = TRANSFERS * (number + 1) // (KILLS + 1)
        while len(keeper.keys) < wanted:
            time.sleep(0.002)
        killed_at.append(len(keeper.keys))
        kill(server)
        server.start(dies_with_us=True)
    for each in clients:
        each.join()

    with psycopg.connect(server.url) as raw:
        assert broken(raw, keeper.keys) == []
    assert len(keeper.keys) == keeper.told() == TRANSFERS
    with capsys.disabled():
        print(f"\n{TRANSFERS:,} transfers by {CLIENTS} clients, killed after {killed_at}: 0 lost, 0 doubled")
