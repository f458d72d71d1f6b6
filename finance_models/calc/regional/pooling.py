"""The region's own rates (stage 4): capitation from what areas released, the same as from all their rows together."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

from finance_models.calc.assumptions import CapitationTerms
from finance_models.calc.band_sums import BandSums
from finance_models.calc.bands import Bands
from finance_models.calc.capitation import Capitation, capitate
from finance_models.calc.regional.cells import SettingSums
from finance_models.calc.regional.merging import finest, name_of
from finance_models.calc.regional.releasing import Release
from finance_models.calc.windows import Window

FORMULA = (
    "The areas' sums are added up, in the finest bands that every area's merges allow. Rates are made of them as of an "
    "area's own sums, so they are the same as if all people of all areas stood in one file."
)


@dataclass(frozen=True)
class PooledBands(Bands):
    """The region's bands: each is one band of the edges, or several that were merged. `groups` are in order."""

    groups: tuple[tuple[str, ...], ...] = ()

    def names(self) -> list[str]:
        """A name for each group, in order."""
        edges = Bands(self.age_edges, self.ltc_edges)
        return [name_of(group, edges) for group in self.groups]

    def validate(self) -> list[str]:
        """Every fault: none, since the edges were checked before."""
        return []


@dataclass(frozen=True)
class Pooled:
    """The areas' sums in the bands that all of them allow, and by setting inside each band.

    `together_by_area`: the settings of which an area released a part under `other`.
    """

    window: Window
    bands: PooledBands
    areas: tuple[str, ...]
    by_area: dict[str, dict[str, BandSums]]
    settings_by_area: dict[str, dict[str, dict[str, SettingSums]]]
    together_by_area: dict[str, frozenset[str]]

    @property
    def sums(self) -> dict[str, BandSums]:
        """The region's sums by the name of the band."""
        found: dict[str, BandSums] = {}
        for of_area in self.by_area.values():
            for name, each in of_area.items():
                found[name] = found.get(name, BandSums()) + each
        return found


def pool(releases: Sequence[Release]) -> Pooled:
    """Put areas' releases together.

    Raises ValueError where an area stands twice, or where window, edges or truncation differ: then sums of one area
    mean something else than those of another.
    """
    if not releases:
        raise ValueError("No area has released anything yet, so there is nothing to pool.")
    areas = [each.area for each in releases]
    if len(set(areas)) < len(areas):
        raise ValueError("An area stands among the releases twice. Take its newest release only.")
    first = releases[0]
    for each in releases[1:]:
        if (each.window, each.edges, each.truncation) != (first.window, first.edges, first.truncation):
            raise ValueError(
                f"{each.area} released by another window, other bands or another truncation than {first.area}. "
                "Ask for releases by the network's present terms."
            )
    divisions = [[band.bands for band in each.bands] for each in releases]
    bands = PooledBands(first.edges.age_edges, first.edges.ltc_edges, tuple(finest(divisions, first.edges)))
    return Pooled(
        window=first.window,
        bands=bands,
        areas=tuple(areas),
        by_area={each.area: _band_sums(each, bands) for each in releases},
        settings_by_area={each.area: _settings(each, bands) for each in releases},
        together_by_area={
            each.area: frozenset(name for band in each.bands for name in band.together) for each in releases
        },
    )


def capitate_region(pooled: Pooled, terms: CapitationTerms) -> Capitation:
    """Rates of the region's bands. A reference rate counts where it names one of them."""
    names = pooled.bands.names()
    reference = {name: rate for name, rate in terms.reference.items() if name in names}
    return capitate(pooled.sums, pooled.window, replace(terms, bands=pooled.bands, reference=reference))


def reference_rates(pooled: Pooled, capitation: Capitation) -> dict[str, Decimal]:
    """The region's rates as reference rates for areas: pounds for each band of the edges, merged ones alike."""
    rates = {each.band: Decimal(each.rate) / 100 for each in capitation.bands}
    groups = zip(pooled.bands.names(), pooled.bands.groups, strict=True)
    return {band: rates[name] for name, group in groups if name in rates for band in group}


def _name_by_band(bands: PooledBands) -> dict[str, str]:
    return {band: name for name, group in zip(bands.names(), bands.groups, strict=True) for band in group}


def _band_sums(release: Release, bands: PooledBands) -> dict[str, BandSums]:
    names, found = _name_by_band(bands), dict[str, BandSums]()
    for each in release.bands:
        name = names[each.bands[0]]
        found[name] = found.get(name, BandSums()) + each.sums
    return found


def _settings(release: Release, bands: PooledBands) -> dict[str, dict[str, SettingSums]]:
    names, found = _name_by_band(bands), dict[str, dict[str, SettingSums]]()
    for each in release.bands:
        of_band = found.setdefault(names[each.bands[0]], {})
        for setting, sums in each.settings.items():
            of_band[setting] = of_band.get(setting, SettingSums(0, 0)) + sums
    return found
