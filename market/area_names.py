"""Names of areas, for lists of slugs."""

from collections.abc import Iterable

from tenants.models import Area


def choices() -> list[tuple[str, str]]:
    """(slug, name) of the areas in use, in the order of lists. One query."""
    return list(Area.objects.in_use().values_list("slug", "name"))


def names(slugs: Iterable[str], known: dict[str, str] | None = None) -> str:
    """`Kernow, Plymouth`; a slug that isn't known stands as it is. One query, or none with `known`."""
    by_slug = known if known is not None else dict(choices())
    return ", ".join(by_slug.get(slug, slug) for slug in slugs)
