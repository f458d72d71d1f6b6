"""Home, and the gallery of all components for those who build and test pages."""

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render

from accounts.access import methods, requires, signed_in
from accounts.permissions import Permission
from files import writing
from ui import errors, gallery_charts, gallery_examples
from ui import home as home_cards

REFUSALS = {"bad-request": 400, "not-allowed": 403, "not-found": 404, "too-many": 429, "csrf": 403}


@signed_in
def home(request: HttpRequest) -> HttpResponse:
    """What needs me today: at most seven cards from all rooms."""
    return render(request, "ui/home.html", {"cards": home_cards.cards_for(request)})


@requires(Permission.GALLERY_READ)
def gallery(request: HttpRequest) -> HttpResponse:
    """Every component with its states."""
    return render(request, "ui/gallery.html", gallery_examples.context(request.GET))


@methods("GET", "POST")
@requires(Permission.GALLERY_READ)
def gallery_form(request: HttpRequest) -> HttpResponse:
    """A form with every kind of field; sent empty it shows every kind of error."""
    form = gallery_examples.EveryField(request.POST or None, request.FILES or None)
    if request.method == "POST":
        form = gallery_examples.EveryField(request.POST, request.FILES)
        if form.is_valid():
            messages.success(request, "The form had no errors. Nothing was kept.")
            return redirect("ui:gallery-form")
    return render(request, "ui/gallery_form.html", {"form": form})


@requires(Permission.GALLERY_READ)
def gallery_easy_read(request: HttpRequest) -> HttpResponse:
    """An Easy Read page."""
    return render(request, "ui/gallery_easy_read.html")


@requires(Permission.GALLERY_READ)
def gallery_download(request: HttpRequest, ending: str) -> HttpResponse:
    """The files that the gallery's tables and charts link to."""
    return writing.answer(
        request,
        gallery_examples.table(),
        ending=ending,
        name="people-by-area-example",
        title="Examples of the gallery",
        charts=gallery_charts.PRINTED,
    )


@requires(Permission.GALLERY_READ)
def gallery_refusal(request: HttpRequest, page: str) -> HttpResponse:
    """One of the pages for what can't be shown."""
    if page == "server-error":
        response = errors.server_error(request)
    elif page in REFUSALS:
        response = errors.refusal(request, REFUSALS[page], page="csrf" if page == "csrf" else None)
    else:
        raise Http404
    response.status_code = 200
    return response
