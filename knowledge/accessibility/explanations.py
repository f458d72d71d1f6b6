"""Explaining a finding that is right as it is."""

from typing import Any

from django.db import transaction

import audit
from knowledge.accessibility import checking
from knowledge.coproduction.errors import StepRefused


@transaction.atomic
def explain(*, page: Any, finding: str, why: str, by: Any) -> Any:
    """Keep why a finding of the latest revision is right as it is; the last explanation counts.

    Raises StepRefused without a reason, and where the finding isn't there (any more).
    """
    from knowledge.models import Explanation

    if not why.strip():
        raise StepRefused("Say why it is right as it is.")
    found = {each.key: each for each in checking.findings(page, page.get_latest_revision())}
    if finding not in found:
        raise StepRefused("The check no longer finds this. Look at the list again.")
    about = f"{found[finding].what} {found[finding].where}".strip()[:400]
    kept, _ = Explanation.objects.update_or_create(
        resource_id=page.pk, finding=finding, defaults={"about": about, "why": why.strip()[:400], "by": by}
    )
    audit.record(action="resource.explain", by=by, object=page, detail={"rule": found[finding].rule})
    return kept
