"""“I asked and was refused”: said on the public page, read by the area's lead."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse

from accounts.access import methods, public
from accounts.rate_limits import limited
from tenants.contexts import in_area
from tenants.presenters import your_turn_easy_read as easy_read
from tenants.presenters import your_turn_help
from tenants.rollout import refusals
from tenants.views.your_turn import find_page, is_easy_read
from tenants.your_turn_forms import RefusedForm, place_words


@public
@methods("GET", "POST")
@limited("refusal", methods=("POST",))
def refused(request: HttpRequest, area: str, group: str) -> HttpResponse:
    """The form, and thanks. Nobody has to say who they are; nothing of the visitor is kept but what they write."""
    found, kind = find_page(area, group)
    form = RefusedForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        try:
            with in_area(found):
                refusals.say(area=found, group=kind.key, **form.cleaned_data)
        except refusals.TooManyToday as error:
            form.add_error(None, str(error))
        else:
            return redirect(reverse("your_turn:refused", args=[area, group]) + "?said=1")
    context: dict[str, Any] = {
        "area": found,
        "group": kind,
        "place": place_words(found),
        "form": form,
        "is_said": request.GET.get("said") == "1" and not form.is_bound,
        "easy_read_on": is_easy_read(request),
        "items": easy_read.REFUSED,
        "help_items": easy_read.HELP,
        "help": your_turn_help,
    }
    return render(request, "tenants/your_turn_refused.html", context, status=422 if form.errors else 200)
