"""Transfers a second with 1 and 8 clients, beside django-hordak on the same PostgreSQL; a statement of a million lines.

`script/bench timebank`. Once with all safety on (fsync), once without. hordak 2.0 has no keys, limits,
kept balances or refusal of edits; it runs in an environment of its own in `var/hordak`, and never in the product.
One row that is committed by itself says what the disk takes: with fsync no client alone can be quicker, whoever posts.
"""

import itertools
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

PROJECT = Path(__file__).resolve().parents[1]
sys.path[:0] = [str(PROJECT), str(PROJECT / "platform")]

import psycopg  # noqa: E402
from django.db import connection  # noqa: E402

from benchmarks import _environment, _site  # noqa: E402
from embedded.postgres import Postgres  # noqa: E402
from tests import template_cache  # noqa: E402

PACKAGES = ["django-hordak==2.0.0", "psycopg[binary]>=3.3"]
PROGRAM = str(PROJECT / "benchmarks" / "_timebank_client.py")
ROUNDS, TURNS = ((1, 200), (8, 50)), 9  # clients, transfers of each in a turn
ENTRIES, PAGES = 1_000_000, 100
OPEN = """
    INSERT INTO timebank_account (public_id, slug, kind, organisation_id, opened_on, own_limit, own_limit_reason)
    SELECT gen_random_uuid(), slug, 'partner', id, '2015-07-15', 100000000, 'A benchmark'
    FROM tenants_organisation ORDER BY id LIMIT 20
"""


def main() -> None:
    """`script/bench timebank statement` leaves the transfers out."""
    _site.prepare()
    if "statement" not in sys.argv[1:]:
        for is_fast in (False, True):
            on_a_server(is_fast=is_fast)
    statement_page()


def on_a_server(*, is_fast: bool) -> None:
    """With all its safety on, where the disk decides; and without fsync, where the work itself does."""
    # On a disk: the servers of the tests, whose folder is the usual one here, stand in memory where they can.
    with tempfile.TemporaryDirectory(dir="/var/tmp") as folder:
        Path(folder).chmod(0o711)
        server = Postgres(Path(folder) / "postgres", fast=is_fast)
        server.start(dies_with_us=True)
        try:
            transfers_a_second(server)
        finally:
            server.delete()


def transfers_a_second(server: Postgres) -> None:
    assert template_cache.restore(server.url), "There is no dump of the template."
    with psycopg.connect(server.url, autocommit=True) as raw:
        raw.execute(OPEN)
        raw.execute("CREATE DATABASE hordak")
        version = raw.execute("SHOW server_version").fetchone()[0]
    theirs, python = server.url_of("hordak"), _environment.python_of("hordak", PACKAGES)
    subprocess.run([python, PROGRAM, "hordak", theirs, "0", "0"], check=True)
    safety = "off" if server.fast else "on"
    print(f"PostgreSQL {version}, fsync {safety}; load {Path('/proc/loadavg').read_text().split()[0]}")
    kinds = {
        "ours": (sys.executable, "ours", server.url),
        "ours, without Django": (sys.executable, "ours-raw", server.url),
        "hordak": (python, "hordak", theirs),
        "one row and no more": (sys.executable, "one-row", server.url),
    }
    for clients, count in ROUNDS:
        for name, rates in taking_turns(kinds, clients, count).items():
            say(clients, name, *rates)


def say(clients: int, name: str, rates: list[float], ratios: list[float]) -> None:
    """A line for a kind: the middle of its turns, and of what each was beside hordak's of the same turn."""
    times = f", {statistics.median(ratios):.1f} times hordak ({min(ratios):.1f} to {max(ratios):.1f})"
    print(
        f"{clients} client{'s' if clients > 1 else ' '}  {name:<22}{statistics.median(rates):>8.0f} transfers a second"
        f"{times if name != 'hordak' else ''}",
        flush=True,
    )


def taking_turns(kinds: dict[str, tuple[object, ...]], clients: int, count: int) -> dict[str, tuple[list[float], ...]]:
    """Transfers a second of each kind, in short turns one after another, so that whatever else runs meets all alike."""
    groups = {name: [Client(*kind, number, count) for number in range(clients)] for name, kind in kinds.items()}
    turns = [{name: turn(group, count) for name, group in groups.items()} for _ in range(TURNS)]
    for client in itertools.chain(*groups.values()):
        client.end()
    return {name: ([each[name] for each in turns], [each[name] / each["hordak"] for each in turns]) for name in kinds}


