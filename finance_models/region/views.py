"""Pages of the region's exact figures, for the network's finance group."""

from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render

from accounts.access import methods, requires
from accounts.permissions import Permission
from files import offers, writing
from finance_models.region import presenters, queries
from finance_models.region import terms as terms_of
from finance_models.region.forms import BenchmarkForm
from finance_models.runs.words import NOT_A_LIMIT
from tenants.returns import finance
from tenants.returns.models import RegionFigures


@requires(Permission.FINANCE_REGION_READ)
@methods("GET")
def start(request: HttpRequest) -> HttpResponse:
    """The region's rates, who has released, and by which terms."""
    context = _context(request)
    found, terms = context["found"], finance.present_terms()
    standings = queries.standings()
    context |= {
        "terms": terms,
        "terms_rows": terms_of.in_rows(terms) if terms else [],
        "releases": presenters.releases_table(standings),
        "releases_files": offers.offers("region:releases-file"),
        "not_a_limit": NOT_A_LIMIT,
        "earlier": queries.earlier()[:20],
        "may_set_terms": request.access.can(Permission.FINANCE_TERMS_SET),
    }
    if found:
        files = _files(found, "rates")
        context |= {
            "sentence": presenters.sentence(found),
            "rates": presenters.rates_table(found),
            "rates_files": files,
            "chart": presenters.rates_chart(found, files),
        }
    return render(request, "finance/region.html", context)


@requires(Permission.FINANCE_REGION_READ)
@methods("GET")
def benchmarks(request: HttpRequest) -> HttpResponse:
    """Cost of a person-year by setting and by band, area beside area."""
    context = _context(request)
    found, names = context["found"], queries.area_names()
    if found:
        form = BenchmarkForm(
            request.GET if "setting" in request.GET else None,
            settings=presenters.choices(found, "setting"),
            bands=presenters.choices(found, "band"),
        )
        by_setting, by_band = _files(found, "by-setting"), _files(found, "by-band")
        context |= {
            "form": form,
            "charts": [
                presenters.benchmark_chart(found, "setting", form.chosen("setting"), names, by_setting),
                presenters.benchmark_chart(found, "band", form.chosen("band"), names, by_band),
            ],
            "tables": [
                (presenters.against_table(found, names), _files(found, "against")),
                (presenters.benchmarks_table(found, "setting", names), by_setting),
                (presenters.benchmarks_table(found, "band", names), by_band),
            ],
        }
    return render(request, "finance/region_benchmarks.html", context)


@requires(Permission.FINANCE_REGION_READ)
@methods("GET")
def quality(request: HttpRequest) -> HttpResponse:
    """Quality of the data and activity, area beside area."""
    context = _context(request)
    found, names = context["found"], queries.area_names()
    if found:
        context["tables"] = [
            (presenters.quality_table(found, names), _files(found, "quality")),
            (presenters.activity_table(found, names), _files(found, "activity")),
        ]
    return render(request, "finance/region_quality.html", context)


@requires(Permission.FINANCE_REGION_READ)
@methods("GET")
def download(request: HttpRequest, number: int, key: str, ending: str) -> HttpResponse:
    """One table of the exact figures, or `all` of them, as a file."""
    found = queries.figures(number)
    made = presenters.tables(found, queries.area_names()) if found and found.releases else []
    tables = [table for table in made if key in (table.key, "all")]
    if not tables:
        raise Http404("There is no such table.")
    return writing.answer(request, tables, ending=ending, name=f"region-{number}-{key}", title="The region's figures")


@requires(Permission.FINANCE_REGION_READ)
@methods("GET")
def releases_file(request: HttpRequest, ending: str) -> HttpResponse:
    """Who has released what, as a file."""
    table = presenters.releases_table(queries.standings())
    return writing.answer(request, table, ending=ending, name="finance-releases")


def _context(request: HttpRequest) -> dict[str, Any]:
    """The figures that the address names (`?figures=3`), else the newest, and what to say of them."""
    newest = queries.newest_figures()
    asked = request.GET.get("figures", "")
    found = newest
    if asked:
        found = queries.figures(int(asked)) if asked.isdecimal() and len(asked) < 9 else None
        if found is None:
            raise Http404("There are no such figures.")
    terms = finance.present_terms()
    return {
        "found": found if found and found.releases else None,
        "is_earlier": bool(found and newest and found.pk != newest.pk),
        "is_by_earlier_terms": bool(found and terms and found.terms_id != terms.pk),
        "is_being_made": not asked and queries.is_being_made(newest),
        "source": presenters.source_words(found) if found else "",
    }


def _files(found: RegionFigures, key: str) -> offers.Offers:
    return offers.offers("region:download", found.number, key)
