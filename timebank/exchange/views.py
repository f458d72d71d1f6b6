"""Pages of offers and requests. Both kinds have the same pages; the address says which (`kinds`)."""

import uuid
from typing import Any
from urllib.parse import urlencode

from django import forms
from django.contrib import messages
from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse

from accounts.access import methods, requires
from accounts.permissions import Permission
from config.today import today
from files import offers, writing
from timebank.exchange import actions, presenters, queries, whose
from timebank.exchange.errors import ExchangeRefused
from timebank.exchange.forms import ExtendForm, Filters
from timebank.exchange.kinds import KINDS, Kind
from timebank.exchange.prefilled import prefilled, session_links
from timebank.ledger import accounts
from timebank.models import Offer

ON_A_PAGE = 25
FORM_PAGE = "timebank/exchange/form.html"


@requires(Permission.TIMEBANK_READ)
@methods("GET")
def listed(request: HttpRequest, kind: str) -> HttpResponse:
    """Everybody's open offers, or requests, narrowed as the address says."""
    found = KINDS[kind]
    form, rows = _narrowed(request, found)
    page = Paginator(rows, ON_A_PAGE).get_page(request.GET.get("page"))
    context = {
        "kind": found,
        "filters": form,
        "is_narrowed": bool(form.chosen()),
        "page": page,
        "table": presenters.table(kind, page),
        "downloads": offers.offers(f"timebank:{found.plural}-file", query=request.GET),
        "may_act": bool(whose.accounts_of(request.access)),
    }
    return render(request, "timebank/exchange/list.html", context)


@requires(Permission.TIMEBANK_READ)
@methods("GET")
def file(request: HttpRequest, kind: str, ending: str) -> HttpResponse:
    """The whole list as a file, narrowed as the page was."""
    _, rows = _narrowed(request, KINDS[kind])
    name = f"time-bank-{KINDS[kind].plural}-{today().isoformat()}"
    return writing.answer(request, presenters.table(kind, rows), ending=ending, name=name)


@requires(Permission.TIMEBANK_READ)
@methods("GET")
def one(request: HttpRequest, kind: str, public_id: uuid.UUID) -> HttpResponse:
    """One offer or request, with what its own people can do."""
    row, is_own = _find(request, kind, public_id)
    mine = whose.accounts_of(request.access)
    context = {
        "kind": KINDS[kind],
        "row": row,
        "tag": presenters.TAGS[row.state],
        "details": presenters.details(row, is_own=is_own),
        "is_own": is_own,
        "steps": presenters.steps(row) if is_own else [],
        "may_agree": row.state == Offer.State.ASKED
        and request.access.can(Permission.TIMEBANK_CONFIRM, row.account.area),
        "may_act": bool(mine),
        "answer_href": prefilled(row),
        "sessions": session_links(row, mine) if mine and not is_own and row.state == Offer.State.OPEN else [],
    }
    return render(request, "timebank/exchange/one.html", context)


@requires(Permission.TIMEBANK_READ)
@methods("GET", "POST")
def ask(request: HttpRequest, kind: str) -> HttpResponse:
    """Add a request. The board's pages lead here too: who acts for no account sees what help is offered instead."""
    if request.access.can(Permission.TIMEBANK_ACT):
        return new(request, kind)
    query = {name: request.GET[name] for name in ("topic", "group") if request.GET.get(name)}
    return redirect(f"{reverse('timebank:offers')}?{urlencode(query)}")


@requires(Permission.TIMEBANK_ACT)
@methods("GET", "POST")
def new(request: HttpRequest, kind: str) -> HttpResponse:
    """Add an offer or a request of an account for which one acts; the address may fill in topic, group and title."""
    found, mine = KINDS[kind], whose.accounts_of(request.access)
    if not mine:
        raise Http404("You act for no account.")
    initial = {
        name: request.GET[name] for name in ("title", "topic", "group", "component", "account") if name in request.GET
    }
    form = found.form(request.POST or None, accounts=mine, initial=initial)
    if request.method == "POST" and form.is_valid():
        add: Any = actions.add_offer if kind == "offer" else actions.add_request
        row = add(account=form.chosen_account(), values=form.values(), by=request.user)
        messages.success(request, found.added)
        return redirect(presenters.address(row))
    return _form(request, form, found, found.add, found.add, reverse(f"timebank:{found.plural}"))


