"""Who may use these addresses; see `accounts.rights_table`."""

import datetime
from typing import Any

from accounts.rights_table import SIGNED_IN, Row

GET_AND_POST = ("GET", "POST")


def _request_of(person: Any, kind: str) -> dict[str, Any]:
    from django.utils import timezone

    from data_rights.models import DataRequest

    soon = timezone.now() + datetime.timedelta(days=14)
    made = DataRequest.objects.create(
        kind=kind, person=person, due_at=soon, carry_out_at=soon if kind == "erasure" else None
    )
    return {"public_id": made.public_id}


def _own_request(world: Any) -> dict[str, Any]:
    return _request_of(world.me or world.people["network-manager"], "correction")


def _somebody(world: Any) -> Any:
    return next(user for user in world.people.values() if user != world.me)


def _somebody_elses_request(world: Any) -> dict[str, Any]:
    return _request_of(_somebody(world), "correction")


def _erasure_of_somebody(world: Any) -> dict[str, Any]:
    return _request_of(_somebody(world), "erasure")


def _copy_of(person: Any) -> dict[str, Any]:
    import io

    from django.utils import timezone

    from data_rights.models import DataExport
    from files import private

    kept = private.keep(io.BytesIO(b"a copy"), area=None, purpose="exports", limit_bytes=100)
    expires = timezone.now() + datetime.timedelta(days=7)
    made = DataExport.objects.create(person=person, path=kept, size=6, expires_at=expires)
    return {"public_id": made.public_id}


def _own_copy(world: Any) -> dict[str, Any]:
    return _copy_of(world.me or world.people["network-manager"])


def _somebody_elses_copy(world: Any) -> dict[str, Any]:
    return _copy_of(_somebody(world))


ROWS = [
    Row("data_rights:mine", SIGNED_IN),
    Row("data_rights:copy", SIGNED_IN, ("POST",)),
    Row("data_rights:download", SIGNED_IN, sample=_own_copy, foreign=_somebody_elses_copy),
    Row("data_rights:correction", SIGNED_IN, GET_AND_POST, also=(422,)),
    Row("data_rights:erasure", SIGNED_IN, GET_AND_POST, also=(422,)),
    Row("data_rights:cancel", SIGNED_IN, ("POST",), sample=_own_request, foreign=_somebody_elses_request),
    Row("data_rights:requests", ["network-manager"]),
    Row("data_rights:request", ["network-manager"], GET_AND_POST, sample=_somebody_elses_request, also=(422,)),
    Row("data_rights:erase-now", ["network-manager"], GET_AND_POST, sample=_erasure_of_somebody, also=(422,)),
    Row("data_rights:retention", ["network-manager"]),
    Row("data_rights:retention-download", ["network-manager"], sample=lambda world: {"ending": "csv"}),
]
