"""The five intakes and their sites, ready for a page."""

from collections import Counter
from collections.abc import Iterable, Sequence
from typing import Any

from files.people import NO_PEOPLE
from files.tables import Table, numeric
from tenants import groups
from tenants.models import ImplementationCohort, SitesReported, Stage
from tenants.presenters.sites import SOURCE, names
from tenants.site_register import Register, Standing
from ui import charts, formats

WHY_THEY_DIFFER = (
    "In November 2014 the application reported numbers by group, without names, areas or stages, while areas were "
    "still identifying their first sites. The register has the sites that areas have entered since, each with its "
    "intake and its dates. The one is no earlier state of the other, so they are not subtracted."
)


def sentence(register: Register) -> str:
    """What a chair can read out."""
    found = register.standings
    if not found:
        return "No site is in the register yet."
    areas = len({each.site.area_id for each in found})
    live = sum(each.is_live for each in found)
    return (
        f"{_counted(len(found), 'site')} in {_counted(areas, 'area')} {'have' if len(found) != 1 else 'has'} joined; "
        f"{live} {'are' if live != 1 else 'is'} live or further."
    )


def stages(register: Register, cohort: ImplementationCohort) -> tuple[charts.Stage, ...]:
    """How many sites of an intake have come how far."""
    counts = Counter(each.stage for each in _of(register, cohort))
    return tuple(charts.Stage(stage.label, counts[stage]) for stage in Stage if counts[stage])


def by_stage(register: Register, cohorts: Sequence[ImplementationCohort]) -> Table:
    """Columns: cohort, starts, each stage, all."""
    rows = []
    for cohort in cohorts:
        counts = Counter(each.stage for each in _of(register, cohort))
        rows.append([cohort.number, cohort.starts, *(counts[stage] for stage in Stage), counts.total()])
    return _table(
        register,
        key="cohort-stages",
        caption="Sites by intake and stage",
        head=("Implementation cohort", "Starts", *(numeric(stage.label) for stage in Stage), numeric("All")),
        rows=rows,
    )


def by_group(register: Register, reported: dict[str, SitesReported]) -> Table:
    """Columns: group, reported by the application, in the register, of these live or further."""
    rows: list[list[Any]] = []
    for group in groups.GROUPS:
        found = [each for each in register.standings if each.site.group == group.key]
        told = reported.get(group.key)
        live = sum(each.is_live for each in found)
        rows.append([group.name, told.sites if told else "Not reported", len(found), live])
    told_in_all = sum(row.sites for row in reported.values()) if reported else "Not reported"
    rows.append(["All groups", told_in_all, sum(row[2] for row in rows), sum(row[3] for row in rows)])
    first = next(iter(reported.values()), None)
    source = f"{SOURCE}; reported: {first.source}, as at {formats.date(first.as_at)}" if first else SOURCE
    return _table(
        register,
        key="sites-by-group",
        caption="Sites by group, beside what the application reported",
        head=("Group", numeric("Reported, November 2014"), numeric("In the register"), numeric("Live or further")),
        rows=rows,
        source=source,
        note=WHY_THEY_DIFFER,
    )


def by_area(register: Register, cohorts: Sequence[ImplementationCohort]) -> Table:
    """Columns: area, sites of each cohort, all; areas without a site have no row."""
    areas = {each.site.area_id: each.site.area for each in register.standings}
    counts = Counter((each.site.area_id, each.site.cohort_id) for each in register.standings)
    rows = []
    for area in sorted(areas.values(), key=lambda each: (each.position, each.name)):
        found = [counts[area.pk, cohort.pk] for cohort in cohorts]
        rows.append([area.name, *found, sum(found)])
    return _table(
        register,
        key="cohort-areas",
        caption="Sites by area and intake",
        head=("Area", *(numeric(f"Cohort {cohort.number}") for cohort in cohorts), numeric("All")),
        rows=rows,
    )


def sites(register: Register, shown: Iterable[Standing]) -> Table:
    """Columns: site, area, group, intake, stage, since, days at it, mentored by."""
    return _table(
        register,
        key="sites",
        caption="Sites of the network",
        head=(
            "Site",
            "Area",
            "Group",
            numeric("Intake"),
            "Stage",
            "Since",
            numeric("Days at this stage"),
            "Mentored by",
        ),
        rows=[
            [
                each.site.name,
                each.site.area.name,
                groups.BY_KEY[each.site.group].short_name,
                each.site.cohort.number,
                each.stage.label,
                each.since,
                each.days,
                names(register.mentors_of.get(each.site.pk, [])),
            ]
            for each in shown
        ],
    )


def is_sample(register: Register) -> bool:
    """Whether any of the sites is made up for a demonstration."""
    return any(each.site.is_sample for each in register.standings)


def _table(register: Register, *, rows: list[list[Any]], source: str = SOURCE, **facts: Any) -> Table:
    return Table(
        rows=tuple(rows), as_at=register.day, source=source, people=NO_PEOPLE, sample=is_sample(register), **facts
    )


def _of(register: Register, cohort: ImplementationCohort) -> list[Standing]:
    return [each for each in register.standings if each.site.cohort_id == cohort.pk]


def _counted(number: int, noun: str) -> str:
    return f"{number:,} {noun}" + ("" if number == 1 else "s")
