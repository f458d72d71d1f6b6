"""Rows whose every change is kept by the database itself: also bulk writes, and raw SQL that passes all our code by.

    @tracked
    class Partner(models.Model): …      # then partner.events, the newest last

Each event is the row as it was left, with who and when (`audit.history`). The trigger's function names its table
without a schema, so `tenants.area_schemas.settle` pins it to its own after cloning and after migrating. TRUNCATE fires
no row's trigger: it is refused, on the table and on its events.
"""

from typing import TypeVar

import pghistory
import pgtrigger
from django.db import models

Model = TypeVar("Model", bound=type[models.Model])


def no_truncate() -> pgtrigger.Trigger:
    """Refuses to empty a table at one blow."""
    return pgtrigger.Trigger(
        name="no_truncate",
        when=pgtrigger.Before,
        level=pgtrigger.Statement,
        operation=pgtrigger.Truncate,
        func="RAISE EXCEPTION 'Cannot truncate %, whose rows have a history.', TG_TABLE_NAME;",
    )


def tracked(model: Model) -> Model:
    """Keep an event for each insert, update and delete of the model's rows; events are never changed."""
    pgtrigger.register(no_truncate())(model)
    keep = pghistory.track(
        pghistory.InsertEvent(),
        pghistory.UpdateEvent(),
        pghistory.DeleteEvent(),
        append_only=True,
        meta={"triggers": [no_truncate()]},
    )
    return keep(model)
