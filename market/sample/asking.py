"""What people of the sample asked providers, and what they said afterwards."""

from typing import Any

from django.db import transaction

from accounts.models import User
from config.today import sample_day
from market.asking import buyers, opinions, talks
from market.models import Buyer, Enquiry, Offer
from market.providers import editors
from market.sample.reading import account, day, read


@transaction.atomic
def make() -> None:
    """Add all of it where there is none, for offers that were made."""
    if Enquiry.objects.filter(is_sample=True).exists():
        return
    known = {facts["key"]: _buyer(facts) for facts in read("asking")["buyers"]}
    offers = {offer.shown.title: offer for offer in Offer.objects.filter(is_sample=True).select_related("shown")
              if offer.shown}  # fmt: skip
    for facts in read("asking")["enquiries"]:
        if facts["offer"] in offers:
            _asked(facts, offers[facts["offer"]], known[facts["buyer"]])


def _buyer(facts: dict[str, Any]) -> Buyer:
    """The demo's person, or somebody invented whose account has no password; with the name that providers see."""
    user = account(facts.get("demo", f"sample-buyer-{facts['key']}"), facts["name"])
    return buyers.choose_name(name=facts["name"], by=user, is_sample=True)


def _asked(facts: dict[str, Any], offer: Offer, buyer: Buyer) -> None:
    editor = editors.people_of(offer.provider)[0]
    with sample_day(day(facts["asked_days_ago"])):
        enquiry = talks.ask(offer=offer, words=facts["words"], by=buyer, is_sample=True)
    if "answer" in facts:
        with sample_day(day(facts["answered_days_ago"])):
            enquiry = talks.answer(enquiry=enquiry, words=facts["answer"], by=editor)
    if "feedback" in facts:
        _said(facts, enquiry, buyer, editor)


def _said(facts: dict[str, Any], enquiry: Enquiry, buyer: Buyer, editor: User) -> None:
    """Feedback; read by a commissioner and answered where the file says so."""
    with sample_day(day(facts["feedback_days_ago"])):
        said = opinions.give(
            enquiry=enquiry, helped=facts["feedback_how"], words=facts["feedback"], by=buyer, is_sample=True
        )
        if facts["feedback_state"] != "shown":
            return
        said = opinions.read(feedback=said, by=None)
        if "feedback_answer" in facts:
            said = opinions.answer(feedback=said, words=facts["feedback_answer"], by=editor)
            opinions.read_answer(feedback=said, by=None)
