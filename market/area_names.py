"""Names of areas, for lists of slugs."""

from collections.abc import Iterable

from tenants.models import Area


def by_slug() -> dict[str, str]:
    """Slug -> name of the areas in use, in the order of lists. One query."""
    return dict(Area.objects.in_use().values_list("slug", "name"))


def short_by_slug() -> dict[str, str]:
    """Slug -> short name, the same way: for people who buy."""
    return dict(Area.objects.in_use().values_list("slug", "short_name"))


def choices() -> list[tuple[str, str]]:
    """(slug, name) for a form, the same way."""
    return list(by_slug().items())


def names(slugs: Iterable[str], known: dict[str, str] | None = None) -> str:
    """`Kernow, Plymouth`; a slug that isn't known stands as it is. One query, or none with `known`."""
    found = known if known is not None else by_slug()
    return ", ".join(found.get(slug, slug) for slug in slugs)
