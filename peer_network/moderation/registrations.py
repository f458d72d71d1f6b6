"""What moderating registers with the platform and with the room."""

from peer_network import pages


def register_all() -> None:
    """Called once, from the application's `ready()`."""
    # Imported here: these name models, which can't be imported while the applications are loading.
    from peer_network.moderation import duty

    pages.register_promise(duty.promise)
