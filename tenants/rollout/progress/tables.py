"""The three lists as tables: the same rows on the page and in files."""

from collections.abc import Callable
from typing import Any

from django.urls import reverse

from config.today import today
from files.people import NO_PEOPLE
from files.tables import Table, numeric
from tenants.models import Area
from tenants.returns.queries import latest_as_at
from tenants.rollout.progress.kinds import ACTIONS, MATURITY, PROMISES, Item, Kind

NOT_SAID = "Not said yet"


def table(area: Area, kind: Kind) -> Table:
    """Everything of the list, with the area's word on each; in the area's schema."""
    head, cells = COLUMNS[kind.key]
    said = kind.rows()
    return Table(
        key=kind.key,
        caption=f"{kind.title} of {area.name}",
        head=head,
        rows=tuple(
            [{"text": item.name, "href": item_address(area, kind, item)}, *cells(item, said.get(item.value))]
            for item in kind.items()
        ),
        as_at=today(),
        source=f"as entered by {area.name}",
        people=NO_PEOPLE,
        sample=has_sample(area, kind),
    )


def item_address(area: Area, kind: Kind, item: Item) -> str:
    """The page of one thing."""
    return reverse("rollout:progress-item", args=[area.slug, kind.key, item.key])


def has_sample(area: Area, kind: Kind) -> bool:
    """Whether any word that stands was made up for a demonstration."""
    standing = latest_as_at(kind.published, today(), kind.lookup).filter(area=area)
    return any(standing.values_list("is_sample", flat=True))


def status_cell(status: str, words: str) -> dict[str, str]:
    """A tag on the page, its words in a file."""
    return {"status": status, "text": words}


def _maturity(item: Item, row: Any) -> list[Any]:
    if row is None:
        return [item.given.part, status_cell("not_assessed", "Not assessed"), "", "", None]
    level = status_cell(f"level_{row.level}", row.get_level_display())
    return [item.given.part, level, row.evidence, row.next_step, row.assessed_on]


def _key_action(item: Item, row: Any) -> list[Any]:
    if row is None:
        return [status_cell("not_said", NOT_SAID), None, None, None, ""]
    return [action_status(row), row.planned_by, row.done_on, row.share_done, row.note]


def action_status(row: Any) -> dict[str, str]:
    """Done, late, under way or not started; late is worked out from its date."""
    if row.done_on is None and row.planned_by and row.planned_by < today():
        return status_cell("late", f"Late ({row.get_state_display().lower()})")
    return status_cell(row.state, row.get_state_display())


def _promise(item: Item, row: Any) -> list[Any]:
    given = [item.given.target_words, item.given.by]
    if row is None:
        return [*given, status_cell("not_said", NOT_SAID), "", None, None]
    return [
        *given,
        status_cell(row.status, row.get_status_display()),
        row.where_it_stands,
        row.expected_by,
        row.said_on,
    ]


COLUMNS: dict[str, tuple[tuple[Any, ...], Callable[[Item, Any], list[Any]]]] = {
    MATURITY.key: (
        ("Component", "Part", "Level", "What shows it", "What would take it one level up", "Assessed on"),
        _maturity,
    ),
    ACTIONS.key: (("Action", "State", "Planned by", "Done on", numeric("Share done, in %"), "Note"), _key_action),
    PROMISES.key: (
        ("Promise", "Target", "By", "How it stands", "In words", "Expected by", "Said on"),
        _promise,
    ),
}