class Client:
    """A client in a process of its own, which posts its transfers each time it is told to."""

    def __init__(self, python: object, kind: str, address: str, number: int, count: int) -> None:
        command = [str(python), PROGRAM, kind, address, str(number), str(count)]
        self.process = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
        assert self.process.stdout.readline() == "ready\n"

    def tell(self) -> None:
        self.process.stdin.write("go\n")
        self.process.stdin.flush()

    def wait(self) -> None:
        assert float(self.process.stdout.readline()) > 0

    def end(self) -> None:
        self.process.communicate()
        assert self.process.returncode == 0


def turn(group: list[Client], count: int) -> float:
    """Transfers a second of these clients together."""
    begun = time.perf_counter()
    for client in group:
        client.tell()
    for client in group:
        client.wait()
    return len(group) * count / (time.perf_counter() - begun)


def statement_page() -> None:
    """The page of an account with a million entries, as a network manager opens it: the newest, and a month."""
    from timebank.ledger import accounts

    accounts.open_missing()
    client = _site.client_as("network-manager")
    page = "/timebank/accounts/kernow/"
    few = _site.queries(lambda: client.get(page))
    fill()
    addresses = [page, f"{page}?{period(3)}", f"{page}?{period(7)}", f"{page}?before={ENTRIES // 3}"]
    many = {_site.queries(lambda address=address: client.get(address)) for address in addresses}
    taken = []
    for number in range(PAGES):
        start = time.perf_counter()
        assert client.get(addresses[number % len(addresses)]).status_code == 200
        taken.append((time.perf_counter() - start) * 1000)
    p95 = statistics.quantiles(taken, n=20)[-1]
    print(f"statement of an account with {ENTRIES:,} entries: p95 {p95:.0f} ms of {PAGES} pages (aim: under 300)")
    print(f"  queries: {few} with no entry, {sorted(many)} with a million (a period takes one more, a page behind one)")


def period(month: int) -> str:
    return f"first-day=1&first-month={month}&first-year=2015&last-day=28&last-month={month}&last-year=2015"


def fill() -> None:
    """Half a million hours of Kernow to others and back over a year, written past the triggers and then verified."""
    from timebank.ledger import verifying

    tables = ("timebank_transfer", "timebank_entry", "timebank_accountbalance")
    with connection.cursor() as cursor:
        for table in tables:
            cursor.execute(f"ALTER TABLE {table} DISABLE TRIGGER USER")
        cursor.execute(FILL, {"transfers": ENTRIES})
        for table in tables:
            cursor.execute(f"ALTER TABLE {table} ENABLE TRIGGER USER")
            cursor.execute(f"ANALYZE {table}")
    start = time.perf_counter()
    faults = [fault for check in verifying.verify() for fault in check.faults]
    assert not faults, faults[:3]
    print(f"verify: {time.perf_counter() - start:.1f} s for {2 * ENTRIES:,} entries of {ENTRIES:,} transfers")


# Transfer by transfer Kernow gives a quarter of an hour to Bristol and has it back, so that each has a million entries.
FILL = """
    INSERT INTO timebank_transfer (public_id, key, kind, minutes, note, posted_at, txid)
      SELECT gen_random_uuid(), 'fill-' || n, 'exchange', 15, 'A quarter of an hour',
        '2015-01-01'::timestamptz + n * interval '31 seconds', pg_current_xact_id()
      FROM generate_series(1, %(transfers)s) n;
    INSERT INTO timebank_entry
        (transfer_id, account_id, minutes, side, posted_at, balance_after, given_after, had_after)
      SELECT t.id, a.id, 15 * sign, CASE WHEN sign > 0 THEN 'gave' ELSE 'had' END, t.posted_at,
        CASE WHEN n %% 2 = 1 THEN 15 * sign ELSE 0 END,
        CASE WHEN a.slug = 'kernow' THEN 15 * ((n + 1) / 2) ELSE 15 * (n / 2) END,
        CASE WHEN a.slug = 'kernow' THEN 15 * (n / 2) ELSE 15 * ((n + 1) / 2) END
      FROM (SELECT *, row_number() OVER (ORDER BY id) AS n FROM timebank_transfer) t
      CROSS JOIN timebank_account a
      CROSS JOIN LATERAL (SELECT CASE WHEN (n %% 2 = 1) = (a.slug = 'kernow') THEN 1 ELSE -1 END AS sign) s
      WHERE a.slug IN ('kernow', 'bristol') ORDER BY n, a.id;
    UPDATE timebank_accountbalance b SET minutes = e.balance_after, given = e.given_after, had = e.had_after,
        last_entry = e.id
      FROM timebank_entry e WHERE e.id = (SELECT max(id) FROM timebank_entry x WHERE x.account_id = b.account_id);
"""

if __name__ == "__main__":
    main()
