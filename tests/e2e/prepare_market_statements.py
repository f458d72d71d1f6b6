"""Addresses of the pages of market position statements, for the browser."""


def statements() -> dict[str, str]:
    """A published statement of Kernow with gaps, a draft of its next version, and what providers said of it."""
    import datetime

    from django.urls import reverse

    from accounts.models import User
    from market import rights_samples as samples
    from market.models import EmptySearch, Interest, Intervention, OfferAnswer, UnmetNeed
    from market.statements import rights
    from tenants.models import Area, Organisation

    kernow, day = Area.objects.get(slug="kernow"), datetime.date(2015, 6, 1)
    carer = User.objects.get(email="carer@demo.example")
    said = {"area": kernow, "said_by": carer, "place_kind": "village", "availability": "crisis", "said_on": day}
    UnmetNeed.objects.create(need="short_break", group="learning_disability", times=["night"], **said)
    EmptySearch.objects.create(day=day, need="payroll", area="kernow", count=9)
    provider = samples.a_provider(Organisation.objects.get(slug="sample-tamar-company"))
    offer = samples.an_offer(provider, title="Nights by the sea", needs=["short_break"])
    statement = rights.a_statement(kernow).statement
    Interest.objects.create(statement=statement, provider=provider, need="short_break", note="Two nights a month")
    OfferAnswer.objects.create(offer=offer, statement=statement, need="short_break")
    facts = {"need": "short_break", "kind": "grant", "what": "A grant for two groups", "owner": "Commissioning team"}
    log = Intervention.objects.create(area=kernow, **facts)
    rights.a_draft(kernow)
    return {
        "market-answers": reverse("market:offer-answers", args=[offer.public_id]),
        "market-intervention": reverse("market:intervention", args=["kernow", log.pk]),
    }
