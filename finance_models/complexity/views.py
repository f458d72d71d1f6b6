"""The page of the complexity-adjusted model. It is started, and its files are made, as those of other runs."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from accounts.access import methods, requires
from accounts.permissions import Permission
from finance_models.complexity import presenters
from finance_models.models import Run
from finance_models.pages import address
from finance_models.runs import queries
from finance_models.runs.starting import files_of, start_context
from finance_models.runs.words import NOT_A_LIMIT


@requires(Permission.FINANCE_READ)
@methods("GET")
def complexity(request: HttpRequest, area: str) -> HttpResponse:
    """The newest model: how well it predicts, and the payment it would give beside the banded rates."""
    run = queries.latest(Run.Kind.COMPLEXITY)
    context = start_context(request, "complexity") | {"run": run, "not_a_limit": NOT_A_LIMIT}
    if run:
        tables = presenters.tables(run)
        files = files_of(area, run, tables)
        context |= {
            "sentence": presenters.sentence(run),
            "moved": presenters.moved(run),
            "tables": {each.key: each for each in tables},
            "files": files,
            "chart": presenters.chart(run, files["tenths"]),
            "reference": presenters.reference_text(run),
            "made_href": address("run", request, run.pk),
        }
    return render(request, "finance/complexity.html", context)
