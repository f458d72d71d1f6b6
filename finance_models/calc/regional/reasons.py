"""Why bands were merged and settings put together: for the area's own eyes, since a reason tells of few people."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from finance_models.calc.regional.cells import LEAST_PEOPLE, BandCell, SettingCell
from finance_models.calc.regional.merging import Merged

FEW, HELD, JOINED = "few", "held", "joined"


@dataclass(frozen=True)
class BandReason:
    """A band that may not leave alone, and with which it leaves. `why` is FEW people, or HELD by two."""

    bands: tuple[str, ...]
    band: str
    people: int
    why: str


@dataclass(frozen=True)
class SettingReason:
    """A setting of a band, or of merged bands, that stands under `other`. `why` may also be that it JOINED others."""

    bands: tuple[str, ...]
    setting: str
    users: int
    why: str


def of_bands(cells: Mapping[str, BandCell], merged: Sequence[Merged]) -> tuple[BandReason, ...]:
    """Each band that had to be merged. Bands that took one of them in have no reason of their own."""
    return tuple(
        BandReason(group.bands, band, cell.sums.people, FEW if cell.sums.people < LEAST_PEOPLE else HELD)
        for group in merged
        if len(group.bands) > 1
        for band in group.bands
        if (cell := cells.get(band, BandCell())).sums.people and not cell.may_leave
    )


def of_settings(merged: Sequence[Merged], together: Sequence[frozenset[str]]) -> tuple[SettingReason, ...]:
    """Each setting that stands under `other`, band by band."""
    return tuple(
        SettingReason(group.bands, name, group.cell.settings[name].users, _why(group.cell.settings[name]))
        for group, names in zip(merged, together, strict=True)
        for name in sorted(names)
    )


def _why(cell: SettingCell) -> str:
    if cell.may_leave:
        return JOINED
    return FEW if cell.users < LEAST_PEOPLE else HELD
