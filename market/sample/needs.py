"""What people of the sample could not find: needs of nobody in particular, spread over the months before."""

from typing import Any

from django.db import transaction

from config.today import sample_day
from market.models import EmptySearch, UnmetNeed
from market.needs import recording
from market.sample.reading import day, read
from tenants.models import Area

SEARCHED_DAYS_AGO = 14


@transaction.atomic
def make() -> None:
    """Add all of it where there is none."""
    if not UnmetNeed.objects.filter(is_sample=True).exists():
        areas = {area.slug: area for area in Area.objects.all()}
        for facts in read("needs")["unmet"]:
            if facts["area"] in areas:
                _said(facts, areas[facts["area"]])
    for facts in read("needs")["searches"]:
        filters = {name: facts[name] for name in facts if name != "count"}
        EmptySearch.objects.get_or_create(day=day(SEARCHED_DAYS_AGO), **filters, defaults={"count": facts["count"]})


def _said(facts: dict[str, Any], area: Area) -> None:
    """So many people, evenly over the days."""
    for number in range(facts["people"]):
        with sample_day(day(facts["days_ago"] * (number + 1) // (facts["people"] + 1))):
            recording.unmet(
                by=None,
                area=area,
                need=facts["need"],
                group=facts["group"],
                place_kind=facts["place"],
                availability=facts["availability"],
                times=facts["times"],
                is_sample=True,
            )
