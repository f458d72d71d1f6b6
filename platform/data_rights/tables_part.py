"""A part whose tables are simply a person's own: handed out row by row, and deleted when the person is erased."""

from collections.abc import Callable, Iterable
from typing import Any

from data_rights import rows
from data_rights.registry import Kept, Part, Section


def tables_part(
    key: str,
    title: str,
    *,
    own: dict[str, str],
    numbered: dict[str, str] | None = None,
    why: str = "",
    until: str = "",
    before: Callable[[Any, Any], Iterable[str]] | None = None,
    also: tuple[str, ...] = (),
    order: int = 50,
) -> Part:
    """A part of two sorts of tables, each a label with the path from its rows to their person.

    Rows of `own` are deleted. Rows of `numbered` stay, because of `why` and `until` then, and refer to a person by
    number alone. `before(user, by)` does what else has to be done, for the tables of `also` too, and says so. Tables
    are deleted in the given order.
    """
    stays = numbered or {}

    def export(user: Any) -> Iterable[Section]:
        yield from rows.sections(user, own | stays, key)

    def erase(user: Any, by: Any) -> Iterable[str]:
        if before:
            yield from before(user, by)
        for label, path in own.items():
            model = rows.of_model(label)
            gone = model._default_manager.filter(**{path: user}).delete()[0]
            if gone:
                yield f"Deleted {rows.counted(gone, rows.plural(model))}."

    def keeps(user: Any) -> list[Kept]:
        found = []
        for label, path in stays.items():
            model = rows.of_model(label)
            count = model._default_manager.filter(**{path: user}).count()
            if count:
                found.append(Kept(rows.capitalised(rows.plural(model)), why, until, count))
        return found

    return Part(key, title, (*own, *stays, *also), export=export, erase=erase, keeps=keeps, order=order)
