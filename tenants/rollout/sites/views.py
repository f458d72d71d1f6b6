"""Reading an area's sites."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render

from accounts.access import methods, requires
from accounts.permissions import Permission
from config.today import today
from files import offers, writing
from tenants import site_register
from tenants.models import Area, Site
from tenants.rollout import changes
from tenants.rollout.models import Change
from tenants.rollout.sites import presenters


@requires(Permission.AREA_READ)
@methods("GET")
def sites(request: HttpRequest, area: str) -> HttpResponse:
    """The area's sites by intake, with their stage and how long they have been at it."""
    own = presenters.own_sites(request.area, site_register.register(today()))
    context = {
        "cohorts": presenters.page_rows(request.area, own),
        "table": presenters.sites_table(request.area, own),
        "out": presenters.out_of_the_register(request.area, own),
        "may_edit": request.access.can(Permission.ROLLOUT_EDIT, request.area),
        "downloads": offers.offers("rollout:sites-download", area, "sites"),
    }
    return render(request, "rollout/sites.html", context)


@requires(Permission.AREA_READ)
@methods("GET")
def site(request: HttpRequest, area: str, site: int) -> HttpResponse:
    """One site: where it stands, its mentoring, every move, every correction."""
    found = find_site(request.area, site)
    moves = site_register.history(found)
    page = presenters.site_page(found, moves, site_register.mentorings_of(found), today())
    context = {
        "site": found,
        "page": page,
        "stage_tag": presenters.tag_of(page.stage) if page.stage else "site_out",
        "field_words": presenters.FIELD_WORDS,
        "moves": presenters.moves_table(found, moves),
        "corrections": changes.history(Change.Thing.SITE, found),
        "may_edit": request.access.can(Permission.ROLLOUT_EDIT, request.area),
        "downloads": offers.offers("rollout:site-moves-download", area, found.pk),
    }
    return render(request, "rollout/site.html", context)


@requires(Permission.AREA_READ)
@methods("GET")
def download(request: HttpRequest, area: str, key: str, ending: str) -> HttpResponse:
    """The area's sites as a file."""
    if key != "sites":
        raise Http404("There is no such table.")
    own = presenters.own_sites(request.area, site_register.register(today()))
    table = presenters.sites_table(request.area, own)
    name = f"{area}-sites-{today().isoformat()}"
    return writing.answer(request, table, ending=ending, name=name, area=request.area)


@requires(Permission.AREA_READ)
@methods("GET")
def moves_download(request: HttpRequest, area: str, site: int, ending: str) -> HttpResponse:
    """A site's moves as a file."""
    found = find_site(request.area, site)
    table = presenters.moves_table(found, site_register.history(found))
    name = f"{area}-site-{found.pk}-moves-{today().isoformat()}"
    return writing.answer(request, table, ending=ending, name=name, area=request.area)


def find_site(area: Area, number: int) -> Site:
    """The area's own site of this number; raises Http404, for another area's site too."""
    found = Site.objects.select_related("area", "cohort").filter(area=area, pk=number).first()
    if found is None:
        raise Http404("There is no such site.")
    return found
