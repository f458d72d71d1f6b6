"""Proposals that wait for an answer."""

from django.http import HttpRequest
from django.urls import reverse

from accounts.permissions import Permission
from ui.home import HomeCard


def cards(request: HttpRequest) -> list[HomeCard]:
    """One card for editors, if somebody waits."""
    from knowledge.models import Proposal

    access = getattr(request, "access", None)
    if not access or not access.can(Permission.CMS_EDIT):
        return []
    number = Proposal.objects.filter(state=Proposal.State.NEW).count()
    if not number:
        return []
    words = "1 proposal waits" if number == 1 else f"{number} proposals wait"
    address = f"{reverse('knowledge:proposals')}?state=new"
    return [HomeCard(f"{words} for your answer", "Take it up as a draft, or say kindly why not.", "Open", address)]
