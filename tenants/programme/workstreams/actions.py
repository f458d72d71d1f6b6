"""Writing workstreams and their outputs. The database keeps each step by itself."""

from typing import Any

from django.db import transaction
from django.db.models import Max
from django.utils.text import slugify

import audit
from accounts.models import User
from tenants.models import Workstream, WorkstreamOutput

KEY_LETTERS = 60


class NothingChanged(ValueError):
    """Nothing differs from what is stored."""

    def __init__(self) -> None:
        super().__init__("Nothing has changed. Change a field first, or leave the page.")


@transaction.atomic
def add(*, values: dict[str, Any], by: User) -> Workstream:
    """A new workstream, last in the list. Raises ValidationError for a name that is there already."""
    position = (Workstream.objects.aggregate(last=Max("position"))["last"] or 0) + 1
    made = Workstream(key=slugify(values["name"])[:KEY_LETTERS] or "workstream", position=position, **values)
    made.full_clean()
    made.save()
    audit.record(action="workstream.add", by=by, object=made)
    return made


@transaction.atomic
def change(*, key: str, values: dict[str, Any], by: User | None) -> Workstream:
    """Change what differs; raises NothingChanged. The address stays as it was."""
    found = Workstream.objects.select_for_update().get(key=key)
    changed = _set(found, values)
    audit.record(action="workstream.change", by=by, object=found, detail={"fields": changed})
    return found


@transaction.atomic
def add_output(*, workstream: Workstream, values: dict[str, Any], by: User | None) -> WorkstreamOutput:
    """Something more that the workstream is to deliver. Raises ValidationError for one that is there already."""
    made = WorkstreamOutput(workstream=workstream, **values)
    made.full_clean()
    made.save()
    audit.record(action="workstream.change", by=by, object=workstream, detail={"output_added": made.pk})
    return made


@transaction.atomic
def change_output(*, output: WorkstreamOutput, values: dict[str, Any], by: User) -> WorkstreamOutput:
    """Its words, its dates, where to find it; raises NothingChanged, and ValidationError."""
    found = WorkstreamOutput.objects.select_for_update().select_related("workstream").get(pk=output.pk)
    changed = _set(found, values)
    detail = {"output": found.pk, "fields": changed}
    audit.record(action="workstream.change", by=by, object=found.workstream, detail=detail)
    return found


@transaction.atomic
def remove_output(*, output: WorkstreamOutput, by: User) -> None:
    """Take an output off; its history stays."""
    number, workstream = output.pk, output.workstream
    output.delete()
    audit.record(action="workstream.change", by=by, object=workstream, detail={"output_removed": number})


def _set(row: Any, values: dict[str, Any]) -> list[str]:
    changed = [name for name, value in values.items() if getattr(row, name) != value]
    if not changed:
        raise NothingChanged
    for name in changed:
        setattr(row, name, values[name])
    row.full_clean()
    row.save()
    return changed
