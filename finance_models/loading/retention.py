"""How long the files of a data version stay that another has taken the place of. What is in use is never touched.

Days are the field's (`config.today`), like those on the versions: in the demonstration time stands still.
"""

import datetime
from functools import partial

from django.conf import settings
from django.db import connection
from django.db.models import QuerySet

from config.today import today
from data_rights.retention import Rule, register
from finance_models.loading import versions
from finance_models.models import DataVersion
from tenants.data_part.areas import areas


def register_rule() -> None:
    """Called once, from the application's `ready()`."""
    register(
        Rule(
            "superseded-linked-data",
            "The files of linked data that a newer version took the place of",
            days(),
            "So that the newer can be compared with them, and taken back. Counts, checksum and figures stay.",
            "finance_models/loading/retention.py",
            count=lambda before: sum(over().count() for _ in areas()),
            delete=lambda before: sum(_delete_here() for _ in areas()),
        )
    )


def days() -> int | None:
    """For how many days files stay; None where they stay until somebody deletes them."""
    return settings.SUPERSEDED_DATA_DAYS or None


def words() -> str:
    """What the page says of it before it happens."""
    if days() is None:
        return "Files of a version that is superseded stay until somebody deletes them."
    return (
        f"The files of a version are deleted {days()} days after another took its place. Its entry stays here, with "
        "its counts and checksum, and so do the figures that were made from it."
    )


def last_day(version: DataVersion) -> datetime.date | None:
    """The last day on which a superseded version has its files; None for any other, and where they stay."""
    if version.state != DataVersion.State.SUPERSEDED or version.superseded_on is None or days() is None:
        return None
    return version.superseded_on + datetime.timedelta(days=days() or 0)


def over() -> QuerySet[DataVersion]:
    """In an area's schema: superseded versions whose last day is past."""
    found = DataVersion.objects.filter(state=DataVersion.State.SUPERSEDED)
    return found.filter(superseded_on__lt=today() - datetime.timedelta(days=days() or 0)) if days() else found.none()


def _delete_here() -> int:
    """Delete what is over in the area at hand; returns how many versions."""
    why = f"superseded for over {days()} days"
    delete = partial(versions.delete, area=connection.tenant, by=None, why=why)
    return len([delete(number=number) for number in over().values_list("number", flat=True)])
