"""One of everything that files of the marketplace can hold; its texts are hostile from the beginning."""

from typing import Any

from market import rights_samples as samples
from tests.trust.hostile.texts import HOSTILE


def make() -> dict[str, Any]:
    """An offer that is shown."""
    samples.an_offer(title=HOSTILE[0], summary=HOSTILE[1], town=HOSTILE[2])
    return {}
