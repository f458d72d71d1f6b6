"""What becomes of a version after it was loaded: taken into use, superseded, deleted."""

from functools import partial

from django.db import transaction

import audit
from accounts.models import User
from config.today import today
from finance_models.loading import folders
from finance_models.models import DataVersion
from tenants.models import Area

State = DataVersion.State


class VersionRefused(ValueError):
    """What was asked can't be done to this version; the message is a finished sentence."""


@transaction.atomic
def accept(*, area: Area, number: int, by: User | None) -> DataVersion:
    """Take a version into use; the one in use until now is superseded. Raises VersionRefused, DataVersion.DoesNotExist.

    A superseded version may be taken into use again.
    """
    version = DataVersion.objects.select_for_update().get(number=number)
    if version.state not in (State.LOADED, State.SUPERSEDED):
        raise VersionRefused(f"{version} is {version.get_state_display().lower()}, so it can't be taken into use.")
    DataVersion.objects.filter(state=State.IN_USE).update(state=State.SUPERSEDED, superseded_on=today())
    version.state, version.accepted_on, version.superseded_on = State.IN_USE, today(), None
    version.save(update_fields=["state", "accepted_on", "superseded_on"])
    audit.record(action="finance.data_accept", by=by, area=area, object=version, detail={"number": number})
    return version


@transaction.atomic
def delete(*, area: Area, number: int, by: User | None, why: str = "") -> DataVersion:
    """Delete a version's files. Its row stays, with its register entry, its counts and its checksum.

    `why` is for the audit, where it was no person's wish. Raises VersionRefused, DataVersion.DoesNotExist.
    """
    version = DataVersion.objects.select_for_update().get(number=number)
    if version.state == State.DELETED:
        raise VersionRefused(f"{version} is deleted already.")
    folder = version.folder
    version.state, version.deleted_on, version.folder = State.DELETED, today(), ""
    version.save(update_fields=["state", "deleted_on", "folder"])
    detail = {"number": number, "rows": version.rows, "checksum": version.checksum, **({"why": why} if why else {})}
    audit.record(action="finance.data_delete", by=by, area=area, object=version, detail=detail)
    transaction.on_commit(partial(folders.forget, area, folder))
    return version
