"""How a decision reads for the member whom it concerns."""

from peer_network.models import Act
from peer_network.moderation import messages, notices

# What concerns the reporter or the moderators alone.
UNSEEN = (Act.Kind.NO_ACTION,)


def title(act: Act, noun: str) -> str:
    """`Your post was removed`."""
    return notices.TITLES[Act.Kind(act.kind)].format(noun=noun)


def received() -> str:
    """What is said when somebody has asked for another look."""
    return messages.body("appeal-received")
