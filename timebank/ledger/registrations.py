"""What the ledger registers with the platform: words of the audit, the accounts of the demo."""

from data_rights import registry as data_registry
from embedded import demo_data
from tenants import registering
from timebank.ledger import data_part

AUDIT_WORDS = (
    ("timebank.partner_open", "Opened a partner's account of the time bank"),
    ("timebank.limits_set", "Set the limits of the time bank"),
    ("timebank.own_limit_set", "Set the limit of one account of the time bank"),
    ("timebank.post", "Posted a transfer of the time bank at the command line"),
)


def register_all() -> None:
    """Called once, from the application's `ready()`."""
    registering.register(actions=AUDIT_WORDS)
    data_registry.register(data_part.PART)
    demo_data.register("Accounts of the time bank", open_accounts, order=16)


def open_accounts() -> None:
    """Open every account; models can't be imported while the applications are loading."""
    from timebank.ledger import accounts

    accounts.open_missing()
