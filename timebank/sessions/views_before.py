"""Pages before a session: agree on one, record one, propose and answer dates, change, cancel."""

import uuid
from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render

from accounts.access import methods, requires
from accounts.permissions import Permission
from timebank.exchange import queries as listed
from timebank.exchange import whose
from timebank.ledger import accounts
from timebank.models import Account
from timebank.sessions import acting, bookings, cancelling, dates
from timebank.sessions.errors import SessionRefused
from timebank.sessions.finding import FORM_PAGE, accounts_of, answered, done_at_once, find_own, named
from timebank.sessions.forms import DatesForm
from timebank.sessions.forms_after import ReasonForm
from timebank.sessions.forms_making import GIVES, RECEIVES, ChangeForm, RecordForm, SessionForm
from timebank.sessions.notices import address


@requires(Permission.TIMEBANK_ACT)
@methods("GET", "POST")
def new(request: HttpRequest) -> HttpResponse:
    """Agree on a session directly; an offer or a request in the address fills it in."""
    mine = _mine(request)
    links = _links(request, mine)
    form = SessionForm(
        request.POST or None, accounts=mine, everybody=accounts.all_accounts(), initial=_initial(mine, links)
    )
    shown = {
        "form_title": "Agree on a session",
        "submit": "Begin",
        "words": "You propose dates next. It is booked once every side can make one of them.",
    }

    def act() -> Any:
        return bookings.agree(
            **form.sides(),
            minutes=form.cleaned_data["minutes"],
            values={**form.values(), **links},
            account=form.chosen_account(),
            by=request.user,
        )

    return _begun(request, form, act, "It is begun. Now propose dates.", shown)


@requires(Permission.TIMEBANK_ACT)
@methods("GET", "POST")
def record(request: HttpRequest) -> HttpResponse:
    """“We already met”: record a session that took place."""
    mine = _mine(request)
    form = RecordForm(request.POST or None, accounts=mine, everybody=accounts.all_accounts())
    shown = {
        "form_title": "We already met",
        "submit": "Record it",
        "words": "The other side is asked whether it was so. The hours count once both sides have confirmed.",
    }

    def act() -> Any:
        return bookings.record(
            **form.sides(),
            minutes=form.cleaned_data["minutes"],
            values=form.values(),
            met_at=form.moment(),
            account=form.chosen_account(),
            by=request.user,
            confirms=acting.may_confirm_for(request.access, form.chosen_account()),
        )

    return _begun(request, form, act, "It is recorded. The other side is asked to confirm it.", shown)


@requires(Permission.TIMEBANK_ACT)
@methods("GET", "POST")
def propose(request: HttpRequest, public_id: uuid.UUID) -> HttpResponse:
    """Propose up to three dates."""
    session, own = find_own(request, public_id)
    form = DatesForm(request.POST or None, accounts=accounts_of(own))
    act = lambda: dates.propose(  # noqa: E731
        session=session, account=form.chosen_account(), starts_at=form.moments(), by=request.user
    )
    shown = {
        "form_title": "Propose dates",
        "submit": "Propose",
        "words": "The session is booked, and the hours are reserved, once every side can make one of the dates.",
    }
    return answered(request, session, form, act, done="The others are asked.", **shown)


@requires(Permission.TIMEBANK_ACT)
@methods("POST")
def answer_date(request: HttpRequest, public_id: uuid.UUID, number: int) -> HttpResponse:
    """Can, or can't, on a proposed date."""
    session, own = find_own(request, public_id)
    date = session.dates.filter(pk=number).first()
    if date is None:
        raise Http404("There is no such date.")
    account = named(request, accounts_of(own))
    can = request.POST.get("can") == "yes"
    act = lambda: dates.answer(date=date, account=account, can=can, by=request.user)  # noqa: E731
    return done_at_once(request, session, act, "Your answer is kept." if not can else "You can make this date.")


@requires(Permission.TIMEBANK_ACT)
@methods("GET", "POST")
def change(request: HttpRequest, public_id: uuid.UUID) -> HttpResponse:
    """Change what it is about, or where it is."""
    session, own = find_own(request, public_id)
    initial = {name: getattr(session, name) for name in ChangeForm.FIELDS}
    form = ChangeForm(request.POST or None, accounts=accounts_of(own), initial=initial)
    act = lambda: dates.change(  # noqa: E731
        session=session, values=form.values(), account=form.chosen_account(), by=request.user
    )
    shown = {"form_title": "Change the session", "submit": "Save"}
    return answered(request, session, form, act, done="It is saved, and the others know.", **shown)


@requires(Permission.TIMEBANK_ACT)
@methods("GET", "POST")
def cancel(request: HttpRequest, public_id: uuid.UUID) -> HttpResponse:
    """Ask why, then cancel it."""
    session, own = find_own(request, public_id)
    form = ReasonForm(request.POST or None, accounts=accounts_of(own))
    act = lambda: cancelling.cancel(  # noqa: E731
        session=session, account=form.chosen_account(), reason=form.cleaned_data["reason"], by=request.user
    )
    shown = {
        "form_title": "Cancel the session",
        "submit": "Cancel the session",
        "words": "Nobody pays for it, and hours that are reserved for it are free again. It can’t be taken back; you "
        "can begin another one.",
    }
    return answered(request, session, form, act, done="It is cancelled, and the others know why.", **shown)


def _begun(request: HttpRequest, form: Any, act: Any, done: str, shown: dict[str, Any]) -> HttpResponse:
    if request.method == "POST" and form.is_valid():
        try:
            session = act()
        except SessionRefused as refused:
            form.add_error(None, str(refused))
        else:
            messages.success(request, done)
            return redirect(address(session))
    context = {"form": form, "session": None, "back": None, **shown}
    return render(request, FORM_PAGE, context, status=422 if form.errors else 200)


def _mine(request: HttpRequest) -> list[Account]:
    mine = whose.accounts_of(request.access)
    if not mine:
        raise Http404("You act for no account.")
    return mine


def _links(request: HttpRequest, mine: list[Account]) -> dict[str, Any]:
    """The offer and the request that the address names, where they are there and the person may see them."""
    own, found = {account.pk for account in mine}, {}
    for name, read in (("offer", listed.offer), ("request", listed.request)):
        try:
            row: Any = read(uuid.UUID(request.GET.get(name, "")))
        except ValueError:
            continue
        if row is not None and (row.is_shown_to_all or row.account_id in own):
            found[name] = row
    return found


def _initial(mine: list[Account], links: dict[str, Any]) -> dict[str, Any]:
    """What an offer or a request fills in. A request says what it is about and for how long, also beside an offer."""
    row = links.get("request") or links.get("offer")
    if row is None:
        return {}
    own = {account.pk for account in mine}
    others = [each.account.slug for each in links.values() if each.account_id not in own]
    asks = row.account_id in own if "request" in links else bool(others)
    minutes = (listed.minutes_left([row])[row.pk] or row.minutes) if "request" in links else 60
    values = {name: getattr(row, name) for name in ("title", "topic", "group", "how")}
    ours = next((each.account.slug for each in links.values() if each.account_id in own), "")
    return {**values, "account": ours, "minutes": minutes, "others": others, "direction": RECEIVES if asks else GIVES}
