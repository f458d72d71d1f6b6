"""What accounts registers with the platform: words of the audit, the demo's people."""

from audit import registry as audit_registry
from embedded import demo_data


def register_all() -> None:
    """Called once, from the application's `ready()`."""
    for action, words in (
        ("invitation.send", "Invited somebody to a role"),
        ("invitation.accept", "Accepted an invitation"),
        ("invitation.withdraw", "Withdrew an invitation"),
        ("user.disable", "Closed an account"),
        ("user.enable", "Opened an account again"),
        ("linked_account.add", "Linked an account of another organisation"),
        ("linked_account.remove", "Took away the link to an account of another organisation"),
        ("staff_session.start", "Began a staff session"),
        ("staff_session.end", "Ended a staff session"),
    ):
        audit_registry.register(action, words)
    demo_data.register("The demo's people", make_demo_people, order=20)


def make_demo_people() -> None:
    """Make the demo's people; the models can be imported only when it runs."""
    from accounts import demo, wagtail_groups

    demo.make_demo_people()
    wagtail_groups.sync_everybody()
