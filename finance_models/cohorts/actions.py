"""Writing definitions of finance cohorts: checked first; a change is a new version."""

from typing import Any

from django.db import transaction

import audit
from accounts.models import User
from finance_models.models import CohortDefinition
from tenants.models import Area


class CohortRefused(ValueError):
    """The criteria can't be used; `faults` has one line for each fault."""

    def __init__(self, faults: list[str]) -> None:
        super().__init__(f"The criteria have {len(faults)} fault{'s' if len(faults) != 1 else ''}.")
        self.faults = faults


@transaction.atomic
def save(
    *, area: Area, name: str, criteria: dict[str, Any], reason: str, by: User | None, is_sample: bool = False
) -> CohortDefinition:
    """Keep a definition as the next version of its name, in the area's schema.

    `criteria` is {"combine": "all" or "any", "criteria": [...]} as `calc.cohorts.from_document` takes it. Raises
    CohortRefused with every fault, also where nothing differs from the latest version.
    """
    from finance_models.calc.cohorts import from_document, to_document

    name = name.strip()
    latest = CohortDefinition.objects.select_for_update().filter(name__iexact=name).order_by("-number").first()
    number = latest.number + 1 if latest else 1
    found, faults = from_document({"name": name, "version": number, **criteria})
    if found is None:
        raise CohortRefused(faults)
    kept = {key: value for key, value in to_document(found).items() if key in ("combine", "criteria")}
    if latest and latest.criteria == kept:
        raise CohortRefused(["Nothing differs from the latest version. Change a criterion first, or leave the page."])
    made = CohortDefinition(
        name=latest.name if latest else name,
        number=number,
        criteria=kept,
        sentence=found.sentence,
        reason=reason.strip(),
        is_sample=is_sample,
        by=by,
    )
    made.full_clean()
    made.save()
    audit.record(action="finance.cohort_save", by=by, area=area, object=made, detail={"number": number})
    return made
