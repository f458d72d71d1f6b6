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
