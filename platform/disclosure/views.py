"""What was published: of the whole network for those who read the board's pages, of an area for its team."""

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse

from accounts.access import methods, requires
from accounts.permissions import Permission
from disclosure import actions, presenters, queries
from disclosure.forms import DataSetRuleForm, ReleaseFilters, RuleForm
from disclosure.models import Release
from files import offers, writing

# With what the middleware adds: the area of the address, the rights of the person.
Request = Any

ROWS_ON_A_PAGE = 25
ROWS_IN_A_FILE = 10_000


@requires(Permission.BOARD_READ)
def network_list(request: Request) -> HttpResponse:
    """Everything that was published, by the network and by its areas."""
    return _list(request, area=None, file_route=("releases:list-file",))


@requires(Permission.BOARD_READ)
def network_file(request: Request, ending: str) -> HttpResponse:
    """The same list as a file."""
    return _file(request, area=None, ending=ending)


@requires(Permission.BOARD_READ)
def network_release(request: Request, public_id: UUID) -> HttpResponse:
    """One release, as it was shown."""
    return _release(request, get_object_or_404(queries.releases(), public_id=public_id), area=None)


@requires(Permission.BOARD_READ)
def network_release_file(request: Request, public_id: UUID, ending: str) -> HttpResponse:
    """Its tables as a file."""
    return _release_file(request, get_object_or_404(queries.releases(), public_id=public_id), ending, area=None)


@requires(Permission.AREA_READ)
def area_list(request: Request, area: str) -> HttpResponse:
    """What this area published."""
    return _list(request, area=request.area, file_route=("releases:area-list-file", area))


@requires(Permission.AREA_READ)
def area_file(request: Request, area: str, ending: str) -> HttpResponse:
    """The same list as a file."""
    return _file(request, area=request.area, ending=ending)


@requires(Permission.AREA_READ)
def area_release(request: Request, area: str, public_id: UUID) -> HttpResponse:
    """One release of this area; another area's is not found."""
    release = get_object_or_404(queries.releases(area=request.area), public_id=public_id)
    return _release(request, release, area=request.area)


@requires(Permission.AREA_READ)
def area_release_file(request: Request, area: str, public_id: UUID, ending: str) -> HttpResponse:
    """Its tables as a file."""
    release = get_object_or_404(queries.releases(area=request.area), public_id=public_id)
    return _release_file(request, release, ending, area=request.area)


@requires(Permission.RELEASE_RULE_CHOOSE)
@methods("GET", "POST")
def area_rule(request: Request, area: str) -> HttpResponse:
    """By which rule this area publishes; what is chosen counts for what is published from then on."""
    form = RuleForm(request.POST or None, initial={"rule": queries.rule_for(area=request.area).name})
    if request.method == "POST" and form.is_valid():
        actions.choose_rule(area=request.area, by=request.user, **form.cleaned_data)
        messages.success(request, "The rule is chosen. It counts for what is published from now on.")
        return redirect("releases:area-rule", area)
    return _rule(request, form, area=request.area, choices=queries.choices(area=request.area))


@requires(Permission.RELEASE_RULE_CHOOSE, everywhere=True)
@methods("GET", "POST")
def data_set_rule(request: Request) -> HttpResponse:
    """By which rule a data set is published, whoever publishes from it."""
    form = DataSetRuleForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        actions.choose_rule(by=request.user, **form.cleaned_data)
        messages.success(request, "The rule is chosen. It counts for what is published from now on.")
        return redirect("releases:data-set-rule")
    return _rule(request, form, area=None, choices=queries.choices())


def _list(request: Request, *, area: Any, file_route: tuple[str, ...]) -> HttpResponse:
    form = ReleaseFilters(request.GET or None, area=area)
    found = queries.releases(area=area, **form.chosen())
    page = Paginator(found, ROWS_ON_A_PAGE).get_page(request.GET.get("page"))
    may_choose = request.access.can(Permission.RELEASE_RULE_CHOOSE, area=area)
    rule_url = reverse("releases:area-rule", args=[area.slug]) if area else reverse("releases:data-set-rule")
    table = presenters.list_table(page.object_list, area=area)
    context = {
        "form": form,
        "page": page,
        "table": table,
        "downloads": offers.offers(*file_route, query=request.GET, cells=page.paginator.count * len(table.head)),
        "area": area,
        "rule_url": rule_url if may_choose else None,
    }
    return render(request, "disclosure/releases.html", context)


def _file(request: Request, *, area: Any, ending: str) -> HttpResponse:
    form = ReleaseFilters(request.GET or None, area=area)
    found = queries.releases(area=area, **form.chosen())[:ROWS_IN_A_FILE]
    return writing.answer(request, presenters.file_table(found), ending=ending, name="releases", area=area)


def _release(request: Request, release: Release, *, area: Any) -> HttpResponse:
    route = ("releases:area-release-file", area.slug) if area else ("releases:release-file",)
    context = {
        "release": release,
        "facts": presenters.facts(release),
        "tables": presenters.tables(release),
        "downloads": offers.offers(*route, release.public_id),
        "list_url": reverse("releases:area-list", args=[area.slug]) if area else reverse("releases:list"),
        "replaced_by": release.replaced_by.first(),
        "area": area,
    }
    return render(request, "disclosure/release.html", context)


def _release_file(request: Request, release: Release, ending: str, *, area: Any) -> HttpResponse:
    name = f"release-{str(release.public_id)[:8]}"
    tables = presenters.tables(release)
    return writing.answer(request, tables, ending=ending, name=name, title=release.title, area=area)


def _rule(request: Request, form: Any, *, area: Any, choices: Any) -> HttpResponse:
    context = {
        "form": form,
        "area": area,
        "head": presenters.CHOICE_HEAD,
        "rows": presenters.choice_rows(choices[:ROWS_ON_A_PAGE]),
        "now": presenters.words_of(queries.rule_for(area=area)),
        "list_url": reverse("releases:area-list", args=[area.slug]) if area else reverse("releases:list"),
    }
    return render(request, "disclosure/rule.html", context, status=422 if form.errors else 200)
