"""Writing cases: one, or a whole workbook of them, all or nothing."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any

from django.db import transaction

import audit
from accounts.models import User
from config.today import today
from finance_models.models import Case, CaseLine
from finance_models.models.cases import COSTS
from tenants.models import Area

Line = tuple[str, int]  # what a line of the plan buys, and its pence a year
COST_FIELDS = tuple(f"{when}_{key}" for when in ("before", "after") for key, _ in COSTS)
FIELDS = ("pseudonym", "site", "group", "has_consent", *COST_FIELDS)


@dataclass(frozen=True)
class Recorded:
    """One case as it was given: values of FIELDS (costs in pence a year, None for not known), and its plan's lines."""

    values: dict[str, Any]
    lines: list[Line] = field(default_factory=list)


@transaction.atomic
def record(*, area: Area, cases: Iterable[Recorded], by: User | None, is_sample: bool = False) -> list[Case]:
    """Keep these cases, in the area's schema; one whose pseudonym is there already takes its place.

    All are kept, or none. Raises ValidationError.
    """
    kept = [_keep(each, by, is_sample) for each in cases]
    audit.record(action="finance.case_record", by=by, area=area, detail={"cases": len(kept)})
    return kept


def _keep(recorded: Recorded, by: User | None, is_sample: bool) -> Case:
    pseudonym = recorded.values["pseudonym"].strip()
    case = Case.objects.select_for_update().filter(pseudonym=pseudonym).first() or Case()
    for name in FIELDS:
        setattr(case, name, recorded.values.get(name))
    case.pseudonym, case.has_consent = pseudonym, bool(recorded.values.get("has_consent"))
    case.recorded_on, case.by, case.is_sample = today(), by, is_sample
    case.full_clean()
    case.save()
    case.lines.all().delete()
    CaseLine.objects.bulk_create(CaseLine(case=case, what=what, pence=pence) for what, pence in recorded.lines)
    return case


@transaction.atomic
def delete(*, area: Area, number: int, by: User | None) -> None:
    """Take a case away, with its plan. Raises Case.DoesNotExist."""
    case = Case.objects.select_for_update().get(pk=number)
    case.delete()
    audit.record(action="finance.case_delete", by=by, area=area, detail={"case": number})
