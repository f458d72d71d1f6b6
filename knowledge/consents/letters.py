"""E-mails to the person whose story it is. They name no health, and not the story's title."""

from typing import Any

from django.conf import settings
from django.core.mail import send_mail
from django.template.loader import render_to_string

from knowledge.consents import links


def link_given(consent: Any) -> None:
    """The private link, when a consent is written down and when they ask for it again."""
    _send(consent, "Your story, and how to take it down", "knowledge/email/consent_link.txt")


def ends_soon(consent: Any) -> None:
    """That the time they agreed to ends soon, and that they need to do nothing."""
    _send(consent, "The time you agreed to for your story ends soon", "knowledge/email/consent_ends.txt")


def _send(consent: Any, subject: str, template: str) -> None:
    if consent.email:
        context = {"consent": consent, "link": links.link(consent), "site": settings.WAGTAIL_SITE_NAME}
        message = render_to_string(template, context)
        send_mail(subject=subject, message=message, from_email=None, recipient_list=[consent.email])
