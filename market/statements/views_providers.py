"""What providers do with statements: say that they are interested, and which gaps an offer answers."""

import uuid
from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect

from accounts.access import methods, requires
from accounts.permissions import Permission
from market import pages, words
from market.models import Interest, Offer, Provider, StatementVersion
from market.models.gaps import AS_A_WHOLE
from market.statements import answering, presenters, queries
from market.statements.errors import StatementRefused
from market.statements.forms import AnswersForm, InterestForm

HERE = "market/statements"
EDITOR = "provider-editor"


@requires(Permission.MARKET_OFFER)
@methods("GET", "POST")
def interest(request: HttpRequest, slug: str, year: int) -> HttpResponse:
    """Say that one's organisation is interested in a statement, or in one of its gaps."""
    version = queries.version(slug, year)
    if version is None:
        raise Http404("There is no such statement.")
    providers = _own_providers(request)
    initial = {"need": request.GET.get("need", "")}
    form = InterestForm(request.POST or None, providers=providers, needs=presenters.gap_names(version), initial=initial)
    if request.method == "POST" and form.is_valid():
        try:
            answering.say_interest(statement=version.statement, by=request.user, **form.cleaned_data)
        except StatementRefused as refused:
            form.add_error("provider", str(refused))
        else:
            messages.success(request, "The area’s commissioners can see that you are interested.")
            return redirect("market:statement-interest", slug, year)
    context = {
        "version": version,
        "form": form,
        "providers": providers,
        "said": queries.interests_of(request.access.organisations(EDITOR), version.statement),
    }
    return pages.page(request, f"{HERE}/interest.html", context, status=422 if form.errors else 200)


@requires(Permission.MARKET_OFFER)
@methods("POST")
def interest_end(request: HttpRequest, number: int) -> HttpResponse:
    """Take an interest of one's own organisation back."""
    rows = Interest.objects.select_related("statement__area")
    found = get_object_or_404(rows, pk=number, provider__organisation__in=request.access.organisations(EDITOR))
    answering.end_interest(interest=found, by=request.user)
    messages.success(request, "Your interest is taken back.")
    return redirect("market:statement-interest", found.statement.area.slug, found.statement.year)


@requires(Permission.MARKET_OFFER)
@methods("GET", "POST")
def answers(request: HttpRequest, public_id: uuid.UUID) -> HttpResponse:
    """Say which statements and gaps an offer of one's own answers."""
    rows = Offer.objects.select_related("provider__organisation", "shown")
    offer = get_object_or_404(
        rows, public_id=public_id, provider__organisation__in=request.access.organisations(EDITOR)
    )
    choices = _choices(offer)
    held = [f"{row.statement_id}:{row.need}" for row in offer.answers.all()]
    form = AnswersForm(request.POST if request.method == "POST" else None, choices=choices, initial={"answers": held})
    if request.method == "POST" and form.is_valid():
        answering.set_answers(offer=offer, chosen=form.chosen(), by=request.user)
        messages.success(request, "What your offer answers is saved.")
        return redirect("market:offer-answers", public_id)
    title = offer.shown.title if offer.shown else ""
    context = {"offer": offer, "offer_title": title, "form": form, "choices": choices}
    return pages.page(request, f"{HERE}/answers.html", context, status=422 if form.errors else 200)


def _own_providers(request: HttpRequest) -> Any:
    rows = Provider.objects.filter(organisation__in=request.access.organisations(EDITOR))
    return rows.select_related("organisation").order_by("organisation__name")


def _choices(offer: Offer) -> list[tuple[str, str]]:
    """Statements of the offer's areas with each of their gaps, and whatever it answers already."""
    slugs = offer.shown.areas if offer.shown else offer.provider.areas
    found: dict[str, str] = {}
    for version in queries.statements_for(slugs):
        for need in ("", *presenters.gap_names(version)):
            found[f"{version.statement_id}:{need}"] = _choice_words(version, need)
    for row in offer.answers.select_related("statement__area"):
        words_of = f"{row.statement.area.name}, {row.statement.year}: {row.get_need_words()}"
        found.setdefault(f"{row.statement_id}:{row.need}", words_of)
    return list(found.items())


def _choice_words(version: StatementVersion, need: str) -> str:
    what = words.Need(need).label if need else AS_A_WHOLE
    return f"{version.statement.area.name}, {version.statement.year}: {what}"
