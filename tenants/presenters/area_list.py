"""The public list of areas."""

from typing import Any

from files.people import ALREADY_PUBLIC
from files.tables import Table, numeric
from tenants import groups
from tenants.models import Area
from tenants.presenters import sources
from tenants.presenters.words import listed
from tenants.your_turn_addresses import your_turn_address

FILE = "areas.csv"


def page(mine: set[int]) -> dict[str, Any]:
    """The areas with their addresses; those in `mine` (ids) lead to their workspace too."""
    areas, told = list(Area.objects.active()), _told()
    return {
        "areas": [
            {
                "name": area.name,
                "councils": listed(area.local_authorities),
                "population": area.approx_population_2014,
                "workspace": area.get_absolute_url() if area.pk in mine else None,
                "groups": [
                    {"name": group.name, "href": your_turn_address(area.slug, group)} for group in groups.GROUPS
                ],
            }
            for area in areas
        ],
        "source": told.source,
        "as_at": told.as_at,
        "disclosure": ALREADY_PUBLIC.words,
        "people": sum(area.approx_population_2014 or 0 for area in areas),
    }


def table() -> Table:
    """Columns: slug, name, councils, ODS code, ONS code, approximate population."""
    told = _told()
    return Table(
        key="areas",
        caption="Areas of the network",
        head=("Slug", "Area", "Councils", "ODS code", "ONS code", numeric("People living here (approximate, 2014)")),
        rows=tuple(
            [
                area.slug,
                area.name,
                "; ".join(area.local_authorities),
                area.ods_code,
                area.ons_code,
                area.approx_population_2014 or "Not known",
            ]
            for area in Area.objects.active()
        ),
        as_at=told.as_at,
        source=told.source,
        people=ALREADY_PUBLIC,
    )


def _told() -> sources.Told:
    """An area that was added by hand has no figures, so the folder is the only source of any."""
    return sources.of_file(FILE) or sources.Told(None, sources.FROM_THE_FOLDER)
