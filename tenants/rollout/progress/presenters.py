"""The pages of the three lists."""

import datetime
from typing import Any

from config.today import today
from files import offers
from tenants import help_requests
from tenants.models import Area
from tenants.rollout import changes
from tenants.rollout.models import KeyAction
from tenants.rollout.progress import asking_dates, key_action_chart, lines, tables
from tenants.rollout.progress.kinds import ACTIONS, MATURITY, PROMISES, Item, Kind
from ui import formats

LEADS = {
    MATURITY.key: "How far the ten service components of the emerging framework have become the area’s way of working.",
    ACTIONS.key: "The ten finance, commissioning and contracting actions of the handbook: done, planned and late.",
    PROMISES.key: "What the application promised, and where this area stands with each of them.",
}
WORDS = {
    MATURITY.key: lines.maturity_words,
    ACTIONS.key: lines.action_words,
    PROMISES.key: lines.promise_words,
}
# Statuses that call for help from another area, where there is a room to ask in.
IN_NEED = {"level_1", "level_2", "late", "at_risk", "missed"}


def page(area: Area, kind: Kind) -> dict[str, Any]:
    """A whole list with what belongs beside it."""
    context: dict[str, Any] = {
        "kind": kind,
        "lead": LEADS[kind.key],
        "words": WORDS[kind.key](area),
        "table": tables.table(area, kind),
        "downloads": downloads(area, kind.key),
    }
    if kind is ACTIONS:
        context["chart"] = action_chart(area)
    if kind is PROMISES:
        context["asking"] = asking_dates.table(area)
        context["asking_downloads"] = downloads(area, "asking-dates")
        context["asking_history"] = asking_dates.history(area)
        context["history_downloads"] = downloads(area, "asking-dates-history")
    return context


def action_chart(area: Area) -> Any:
    """The trajectory of the key actions, or None while no action has a date."""
    return key_action_chart.chart(
        KeyAction.objects.all(),
        day=today(),
        source=f"as entered by {area.name}",
        downloads=downloads(area, "key-actions-by-quarter"),
    )


def downloads(area: Area, key: str) -> offers.Offers:
    """The files of one of these tables."""
    return offers.offers("rollout:progress-download", area.slug, key)


def item(area: Area, kind: Kind, found: Item, row: Any) -> dict[str, Any]:
    """One thing: the area's word on it, and how it has changed."""
    head, cells = tables.COLUMNS[kind.key]
    shown = cells(found, row)
    status = next(cell for cell in shown if isinstance(cell, dict))
    return {
        "kind": kind,
        "item": found,
        "status": status,
        "facts": [(_text(name), _value(cell)) for name, cell in zip(head[1:], shown, strict=True)],
        "is_said": row is not None,
        "history": changes.history(kind.thing, row) if row is not None else [],
        "field_words": field_words(kind),
        "help": help_requests.address(found.name, "", area) if status["status"] in IN_NEED else None,
    }


def field_words(kind: Kind) -> dict[str, str]:
    """What each field is called in the history."""
    names = {field.name: str(field.verbose_name) for field in kind.model._meta.local_fields}
    return {name: names[name][:1].upper() + names[name][1:] for name in kind.fields}


def _text(head: Any) -> str:
    return str(head["text"] if isinstance(head, dict) else head)


def _value(cell: Any) -> Any:
    plain = cell["text"] if isinstance(cell, dict) else cell
    if isinstance(plain, datetime.date):
        return formats.date(plain)
    return "Not written yet" if plain in (None, "") else plain
