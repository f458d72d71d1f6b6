"""What accounts registers with the platform: words of the audit, the demo's people."""

from typing import Any

from accounts import policy
from accounts.representing import scopes
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
        ("representation.record", "Recorded who may act for somebody"),
        ("representation.end", "Ended that somebody acts for another"),
        ("representation.act", "Began to act for somebody"),
        ("representation.stop", "Stopped acting for somebody"),
        ("second_step.take_away", "Took away somebody's second step"),
        ("linked_account.add", "Linked an account of another organisation"),
        ("linked_account.remove", "Took away the link to an account of another organisation"),
        ("staff_session.start", "Began a staff session"),
        ("staff_session.end", "Ended a staff session"),
    ):
        audit_registry.register(action, words)
    audit_registry.register_detail("role", policy.name_of)
    scopes.register(
        scopes.Scope(
            "details.read",
            "See their name and roles",
            "Not their e-mail address, and nothing of how they sign in.",
            section=details_of,
            order=10,
        )
    )
    demo_data.register("The demo's people", make_demo_people, order=20)


def details_of(person: Any) -> list[tuple[str, str]]:
    """What a representative may see of the account itself."""
    from accounts.access import Access
    from accounts.users import role_words

    roles = "; ".join(role_words(row) for row in Access(person).memberships)
    return [("Name", person.name or "No name yet"), ("Roles", roles or "None")]


def make_demo_people() -> None:
    """Make the demo's people; the models can be imported only when it runs."""
    from accounts import demo, wagtail_groups

    demo.make_demo_people()
    wagtail_groups.sync_everybody()
