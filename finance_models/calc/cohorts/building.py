"""A finance cohort (stage 1): how large it is, what it costs, how its groups overlap, how each criterion narrows it."""

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

import ibis

from finance_models.calc import engine
from finance_models.calc.cohorts.criteria import ALL, CohortDefinition, criteria_of
from finance_models.calc.cohorts.features import features
from finance_models.calc.cohorts.results import FinanceCohort, SettingCost, Size, Step
from finance_models.calc.cohorts.selecting import is_unknown, meets
from finance_models.calc.costing import COSTED, Costing
from finance_models.calc.tables import GROUPS

FORMULA = (
    "Everybody with an eligible day in the window who meets the criteria. Their cost is the sum of their costed lines; "
    "person-years are their eligible days by the days in the window. Without a value nobody meets a criterion about it."
)


def build(costing: Costing, definition: CohortDefinition, people: ibis.Table | None = None) -> FinanceCohort:
    """The cohort of a definition in the window of `costing`. Raises ValueError with every fault of the definition.

    `people` is the table that `features` made of this costing, where it was kept: counting from it takes a moment,
    while making it takes seconds for a whole area.
    """
    if faults := definition.validate():
        raise ValueError("\n".join(faults))
    people = engine.keep(costing.data.connection, features(costing)) if people is None else people
    chosen = members(people, definition)
    population, size, steps = count(people, definition)
    return FinanceCohort(
        definition=definition,
        window_days=costing.window.days,
        population=population,
        size=size,
        steps=steps,
        settings=_settings(costing, chosen),
        overlap=_overlap(chosen),
    )


def members(people: ibis.Table, definition: CohortDefinition) -> ibis.Table:
    """The rows of the table of features that meet the definition. They name people: they stay in the area."""
    return people.filter(meets(people, definition.criteria))


def costing_of(costing: Costing, definition: CohortDefinition, people: ibis.Table | None = None) -> Costing:
    """The costing of the cohort's people alone: every model that takes a costing then speaks of the cohort.

    `people` as in `build`. Lines of nobody are left out of it.
    """
    people = engine.keep(costing.data.connection, features(costing)) if people is None else people
    chosen = engine.keep(costing.data.connection, members(people, definition).select("person_id"))
    data = replace(
        costing.data,
        people=costing.data.people.semi_join(chosen, "person_id"),
        activity=costing.data.activity.semi_join(chosen, "person_id"),
    )
    return replace(costing, data=data, lines=costing.lines.semi_join(chosen, "person_id"))


def count(people: ibis.Table, definition: CohortDefinition) -> tuple[Size, Size, tuple[Step, ...]]:
    """Everybody, the cohort, and the criteria one after another, from the table of `features` alone.

    It is counted in one go through the people: a moment for a whole area. Raises ValueError with every fault.
    """
    if faults := definition.validate():
        raise ValueError("\n".join(faults))
    criteria, parts = definition.criteria, definition.criteria.steps
    met = [meets(people, part) for part in parts]
    so_far = met[:1]
    for each in met[1:]:
        so_far.append(so_far[-1] & each if criteria.joined == ALL else so_far[-1] | each)
    wanted = {f"alone{at}": each for at, each in enumerate(met)} | {
        f"after{at}": each for at, each in enumerate(so_far)
    }
    inside = {at: list(criteria_of(part)) for at, part in enumerate(parts) if len(list(criteria_of(part))) > 1}
    wanted |= {
        f"inside{at}_{place}": meets(people, each) for at, found in inside.items() for place, each in enumerate(found)
    }
    sums = {"everybody": people.days.notnull(), **wanted}
    unknown = {f"unknown{at}": is_unknown(people, part) for at, part in enumerate(parts)}
    row = _counted(people, sums, unknown)
    steps = tuple(
        Step(
            sentence=part.sentence,
            alone=_size(row, f"alone{at}"),
            after=_size(row, f"after{at}"),
            unknown=int(row[f"unknown{at}"] or 0),
            inside=tuple(
                (each.sentence, _size(row, f"inside{at}_{place}")) for place, each in enumerate(inside.get(at, ()))
            ),
        )
        for at, part in enumerate(parts)
    )
    return _size(row, "everybody"), steps[-1].after, steps


def _counted(people: ibis.Table, sums: Mapping[str, ibis.Column], counts: Mapping[str, ibis.Column]) -> dict[str, Any]:
    """People, days and pence of each condition of `sums`, and people of each of `counts`, in one row."""
    wanted: dict[str, ibis.Value] = {}
    for name, condition in sums.items():
        flag = ibis.ifelse(condition, 1, 0)
        wanted |= {
            f"{name}_people": flag.sum(),
            f"{name}_days": (flag * people.days).sum(),
            f"{name}_pence": (flag * people.pence).sum().cast("int64"),
        }
    wanted |= {name: ibis.ifelse(condition, 1, 0).sum() for name, condition in counts.items()}
    return people.agg(**wanted).to_pyarrow().to_pylist()[0]


def _size(row: Mapping[str, Any], name: str) -> Size:
    return Size(*(int(row[f"{name}_{what}"] or 0) for what in ("people", "days", "pence")))


def _settings(costing: Costing, chosen: ibis.Table) -> tuple[SettingCost, ...]:
    costs = costing.costs.filter(costing.costs.outcome == COSTED).semi_join(chosen, "person_id")
    by_person = costs.group_by("setting", "person_id").agg(lines=costs.lines.sum(), pence=costs.pence.sum())
    sums = by_person.group_by("setting").agg(
        people=by_person.count(), lines=by_person.lines.sum().cast("int64"), pence=by_person.pence.sum().cast("int64")
    )
    rows = sums.to_pyarrow().to_pylist()
    rows.sort(key=lambda row: (-row["pence"], row["setting"]))
    return tuple(SettingCost(row["setting"], int(row["people"]), int(row["lines"]), int(row["pence"])) for row in rows)


def _overlap(chosen: ibis.Table) -> dict[tuple[str, ...], int]:
    """People by combination of groups, most groups first; those in none under an empty combination."""
    grouped = chosen.select(groups=chosen.groups.fill_null(""))
    counted = grouped.group_by("groups").agg(people=grouped.count())
    found: dict[tuple[str, ...], int] = {}
    for row in counted.to_pyarrow().to_pylist():
        named = set(row["groups"].split("|"))
        combination = tuple(group for group in GROUPS if group in named)
        found[combination] = found.get(combination, 0) + int(row["people"])
    return dict(sorted(found.items(), key=lambda each: (-len(each[0]), each[0])))
