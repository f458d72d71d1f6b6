"""What the checks register with the platform. Their pages stand among the moderators' (`moderation.registrations`)."""

from tenants import registering

AUDIT_WORDS = (("peers_words.change", "Changed a line of the peer network’s word lists"),)


def register_all() -> None:
    """Called once, from the application's `ready()`."""
    # Imported here: it names models, which can't be imported while the applications are loading.
    from peer_network.checks import presenters

    registering.register(actions=AUDIT_WORDS, tags=presenters.TAGS)
