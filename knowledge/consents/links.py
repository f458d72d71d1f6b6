"""The private link of the person whose story it is. It is made of the consent's number and signed, so that it can be
shown again to whoever gives it to them on paper; nothing of it is stored."""

from typing import Any

from django.conf import settings
from django.core.signing import BadSignature, Signer
from django.urls import reverse

SIGNER = Signer(salt="knowledge.consents")


def link(consent: Any) -> str:
    """The full address."""
    return settings.SITE_URL.rstrip("/") + reverse("knowledge:my-story", args=[token(consent)])


def token(consent: Any) -> str:
    """The secret part of the link."""
    return SIGNER.sign(consent.pk).replace(":", "-", 1)


def find(given: str) -> Any:
    """The consent whose link this is, also one that has ended; None for any other text."""
    from knowledge.models import Consent

    try:
        number = SIGNER.unsign(given.replace("-", ":", 1))
    except BadSignature:
        return None
    return Consent.objects.select_related("story").filter(pk=int(number)).first()
