"""What the ledger registers with the platform: words of the audit, the nightly verification, the demo's accounts."""

from collections.abc import Iterable, Mapping
from typing import Any

from celery.schedules import crontab
from django.http import HttpRequest

from accounts import registry as accounts_registry
from accounts.permissions import Permission
from data_rights import registry as data_registry
from embedded import demo_data
from jobs import schedule
from tenants import registering
from timebank import pages
from timebank.ledger import data_part

VERIFY_AT = crontab(minute="20", hour="3")
AUDIT_WORDS = (
    ("timebank.grant", "Granted hours of the time bank"),
    ("timebank.limits_set", "Set the limits of the time bank"),
    ("timebank.own_limit_set", "Set the limit of one account of the time bank"),
    ("timebank.partner_open", "Opened a partner's account of the time bank"),
    ("timebank.post", "Posted a transfer of the time bank at the command line"),
    ("timebank.reverse", "Reversed a transfer of the time bank"),
)


def register_all() -> None:
    """Called once, from the application's `ready()`."""
    from timebank.ledger import alarms

    registering.register(actions=AUDIT_WORDS, kinds=(alarms.KIND,))
    data_registry.register(data_part.PART)
    demo_data.register("Accounts of the time bank", open_accounts, order=16)
    pages.register("start", 10, part_of_start)
    accounts_registry.register_organisation_rights(rights_of_partners)
    schedule.register("Verify the time bank's ledger", "timebank.ledger.tasks.verify_ledger", at=VERIFY_AT)


def part_of_start(request: HttpRequest, account: Any) -> Any:
    """The statement on one's own page."""
    from timebank.ledger import views

    return views.part_of_start(request, account)


def open_accounts() -> None:
    """Open every account; models can't be imported while the applications are loading."""
    from timebank.ledger import accounts

    accounts.open_missing()


def rights_of_partners(organisations: list[int]) -> Mapping[int, Iterable[Permission]]:
    """What members of partners may do."""
    from timebank.ledger import access

    return access.rights_of_partners(organisations)
