"""Reading releases to the region, in the area's own schema."""

from finance_models.models import RegionalRelease

WITH = ("run", "run__version", "run__version__entry", "run__assumptions", "run__by", "proposed_by", "decided_by",
        "withdrawn_by")  # fmt: skip


def all_releases() -> list[RegionalRelease]:
    """Every release, the newest first."""
    return list(RegionalRelease.objects.select_related(*WITH).defer("run__result"))


def find(number: int) -> RegionalRelease | None:
    """The release of a number."""
    return RegionalRelease.objects.select_related(*WITH).filter(number=number).first()


def newest_of(*states: str) -> RegionalRelease | None:
    """The newest release in one of these states."""
    return RegionalRelease.objects.filter(state__in=states).select_related(*WITH).first()
