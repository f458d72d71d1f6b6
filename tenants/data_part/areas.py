"""Going into each area's schema in turn."""

from collections.abc import Iterator

from tenants.contexts import has_schema, in_area
from tenants.models import Area


def areas() -> Iterator[Area]:
    """Every area in use; while one is yielded, its schema is set."""
    for area in Area.objects.in_use():
        if has_schema(area.schema_name):
            with in_area(area):
                yield area


def around_areas() -> Iterator[str]:
    """Into each area's schema in turn; yields its name."""
    return (area.name for area in areas())
