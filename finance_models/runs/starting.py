"""What the pages of runs share: the form that starts one, and the files of its tables."""

from collections.abc import Sequence
from typing import Any

from django.http import HttpRequest

from files import offers
from files.offers import Offers
from files.tables import Table
from finance_models.assumptions import queries as assumptions
from finance_models.loading import queries as data
from finance_models.models import Run
from finance_models.pages import may_edit
from finance_models.runs.forms import RunForm

KINDS = {"cost": Run.Kind.COST, "rates": Run.Kind.CAPITATE, "complexity": Run.Kind.COMPLEXITY}


def start_context(request: HttpRequest, kind: str) -> dict[str, Any]:
    """For `finance/start_run.html`: the form that starts a run of a kind, or what blocks it."""
    sets = assumptions.latest()
    blocked = ""
    if data.in_use() is None:
        blocked = "No data version is in use. Load data first, and take a version into use."
    elif not sets:
        blocked = "There are no assumptions yet. Begin a scenario first."
    form = RunForm(sets=sets)
    return {"form": form, "blocked": blocked, "kind": kind, "may_edit": may_edit(request)}


def files_of(area: str, run: Run, tables: Sequence[Table]) -> dict[str, Offers]:
    """The files of each table of a run, by the table's key."""
    return {each.key: offers.offers("finance:run-download", area, run.pk, each.key) for each in tables}
