"""What sharing registers."""

from data_rights import registry as data_registry
from peer_network import pages
from peer_network.registrations import may_take_part
from peer_network.sharing import data_part
from ui.navigation import NavigationItem


def register_all() -> None:
    """Called once, from the application's `ready()`."""
    # Imported here: these name models, which can't be imported while the applications are loading.
    from peer_network.moderation import subjects
    from peer_network.sharing import files, retention, subject

    files.register()
    retention.register_all()
    subjects.register(subject.FILE)
    data_registry.register(data_part.PART)
    pages.register(NavigationItem("files", "Shared files", "peers:files", order=45, is_visible=may_take_part))
