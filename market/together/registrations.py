"""What clubbing together registers with the platform and the rest of the room."""

from data_rights import registry
from market.together import data_part


def register_all() -> None:
    """Called once, from the application's `ready()`."""
    registry.register(data_part.PART)
