"""The sample's providers and offers, written and checked by the real actions on the days on which they stand."""

from typing import Any

from django.db import transaction

from accounts.models import User
from config.today import sample_day
from market.models import Offer, OfferEdition, Provider
from market.offers import checking, living, writing
from market.providers import checklist, checks, joining, profile
from market.sample.reading import account, day, read, slug_of
from tenants import memberships
from tenants.models import Area, Organisation

CHECK_COUNTS_DAYS = 365
JOINED_BEFORE_CHECK, SENT_BEFORE_CHECK = 12, 4  # days
PROFILE = ("about", "areas", "telephone", "postal_address", "is_broker", "conflicts_of_interest")
DEMO_CHECKER = "commissioner@demo.example"


@transaction.atomic
def make() -> None:
    """Add the providers that aren't there yet, each with its offers."""
    known = set(Provider.objects.values_list("organisation__slug", flat=True))
    areas = {area.slug: area for area in Area.objects.all()}
    for facts in read("providers")["providers"]:
        if slug_of(facts["key"]) not in known and set(facts["areas"]) <= set(areas):
            _make(facts, areas)


def _make(facts: dict[str, Any], areas: dict[str, Area]) -> None:
    editor = account(f"sample-{facts['key']}", f"Editor of {facts['name']}")
    organisation = Organisation.objects.get(slug=slug_of(facts["key"]))
    sent = facts["sent_days_ago"] if facts["check"] == "waiting" else facts["checked_days_ago"] + SENT_BEFORE_CHECK
    with sample_day(day(sent + JOINED_BEFORE_CHECK)):
        memberships.grant(user=editor, role="provider-editor", organisation=organisation, by=None)
        provider = joining.start_for(organisation=organisation, kind=facts["kind"], by=editor)
        values = {name: facts[name] for name in PROFILE if name in facts}
        if facts.get("is_broker"):
            values["keeps_broker_standard_since"] = day(sent + JOINED_BEFORE_CHECK)
        profile.write(provider=provider, values=values, by=editor)
    with sample_day(day(sent)):
        provider = profile.submit(provider=provider, by=editor)
    checker, area = _checker(facts), areas.get(facts.get("checked_by", ""))
    if facts["check"] == "passed" and area is not None:
        _check(provider, facts, area, checker)
    for offered in facts["offers"]:
        _offer(provider, offered, area or areas[facts["areas"][0]], editor, checker)


def _check(provider: Provider, facts: dict[str, Any], area: Area, checker: User) -> None:
    ago = facts["checked_days_ago"]
    with sample_day(day(ago)):
        checks.pass_check(
            provider=provider,
            area=area,
            looked_at=[item.key for item in checklist.needed(provider)],
            valid_until=day(ago - CHECK_COUNTS_DAYS),
            by=checker,
        )


def _offer(provider: Provider, facts: dict[str, Any], area: Area, editor: User, checker: User) -> Offer:
    content = {name: facts[name] for name in OfferEdition.CONTENT if name in facts}
    content.setdefault("areas", provider.areas)
    content["price_pence"] = _price(facts)
    ago, state = facts["published_days_ago"], facts.get("state", "published")
    with sample_day(day(ago + 1 if state == "published" else ago)):
        offer = writing.start(provider=provider, content=content, by=editor)
        if state != "draft":
            writing.submit(offer=offer, by=editor)
    if state in ("published", "paused"):
        with sample_day(day(ago)):
            offer = checking.approve(offer=offer, area=area, by=checker)
            if state == "paused":
                offer = living.pause(offer=offer, reason=facts["paused_reason"], by=editor)
    return offer


def pence(price: str) -> int:
    """Pounds as the files write them, in whole pence: `"14.50"` → 1450."""
    pounds, _, rest = price.partition(".")
    return int(pounds) * 100 + int(rest or 0)


def _price(facts: dict[str, Any]) -> int | None:
    """Nothing for what is free, None where the price is to be asked."""
    if facts["unit"] == "free":
        return 0
    return pence(facts["price"]) if "price" in facts else None


def _checker(facts: dict[str, Any]) -> User:
    """The demo's commissioner for Kernow's checks; for other areas' an account that nobody signs in to."""
    demo = User.objects.filter(email=DEMO_CHECKER).first()
    if demo is not None and facts.get("checked_by") == "kernow":
        return demo
    return account("sample-commissioner", "Commissioner of another area")
