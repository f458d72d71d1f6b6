"""Reading the network's workstreams."""

from typing import Any

from audit import queries as audit_queries
from tenants.models import Workstream, WorkstreamOutput
from tenants.steps import Step, steps


def workstreams() -> list[Workstream]:
    """Every workstream with its outputs, in the order of the list. Two queries."""
    return list(Workstream.objects.prefetch_related("outputs"))


def workstream(key: str) -> Workstream | None:
    """One of them with its outputs, by the name in its address."""
    return Workstream.objects.filter(key=key).prefetch_related("outputs").first()


def output(key: str, number: int) -> WorkstreamOutput | None:
    """An output of this workstream."""
    return WorkstreamOutput.objects.filter(workstream__key=key, pk=number).select_related("workstream").first()


def history(found: Workstream) -> list[Step]:
    """The steps of a workstream and of its outputs, the newest first."""
    outputs = _events(WorkstreamOutput).objects.filter(workstream_id=found.pk)
    own = _events(Workstream).objects.filter(pgh_obj_id=found.pk)
    made = [
        step for events in (own, outputs) for step in steps(events.select_related("pgh_context").order_by("pgh_id"))
    ]
    return sorted(made, key=lambda step: step.event.pgh_created_at, reverse=True)


def is_edited(found: Workstream) -> bool:
    """Whether the network's manager has changed it; a network folder then leaves it alone."""
    return audit_queries.rows(action="workstream.change").filter(object_id=str(found.pk)).exists()


def _events(model: Any) -> Any:
    return model._meta.get_field("events").related_model
