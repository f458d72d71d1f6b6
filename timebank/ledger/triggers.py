"""Triggers that run a function of the database's own, which `pgtrigger.ignore` can't switch off from Python."""

import functools
import operator

import pgtrigger
from django.db import models
from django.db.models import Func

OPERATIONS = {
    "insert": pgtrigger.Insert,
    "update": pgtrigger.Update,
    "delete": pgtrigger.Delete,
    "truncate": pgtrigger.Truncate,
}


class CurrentTransaction(Func):
    """The id of the database transaction that runs."""

    function = "pg_current_xact_id"
    output_field = models.BigIntegerField()


class _Runs(pgtrigger.Trigger):
    """Runs `public.<function>()`, which the room's first migration makes (`timebank.ledger.sql`)."""

    def __init__(self, name: str, function: str, on: str) -> None:
        self.runs = function
        super().__init__(name=name, operation=functools.reduce(operator.or_, (OPERATIONS[word] for word in on.split())))

    def get_func(self, model: type[models.Model]) -> str:
        """The body that pgtrigger asks for; nothing runs it."""
        return "RETURN NULL;"

    def render_execute(self, model: type[models.Model]) -> str:
        """What the database runs."""
        return f"public.{self.runs}()"


class Guard(_Runs):
    """Before a statement: refuses it, also where it would touch no row."""

    when = pgtrigger.Before
    level = pgtrigger.Statement


class RunsBefore(_Runs):
    """Before each row."""

    when = pgtrigger.Before


class RunsAfter(_Runs):
    """After each row."""

    when = pgtrigger.After


class AtCommit(_Runs):
    """After each row, when the transaction ends at the latest; it may be looked at earlier, never later."""

    when = pgtrigger.After
    timing = pgtrigger.Deferred
