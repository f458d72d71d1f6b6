"""The sample's market position statements: written and published by the real actions, on their days."""

from typing import Any

from django.db import transaction

from config.today import sample_day
from market.models import Statement
from market.sample.reading import day, read
from market.statements import drafting
from tenants.models import Area

PARTS = {"see": "what_we_see", "missing": "what_is_missing", "buy": "what_we_will_buy", "work": "how_to_work_with_us"}


@transaction.atomic
def make() -> None:
    """Add those of areas without any."""
    areas = {area.slug: area for area in Area.objects.all()}
    for facts in read("statements")["statements"]:
        area = areas.get(facts["area"])
        if area is not None and not Statement.objects.filter(area=area).exists():
            with sample_day(day(facts["published_days_ago"])):
                _write(area, facts)


def _write(area: Area, facts: dict[str, Any]) -> None:
    draft = drafting.begin(area=area, by=None)
    for part, name in PARTS.items():
        drafting.write(version=draft, part=part, text=facts[name], by=None)
    if facts["state"] == "published":
        drafting.publish(version=draft, by=None)
