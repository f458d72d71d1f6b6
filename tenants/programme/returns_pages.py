"""Returns as the board sees them: who has sent one, who is late, what is in dispute. No figures of people."""

from typing import Any

from django import forms
from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse

from accounts.access import methods, requires
from accounts.permissions import Permission
from config.today import today
from files import offers
from files import writing as files
from tenants import quarters
from tenants.programme.presenters import returns as presenter
from tenants.quarters import Quarter
from tenants.returns import disputes, late
from tenants.returns.models import SignedReturn


class QuarterForm(forms.Form):
    """Which quarter's returns; the newest one's without a choice."""

    is_filter = True

    def __init__(self, *args: Any, asked: list[Quarter], **options: Any) -> None:
        super().__init__(*args, **options)
        self.fields["quarter"] = forms.ChoiceField(
            label="Returns for",
            required=False,
            choices=[(quarter.key, str(quarter)) for quarter in asked],
            error_messages={"invalid_choice": "Choose a quarter that is over."},
        )


class WordsForm(forms.Form):
    """What is in dispute, or how it was settled."""

    words = forms.CharField(max_length=500, widget=forms.Textarea(attrs={"data-rows": 4}))

    def __init__(self, *args: Any, label: str, missing: str, **options: Any) -> None:
        super().__init__(*args, **options)
        self.fields["words"].label = label
        self.fields["words"].help_text = "The area’s leads read this. Don’t name people who have a budget."
        self.fields["words"].error_messages["required"] = missing


@requires(Permission.BOARD_READ)
@methods("GET")
def returns(request: HttpRequest) -> HttpResponse:
    """Every area, for the quarter asked for or the newest one."""
    form, quarter, told = _chosen(request)
    shown = [each for each in told if each.quarter == quarter]
    page = presenter.present(shown, day=today(), may_act=request.access.can(Permission.BOARD_ACT))
    query = {"quarter": quarter.key} if quarter else None
    cells = len(presenter.HEAD) * len(told)
    context = {
        "form": form,
        "page": page,
        "missing": presenter.missing(told),
        "downloads": offers.offers("programme:returns-file", query=query),
        "all_quarters": offers.offers("programme:returns-file", cells=cells),
    }
    return render(request, "programme/returns.html", context)


@requires(Permission.BOARD_READ)
@methods("GET")
def returns_file(request: HttpRequest, ending: str) -> HttpResponse:
    """The quarter asked for as a file, or all of them without a choice."""
    form, quarter, told = _chosen(request)
    rows = [each for each in told if each.quarter == quarter] if form.is_bound else told
    return files.answer(request, presenter.table(rows, today()), ending=ending, name=f"returns-{today()}")


@requires(Permission.BOARD_ACT)
@methods("GET", "POST")
def dispute(request: HttpRequest, slug: str, quarter: str) -> HttpResponse:
    """Question the signed return of an area, in words."""
    signed, found = _signed(slug, quarter)
    form = WordsForm(
        request.POST or None,
        label="What is in dispute?",
        missing="Say what is in dispute, so that the area can answer.",
    )
    if request.method == "POST" and form.is_valid():
        try:
            disputes.raise_dispute(signed=signed, reason=form.cleaned_data["words"], by=request.user)
        except (disputes.InDispute, ValueError) as error:
            messages.error(request, str(error))
        else:
            messages.success(request, f"The return of {signed.area} is in dispute. Its leads are told.")
        return _back(found)
    context = {"form": form, "signed": signed, "quarter": found, "back": _back_address(found)}
    return render(request, "programme/dispute.html", context, status=422 if form.errors else 200)


@requires(Permission.BOARD_ACT)
@methods("GET", "POST")
def settle(request: HttpRequest, slug: str, quarter: str) -> HttpResponse:
    """Say how a dispute was settled."""
    found, row = _open_dispute(slug, quarter)
    form = WordsForm(request.POST or None, label="How was it settled?", missing="Say how it was settled.")
    if request.method == "POST" and form.is_valid():
        try:
            disputes.settle(signed=row.signed_return, outcome=form.cleaned_data["words"], by=request.user)
        except disputes.NotInDispute as error:
            messages.error(request, str(error))
        else:
            messages.success(request, f"The question about the return of {row.signed_return.area} is settled.")
        return _back(found)
    context = {"form": form, "dispute": row, "quarter": found, "back": _back_address(found)}
    return render(request, "programme/settle.html", context, status=422 if form.errors else 200)


def _chosen(request: HttpRequest) -> tuple[QuarterForm, Quarter | None, list[late.Told]]:
    """The form, the quarter that it asks for or the newest (None before the first is over), and all returns."""
    asked = quarters.finished_by(today())
    form = QuarterForm(request.GET or None, asked=asked)
    chosen = form.cleaned_data["quarter"] if form.is_valid() else ""
    newest = asked[0] if asked else None
    quarter = next((quarter for quarter in asked if quarter.key == chosen), newest)
    return form, quarter, late.told(today())


def _signed(slug: str, key: str) -> tuple[SignedReturn, Quarter]:
    """The version that stands; raises Http404. Its figures stay where they are."""
    quarter = quarters.parse(key)
    rows = SignedReturn.objects.filter(area__slug=slug, quarter=key).select_related("area").defer("figures", "notes")
    signed = rows.order_by("-version").first()
    if quarter is None or signed is None:
        raise Http404("There is no such return.")
    return signed, quarter


def _open_dispute(slug: str, key: str) -> tuple[Quarter, Any]:
    """The open question about any version of the quarter: it may be about one that was corrected since."""
    quarter = quarters.parse(key)
    found = disputes.open_about(slug, key)
    if quarter is None or found is None:
        raise Http404("Nothing is in dispute here.")
    return quarter, found


def _back(quarter: Quarter) -> HttpResponse:
    return redirect(_back_address(quarter))


def _back_address(quarter: Quarter) -> str:
    return f"{reverse('programme:returns')}?quarter={quarter.key}"
