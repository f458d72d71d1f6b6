"""What moderating registers with the platform and with the room."""

from data_rights import registry as data_registry
from peer_network import pages
from peer_network.moderation import data_part


def register_all() -> None:
    """Called once, from the application's `ready()`."""
    # Imported here: these name models, which can't be imported while the applications are loading.
    from peer_network.moderation import duty

    data_registry.register(data_part.PART)
    pages.register_promise(duty.promise)
