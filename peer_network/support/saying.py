"""Looking at words before they are kept: what the checks find is shown to the writer, who decides.

A form of ours names the fields that hold words (`said`). The first time something is found, the page comes back with
everything still in the boxes; "Send it as it is" goes on. Words of crisis are kept and wait, and help is shown at once.
"""

from typing import Any

from django import forms
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, resolve_url

from peer_network.forum.weighing import Weighed, weigh
from peer_network.models import Member
from peer_network.pages import page

AS_IT_IS = "as-it-is"


def weighed(request: HttpRequest, form: forms.Form, member: Member) -> Weighed:
    """What the checks say of the form's words. The form is valid."""
    texts = [str(form.cleaned_data.get(name) or "") for name in form.said]
    return weigh("\n\n".join(text for text in texts if text), member, goes_on_anyway=AS_IT_IS in request.POST)


def done(request: HttpRequest, weighed: Weighed, words: str, to: Any) -> HttpResponse:
    """Lead on after something was kept; whoever wrote words of crisis sees help first."""
    if weighed.is_crisis:
        return page(request, "peer_network/support/help_at_once.html", {"onward": resolve_url(to)})
    messages.success(request, words)
    return redirect(to)
