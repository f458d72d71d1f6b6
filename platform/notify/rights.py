"""Who may use these addresses; see `accounts.rights_table`."""

from typing import Any

from accounts.rights_table import PUBLIC, SIGNED_IN, Row


def _notification_of(person: Any) -> dict[str, Any]:
    from notify.models import Notification

    made = Notification.objects.create(to=person, kind="rights-table", title="Something new", url="/home/")
    return {"public_id": made.public_id}


def _own(world: Any) -> dict[str, Any]:
    return _notification_of(world.me or world.people["network-manager"])


def _somebody_elses(world: Any) -> dict[str, Any]:
    return _notification_of(next(user for user in world.people.values() if user != world.me))


def _token(world: Any) -> dict[str, Any]:
    from notify import sealing

    return {"token": sealing.leaving_token(world.people["carer"].public_id, "job-ended")}


ROWS = [
    Row("notify:list", SIGNED_IN),
    Row("notify:file", SIGNED_IN, sample=lambda world: {"ending": "csv"}),
    Row("notify:read-all", SIGNED_IN, ("POST",)),
    Row("notify:go", SIGNED_IN, sample=_own, foreign=_somebody_elses),
    Row("notify:read", SIGNED_IN, ("POST",), sample=_own, foreign=_somebody_elses),
    Row("notify:leave", PUBLIC, ("GET", "POST"), sample=_token),
    Row("notify:choices", SIGNED_IN, ("GET", "POST"), also=(422,)),
    # Not there at all but in the demo.
    Row("notify:demo-mails", PUBLIC, also=(404,)),
    Row("notify:demo-mail", PUBLIC, sample=lambda world: {"key": "none"}, also=(404,)),
]
