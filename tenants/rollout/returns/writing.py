"""Writing a return: begin, fill in section by section, check, sign, throw away, correct."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render

from accounts.access import methods, requires
from accounts.permissions import Permission
from config.today import today
from drafts import actions as kept_drafts
from tenants.quarters import Quarter
from tenants.returns import signing, versions
from tenants.returns.shape import Section
from tenants.rollout import return_drafts, return_errors
from tenants.rollout.returns import figure_tables, finding, forms, presenters, progress

ZEROS, ONWARDS = "zeros", "onwards"


@requires(Permission.RETURN_EDIT)
@methods("POST")
def begin(request: HttpRequest, area: str, quarter: str) -> HttpResponse:
    """Begin a quarter's return."""
    found = finding.quarter_of(quarter)
    try:
        return_drafts.open_draft(area=request.area, quarter=found, by=request.user)
    except return_errors.SignedAlready as error:
        messages.error(request, str(error))
    return redirect("returns_pages:quarter", area=area, quarter=quarter)


@requires(Permission.RETURN_EDIT)
@methods("GET", "POST")
def section(request: HttpRequest, area: str, quarter: str, section: str) -> HttpResponse:
    """One screen of the return; with a POST what was typed is kept, right or wrong."""
    found, screen = finding.quarter_of(quarter), finding.section_of(section)
    if request.method == "POST":
        return _save(request, found, screen)
    draft = finding.draft_of(found)
    before = versions.before(request.area, found)
    examined = return_drafts.examine(area=request.area, quarter=found, draft=draft)
    form = forms.section_form(screen, draft.typed, draft.notes.get(screen.key, ""))
    if not progress.is_empty(screen, draft.typed):
        form.show(fault for fault in examined.faults if fault.section == screen.key)
    context = {
        "quarter": found,
        "screen": screen,
        "form": form,
        "tables": figure_tables.figure_tables(screen, draft.typed, examined, before.figures),
        "explained": [each for each in examined.explained if each.section == screen.key],
        "before": before,
        "draft": draft,
        "lines": progress.lines(request.area, found, draft, examined),
        "following": progress.following(screen),
        "breadcrumbs": finding.crumbs(request.area, found),
    }
    return render(request, "returns_pages/section.html", context)


def _save(request: HttpRequest, quarter: Quarter, screen: Section) -> HttpResponse:
    form = forms.SectionForm(request.POST, section=screen)
    typed = form.typed()
    if ZEROS in request.POST:
        typed = {key: text if text.strip() else "0" for key, text in typed.items()}
    facts = {"area": request.area, "quarter": quarter, "section": screen.key, "by": request.user}
    try:
        return_drafts.save_section(typed=typed, note=form.note(), **facts)
    except return_errors.NoDraft as error:
        kept_drafts.keep(request=request, by=request.user)
        messages.error(request, f"{error} What you typed is kept in your account, under Drafts.")
        return redirect("returns_pages:quarter", area=request.area.slug, quarter=quarter.key)
    messages.success(request, f"“{screen.title}” is saved as you typed it.")
    following = progress.following(screen)
    if ONWARDS not in request.POST:
        return redirect("returns_pages:section", area=request.area.slug, quarter=quarter.key, section=screen.key)
    if following:
        return redirect("returns_pages:section", area=request.area.slug, quarter=quarter.key, section=following.key)
    return redirect("returns_pages:check", area=request.area.slug, quarter=quarter.key)


@requires(Permission.RETURN_EDIT)
@methods("GET")
def check(request: HttpRequest, area: str, quarter: str) -> HttpResponse:
    """Every cell that fails, why, and how to mend it."""
    found = finding.quarter_of(quarter)
    draft = finding.draft_of(found)
    examined = return_drafts.examine(area=request.area, quarter=found, draft=draft)
    context = {
        "quarter": found,
        "draft": draft,
        "sections": presenters.faults_by_section(request.area, found, examined.faults),
        "faults": len(examined.faults),
        "explained": examined.explained,
        "missing": versions.before(request.area, found).missing,
        "breadcrumbs": finding.crumbs(request.area, found),
    }
    return render(request, "returns_pages/check.html", context)


@requires(Permission.RETURN_SIGN)
@methods("GET", "POST")
def sign(request: HttpRequest, area: str, quarter: str) -> HttpResponse:
    """What is signed and what follows from it; with a POST it is signed."""
    found = finding.quarter_of(quarter)
    form = forms.SignForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        return _sign(request, found, form.cleaned_data["name"])
    draft = finding.draft_of(found)
    examined = return_drafts.examine(area=request.area, quarter=found, draft=draft)
    missing = versions.before(request.area, found).missing
    if examined.faults or missing:
        words = str(signing.OutOfOrder(missing)) if missing else str(signing.NotReady(examined.faults))
        messages.error(request, words)
        return redirect("returns_pages:check", area=area, quarter=quarter)
    context = {
        "quarter": found,
        "draft": draft,
        "form": form,
        "summary": presenters.signing_summary(examined.figures),
        "explained": examined.explained,
        "day": today(),
        "breadcrumbs": finding.crumbs(request.area, found),
    }
    return render(request, "returns_pages/sign.html", context, status=422 if form.errors else 200)


def _sign(request: HttpRequest, quarter: Quarter, name: str) -> HttpResponse:
    where = {"area": request.area.slug, "quarter": quarter.key}
    try:
        signed = return_drafts.sign(area=request.area, quarter=quarter, by=request.user, name=name)
    except (signing.NotReady, signing.OutOfOrder, signing.NoName) as error:
        messages.error(request, str(error))
        return redirect("returns_pages:check", **where)
    except return_errors.NoDraft as error:
        messages.error(request, str(error))
        return redirect("returns_pages:quarter", **where)
    messages.success(request, f"The return for {quarter} is signed: version {signed.version}. The board sees it now.")
    return redirect("returns_pages:quarter", **where)


@requires(Permission.RETURN_EDIT)
@methods("GET", "POST")
def discard(request: HttpRequest, area: str, quarter: str) -> HttpResponse:
    """Ask first; with a POST what is being written is thrown away."""
    found = finding.quarter_of(quarter)
    if request.method == "POST":
        try:
            return_drafts.discard(area=request.area, quarter=found, by=request.user)
        except return_errors.NoDraft as error:
            messages.error(request, str(error))
        else:
            messages.success(request, f"What was written for {found} is thrown away.")
        return redirect("returns_pages:quarter", area=area, quarter=quarter)
    draft = finding.draft_of(found)
    context = {"quarter": found, "draft": draft, "breadcrumbs": finding.crumbs(request.area, found)}
    return render(request, "returns_pages/discard.html", context)


@requires(Permission.RETURN_EDIT)
@methods("GET", "POST")
def correct(request: HttpRequest, area: str, quarter: str) -> HttpResponse:
    """Say why a signed return is corrected, and begin its next version."""
    found = finding.quarter_of(quarter)
    signed = finding.signed_of(request.area, found)
    form = forms.CorrectForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        return_drafts.correct(area=request.area, quarter=found, reason=form.cleaned_data["reason"], by=request.user)
        messages.success(request, "Change what is wrong, then sign it again. Until then the signed version stands.")
        return redirect("returns_pages:quarter", area=area, quarter=quarter)
    context = {
        "quarter": found,
        "signed": signed,
        "form": form,
        "is_open": return_drafts.find(found) is not None,
        "breadcrumbs": finding.crumbs(request.area, found),
    }
    return render(request, "returns_pages/correct.html", context, status=422 if form.errors else 200)
