"""What asking registers with the platform."""

from data_rights import registry
from market.asking import data_part


def register_all() -> None:
    """Called once, from the application's `ready()`."""
    registry.register(data_part.PART)
