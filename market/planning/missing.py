"""From a line of a plan to the form that says what could not be found."""

from urllib.parse import urlencode

from market.models import PlanLine
from market.words import Availability, Need
from ui.navigation import href_or_none

FORM = "market:missing-say"


def href(row: PlanLine) -> str:
    """The form, with what the line is in the address; empty for an offer, which was found."""
    form = href_or_none(FORM)
    if form is None or row.kind == PlanLine.Kind.OFFER:
        return ""
    is_assistant = row.kind == PlanLine.Kind.ASSISTANT
    often = Availability.REGULAR if is_assistant or row.per == PlanLine.Per.WEEK else Availability.PERIODIC
    need = Need.PERSONAL_ASSISTANT.value if is_assistant else ""
    asked = {"origin": "plan", "need": need, "what": row.words, "availability": often.value}
    return f"{form}?{urlencode({name: value for name, value in asked.items() if value})}"
