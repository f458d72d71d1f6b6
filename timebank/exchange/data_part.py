"""What the exchange knows of a person: what they offered as a mentor, and what they wrote for their area."""

from collections.abc import Iterable
from typing import Any

from data_rights import rows
from data_rights.registry import Kept, Part, Section

_model = rows.models_of("timebank")

# Model -> the fields of a person's copy.
WRITTEN = {
    "Offer": ("title", "topic", "details", "mentor_kind", "made_on"),
    "Request": ("title", "topic", "why", "made_on"),
    "Pledge": ("words", "made_on"),
    "MatchingRun": ("made_on",),
    "PairDecision": ("kind", "reason", "made_on"),
    "FairShareRule": ("rule", "made_on"),
}
WHAT = "That you wrote offers, requests, rules and decisions of the time bank for your area or the network, and when"
WHY = "They belong to the area or the network, whose hours were given and had by them. The rows know you by number."


def export(user: Any) -> Iterable[Section]:
    """What the person offered themselves, and what they wrote."""
    yield rows.section_of(
        "timebank-mentor", "Help that you offered yourself", _offered(user), user, only=("title", "topic", "details")
    )
    for name, only in WRITTEN.items():
        title = f"Of the time bank: {rows.plural(_model(name))} that you wrote"
        yield rows.section_of(f"timebank-{name.lower()}", title, _written(name, user), user, only=only)


def erase(user: Any, by: Any) -> Iterable[str]:
    """Offers of the person themselves are taken off the list, and lose their mentor and their words."""
    words = {"mentor": None, "title": "Withdrawn", "details": "", "state": "withdrawn", "state_reason": "Withdrawn"}
    gone = _offered(user).update(**words)
    return [f"Withdrew {rows.counted(gone, 'offers of help')} of the time bank."] if gone else []


def keeps(user: Any) -> list[Kept]:
    """How many rows know the person by number."""
    count = sum(_written(name, user).count() for name in WRITTEN)
    return [Kept(WHAT, WHY, "for as long as the network runs", count)] if count else []


def _offered(user: Any) -> Any:
    return _model("Offer")._default_manager.filter(mentor=user).order_by("pk")


def _written(name: str, user: Any) -> Any:
    return _model(name)._default_manager.filter(by=user).order_by("pk")


PART = Part(
    key="timebank-exchange",
    title="What you offered and wrote in the time bank",
    models=(*(f"timebank.{name}" for name in WRITTEN), "timebank.Proposal"),
    export=export,
    erase=erase,
    keeps=keeps,
    order=41,
)
