"""Whose enquiries and feedback somebody may open: a buyer their own, an editor those of their organisations,
a commissioner what is to be read of providers that work in their areas. All else is not found."""

import uuid
from typing import Any

from django.db.models import QuerySet
from django.http import Http404

from accounts.permissions import Permission
from market.models import Enquiry, Feedback, MessageReport
from market.providers.access import providers_of


def areas_checked(access: Any) -> list[str]:
    """The slugs of areas for which the person checks."""
    return [area.slug for area in access.areas(Permission.MARKET_CHECK)]


def of_buyer(user: Any, public_id: uuid.UUID) -> Enquiry:
    """The person's own enquiry; 404 for another's."""
    return _one(_enquiries().filter(buyer__user=user), public_id)


def of_provider(access: Any, public_id: uuid.UUID) -> Enquiry:
    """An enquiry at one of the person's providers; 404 for another's."""
    return _one(_enquiries().filter(provider__in=providers_of(access)), public_id)


def feedback_of_provider(access: Any, public_id: uuid.UUID) -> Feedback:
    """Feedback that is shown, on one of the person's providers; 404 for another's."""
    shown = Feedback.objects.filter(state=Feedback.State.SHOWN, provider__in=providers_of(access))
    return _one(shown.select_related("provider__organisation"), public_id)


def feedback_to_read(access: Any, public_id: uuid.UUID) -> Feedback:
    """Feedback on a provider that works in an area of the commissioner."""
    rows = Feedback.objects.filter(provider__areas__overlap=areas_checked(access))
    return _one(rows.select_related("provider__organisation"), public_id)


def report_to_decide(access: Any, public_id: uuid.UUID) -> MessageReport:
    """A report about talks with a provider that works in an area of the commissioner."""
    rows = MessageReport.objects.filter(message__enquiry__provider__areas__overlap=areas_checked(access))
    return _one(rows.select_related("message__enquiry__provider__organisation"), public_id)


def _enquiries() -> QuerySet[Enquiry]:
    return Enquiry.objects.select_related("buyer", "provider__organisation", "offer", "quote")


def _one(rows: Any, public_id: uuid.UUID) -> Any:
    found = rows.filter(public_id=public_id).first()
    if found is None:
        raise Http404("There is nothing here that you can open.")
    return found
