"""The search page, open to everybody: each result only to those who may see it; what nothing was found for."""

from typing import Any

from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse

from accounts.access import public, requires
from accounts.permissions import Permission
from accounts.rate_limits import limited
from files import offers, writing
from find import presenters, queries, registry, unanswered
from find.forms import SearchForm
from find.spelling import better
from find.words import Words

RESULTS_ON_A_PAGE = 10


@public
@limited("search")
def search(request: HttpRequest) -> HttpResponse:
    """What fits the words `q`, narrowed by the facets in the address."""
    words = Words.typed(request.GET.get("q", ""))
    too_common = bool(words) and words.are_too_common()
    chosen = {facet.key: request.GET.get(facet.key, "") for facet in [queries.KIND, *registry.facets()]}
    access: Any = request.access  # type: ignore[attr-defined]
    results = queries.search(Words("") if too_common else words, access, chosen=chosen)
    page = Paginator(results.found, RESULTS_ON_A_PAGE).get_page(request.GET.get("page"))
    is_unanswered = bool(words) and not too_common and not results.total
    if is_unanswered:
        unanswered.count(request, words)
    context = {
        "form": SearchForm(request.GET, results.facets),
        "words": words,
        "too_common": too_common,
        "results": results,
        "page": page,
        "shown": presenters.shown(page.object_list),
        "is_narrowed": any(chosen.values()),
        "without_filters": f"{reverse('find:search')}{presenters.words_alone(words)}",
        "kinds": presenters.kinds(),
        "better": _better(words, access) if is_unanswered else None,
    }
    return render(request, "find/search.html", context)


@requires(Permission.CMS_EDIT)
def unanswered_list(request: HttpRequest) -> HttpResponse:
    """What people searched for and didn't find, for those who write."""
    context = {
        "table": presenters.unanswered_table(),
        "few": presenters.asked_by_few(),
        "askers": unanswered.ASKERS,
        "downloads": offers.offers("find:unanswered-file"),
    }
    return render(request, "find/unanswered.html", context)


@requires(Permission.CMS_EDIT)
def unanswered_file(request: HttpRequest, ending: str) -> HttpResponse:
    """The same as a file."""
    return writing.answer(request, presenters.unanswered_table(), ending=ending, name="searches-without-results")


def _better(words: Words, access: Any) -> dict[str, str] | None:
    """The words as they were probably meant, where they find something for this person; None otherwise."""
    meant = Words.typed(better(words))
    if not meant or not queries.search(meant, access).total:
        return None
    return {"words": meant.text, "href": f"{reverse('find:search')}{presenters.words_alone(meant)}"}
