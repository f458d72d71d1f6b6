"""The log of what an area does about its gaps."""

from collections.abc import Mapping
from typing import Any

from django.db import transaction

import audit
from config.today import is_sample_activity, today
from market.models import Intervention
from tenants.models import Area

OVER = frozenset({Intervention.State.DONE, Intervention.State.STOPPED})


@transaction.atomic
def record(*, area: Area, values: Mapping[str, Any], by: Any) -> Intervention:
    """Write down something that the area does about a gap."""
    made = Intervention.objects.create(
        area=area, written_by=by, is_sample=is_sample_activity(), **_with_its_end(values, None)
    )
    audit.record(action="market.intervention", by=by, area=area, object=made, detail={"need": made.need})
    return made


@transaction.atomic
def change(*, intervention: Intervention, values: Mapping[str, Any], by: Any) -> Intervention:
    """Say how it stands, or what came of it."""
    found = Intervention.objects.select_for_update().get(pk=intervention.pk)
    for field, value in _with_its_end(values, found).items():
        setattr(found, field, value)
    found.save()
    detail = {"need": found.need, "state": found.state}
    audit.record(action="market.intervention_change", by=by, area=found.area, object=found, detail=detail)
    return found


def _with_its_end(values: Mapping[str, Any], before: Intervention | None) -> dict[str, Any]:
    """What is done or stopped ended on a day: the one on which that was said first."""
    ended = (before.done_on if before else None) or today()
    return {**values, "done_on": ended if values["state"] in OVER else None}
