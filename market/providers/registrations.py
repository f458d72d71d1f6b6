"""What providers register with the platform: words of the audit, tags, kinds of news."""

from tenants import registering

ACTIONS = (
    ("market.provider_start", "Began a provider’s profile"),
    ("market.provider_change", "Changed a provider’s profile"),
    ("market.provider_submit", "Sent a provider’s profile for its check"),
    ("market.provider_passed", "Checked a provider"),
    ("market.provider_change_asked", "Asked a provider for a change"),
    ("market.provider_refused", "Did not accept a provider"),
    ("market.provider_lapse", "A provider’s check ran out"),
    ("market.provider_close", "Closed a provider"),
    ("market.provider_open", "Opened a provider again"),
)
TAGS = (
    ("provider_draft", "Not sent yet", "grey"),
    ("provider_submitted", "Waits for its check", "yellow"),
    ("provider_change_asked", "Something to mend", "orange"),
    ("provider_recognised", "Checked", "green"),
    ("provider_lapsed", "The check has run out", "red"),
    ("provider_refused", "Not accepted", "grey"),
    ("provider_closed", "Closed", "grey"),
    ("check_late", "Late", "red"),
    ("check_due", "Due", "yellow"),
)


def register_all() -> None:
    """Called once, from the application's `ready()`."""
    # Imported here: these name models, which can't be imported while the applications are loading.
    from market.providers import notices

    registering.register(actions=ACTIONS, tags=TAGS, kinds=notices.KINDS)
