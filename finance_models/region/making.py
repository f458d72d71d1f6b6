"""Making the region's figures from the newest releases by the network's present terms. Work for the worker."""

from typing import Any

from django.db import transaction
from django.db.models import Max

from config.today import today
from finance_models.calc import regional
from finance_models.region import board
from finance_models.region.documents import region_document
from finance_models.region.terms import capitation_of
from finance_models.runs import code
from tenants.returns import finance
from tenants.returns.models import FinanceTerms, PublishedFinance, RegionFigures

EMPTY: dict[str, Any] = {}


@transaction.atomic
def make() -> RegionFigures | None:
    """Keep figures of what counts now; None where nothing has changed since the last ones, or there are no terms."""
    terms = FinanceTerms.objects.select_for_update().order_by("-number").first()
    if terms is None:
        return None
    rows = [row for row in finance.newest() if row.terms_id == terms.pk]
    last = RegionFigures.objects.filter(terms=terms).first()
    named = names_of(rows)
    if _is_as_before(last, named):
        return None
    newest = RegionFigures.objects.aggregate(newest=Max("number"))["newest"] or 0
    result = _result(terms, rows) if rows else EMPTY
    return RegionFigures.objects.create(
        number=newest + 1,
        terms=terms,
        releases=named,
        result=result,
        shown=board.show(terms, rows, result) if rows else EMPTY,
        code_version=code.version(),
        as_at=today(),
        is_sample=any(row.is_sample for row in rows),
    )


def _is_as_before(last: RegionFigures | None, named: list[list[Any]]) -> bool:
    if last is None:
        return not named
    return (last.releases, last.code_version) == (named, code.version())


def names_of(rows: list[PublishedFinance]) -> list[list[Any]]:
    """[[area's slug, number of its release]], in the order of areas."""
    return [[row.area.slug, row.number] for row in rows]


def _result(terms: FinanceTerms, rows: list[PublishedFinance]) -> dict[str, Any]:
    releases = [regional.from_document(row.document) for row in rows]
    pooled = regional.pool(releases)
    return region_document(pooled, regional.capitate_region(pooled, capitation_of(terms)), releases)
