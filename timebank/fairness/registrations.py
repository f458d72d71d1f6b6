"""What fair shares register with the platform: words of the audit."""

from tenants import registering

AUDIT_WORDS = (
    ("timebank.rule_choose", "Set the rule of fair shares"),
    ("timebank.pledge_add", "Recorded a pledge of the time bank"),
)


def register_all() -> None:
    """Called once, from the application's `ready()`."""
    registering.register(actions=AUDIT_WORDS)
