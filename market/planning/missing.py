"""From a line of a plan to the form that says what could not be found."""

from urllib.parse import urlencode

from market.models import Listing, PlanLine
from market.words import Availability, Need
from ui.navigation import href_or_none

FORM = "market:missing-say"


def href(row: PlanLine, listing: Listing | None = None) -> str:
    """The form, begun with what the line tells; empty for an offer that can be had (`listing`).

    Its words stay out of the address: they are the person's own, and addresses are kept in many places.
    """
    form = href_or_none(FORM)
    if form is None or listing is not None:
        return ""
    is_assistant = row.kind == PlanLine.Kind.ASSISTANT
    often = Availability.REGULAR if is_assistant or row.per == PlanLine.Per.WEEK else Availability.PERIODIC
    need = Need.PERSONAL_ASSISTANT.value if is_assistant else ""
    asked = {"origin": "plan", "need": need, "availability": often.value}
    return f"{form}?{urlencode({name: value for name, value in asked.items() if value})}"
