"""What the ledger knows of the people who post and reserve: that they did, by number."""

from collections.abc import Iterable
from typing import Any

from django.apps import apps

from data_rights import rows
from data_rights.registry import Kept, Part, Section

# Model -> title of the section, and the fields of a copy.
OWN = {
    "Transfer": ("Minutes of the time bank that you posted", ("kind", "minutes", "by", "posted_at")),
    "Hold": ("Minutes of the time bank that you reserved", ("minutes", "by", "made_at")),
    "LimitRule": ("Limits of the time bank that you set", ("by", "made_at")),
}
WHAT = "That you posted or reserved minutes of the time bank, or set its limits, and when"
WHY = (
    "A ledger is only worth something while nothing in it changes, and who posted has to be answerable (UK GDPR "
    "article 5(2)). The rows know you by number."
)


def export(user: Any) -> Iterable[Section]:
    """What the person posted, reserved and set."""
    for name, (title, only) in OWN.items():
        yield rows.section_of(f"timebank-{name.lower()}", title, _rows(name, user), user, only=only)


def erase(user: Any, by: Any) -> Iterable[str]:
    """Nothing: rows stay by number."""
    return ()


def keeps(user: Any) -> list[Kept]:
    """How many rows know the person by number."""
    count = sum(_rows(name, user).count() for name in OWN)
    return [Kept(WHAT, WHY, "for as long as the network runs", count)] if count else []


def _rows(name: str, user: Any) -> Any:
    return apps.get_model("timebank", name)._default_manager.filter(by=user).order_by("pk")


PART = Part(
    key="timebank-ledger",
    title="What you posted in the time bank",
    models=tuple(f"timebank.{name}" for name in OWN),
    export=export,
    erase=erase,
    keeps=keeps,
    order=42,
)