@requires(Permission.TIMEBANK_ACT)
@methods("GET", "POST")
def change(request: HttpRequest, kind: str, public_id: uuid.UUID) -> HttpResponse:
    """Change one of one's own."""
    row = _find_own(request, kind, public_id)
    form = KINDS[kind].form(request.POST or None, accounts=[row.account], row=row)
    act = lambda: actions.change(row=row, values=form.values(), by=request.user)  # noqa: E731
    return _asked(request, kind, row, form, f"Change: {row.title}", "Save", act, "It is saved.")


@requires(Permission.TIMEBANK_ACT)
@methods("GET", "POST")
def extend(request: HttpRequest, kind: str, public_id: uuid.UUID) -> HttpResponse:
    """List it for longer."""
    row = _find_own(request, kind, public_id)
    form = ExtendForm(request.POST or None)
    act = lambda: actions.extend(row=row, until=form.cleaned_data["until"], by=request.user)  # noqa: E731
    return _asked(request, kind, row, form, f"List for longer: {row.title}", "Save", act, "It stays on the list.")


@requires(Permission.TIMEBANK_ACT)
@methods("GET", "POST")
def withdraw(request: HttpRequest, kind: str, public_id: uuid.UUID) -> HttpResponse:
    """Take it off the list, with a reason."""
    row = _find_own(request, kind, public_id)
    form = ReasonForm(request.POST or None)
    act = lambda: actions.withdraw(row=row, reason=form.cleaned_data["reason"], by=request.user)  # noqa: E731
    return _asked(request, kind, row, form, f"Withdraw: {row.title}", "Withdraw it", act, "It is off the list.")


@requires(Permission.TIMEBANK_ACT)
@methods("POST")
def switch(request: HttpRequest, kind: str, public_id: uuid.UUID, verb: str) -> HttpResponse:
    """Pause an offer, or put it back on the list."""
    row = _find_own(request, kind, public_id)
    act = actions.pause if verb == "pause" else actions.resume
    return _done(request, row, lambda: act(offer=row, by=request.user), "It is saved.")


@requires(Permission.TIMEBANK_CONFIRM)
@methods("POST")
def agree(request: HttpRequest, kind: str, public_id: uuid.UUID) -> HttpResponse:
    """The area's lead agrees to what somebody of the area offered."""
    row = _find_own(request, kind, public_id)
    act = lambda: actions.agree(offer=row, by=request.user)  # noqa: E731
    return _done(request, row, act, "It is on the list now, and the mentor knows.")


class ReasonForm(forms.Form):
    """Why something is taken away."""

    reason = forms.CharField(
        label="Why?",
        max_length=500,
        widget=forms.Textarea(attrs={"data-rows": 3}),
        help_text="Everybody with the time bank can read it.",
        error_messages={"required": "Say why, so that the others know."},
    )


def _narrowed(request: HttpRequest, kind: Kind) -> tuple[Filters, Any]:
    form = Filters(request.GET or None, accounts=accounts.all_accounts())
    return form, queries.narrowed(kind.listed(), form.chosen())


def _find(request: HttpRequest, kind: str, public_id: uuid.UUID) -> tuple[Any, bool]:
    """The row, and whether the person acts for it. What a mentor offered and nobody agreed to stays in the area."""
    row = KINDS[kind].find(public_id)
    is_own = row is not None and whose.acts_for(request.access, row.account)
    if row is None or not (is_own or row.is_shown_to_all):
        raise Http404("There is no such page.")
    return row, is_own


def _find_own(request: HttpRequest, kind: str, public_id: uuid.UUID) -> Any:
    row, is_own = _find(request, kind, public_id)
    if not is_own:
        raise Http404("There is no such page.")
    return row


def _asked(
    request: HttpRequest, kind: str, row: Any, form: Any, title: str, submit: str, act: Any, done: str
) -> HttpResponse:
    """Ask with a form, do it, and lead back to the row; a refusal stands above the form."""
    if request.method == "POST" and form.is_valid():
        try:
            act()
        except ExchangeRefused as error:
            form.add_error(None, str(error))
        else:
            messages.success(request, done)
            return redirect(presenters.address(row))
    return _form(request, form, KINDS[kind], title, submit, presenters.address(row))


def _done(request: HttpRequest, row: Any, act: Any, done: str) -> HttpResponse:
    try:
        act()
    except ExchangeRefused as error:
        messages.warning(request, str(error))
    else:
        messages.success(request, done)
    return redirect(presenters.address(row))


def _form(request: HttpRequest, form: Any, kind: Kind, title: str, submit: str, back: str) -> HttpResponse:
    context = {"form": form, "kind": kind, "form_title": title, "submit": submit, "back": back}
    return render(request, FORM_PAGE, context, status=422 if form.errors else 200)
