"""What pages of asking look up."""

from typing import Any

from django.db.models import Case, Q, QuerySet, When

from market.asking import whose
from market.models import Enquiry, Feedback, MessageReport, Provider
from market.providers.access import providers_of


def of_buyer(user: Any) -> QuerySet[Enquiry]:
    """What the person asked, the newest talk first."""
    return Enquiry.objects.filter(buyer__user=user).select_related("provider__organisation").order_by("-last_at", "-pk")


def at_providers(access: Any, state: str = "") -> QuerySet[Enquiry]:
    """What was asked of the person's providers: what waits longest first, then the newest."""
    rows = Enquiry.objects.filter(provider__in=providers_of(access)).select_related("buyer", "provider")
    if state in Enquiry.State.values:
        rows = rows.filter(state=state)
    if state == Enquiry.State.WAITING:
        return rows.order_by("last_at", "pk")
    return rows.order_by("-last_at", "-pk")


def feedback_of_buyer(user: Any) -> QuerySet[Feedback]:
    """What the person said of providers."""
    return Feedback.objects.filter(buyer__user=user).select_related("provider__organisation")


def feedback_at_providers(access: Any) -> QuerySet[Feedback]:
    """What is shown on the person's providers."""
    shown = Feedback.objects.filter(state=Feedback.State.SHOWN, provider__in=providers_of(access))
    return shown.select_related("provider__organisation")


def shown_of(provider: Provider) -> QuerySet[Feedback]:
    """Feedback that everybody reads, the newest first."""
    return Feedback.objects.filter(provider=provider, state=Feedback.State.SHOWN).order_by("-at", "-pk")


def to_read(access: Any) -> QuerySet[Feedback]:
    """Feedback and answers that wait for a commissioner, the oldest first."""
    waiting = Q(state=Feedback.State.WAITING) | Q(answer_state=Feedback.State.WAITING)
    rows = Feedback.objects.filter(waiting, provider__areas__overlap=whose.areas_checked(access))
    return rows.select_related("provider__organisation").order_by("at", "pk")


def reported(access: Any) -> QuerySet[MessageReport]:
    """Reported messages that wait for a commissioner; where somebody may not be safe, first."""
    areas = whose.areas_checked(access)
    rows = MessageReport.objects.filter(
        state=MessageReport.State.OPEN, message__enquiry__provider__areas__overlap=areas
    )
    first = Case(When(reason=MessageReport.Reason.UNSAFE, then=0), default=1)
    return rows.select_related("message__enquiry__provider__organisation").order_by(first, "at", "pk")
