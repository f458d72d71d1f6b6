"""Counting an area's bands and settings for a release, in its own engine."""

from collections.abc import Collection, Sequence
from typing import Any

import ibis
import pyarrow as pa

from finance_models.calc import engine
from finance_models.calc.assumptions import CapitationTerms
from finance_models.calc.band_sums import BandSums, band_sums
from finance_models.calc.costing import COSTED, Costing
from finance_models.calc.people import person_costs, with_band
from finance_models.calc.regional.cells import OTHER, BandCell, Held, SettingCell, SettingSums

WIDE = "decimal(38, 0)"


def band_cells(costing: Costing, terms: CapitationTerms) -> dict[str, BandCell]:
    """Each band that has people: its sums, and how its cost is spread over people, in all and by setting."""
    costs = _costed(costing)  # first: what each person cost is then added up from them
    people = engine.keep(costing.data.connection, with_band(person_costs(costing), terms.bands))
    sums = band_sums(people.drop("band"), terms)
    held = _spread(people.select("band", "pence"), ["band"])
    settings = _spread(_by_setting(costs, people), ["band", "setting"])
    return {band: _cell(band, each, held, settings) for band, each in sums.items()}


def setting_sums(
    costing: Costing, terms: CapitationTerms, groups: Sequence[tuple[tuple[str, ...], Collection[str]]]
) -> list[dict[str, SettingSums]]:
    """For each group of bands the sums by setting; those settings that are named stand together under `other`.

    Somebody who used several of those counts in the squares with all of them together.
    """
    costs = _costed(costing)
    people = with_band(person_costs(costing), terms.bands)
    of_band = pa.Table.from_pylist(
        [{"band": band, "number": number} for number, (bands, _) in enumerate(groups) for band in bands]
    )
    used = _by_setting(costs, people).inner_join(engine.table_of(costing.data.connection, of_band), "band")
    folded = [(number, setting) for number, (_, names) in enumerate(groups) for setting in names]
    is_other = ibis.literal(False)
    for number, setting in folded:
        is_other = is_other | ((used.number == number) & (used.setting == setting))
    used = used.mutate(setting=ibis.ifelse(is_other, OTHER, used.setting))
    of_person = used.group_by("number", "setting", "person_id").agg(pence=used.pence.sum().cast(WIDE))
    rows = of_person.group_by("number", "setting").agg(
        cost=of_person.pence.sum(), squared=(of_person.pence * of_person.pence).sum()
    )
    found: list[dict[str, SettingSums]] = [{} for _ in groups]
    for row in sorted(rows.to_pyarrow().to_pylist(), key=lambda row: (row["setting"] == OTHER, row["setting"])):
        found[row["number"]][row["setting"]] = SettingSums(int(row["cost"]), int(row["squared"]))
    return found


def _costed(costing: Costing) -> ibis.Table:
    return costing.costs.filter(costing.costs.outcome == COSTED)


def _by_setting(costs: ibis.Table, people: ibis.Table) -> ibis.Table:
    """What each person cost in each setting that they used: person_id, band, setting, pence."""
    sums = costs.group_by("person_id", "setting").agg(pence=costs.pence.sum().cast("int64"))
    return sums.inner_join(people.select("person_id", "band"), "person_id").select(
        "person_id", "band", "setting", "pence"
    )


def _spread(costs: ibis.Table, by: Sequence[str]) -> dict[tuple[Any, ...], SettingCell]:
    """People and the spread of their cost, by the columns named."""
    sized = costs.mutate(size=costs.pence.abs())
    place = ibis.row_number().over(ibis.window(group_by=list(by), order_by=sized["size"].desc()))
    placed = sized.mutate(place=place)
    rows = placed.group_by(list(by)).agg(
        users=placed.count(),
        sizes=placed["size"].sum(),
        first=ibis.ifelse(placed.place == 0, placed["size"], 0).sum(),
        second=ibis.ifelse(placed.place == 1, placed["size"], 0).sum(),
    )
    return {
        tuple(row[name] for name in by): SettingCell(
            int(row["users"]), Held((int(row["first"]), int(row["second"])), int(row["sizes"]))
        )
        for row in rows.to_pyarrow().to_pylist()
    }


def _cell(
    band: str,
    sums: BandSums,
    held: dict[tuple[Any, ...], SettingCell],
    settings: dict[tuple[Any, ...], SettingCell],
) -> BandCell:
    found = {setting: cell for (whose, setting), cell in sorted(settings.items()) if whose == band}
    return BandCell(sums, held[(band,)].held, found)
