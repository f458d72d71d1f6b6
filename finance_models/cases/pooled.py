"""Sums of cases as JSON, and back; and the sums that an area's own cases give."""

from typing import Any

from finance_models.calc import case_sums
from finance_models.calc.case_sums import CasePool, CaseSums
from finance_models.models import Case
from finance_models.models.cases import COSTS


def of_area() -> CasePool | None:
    """What may leave of the area's cases with consent, in its schema; None where they are too few."""
    groups: dict[str, dict[int, tuple[int, int]]] = {}
    costs: dict[str, dict[int, tuple[int, int]]] = {}
    for case in Case.objects.filter(has_consent=True):
        known = {key: found for key, _ in COSTS if (found := _both(case, key))}
        for key, found in known.items():
            costs.setdefault(key, {})[case.pk] = found
        if known:
            whole = (sum(before for before, _ in known.values()), sum(after for _, after in known.values()))
            groups.setdefault(case.group, {})[case.pk] = whole
    return case_sums.release(groups, costs)


def to_document(pool: CasePool) -> dict[str, Any]:
    """{"total": [cell], "groups": [cell…], "costs": [cell…]}; a cell is {"names": […], "sums": six whole numbers}."""
    return {
        "total": [{"names": [], "sums": pool.total.numbers}],
        "groups": [{"names": list(names), "sums": sums.numbers} for names, sums in pool.groups.items()],
        "costs": [{"names": list(names), "sums": sums.numbers} for names, sums in pool.costs.items()],
    }


def from_document(document: dict[str, Any]) -> CasePool:
    """The same, back."""
    cells = {
        key: {tuple(cell["names"]): CaseSums(*cell["sums"]) for cell in document[key]} for key in ("groups", "costs")
    }
    return CasePool(CaseSums(*document["total"][0]["sums"]), cells["groups"], cells["costs"])


def _both(case: Case, key: str) -> tuple[int, int] | None:
    before, after = getattr(case, f"before_{key}"), getattr(case, f"after_{key}")
    return None if before is None or after is None else (before, after)
