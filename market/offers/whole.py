"""What an offer has to say before somebody checks it."""

from market import words
from market.models import OfferEdition, Provider


def missing(edition: OfferEdition, provider: Provider) -> list[tuple[str, str]]:
    """What is missing, as (field, sentence that says how to mend it); empty where it can be sent."""
    lacks = []
    if not edition.title.strip():
        lacks.append(("title", "Give it a name."))
    if not edition.summary.strip():
        lacks.append(("summary", "Say in two sentences what it is, and for whom."))
    if not edition.needs:
        lacks.append(("needs", "Choose what kind of support it is."))
    if not edition.areas:
        lacks.append(("areas", "Choose at least one area."))
    if not edition.availability:
        lacks.append(("availability", "Say how often people can have it."))
    if not edition.unit:
        lacks.append(("unit", "Say what it costs, or that it is free."))
    if edition.unit != words.Unit.FREE and edition.unit and not edition.mechanisms:
        lacks.append(("mechanisms", "Say how people can pay."))
    if words.Need.BROKER in edition.needs and provider.keeps_broker_standard_since is None:
        lacks.append(("needs", "Brokers keep a standard. Say in your profile that you keep it, then send this."))
    return lacks
