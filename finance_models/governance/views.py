"""The pages of the information governance register."""

from types import SimpleNamespace

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render

from accounts.access import methods, requires
from accounts.permissions import Permission
from config.today import today
from files import offers, writing
from finance_models.governance import actions, presenters, queries
from finance_models.governance.forms import ClockForm, EntryForm, ObjectionForm
from finance_models.models import GovernanceClock, GovernanceEntry, Objection
from finance_models.pages import FORM_PAGE, address, form_page, may_edit
from tenants.rollout import reasons

TITLE = "Information governance register"


@requires(Permission.FINANCE_READ)
@methods("GET")
def register(request: HttpRequest, area: str) -> HttpResponse:
    """Sources, clocks and objections."""
    entries, clocks = queries.entries(), list(GovernanceClock.objects.all())
    objections = list(Objection.objects.all())
    context = {
        "sentence": presenters.sentence(entries, clocks, today()),
        "entries": presenters.entries_table(request.area, entries, today()),
        "clocks": presenters.clocks_table(request.area, clocks, today(), may_edit=may_edit(request)),
        "objections": presenters.objections_table(request.area, objections, today()),
        "objections_words": presenters.objections_words(sum(each.lifted_on is None for each in objections)),
        "downloads": SimpleNamespace(
            entries=offers.offers("finance:register-download", area, "entries"),
            clocks=offers.offers("finance:register-download", area, "clocks"),
            objections=offers.offers("finance:objections-download", area),
        ),
        "may_edit": may_edit(request),
    }
    return render(request, "finance/register.html", context)


@requires(Permission.FINANCE_READ)
@methods("GET")
def download(request: HttpRequest, area: str, key: str, ending: str) -> HttpResponse:
    """Sources or clocks as a file."""
    if key == "entries":
        table = presenters.entries_table(request.area, queries.entries(), today())
    elif key == "clocks":
        clocks = list(GovernanceClock.objects.all())
        table = presenters.clocks_table(request.area, clocks, today(), may_edit=False)
    else:
        raise Http404("There is no such list.")
    return writing.answer(request, table, ending=ending, name=f"{area}-register-{key}", area=request.area)


@requires(Permission.FINANCE_EDIT)
@methods("GET")
def objections_download(request: HttpRequest, area: str, ending: str) -> HttpResponse:
    """Objections as a file: pseudonyms, so for those alone who may see rows about people."""
    table = presenters.objections_table(request.area, list(Objection.objects.all()), today())
    return writing.answer(request, table, ending=ending, name=f"{area}-objections", area=request.area)


@requires(Permission.FINANCE_READ)
@methods("GET")
def entry(request: HttpRequest, area: str, number: int) -> HttpResponse:
    """One source."""
    found = _entry(number)
    context = {
        "entry": found,
        "tag": presenters.tag(found, today()),
        "details": presenters.details(found),
        "may_edit": may_edit(request),
    }
    return render(request, "finance/entry.html", context)


@requires(Permission.FINANCE_EDIT)
@methods("GET", "POST")
def entry_new(request: HttpRequest, area: str) -> HttpResponse:
    """Add a source."""
    return _entry_form(request, None, "Add a source")


@requires(Permission.FINANCE_EDIT)
@methods("GET", "POST")
def entry_renew(request: HttpRequest, area: str, number: int) -> HttpResponse:
    """Renew a source: a new entry that begins with what the old one said."""
    found = _entry(number)
    return _entry_form(request, found, f"Renew: {found.source}")


@requires(Permission.FINANCE_EDIT)
@methods("GET", "POST")
def entry_withdraw(request: HttpRequest, area: str, number: int) -> HttpResponse:
    """Withdraw a source, with a reason."""
    found = _entry(number)
    return reasons.page(
        request,
        presenters.WITHDRAWING,
        act=lambda words: actions.withdraw_entry(area=request.area, number=number, why=words, by=request.user),
        back=address("entry", request, number),
        is_possible=found.withdrawn_on is None,
        template=FORM_PAGE,
        context={"back": address("entry", request, number), "crumbs": _crumbs(request)},
    )


@requires(Permission.FINANCE_EDIT)
@methods("GET", "POST")
def objection_new(request: HttpRequest, area: str) -> HttpResponse:
    """Record an objection."""
    form = ObjectionForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        try:
            actions.record_objection(area=request.area, by=request.user, **form.cleaned_data)
        except ValidationError as error:
            form.add_error(None, error.messages)
        else:
            messages.success(request, "It is recorded. Every run from now on leaves this person out.")
            return redirect(address("register", request))
    return _form(request, form, "Record an objection", "Record it")


@requires(Permission.FINANCE_EDIT)
@methods("GET", "POST")
def objection_lift(request: HttpRequest, area: str, number: int) -> HttpResponse:
    """Ask, then record that an objection was taken back."""
    found = Objection.objects.filter(pk=number).first()
    if found is None:
        raise Http404("There is no such objection.")
    if request.method == "POST" or found.lifted_on is not None:
        if found.lifted_on is None:
            actions.lift_objection(area=request.area, number=number, by=request.user)
            messages.success(request, "It is recorded. Later runs count this person again.")
        return redirect(address("register", request))
    return render(request, "finance/objection_lift.html", {"objection": found, "crumbs": _crumbs(request)})


@requires(Permission.FINANCE_EDIT)
@methods("GET", "POST")
def clock_new(request: HttpRequest, area: str) -> HttpResponse:
    """Start the law's time for a request or a breach."""
    form = ClockForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        made = actions.open_clock(
            area=request.area,
            kind=form.cleaned_data["kind"],
            words=form.cleaned_data["words"],
            opened_at=form.opened_at(),
            by=request.user,
        )
        messages.success(request, f"The clock runs. It is due on {made.due_at:%d %B %Y}.")
        return redirect(address("register", request))
    return _form(request, form, "Start a clock", "Start it")


@requires(Permission.FINANCE_EDIT)
@methods("GET", "POST")
def clock_close(request: HttpRequest, area: str, number: int) -> HttpResponse:
    """Say that it was answered or reported."""
    found = GovernanceClock.objects.filter(pk=number).first()
    if found is None:
        raise Http404("There is no such clock.")
    return reasons.page(
        request,
        presenters.CLOSING,
        act=lambda words: actions.close_clock(area=request.area, number=number, outcome=words, by=request.user),
        back=address("register", request),
        is_possible=found.closed_at is None,
        template=FORM_PAGE,
        context={"back": address("register", request), "crumbs": _crumbs(request), "intro": [found.words]},
    )


def _entry_form(request: HttpRequest, replaces: GovernanceEntry | None, title: str) -> HttpResponse:
    form = EntryForm(request.POST or None, entry=replaces)
    if request.method == "POST" and form.is_valid():
        made = actions.add_entry(area=request.area, values=form.cleaned_data, by=request.user, replaces=replaces)
        messages.success(request, "It is in the register. Data may be loaded by it.")
        return redirect(address("entry", request, made.pk))
    return _form(request, form, title, "Save")


def _entry(number: int) -> GovernanceEntry:
    found = queries.find(number)
    if found is None:
        raise Http404("There is no such entry.")
    return found


def _crumbs(request: HttpRequest) -> list[tuple[str, str]]:
    return [(TITLE, address("register", request))]


def _form(request: HttpRequest, form: object, title: str, submit: str) -> HttpResponse:
    back = address("register", request)
    return form_page(request, form, title=title, submit=submit, back=back, crumbs=_crumbs(request))  # type: ignore[arg-type]
