"""Addresses of the marketplace's pages, for the browser; each part of the room has a function here."""

from typing import Any

from tests.e2e.prepare_market_statements import statements


def market() -> dict[str, str]:
    """What the pages of every part name."""
    from tests.e2e.prepare_market_asking import asking

    return finding() | offers() | directories() | asking() | statements()


def finding() -> dict[str, str]:
    """Two offers of one provider, to look at and to compare."""
    from django.urls import reverse

    from market import rights_samples as samples
    from market.finding import comparing

    provider = samples.a_provider(telephone="01872 000000", email="ask@provider.example", is_sample=True)
    usual = {"details": "We come in the evening.", "places_free": 2, "waiting_weeks": 3, "accessibility": ["easy_read"]}
    first = samples.an_offer(provider, **usual)
    second = samples.an_offer(provider, title="A drive to town", unit="item", comes_to_you=False, town="Truro")
    return {
        "market-offer": reverse("market:offer", args=[first.public_id]),
        "market-provider": reverse("market:provider", args=[provider.public_id]),
        "market-compare": comparing.href([first.public_id, second.public_id]),
        **_plans(first),
    }


def _plans(offer: Any) -> dict[str, str]:
    """A shortlist, and two plans of the budget holder's, one of them above its budget."""
    from django.urls import reverse

    from accounts.models import User
    from config.today import today
    from market.finding import shortlist
    from market.models import Listing
    from market.planning import actions

    listing, by = Listing.objects.get(offer=offer), User.objects.get(email="budget-holder@demo.example")
    shortlist.keep(listing=listing, by=by)
    actions.make(name="Another way", begins_on=today(), budget_pence=None, by=by)
    plan = actions.make(name="More time out", begins_on=today(), budget_pence=1_000_000, by=by)
    actions.add(plan=plan, kind="own", values={"words": "A swim", "price_pence": 500, "quantity": 1, "per": "week"})
    line = actions.add(plan=plan, kind="assistant", values={"words": "Help", "hours_a_week": 20, "rate_pence": 900})
    address = reverse("market:plan", args=[plan.public_id])
    return {
        "market-plan": address,
        "market-plan-add": reverse("market:plan-add", args=[offer.public_id]),
        "market-plan-offer": f"{address}lines/new/?offer={offer.public_id}",
        "market-plan-line": f"{address}lines/{line.public_id}/change/",
    }


def offers() -> dict[str, str]:
    """The demo's provider with an offer, a change of it and a draft; a provider and an offer that wait for a check."""
    from django.urls import reverse

    from config.today import moment, today
    from market import rights_samples as samples
    from market.models import Provider
    from market.offers import writing
    from market.sample import reading
    from tenants.models import Organisation

    mine = samples.a_provider(Organisation.objects.get(slug=reading.slug_of("tamar-company")), is_sample=True)
    shown = samples.an_offer(mine, title="Evenings at home", places_free=2)
    writing.write(offer=shown, content={"price_pence": 1_600, "times": ["evening"]}, by=None)
    draft = writing.start(provider=mine, by=None)
    waits = samples.an_offer(mine, title="Walks by the river")
    writing.write(offer=waits, content={"title": "Walks by the sea", "price_pence": 1_700}, by=None)
    writing.submit(offer=waits, by=None)
    asks = samples.a_provider(
        Organisation.objects.create(slug="e2e-asks", name="Sample: Bude Knitters", kind="voluntary"),
        kind="community_group",
        state="submitted",
        checked_until=None,
        submitted_on=today(),
        submitted_at=moment(),
        is_sample=True,
    )
    assert Provider.objects.filter(pk=asks.pk, state="submitted").exists()
    own = lambda offer: reverse("market:offer-own", args=[offer.public_id])  # noqa: E731
    return {
        "market-own": reverse("market:provider-own", args=[mine.public_id]),
        "market-own-offer": own(shown),
        "market-own-draft": own(draft),
        "market-check-provider": reverse("market:check-provider", args=[asks.public_id]),
        "market-check-offer": reverse("market:check-offer", args=[waits.public_id]),
    }


def directories() -> dict[str, str]:
    """A directory of Kernow's commissioner, with a reading that has faults, one that was tried out, and a change."""
    from django.urls import reverse

    from config.today import moment
    from market.directories import rights
    from tenants.models import Area

    directory = rights.a_directory(Area.objects.get(slug="kernow"))
    directory.address = "https://directory.example/open-referral"
    directory.save()
    service = rights.a_service(directory)
    service.edited_at, service.waiting = moment(), {**service.document, "name": "Lunch club on Mondays"}
    service.save()
    fault = {"where": "services, page 1[3].name", "what": "This is missing.", "mend": "Every service needs it."}
    tried, refused = rights.a_reading(directory), rights.a_reading(directory)
    tried.report = {"new": [{"kind": "service", "id": str(service.public_id), "name": "Lunch club"}]}
    refused.outcome, refused.new, refused.refused, refused.report = "refused", 0, 1, {"faults": [fault]}
    tried.save()
    refused.save()
    at = lambda name, *more: reverse(f"market:{name}", args=[directory.public_id, *more])  # noqa: E731
    return {
        "market-directory": at("directory"),
        "market-directory-tried": at("directory-run", tried.public_id),
        "market-directory-refused": at("directory-run", refused.public_id),
        "market-directory-service": reverse("market:directory-record", args=[service.public_id]),
    }
