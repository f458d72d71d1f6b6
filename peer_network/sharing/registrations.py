"""What sharing registers."""

from data_rights import registry as data_registry
from peer_network.sharing import data_part


def register_all() -> None:
    """Called once, from the application's `ready()`."""
    # Imported here: it names models, which can't be imported while the applications are loading.
    from peer_network.sharing import files

    files.register()
    data_registry.register(data_part.PART)
