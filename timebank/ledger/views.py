"""Balances and statements, and the place of a page to come."""

from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse

from accounts.access import requires
from accounts.permissions import Permission
from files import offers, writing
from timebank.ledger import access, accounts, limits, presenters, statements
from timebank.ledger.errors import LedgerRefused
from timebank.ledger.forms import PeriodForm
from timebank.models.accounts import Account
from timebank.pages import Part


@requires(Permission.TIMEBANK_READ)
def balances_file(request: HttpRequest, ending: str) -> HttpResponse:
    """The balances as a file."""
    return writing.answer(request, presenters.balances(accounts.all_accounts()), ending=ending, name="balances")


@requires(Permission.TIMEBANK_READ)
def statement(request: HttpRequest, slug: str) -> HttpResponse:
    """What came and went of an account in a period."""
    account = _readable(request, slug)
    form = PeriodForm(request.GET or None)
    found = statements.statement(account, form.period(), before=_number(request.GET.get("before")))
    query = request.GET.copy()
    query.pop("before", None)
    context = {
        "account": account,
        "form": form,
        "statement": found,
        "story": presenters.story(found),
        "sums": presenters.sums_table(found),
        "table": presenters.statement_table(found, reverse_links=_reverse_links(request, found)),
        "downloads": offers.offers("timebank:statement-file", slug, query=query),
        "older": _older(query, found),
        "is_first": "before" not in request.GET,
        "newest": f"?{query.urlencode()}" if query else request.path,
        "warning": limits.warning_for(account),
        "is_narrowed": bool(found.period.first or found.period.last),
    }
    return render(request, "timebank/statement.html", context)


@requires(Permission.TIMEBANK_READ)
def statement_file(request: HttpRequest, slug: str, ending: str) -> HttpResponse:
    """The statement as a file; a period with too many entries is asked to be made shorter."""
    account = _readable(request, slug)
    form = PeriodForm(request.GET or None)
    found = statements.statement(account, form.period(), most=statements.MOST_IN_A_FILE)
    if found.older is not None:
        return render(request, "timebank/too_long.html", {"most": statements.MOST_IN_A_FILE, "slug": slug}, status=422)
    tables = [presenters.sums_table(found), presenters.statement_table(found)]
    title = f"Time bank statement: {account.name}"
    return writing.answer(request, tables, ending=ending, name=f"statement-{slug}", title=title, area=account.area)


def statement_links(request: HttpRequest, rows: list[Account]) -> dict[str, str]:
    """Slug -> the statement's address, for the accounts whose statement this person reads."""
    readable = rows if request.access.can_everywhere(Permission.TIMEBANK_READ) else access.own(request.access, rows)
    return {row.slug: reverse("timebank:statement", args=[row.slug]) for row in readable}


def _readable(request: HttpRequest, slug: str) -> Account:
    """The account, or 404 where there is none or its statement is not this person's to read."""
    try:
        account = accounts.by_slug(slug)
    except LedgerRefused as refused:
        raise Http404(str(refused)) from refused
    if not access.may_read(request.access, account):
        raise Http404("There is no such statement.")
    return account


def _reverse_links(request: HttpRequest, found: statements.Statement) -> dict[int, str]:
    if not request.access.can(Permission.TIMEBANK_COORDINATE):
        return {}
    rows = [line.transfer for line in found.lines]
    return {row.pk: reverse("timebank:reverse", args=[row.public_id]) for row in rows}


def _older(query: Any, found: statements.Statement) -> str:
    if found.older is None:
        return ""
    query = query.copy()
    query["before"] = str(found.older)
    return f"?{query.urlencode()}"


def _number(text: str | None) -> int | None:
    return int(text) if text and text.isascii() and text.isdigit() and len(text) < 19 else None


def part_of_start(request: HttpRequest, account: Account | None) -> Part | None:
    """For one's own page: the statement, and a warning where most of the limit is used."""
    if account is None or not access.may_read(request.access, account):
        return None
    return Part("timebank/ledger_part.html", {"account": account, "warning": limits.warning_for(account)})
