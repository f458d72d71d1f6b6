"""Addresses of the marketplace's pages, for the browser; each part of the room has a function here."""


def market() -> dict[str, str]:
    """What the pages of every part name."""
    return finding()


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
    }
