"""For safeguarding leads who are called: something urgent that nobody has. They hold it, and can make it a case."""

import uuid

from django.contrib import messages as banners
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect

from accounts.access import methods, requires
from accounts.permissions import Permission
from peer_network import pages
from peer_network.models import QueueItem
from peer_network.moderation import claims, item_page, welfare
from peer_network.moderation.errors import ModerationRefused
from peer_network.moderation.forms import CaseForm

HERE = "peer_network/moderation"


@requires(Permission.PEERS_SAFEGUARD)
@methods("GET", "POST")
def item(request: HttpRequest, public_id: uuid.UUID) -> HttpResponse:
    """One urgent item, for somebody on call. Sending words makes it a safeguarding case."""
    urgent = QueueItem.objects.filter(urgency=QueueItem.Urgency.URGENT).select_related("about", "claimed_by")
    found = get_object_or_404(urgent, public_id=public_id)
    form = CaseForm(request.POST or None)
    form.fields["words"].help_text = "The case is for safeguarding leads alone."
    if request.method == "POST" and form.is_valid():
        item_page.refer(item=found, words=form.cleaned_data["words"], by=request.user)
        banners.success(request, "It is a safeguarding case now.")
        return redirect("peers:on-call-item", found.public_id)
    context = {**item_page.context(found, request.user), "form": form}
    return pages.page(request, f"{HERE}/on_call_item.html", context, status=422 if form.errors else 200)


@requires(Permission.PEERS_SAFEGUARD)
@methods("POST")
def claim(request: HttpRequest, public_id: uuid.UUID) -> HttpResponse:
    """Say that one is looking after it, so that nobody else is called."""
    found = get_object_or_404(QueueItem, public_id=public_id, urgency=QueueItem.Urgency.URGENT)
    try:
        claims.claim(item=found, by=request.user)
        welfare.open_words(item=found, by=request.user)
    except ModerationRefused as refused:
        banners.error(request, str(refused))
    return redirect("peers:on-call-item", found.public_id)
