"""The sample's market position statements, what is done about their gaps, and who said that they are interested."""

from typing import Any

from django.db import transaction

from accounts.models import User
from config.today import sample_day
from market.models import Offer, Provider, Statement, StatementVersion
from market.providers import editors
from market.sample.reading import day, read, slug_of
from market.statements import answering, drafting, interventions
from tenants.models import Area

PARTS = {
    "see": "what_we_see",
    "missing": "what_is_missing",
    "buy": "what_we_will_buy",
    "work": "how_to_work_with_us",
}


@transaction.atomic
def make() -> None:
    """Add the statements of areas that have none yet, with what came of them."""
    known = set(Statement.objects.values_list("area__slug", flat=True))
    areas = {area.slug: area for area in Area.objects.all()}
    for facts in read("statements")["statements"]:
        if facts["area"] in areas and facts["area"] not in known:
            _make(facts, areas[facts["area"]])


def _make(facts: dict[str, Any], area: Area) -> None:
    by = User.objects.filter(email="commissioner@demo.example").first() if area.slug == "kernow" else None
    with sample_day(day(facts["published_days_ago"])):
        version = drafting.begin(area=area, by=by)
        for part, name in PARTS.items():
            version = drafting.write(version=version, part=part, text=facts[name], by=by)
        if facts["state"] == "published":
            version = drafting.publish(version=version, by=by)
    for done in facts.get("interventions", ()):
        with sample_day(day(done["days_ago"])):
            values = {name: done[name] for name in ("need", "kind", "what", "owner", "state", "result")}
            interventions.record(area=area, values=values, by=by)
    for said in facts.get("interested", ()):
        _interested(said, version)
    for answer in facts.get("answered", ()):
        offer = Offer.objects.filter(is_sample=True, shown__title=answer["offer"]).first()
        if offer:
            answering.set_answers(offer=offer, chosen=[(version.statement_id, answer["need"])], by=None)


def _interested(facts: dict[str, Any], version: StatementVersion) -> None:
    provider = Provider.objects.filter(organisation__slug=slug_of(facts["provider"])).first()
    if provider is None:
        return
    with sample_day(day(facts["days_ago"])):
        answering.say_interest(
            statement=version.statement,
            provider=provider,
            need=facts["need"],
            note=facts["note"],
            by=editors.people_of(provider)[0],
        )
