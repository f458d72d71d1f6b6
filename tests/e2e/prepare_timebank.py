"""The time bank's sample activity, and the addresses of its pages, for the browser."""


def exchange() -> dict[str, str]:
    """Offers, requests, a run with its proposals, and what the carer offers."""
    from django.urls import reverse

    from timebank.models import MatchingRun, Offer, Proposal, Request
    from timebank.sample import exchange, matching

    exchange.make()
    matching.make()
    matching.offer_oneself()
    of_kernow = {"account__slug": "kernow"}
    waiting = Proposal.objects.filter(state="proposed")
    pair = waiting.order_by("pk").first()
    own = (
        waiting.filter(request__account__slug="kernow").first() or waiting.filter(offer__account__slug="kernow").first()
    )
    offered = Offer.objects.get(state="asked")
    return {
        "timebank-offer": reverse(
            "timebank:offer", args=[Offer.objects.filter(state="open", **of_kernow)[0].public_id]
        ),
        "timebank-request": reverse("timebank:request", args=[Request.objects.filter(**of_kernow)[0].public_id]),
        "timebank-run": reverse("timebank:run", args=[MatchingRun.objects.get().public_id]),
        "timebank-pair": reverse("timebank:pair-pin", args=[pair.public_id]).removesuffix("pin/"),
        "timebank-proposal": reverse("timebank:proposal", args=[own.public_id]),
        "timebank-giving-stop": reverse("timebank:giving-stop", args=[offered.public_id]),
    }


def ledger() -> dict[str, str]:
    """Kernow helped Bristol twice, once by mistake; Swindon has used most of its limit."""
    from django.urls import reverse

    from timebank.ledger import accounts, transfers

    kernow, bristol, swindon = (accounts.by_slug(slug) for slug in ("kernow", "bristol", "swindon"))
    legs = [transfers.gave(kernow, 90), transfers.had(bristol, 90)]
    kept = transfers.post(key="e2e:kept", legs=legs, note="A morning on risk sharing").transfer
    mistaken = transfers.post(key="e2e:mistaken", legs=legs, note="Posted twice").transfer
    if not hasattr(mistaken, "reversed_by"):
        transfers.reverse(transfer=mistaken, reason="It was posted twice", by=None, key="e2e:back")
    return {
        "timebank-reverse": reverse("timebank:reverse", args=[kept.public_id]),
        "timebank-reversed": reverse("timebank:reverse", args=[mistaken.public_id]),
    }
