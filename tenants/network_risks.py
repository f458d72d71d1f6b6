"""Risks and issues of the network: read as at a day, kept by the network manager for the board.

Each save is a new row (see `NetworkRisk`), so the history is what stands there, and a past day shows what stood then.
"""

import datetime
from typing import Any

from django.db import connection, transaction
from django.utils.text import slugify

import audit
from accounts.models import User
from config.today import today
from tenants.models import NetworkRisk

WORDS = ("kind", "title", "description", "mitigation", "owner")
SCORES = ("likelihood_before", "impact_before", "likelihood_after", "impact_after")
FIELDS = (*WORDS, *SCORES, "review_on")  # what the network manager changes
STATED = (*FIELDS, "opened_on", "closed_on", "closing_words", "position", "source")
ADDED, LOADED = "Added to the list.", "Loaded from the network's folder."
WRITING = 20150715  # the lock that keeps two writers apart; any number will do that no other lock uses


class NetworkRiskUnchanged(ValueError):
    """Nothing differs, or it is closed, or open, already."""

    def __init__(self, sentence: str = "Nothing has changed. Change a field first, or leave the page.") -> None:
        super().__init__(sentence)


class NetworkRiskReasonMissing(ValueError):
    """Somebody changes, closes or opens a risk again and doesn't say why."""

    def __init__(self) -> None:
        super().__init__("Say what has changed, and why. Everybody who reads the board reads it.")


class ChangedByTheBoard(ValueError):
    """A folder says something else than what the network's people have written since."""


def as_at(day: datetime.date) -> list[NetworkRisk]:
    """Each risk as it stood on a day, closed ones too, in the order of the list. One query."""
    rows = NetworkRisk.objects.filter(as_at__lte=day).order_by("key", "-as_at", "-pk").distinct("key")
    return sorted(rows, key=lambda row: (row.position, row.pk))


def open_as_at(day: datetime.date) -> list[NetworkRisk]:
    """Those that were open on a day. One query."""
    return [row for row in as_at(day) if row.closed_on is None or row.closed_on > day]


def find(key: str) -> NetworkRisk | None:
    """The latest row of a risk."""
    return NetworkRisk.objects.filter(key=key).order_by("-as_at", "-pk").first()


def history(key: str) -> list[NetworkRisk]:
    """Every row of a risk, the newest first."""
    return list(NetworkRisk.objects.filter(key=key).order_by("-as_at", "-pk").select_related("by"))


@transaction.atomic
def add(*, values: dict[str, Any], by: User) -> NetworkRisk:
    """A new risk of the network. Raises ValidationError, ValueError for another field."""
    _refuse_unknown(values)
    _one_at_a_time()
    place = len(as_at(today())) + 1
    facts = {**values, "opened_on": today(), "position": place, "source": "the network"}
    return _state(_free_key(values["title"]), facts, reason=ADDED, by=by, action="network_risk.add")


@transaction.atomic
def change(*, key: str, values: dict[str, Any], reason: str, by: User) -> NetworkRisk:
    """Say something else of an open risk.

    Raises NetworkRiskUnchanged (also where it is closed), NetworkRiskReasonMissing, ValidationError,
    NetworkRisk.DoesNotExist, ValueError for another field.
    """
    _refuse_unknown(values)
    before = _latest(key)
    if before.closed_on:
        raise NetworkRiskUnchanged("This is closed. Open it again first.")
    if all(getattr(before, name) == value for name, value in values.items()):
        raise NetworkRiskUnchanged
    return _state(key, _facts(before) | values, reason=reason, by=by, action="network_risk.change")


@transaction.atomic
def close(*, key: str, words: str, by: User) -> NetworkRisk:
    """Close a risk with words on how it ended. Raises as `change`."""
    before = _latest(key)
    if before.closed_on:
        raise NetworkRiskUnchanged("It is closed already.")
    facts = _facts(before) | {"closed_on": today(), "closing_words": words.strip()}
    return _state(key, facts, reason=words, by=by, action="network_risk.close")


@transaction.atomic
def reopen(*, key: str, reason: str, by: User) -> NetworkRisk:
    """Open a closed risk again, with a reason. Raises as `change`."""
    before = _latest(key)
    if before.closed_on is None:
        raise NetworkRiskUnchanged("It is open already.")
    facts = _facts(before) | {"closed_on": None, "closing_words": ""}
    return _state(key, facts, reason=reason, by=by, action="network_risk.reopen")


def store_loaded(*, key: str, words: dict[str, Any], position: int, source: str, as_at: datetime.date) -> str:
    """A risk as a network folder has it: "added" (as of `as_at`), "renewed" (as of today) or "unchanged".

    Scores that the board gave stay. Raises ChangedByTheBoard where the board has written other words since.
    """
    before = find(key)
    if before is None:
        facts = {**words, "opened_on": as_at, "position": position, "source": source}
        NetworkRisk.objects.create(key=key, **facts, reason=LOADED, as_at=as_at)
        return "added"
    if all(getattr(before, name) == value for name, value in words.items()):
        return "unchanged"
    loaded = NetworkRisk.objects.filter(key=key, by__isnull=True).order_by("-as_at", "-pk").first()
    if loaded is None or any(getattr(before, name) != getattr(loaded, name) for name in words):
        raise ChangedByTheBoard(
            f"the network changed this risk on {before.as_at.day} {before.as_at:%B %Y}, and a folder does not undo "
            "that; write what it says now"
        )
    NetworkRisk.objects.create(
        key=key, **(_facts(before) | words | {"source": source, "position": position}), reason=LOADED, as_at=today()
    )
    return "renewed"


def _state(key: str, facts: dict[str, Any], *, reason: str, by: User, action: str) -> NetworkRisk:
    if not reason.strip():
        raise NetworkRiskReasonMissing
    row = NetworkRisk(key=key, **facts, reason=reason.strip()[:500], by=by, as_at=today())
    row.full_clean()
    row.save()
    audit.record(action=action, by=by, object=row, detail={"risk": key})
    return row


def _latest(key: str) -> NetworkRisk:
    """The latest row, while nobody else writes one. Raises NetworkRisk.DoesNotExist."""
    _one_at_a_time()
    found = find(key)
    if found is None:
        raise NetworkRisk.DoesNotExist("There is no such risk of the network.")
    return found


def _one_at_a_time() -> None:
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_advisory_xact_lock(%s)", [WRITING])


def _facts(row: NetworkRisk) -> dict[str, Any]:
    return {name: getattr(row, name) for name in STATED}


def _free_key(title: str) -> str:
    stem = slugify(title)[:50].strip("-") or "risk"
    key, number = stem, 2
    while NetworkRisk.objects.filter(key=key).exists():
        key, number = f"{stem}-{number}", number + 1
    return key


def _refuse_unknown(values: dict[str, Any]) -> None:
    unknown = set(values) - set(FIELDS)
    if unknown:
        raise ValueError(f"These fields are not changed here: {', '.join(sorted(unknown))}.")
