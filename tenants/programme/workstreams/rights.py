"""Who may use the addresses of workstreams; see `accounts.rights_table`."""

from typing import Any

from accounts.rights_table import BOARD_READERS, Row

MANAGER, EDIT = ["network-manager"], ("GET", "POST")


def _workstream(world: Any) -> dict[str, Any]:
    return {"key": workstream_with_output().workstream.key}


def _output(world: Any) -> dict[str, Any]:
    made = workstream_with_output()
    return {"key": made.workstream.key, "number": made.pk}


def workstream_with_output() -> Any:
    """An output of a workstream."""
    from tenants.models import Workstream, WorkstreamOutput

    workstream = Workstream.objects.get_or_create(key="a-workstream", name="A workstream")[0]
    return WorkstreamOutput.objects.get_or_create(workstream=workstream, title="An output")[0]


ROWS = [
    Row("programme:workstreams", BOARD_READERS),
    Row("programme:workstreams-file", BOARD_READERS, sample=lambda world: {"ending": "csv"}),
    Row("programme:workstream-new", MANAGER, EDIT, also=(422,)),
    Row("programme:workstream", BOARD_READERS, sample=_workstream),
    Row("programme:workstream-change", MANAGER, EDIT, sample=_workstream, also=(422,)),
    Row("programme:output-new", MANAGER, EDIT, sample=_workstream, also=(422,)),
    Row("programme:output-change", MANAGER, EDIT, sample=_output, also=(422,)),
    Row("programme:output-remove", MANAGER, EDIT, sample=_output),
]
