"""What proposals register with the platform."""

from audit import registry as audit_registry
from data_rights import registry as data_registry
from knowledge.proposals import data_part, home_cards, notices, retention, suggested
from notify import registry as notify_registry
from tenants import suggestions
from ui import home, tags


def register_all() -> None:
    """Called once, with the rest of the room's."""
    suggestions.register(suggested)
    for kind in notices.KINDS:
        notify_registry.register(kind)
    for action, words in (
        ("proposal.make", "Proposed a resource"),
        ("proposal.take_up", "Began a draft with a proposal"),
        ("proposal.decline", "Did not take a proposal up"),
    ):
        audit_registry.register(action, words)
    # By number alone: a title is somebody's own words, and an audit row can never be cleared of them.
    audit_registry.register_thing("knowledge.Proposal", lambda proposal: f"Proposal {proposal.pk}")
    for status, words, colour in (
        ("proposal_new", "Waits for an answer", "yellow"),
        ("proposal_taken_up", "Taken up", "green"),
        ("proposal_declined", "Not taken up", "grey"),
    ):
        tags.register(status, words, colour)
    home.register(home_cards.cards)
    data_registry.register(data_part.PART)
    retention.register_all()
