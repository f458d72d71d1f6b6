"""A page of the ledger with one form: what it asks is done, or refused in words at the field that can mend it."""

from collections.abc import Callable

from django import forms
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render

from timebank.ledger.errors import LedgerRefused


def asked(
    request: HttpRequest,
    form: forms.Form,
    act: Callable[[], tuple[str, str]],
    *,
    at: str,
    title: str,
    submit: str,
    back: str,
    words: str = "",
) -> HttpResponse:
    """Show the form, and do what was sent. `act` gives what to say of it and the address to go on to.

    A refusal of the ledger stands at the field `at`; 422 where the form has errors.
    """
    if request.method == "POST" and form.is_valid():
        try:
            done, onward = act()
        except LedgerRefused as refused:
            form.add_error(at, str(refused))
        else:
            messages.success(request, done)
            return redirect(onward)
    context = {"form": form, "title": title, "words": words, "submit": submit, "back": back}
    return render(request, "timebank/form.html", context, status=422 if form.errors else 200)
