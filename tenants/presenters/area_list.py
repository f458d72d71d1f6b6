"""The public list of areas."""

from typing import Any

from files.people import ALREADY_PUBLIC
from files.tables import Table, numeric
from tenants import groups
from tenants.models import Area
from tenants.presenters.tables import APPLICATION_SENT
from tenants.presenters.words import listed
from tenants.your_turn_addresses import your_turn_address

SOURCE = "the network's application, November 2014, and public registers; populations are rounded estimates for 2014"


def page(mine: set[int]) -> dict[str, Any]:
    """The areas with their addresses; those in `mine` (ids) lead to their workspace too."""
    areas = list(Area.objects.active())
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
        "source": SOURCE,
        "as_at": APPLICATION_SENT if areas else None,
        "people": sum(area.approx_population_2014 or 0 for area in areas),
    }


def table() -> Table:
    """Columns: slug, name, councils, ODS code, ONS code, approximate population."""
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
        as_at=APPLICATION_SENT,
        source=SOURCE,
        people=ALREADY_PUBLIC,
    )
