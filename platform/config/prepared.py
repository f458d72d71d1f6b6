"""A query that is put into SQL once in a process, and asked again and again with other values.

Django puts a query together and writes its SQL anew each time. For the posts of a page, with who wrote them and what
they quote, that takes three times as long as the database takes to answer; on a page with ten queries it was a third
of the whole. Only for the few that many pages ask: others are clearer without.
"""

import copy
import datetime
import uuid
from collections.abc import Callable, Iterator
from itertools import count
from types import SimpleNamespace
from typing import Any, Generic, TypeVar

from django.db import DEFAULT_DB_ALIAS, connections
from django.db.models import QuerySet
from django.db.models.query import FlatValuesListIterable, ModelIterable, ValuesListIterable

Row = TypeVar("Row")
Value = int | str | uuid.UUID | datetime.datetime | list[int] | list[str]
WAYS = (ModelIterable, ValuesListIterable, FlatValuesListIterable)
MOST_KEPT = 100  # lengths of lists of one query
# No number of ours is as large, and a column of four bytes still holds it; the next one stands well beside it.
STANDING_IN, APART = 2_100_000_000, 10_000


class Prepared(Generic[Row]):
    """`build(*values)` gives a queryset of rows, tuples or single values, and is called once for lists of each length.

    `build` may hang on nothing but its values: it is given others that stand in for them. They are numbers, ids, words,
    times and lists of these, and each has to reach the database as it is. TypeError or ValueError at the first call
    where one doesn't, and for what can't be prepared (`prefetch_related`, `values`).
    """

    def __init__(self, build: Callable[..., QuerySet[Any, Row]]) -> None:
        self._build = build
        self._plans: dict[tuple[int, ...], _Plan] = {}

    def __call__(self, *values: Value) -> list[Row]:
        """The rows, asked for now. One query; none where a list is empty."""
        lengths = tuple(len(value) if isinstance(value, list) else -1 for value in values)
        if 0 in lengths:
            return []
        plan = self._plans.get(lengths)
        if plan is None:
            plan = _Plan(self._build, values)
            if len(self._plans) < MOST_KEPT:
                self._plans[lengths] = plan
        return plan.rows(values)


class _Plan:
    """The SQL for lists of certain lengths, and which value goes where."""

    def __init__(self, build: Callable[..., QuerySet[Any, Any]], values: tuple[Value, ...]) -> None:
        numbers = count(STANDING_IN, APART)
        stand_ins = [_stand_in(value, numbers) for value in values]
        self._queryset = build(*stand_ins)
        if self._queryset._iterable_class not in WAYS or self._queryset._prefetch_related_lookups:
            raise TypeError("Only queries for rows, tuples and single values are prepared, and they prefetch nothing.")
        self._compiler = self._queryset.query.get_compiler(DEFAULT_DB_ALIAS)
        self._sql, self._params = self._compiler.as_sql()
        flat = _flat(stand_ins)
        self._places = [(at, flat.index(each)) for at, each in enumerate(self._params) if each in flat]
        reckoned = [each for each in self._params if isinstance(each, int) and each >= STANDING_IN and each not in flat]
        if reckoned or {place for _, place in self._places} != set(range(len(flat))):
            raise ValueError("A value of a prepared query doesn't reach the database as it is.")

    def rows(self, values: tuple[Value, ...]) -> list[Any]:
        """Ask, with the SQL that is there; Django's own classes make of the answer what the queryset would."""
        flat, params = _flat(values), list(self._params)
        for at, place in self._places:
            params[at] = flat[place]
        compiler: Any = copy.copy(self._compiler)  # threads ask at once, each on its own connection
        compiler.connection = connections[DEFAULT_DB_ALIAS]
        compiler.as_sql = lambda *args, **options: (self._sql, tuple(params))
        asked: Any = SimpleNamespace(
            db=DEFAULT_DB_ALIAS,
            model=self._queryset.model,
            query=SimpleNamespace(get_compiler=lambda *args, **options: compiler),
            _known_related_objects={},
        )
        return list(self._queryset._iterable_class(asked))


def _stand_in(value: Any, numbers: Iterator[int]) -> Any:
    """A value of the same kind that nothing else in the query is."""
    if isinstance(value, list):
        return [_stand_in(each, numbers) for each in value]
    if type(value) is int:
        return next(numbers)
    if isinstance(value, uuid.UUID):
        return uuid.UUID(int=next(numbers))
    if type(value) is str:
        return f"stands in {next(numbers)}"
    if isinstance(value, datetime.datetime):
        return datetime.datetime.fromtimestamp(next(numbers), datetime.UTC)
    raise TypeError(f"A prepared query takes numbers, ids, words, times and lists of these, not {value!r}.")


def _flat(values: Any) -> list[Any]:
    return [each for value in values for each in (value if isinstance(value, list) else [value])]
