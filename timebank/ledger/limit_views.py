"""How far below zero accounts may be: shown to all, changed by the network manager with a reason."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse

from accounts.access import methods, requires
from accounts.permissions import Permission
from files import offers, writing
from timebank.ledger import accounts, limits, presenters
from timebank.ledger.asking import asked
from timebank.ledger.errors import LedgerRefused
from timebank.ledger.forms import LimitForm, OwnLimitForm

HISTORY_ROWS = 50


@requires(Permission.TIMEBANK_READ)
def shown(request: HttpRequest) -> HttpResponse:
    """The rule in force, each account's limit, and the rules before."""
    rows = accounts.all_accounts()
    may_change = request.access.can(Permission.TIMEBANK_COORDINATE)
    links = {row.slug: reverse("timebank:own-limit", args=[row.slug]) for row in rows} if may_change else {}
    rules = list(limits.history()[:HISTORY_ROWS])
    context = {
        "rule": presenters.rule_rows(rules[0]),
        "limits": presenters.limits_table(rows, links=links),
        "rules": presenters.rules_table(rules),
        "may_change": may_change,
        "downloads": offers.offers("timebank:limits-file"),
    }
    return render(request, "timebank/limits.html", context)


@requires(Permission.TIMEBANK_READ)
def file(request: HttpRequest, ending: str) -> HttpResponse:
    """Limits and rules as a file."""
    tables = [presenters.limits_table(accounts.all_accounts(), links={}), presenters.rules_table(limits.history())]
    return writing.answer(request, tables, ending=ending, name="limits", title="Limits of the time bank")


@requires(Permission.TIMEBANK_COORDINATE)
@methods("GET", "POST")
def change(request: HttpRequest) -> HttpResponse:
    """Put a new rule in force."""
    rule = limits.in_force()
    now = {name: getattr(rule, name) for name in ("base", "growth_percent", "growth_cap", "warning_percent")}
    form = LimitForm(request.POST or None, initial=now)
    back = reverse("timebank:limits")

    def act() -> tuple[str, str]:
        limits.set_rule(**form.cleaned_data, by=request.user)
        return "The new rule is in force.", back

    return asked(
        request,
        form,
        act,
        at="base",
        title="Change the limit",
        words="It holds from the moment you save it, for every account without a limit of its own.",
        submit="Put the rule in force",
        back=back,
    )


@requires(Permission.TIMEBANK_COORDINATE)
@methods("GET", "POST")
def own(request: HttpRequest, slug: str) -> HttpResponse:
    """Give one account a limit of its own."""
    try:
        account = accounts.by_slug(slug)
    except LedgerRefused as refused:
        raise Http404(str(refused)) from refused
    form = OwnLimitForm(request.POST or None, initial={"limit": account.own_limit, "reason": account.own_limit_reason})
    back = reverse("timebank:limits")

    def act() -> tuple[str, str]:
        limits.set_own(account=account, **form.cleaned_data, by=request.user)
        return f"The limit of {account.name} is saved.", back

    title = f"Limit of {account.name}"
    return asked(request, form, act, at="limit", title=title, submit="Save the limit", back=back)
