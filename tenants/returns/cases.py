"""Releases of areas' case baselines: publishing, withdrawing, and which of each area counts."""

from typing import Any

from config.today import today
from tenants.models import Area
from tenants.returns import publishing
from tenants.returns.models import PublishedCases
from tenants.returns.queries import latest_as_at

CELLS = ("total", "groups", "costs")
CELL = ("names", "sums")
NUMBERS = 6


class NotSums(ValueError):
    """What was to leave an area is something else than sums of many people."""

    def __init__(self) -> None:
        super().__init__("This is not the shape of sums of cases, so it doesn't leave the area.")


def publish(*, area: Area, number: int, sums: dict[str, Any], code_version: str, is_sample: bool) -> PublishedCases:
    """An area's release, inside the caller's transaction. Raises NotSums for anything but cells of sums."""
    _check(sums)
    return publishing.publish(
        PublishedCases,
        area=area,
        reason="",
        number=number,
        sums=sums,
        code_version=code_version,
        is_sample=is_sample,
    )


def withdraw(*, area: Area, number: int, reason: str) -> PublishedCases:
    """Take a release out of the pool; the row that was published stays as it was."""
    last = PublishedCases.objects.get(area=area, number=number, is_withdrawn=False)
    return publishing.publish(
        PublishedCases,
        area=area,
        reason=reason,
        number=number,
        code_version=last.code_version,
        is_withdrawn=True,
        is_sample=last.is_sample,
    )


def newest() -> list[PublishedCases]:
    """What counts of each area that is in use: its newest release, where it isn't withdrawn."""
    rows = latest_as_at(PublishedCases, today()).select_related("area")
    found = [row for row in rows if not row.is_withdrawn and row.area.status != Area.Status.ARCHIVED]
    return sorted(found, key=lambda row: (row.area.position, row.area.name))


def _check(sums: dict[str, Any]) -> None:
    """Names and whole numbers, and nothing else."""
    if set(sums) != set(CELLS):
        raise NotSums
    for cell in (cell for key in CELLS for cell in sums[key]):
        is_right = (
            set(cell) == set(CELL)
            and all(isinstance(name, str) and len(name) <= 40 for name in cell["names"])
            and len(cell["sums"]) == NUMBERS
            and all(isinstance(number, int) and not isinstance(number, bool) for number in cell["sums"])
        )
        if not is_right:
            raise NotSums
