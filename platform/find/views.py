"""The search page, open to everybody: each result only to those who may see it."""

from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse

from accounts.access import public
from accounts.rate_limits import limited
from find import presenters, queries, registry
from find.forms import SearchForm
from find.words import Words

RESULTS_ON_A_PAGE = 10


@public
@limited("search")
def search(request: HttpRequest) -> HttpResponse:
    """What fits the words `q`, narrowed by the facets in the address."""
    words = Words.typed(request.GET.get("q", ""))
    too_common = bool(words) and words.are_too_common()
    chosen = {facet.key: request.GET.get(facet.key, "") for facet in [queries.KIND, *registry.facets()]}
    results = queries.search(Words("") if too_common else words, request.access, chosen=chosen)
    page = Paginator(results.found, RESULTS_ON_A_PAGE).get_page(request.GET.get("page"))
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
    }
    return render(request, "find/search.html", context)
