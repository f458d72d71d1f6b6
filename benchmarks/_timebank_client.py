"""One client of `benchmarks/timebank.py`, in a process of its own: posts transfers when told to, and says how long.

`python _timebank_client.py ours|hordak ADDRESS NUMBER COUNT`; `ours-raw` sends the statement without Django, and
`one-row` adds a row to an empty table. It prints
`ready`, and for each line that it is sent posts so many and prints the seconds.
"""

import random
import sys
import time
import uuid
from collections.abc import Callable
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

ACCOUNTS = 20


def main() -> None:
    kind, address, number, count = sys.argv[1], sys.argv[2], int(sys.argv[3]), int(sys.argv[4])
    chance = random.Random(number)
    post = {"ours": ours, "ours-raw": ours_raw, "hordak": hordak, "one-row": one_row}[kind](address, number, chance)
    if not count:
        return
    post(-1)
    print("ready", flush=True)
    for _ in sys.stdin:
        start = time.perf_counter()
        for each in range(count):
            post(each)
        print(time.perf_counter() - start, flush=True)


def ours(address: str, number: int, chance: random.Random) -> Callable[[int], None]:
    """The action that the site itself calls."""
    import os

    os.environ.update(DATABASE_URL=address, REDIS_URL="redis://127.0.0.1:1/0", SECRET_KEY="x" * 50, IPC_TESTING="1")
    os.environ["DJANGO_SETTINGS_MODULE"] = "config.settings"
    sys.path[:0] = [str(Path(__file__).resolve().parents[1] / "platform"), str(Path(__file__).resolve().parents[1])]
    import django

    django.setup()
    from timebank.ledger import transfers
    from timebank.models import Account

    accounts = list(Account.objects.order_by("pk"))

    def post(each: int) -> None:
        giver, receiver = chance.sample(accounts, 2)
        legs = [transfers.gave(giver, 60), transfers.had(receiver, 60)]
        transfers.post(key=f"{number}-{each}-{time.time_ns()}", legs=legs, note="An hour")

    return post


def ours_raw(address: str, number: int, chance: random.Random) -> Callable[[int], None]:
    """The same statement, without Django."""
    import psycopg

    raw = psycopg.RawCursor(psycopg.connect(address, autocommit=True))
    accounts = [row[0] for row in raw.execute("SELECT id FROM timebank_account ORDER BY id")]
    statement = (
        "SELECT public.timebank_post("
        "$1, $2, 'exchange', $3, '{60,-60}', '{gave,had}', 'An hour', NULL, NULL, NULL, NULL)"
    )

    def post(each: int) -> None:
        giver, receiver = chance.sample(accounts, 2)
        values = [uuid.uuid4(), f"{number}-{each}-{time.time_ns()}", f"{{{giver},{receiver}}}"]
        raw.execute(statement, values, prepare=True).fetchone()

    return post


def one_row(address: str, number: int, chance: random.Random) -> Callable[[int], None]:
    """A row in a table without anything: a transaction's own price, the disk's above all."""
    import psycopg

    raw = psycopg.RawCursor(psycopg.connect(address, autocommit=True))
    raw.execute("SELECT pg_advisory_lock(1)")
    raw.execute("CREATE TABLE IF NOT EXISTS benchmark_row (number integer)")
    raw.execute("SELECT pg_advisory_unlock(1)")

    def post(each: int) -> None:
        raw.execute("INSERT INTO benchmark_row VALUES ($1)", [each], prepare=True)

    return post


def hordak(address: str, number: int, chance: random.Random) -> Callable[[int], None]:
    """django-hordak's own `transfer_to`, in pounds: its units are currencies."""
    import django
    from django.conf import settings

    parts = urlsplit(address)
    database = {
        "ENGINE": "django.db.backends.postgresql",
        "NAME": parts.path.strip("/"),
        "USER": parts.username,
        "HOST": parse_qs(parts.query)["host"][0],
    }
    settings.configure(
        DATABASES={"default": database},
        INSTALLED_APPS=["django.contrib.contenttypes", "mptt", "hordak"],
        DEFAULT_AUTO_FIELD="django.db.models.AutoField",
        SECRET_KEY="x",
        USE_TZ=True,
        DEFAULT_CURRENCY="GBP",
        CURRENCIES=["GBP"],
        HORDAK_DECIMAL_PLACES=2,
        HORDAK_MAX_DIGITS=13,
    )
    django.setup()
    from django.core.management import call_command
    from hordak.models import Account
    from hordak.utilities.currency import Money

    if not sys.argv[4].strip("0"):  # asked to prepare
        call_command("migrate", verbosity=0)
        for place in range(ACCOUNTS):
            Account.objects.create(name=f"Account {place}", code=str(place), type="AS", currencies=["GBP"])
        return lambda each: None
    accounts = list(Account.objects.order_by("pk"))
    hour = Money(60, "GBP")

    def post(each: int) -> None:
        giver, receiver = chance.sample(accounts, 2)
        receiver.transfer_to(giver, hour, description="An hour")

    return post


if __name__ == "__main__":
    main()
