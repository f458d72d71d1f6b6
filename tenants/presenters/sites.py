"""What an area's page and the board's pages say of sites in the same words."""

from collections.abc import Iterable

from tenants.models import Stage
from tenants.site_register import Standing

SOURCE = "the register of sites, as the areas keep it"


def tag_of(stage: Stage) -> str:
    """The status of a stage's tag: `site_live`."""
    return f"site_{stage.name.lower()}"


def names(found: Iterable[Standing]) -> str:
    """`Sample site (NHS Bristol), …`."""
    return ", ".join(f"{each.site} ({each.site.area})" for each in found)


def days_words(days: int) -> str:
    """`today`, `1 day`, `41 days`."""
    return "today" if days == 0 else "1 day" if days == 1 else f"{days:,} days"
