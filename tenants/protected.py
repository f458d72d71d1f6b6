"""Tables that only their own actions may write: a direct save, update or delete is refused.

The database holds what must never be broken; this holds what a hurried caller would forget: the audit row.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from typing import Any

from django.db import models

_open: ContextVar[frozenset[str]] = ContextVar("tables_open_for_writing", default=frozenset())


class DirectWriteRefused(RuntimeError):
    """The table is written by its actions only."""

    def __init__(self, model: type[models.Model], module: str) -> None:
        super().__init__(f"{model.__name__} is written through {module} only, which keeps the audit row.")


@contextmanager
def writing(model: type[models.Model]) -> Iterator[None]:
    """Open a protected table for the actions of its module."""
    token = _open.set(_open.get() | {model._meta.label})
    try:
        yield
    finally:
        _open.reset(token)


class ProtectedQuerySet(models.QuerySet[Any]):
    """Refuses bulk writes outside `writing`."""

    def _check(self) -> None:
        check(self.model)

    def update(self, **values: Any) -> int:
        self._check()
        return super().update(**values)

    def delete(self) -> tuple[int, dict[str, int]]:
        self._check()
        return super().delete()

    def bulk_create(self, *args: Any, **options: Any) -> list[Any]:
        self._check()
        return super().bulk_create(*args, **options)

    def bulk_update(self, *args: Any, **options: Any) -> int:
        self._check()
        return super().bulk_update(*args, **options)


class Protected(models.Model):
    """A model whose rows are written inside `writing(Model)` only. Subclasses name `written_by`, their module."""

    written_by = ""

    class Meta:
        abstract = True

    def save(self, *args: Any, **options: Any) -> None:
        check(type(self))
        super().save(*args, **options)

    def delete(self, *args: Any, **options: Any) -> tuple[int, dict[str, int]]:
        check(type(self))
        return super().delete(*args, **options)


def check(model: type[models.Model]) -> None:
    """Raise DirectWriteRefused unless the table is open."""
    if model._meta.label not in _open.get():
        raise DirectWriteRefused(model, getattr(model, "written_by", ""))
