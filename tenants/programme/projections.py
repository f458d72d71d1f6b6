"""Keeping projections, and showing them."""

from typing import Any

from django.db import transaction

import audit
from accounts.models import User
from config.today import today
from files.people import NO_PEOPLE
from files.tables import Table, numeric
from tenants.models import Area, Projection
from tenants.programme.projection import BY_KEY, Assumptions, percent, project

APPROXIMATE = "Approximate population of 2014"
NOTE = "A projection by fixed shares: nobody was counted, and no person stands behind any number."


@transaction.atomic
def keep(
    *, name: str, area: Area | None, assumptions: Assumptions, note: str, population_source: str, by: User
) -> Projection:
    """Keep a projection with what it rests on. Raises ValueError for faults in the assumptions."""
    if faults := assumptions.validate():
        raise ValueError(" ".join(faults))
    kept = Projection.objects.create(
        name=name.strip(),
        area=area,
        population=assumptions.population,
        population_source=population_source,
        rates=dict(assumptions.rates),
        note=note.strip(),
        by=by,
        made_on=today(),
    )
    audit.record(action="projection.keep", by=by, area=area, object=kept)
    return kept


def assumptions_of(kept: Projection) -> Assumptions:
    """What a kept projection rests on."""
    return Assumptions(kept.population, {key: kept.rates.get(key) for key in BY_KEY})


def table(assumptions: Assumptions, *, of: str, source: str, as_at: Any) -> Table:
    """Columns: stage, rate, of each 1,000 people, people."""
    rows = [
        [
            each.stage.name,
            "Not given" if each.rate is None else percent(each.rate),
            "" if each.of_each_1000 is None else each.of_each_1000,
            "" if each.people is None else each.people,
        ]
        for each in project(assumptions)
    ]
    return Table(
        key="projection",
        caption=f"How many people: {of}",
        head=("Stage", numeric("Share of all people"), numeric("Of each 1,000 people"), numeric("People")),
        rows=tuple(rows),
        as_at=as_at,
        source=f"{assumptions.population:,} people: {source}. Shares as given on this page",
        people=NO_PEOPLE,
        note=NOTE,
    )
