"""Many clients at once: twenty accounts, and threads that each have a connection of their own to the database."""

import os
import threading
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from typing import Any

from django.db import connection

from tenants.models import Organisation
from timebank.ledger import accounts
from timebank.models import Account, LimitRule

SOAK = bool(os.environ.get("IPC_SOAK"))
SEED = int(os.environ.get("IPC_SOAK_SEED", "20141118"))
ACCOUNTS = 20


def twenty_accounts() -> list[Account]:
    """The areas' and the pool's accounts, and as many partners' as make twenty."""
    accounts.open_missing()
    missing = ACCOUNTS - Account.objects.count()
    for organisation in Organisation.objects.order_by("slug")[:missing]:
        accounts.open_partner(organisation=organisation, by=None)
    found = accounts.all_accounts()
    assert len(found) == ACCOUNTS
    return found


def without_limits() -> None:
    """A rule that nobody meets: for runs that are about something else."""
    LimitRule.objects.create(
        base=10_000_000, warning_percent=75, growth_percent=0, growth_cap=0, reason="The limits are tried elsewhere"
    )


def at_once(count: int, work: Callable[[int], Any]) -> list[Any]:
    """Run `work(number)` in so many threads that start together; gives their answers, and raises the first fault."""
    together = threading.Barrier(count)

    def client(number: int) -> Any:
        try:
            together.wait()
            return work(number)
        finally:
            connection.close()

    with ThreadPoolExecutor(count) as pool:
        return list(pool.map(client, range(count)))
