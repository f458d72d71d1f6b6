"""What an area releases (stage 4): sums by band and setting under the network's own terms, never a row of a person."""

import datetime
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass
from functools import reduce
from typing import Any

from finance_models.calc.assumptions import CapitationTerms
from finance_models.calc.band_sums import BandSums
from finance_models.calc.bands import Bands
from finance_models.calc.costing import COSTED, OUTCOMES, UNCOSTED, Costing
from finance_models.calc.regional.cells import LEAST_PEOPLE, OTHER, BandCell, SettingCell, SettingSums
from finance_models.calc.regional.counting import band_cells, setting_sums
from finance_models.calc.regional.merging import Merged, merge
from finance_models.calc.regional.reasons import BandReason, SettingReason, of_bands, of_settings
from finance_models.calc.windows import Window

FORMULA = (
    "For each band: people, person-years, cost cut at the truncation and cost beyond it, with the sums of squares that "
    "intervals need; and cost by setting. Bands of fewer than ten people, or of which two people hold over 90% of the "
    "cost, are merged before; settings of which that is true stand together."
)


@dataclass(frozen=True)
class ReleasedBand:
    """One band, or several that had to be merged, with exact sums. `settings` add up to the cost of the band.

    Settings in which few people, or two of them, hold the cost stand `together` under `other`.
    """

    bands: tuple[str, ...]
    sums: BandSums
    settings: Mapping[str, SettingSums]
    together: tuple[str, ...] = ()


@dataclass(frozen=True)
class Release:
    """An area's sums in a window. `lines`: rows of activity by outcome; `activity`: those that count, by setting.

    Areas are pooled only where window, edges and truncation are the same.
    """

    area: str
    window: Window
    edges: Bands
    truncation: int
    bands: tuple[ReleasedBand, ...]
    lines: Mapping[str, int]
    activity: Mapping[str, int]

    @property
    def merges(self) -> tuple[tuple[str, ...], ...]:
        """The bands that had to be merged."""
        return tuple(each.bands for each in self.bands if len(each.bands) > 1)

    def to_document(self) -> dict[str, Any]:
        """The release as JSON can keep it; `from_document` reads it."""
        return {
            "area": self.area,
            "window": [self.window.start.isoformat(), self.window.end.isoformat()],
            "age_edges": list(self.edges.age_edges),
            "ltc_edges": list(self.edges.ltc_edges),
            "truncation": self.truncation,
            "bands": [
                {
                    "bands": list(each.bands),
                    "sums": asdict(each.sums),
                    "settings": {name: asdict(sums) for name, sums in each.settings.items()},
                    "together": list(each.together),
                }
                for each in self.bands
            ],
            "lines": dict(self.lines),
            "activity": dict(self.activity),
        }


@dataclass(frozen=True)
class Prepared:
    """What would leave an area, and why bands and settings stand together in it: the reasons stay in the area."""

    release: Release
    merged: tuple[BandReason, ...]
    together: tuple[SettingReason, ...]


def release(costing: Costing, terms: CapitationTerms, *, area: str) -> Release:
    """The sums of an area by the network's terms, of which bands and truncation count. Raises TooFewPeople."""
    return prepare(costing, terms, area=area).release


def prepare(costing: Costing, terms: CapitationTerms, *, area: str) -> Prepared:
    """The same with the reasons. Raises TooFewPeople."""
    cells = band_cells(costing, terms)
    merged = [each for each in merge(cells, terms.bands) if each.cell.sums.people]
    together = [settings_together(each.cell) for each in merged]
    sums = setting_sums(costing, terms, [(each.bands, names) for each, names in zip(merged, together, strict=True)])
    lines, activity = _lines(costing, merged)
    made = Release(
        area=area,
        window=costing.window,
        edges=terms.bands,
        truncation=terms.truncation_pence,
        bands=tuple(
            ReleasedBand(each.bands, each.cell.sums, found, tuple(sorted(names)))
            for each, found, names in zip(merged, sums, together, strict=True)
        ),
        lines=lines,
        activity=activity,
    )
    return Prepared(made, of_bands(cells, merged), of_settings(merged, together))


def from_document(document: Mapping[str, Any]) -> Release:
    """A release as `to_document` wrote it."""
    return Release(
        area=document["area"],
        window=Window(*(datetime.date.fromisoformat(text) for text in document["window"])),
        edges=Bands(tuple(document["age_edges"]), tuple(document["ltc_edges"])),
        truncation=document["truncation"],
        bands=tuple(
            ReleasedBand(
                tuple(each["bands"]),
                BandSums(**each["sums"]),
                {name: SettingSums(**sums) for name, sums in each["settings"].items()},
                tuple(each["together"]),
            )
            for each in document["bands"]
        ),
        lines=document["lines"],
        activity=document["activity"],
    )


def settings_together(cell: BandCell) -> frozenset[str]:
    """The settings of a band that have to stand together, since one of them alone would tell of a person.

    What stands together is known as what is left of the band, so it has to be large enough itself: the setting with
    the fewest users joins it until it is.
    """
    rest = sorted(cell.settings, key=lambda name: (cell.settings[name].may_leave, cell.settings[name].users, name))
    together = [name for name in rest if not cell.settings[name].may_leave]
    while together and len(together) < len(rest) and not _may_leave([cell.settings[name] for name in together]):
        together.append(rest[len(together)])
    return frozenset(together)


def _may_leave(cells: Sequence[SettingCell]) -> bool:
    return reduce(SettingCell.at_worst_with, cells).may_leave


def _lines(costing: Costing, merged: Sequence[Merged]) -> tuple[dict[str, int], dict[str, int]]:
    """Lines by outcome, and lines that count by setting; settings that few people used stand together."""
    found = costing.costs.group_by("outcome", "setting").agg(lines=costing.costs.lines.sum())
    users = reduce(lambda total, each: total + each.cell, merged, BandCell()).settings
    lines, activity = dict.fromkeys(OUTCOMES, 0), dict[str, int]()
    for row in found.to_pyarrow().to_pylist():
        lines[row["outcome"]] += int(row["lines"])
        if row["outcome"] in (COSTED, UNCOSTED):
            is_common = row["setting"] in users and users[row["setting"]].users >= LEAST_PEOPLE
            name = row["setting"] if is_common else OTHER
            activity[name] = activity.get(name, 0) + int(row["lines"])
    return lines, dict(sorted(activity.items()))
