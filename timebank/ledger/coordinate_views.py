"""The network manager's pages: what was posted, grants, reversals, partners' accounts, whether the ledger is right."""

import uuid

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse

from accounts.access import methods, requires
from accounts.permissions import Permission
from timebank.calc.hours import in_words
from timebank.ledger import accounts, alarms, coordinating, presenters
from timebank.ledger.asking import asked
from timebank.ledger.errors import LedgerRefused
from timebank.ledger.forms import GrantForm, PartnerForm, ReasonForm
from timebank.models.ledger import Transfer


@requires(Permission.TIMEBANK_COORDINATE)
def coordinate(request: HttpRequest) -> HttpResponse:
    """What the network manager does in the time bank, and what was posted last."""
    context = {"verified": alarms.last(), "transfers": [_shown(each) for each in coordinating.latest()]}
    return render(request, "timebank/coordinate.html", context)


@requires(Permission.TIMEBANK_COORDINATE)
@methods("GET", "POST")
def grant(request: HttpRequest) -> HttpResponse:
    """Hours of the network's pool for an account."""
    form = GrantForm(request.POST or None, accounts=accounts.all_accounts())

    def act() -> tuple[str, str]:
        facts = form.cleaned_data
        coordinating.grant(
            to=accounts.by_slug(facts["to"]),
            minutes=facts["minutes"],
            reason=facts["reason"],
            by=request.user,
            key=str(facts["key"]),
        )
        return f"{in_words(facts['minutes'])} are granted.", reverse("timebank:statement", args=[facts["to"]])

    return asked(
        request,
        form,
        act,
        at="minutes",
        title="Grant hours",
        words="Hours come from the network’s pool. They count as no help given, and nobody pays them back.",
        submit="Grant the hours",
        back=reverse("timebank:coordinate"),
    )


@requires(Permission.TIMEBANK_COORDINATE)
@methods("GET", "POST")
def partner(request: HttpRequest) -> HttpResponse:
    """An account for a region-wide partner."""
    form = PartnerForm(request.POST or None)

    def act() -> tuple[str, str]:
        made = accounts.open_partner(organisation=form.cleaned_data["organisation"], by=request.user)
        return f"{made.name} has an account.", reverse("timebank:statement", args=[made.slug])

    return asked(
        request,
        form,
        act,
        at="organisation",
        title="Open a partner’s account",
        words="Its members can then offer, ask and confirm for it, as an area’s team does for the area.",
        submit="Open the account",
        back=reverse("timebank:coordinate"),
    )


@requires(Permission.TIMEBANK_COORDINATE)
@methods("GET", "POST")
def reverse_transfer(request: HttpRequest, public_id: uuid.UUID) -> HttpResponse:
    """Say what a reversal will do, ask why, and do it; once for each transfer."""
    found = _find(public_id)
    why_not = _why_not(found)
    form = ReasonForm(request.POST or None)
    if request.method == "POST" and not why_not and form.is_valid():
        try:
            coordinating.reverse(transfer=found, reason=form.cleaned_data["reason"], by=request.user)
        except LedgerRefused as refused:
            form.add_error(None, str(refused))
        else:
            messages.success(request, "The transfer is reversed. Both stay in the statements.")
            return redirect("timebank:coordinate")
    context = {"form": form, "transfer": found, "shown": _shown(found), "why_not": why_not}
    status = 409 if request.method == "POST" and why_not else 422 if form.errors else 200
    return render(request, "timebank/reverse.html", context, status=status)


def _find(public_id: uuid.UUID) -> Transfer:
    rows = Transfer.objects.select_related("reverses", "reversed_by").prefetch_related(
        "entries__account__area", "entries__account__organisation"
    )
    found = rows.filter(public_id=public_id).first()
    if found is None:
        raise Http404("There is no such transfer.")
    return found


def _why_not(found: Transfer) -> str:
    if found.kind == Transfer.Kind.REVERSAL:
        return "This is a reversal itself, and a reversal stays. To undo it, post the transfer again."
    if hasattr(found, "reversed_by"):
        return f"It was reversed on {presenters.day_words(found.reversed_by.posted_at)}: {found.reversed_by.note}"
    return ""


def _shown(found: Transfer) -> dict[str, object]:
    """A transfer in words, with what a reversal would do to each account."""
    entries = list(found.entries.all())
    arrive = [f"{each.account.name} {in_words(each.minutes)}" for each in entries if each.minutes > 0]
    leave = [f"{each.account.name} {in_words(-each.minutes)}" for each in entries if each.minutes < 0]
    turned = [
        f"{each.account.name} {'loses' if each.minutes > 0 else 'gets back'} {in_words(abs(each.minutes))}"
        for each in entries
    ]
    return {
        "day": presenters.day_words(found.posted_at),
        "kind": found.get_kind_display(),
        "to": ", ".join(arrive),
        "from": ", ".join(leave),
        "note": found.note,
        "turned": turned,
        "href": reverse("timebank:reverse", args=[found.public_id]),
        "is_reversed": hasattr(found, "reversed_by"),
    }
