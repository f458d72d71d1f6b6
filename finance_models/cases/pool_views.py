"""The region's pool of cases: exact for the network's finance group, rounded for everybody who reads the board."""

from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render

from accounts.access import methods, requires
from accounts.permissions import Permission
from files import offers, writing
from files.tables import Table
from finance_models.calc import case_sums
from finance_models.calc.case_sums import CasePool
from finance_models.cases import pool_presenters, pooled
from finance_models.cases.pool_presenters import Origin
from tenants.models import Area
from tenants.returns import cases as published


@requires(Permission.FINANCE_REGION_READ)
@methods("GET")
def start(request: HttpRequest) -> HttpResponse:
    """The pool by group, by kind of cost, and which areas are in it."""
    found = _found()
    context: dict[str, Any] = {"tables": []}
    if found:
        pool, origin, rows = found
        tables = _tables(pool, origin, rows)
        context = {
            "sentence": pool_presenters.sentence(pool.total),
            "areas": f"{len(rows)} of {Area.objects.in_use().count()} areas are in the pool.",
            "tables": tables,
            "files": {each.key: offers.offers("case_pool:download", each.key) for each in tables},
            "is_sample": origin.is_sample,
        }
    return render(request, "finance/case_pool.html", context)


@requires(Permission.FINANCE_REGION_READ)
@methods("GET")
def download(request: HttpRequest, key: str, ending: str) -> HttpResponse:
    """One table of the pool as a file."""
    found = _found()
    table = next((each for each in _tables(*found) if each.key == key), None) if found else None
    if table is None:
        raise Http404("There is no such table.")
    return writing.answer(request, table, ending=ending, name=f"cases-{key}")


@requires(Permission.BOARD_READ)
@methods("GET")
def board(request: HttpRequest) -> HttpResponse:
    """All areas together, rounded."""
    found = _found()
    context: dict[str, Any] = {"table": pool_presenters.board_table(found[0], found[1]) if found else None}
    return render(request, "finance/case_board.html", {**context, "downloads": offers.offers("case_board:download")})


@requires(Permission.BOARD_READ)
@methods("GET")
def board_download(request: HttpRequest, ending: str) -> HttpResponse:
    """The same as a file."""
    found = _found()
    if not found:
        raise Http404("No area has released its cases yet.")
    table = pool_presenters.board_table(found[0], found[1])
    return writing.answer(request, table, ending=ending, name="cases-of-all-areas")


def _found() -> tuple[CasePool, Origin, list[Any]] | None:
    """The pool, where it is from, and the releases in it; None without any."""
    rows = published.newest()
    pool = case_sums.pool([pooled.from_document(row.sums) for row in rows])
    if pool is None:
        return None
    names = ", ".join(row.area.name for row in rows)
    return pool, Origin(max(row.as_at for row in rows), f"Cases released by {names}", _has_sample(rows)), rows


def _tables(pool: CasePool, origin: Origin, rows: list[Any]) -> list[Table]:
    return [*pool_presenters.tables(pool, origin), pool_presenters.areas_table(rows, origin)]


def _has_sample(rows: list[Any]) -> bool:
    return any(row.is_sample for row in rows)
