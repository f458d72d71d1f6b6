"""What moderating knows of a person: what they reported, what was decided about them, and what they did as moderators.

Erased before the member is (`joining.data_part`), by whom these rows are found.
"""

from collections.abc import Iterable
from typing import Any

from data_rights import rows
from data_rights.registry import Kept, Part, Section

_model = rows.models_of("peer_network")

# Model -> (how its rows lead to the member's person, the fields of a copy).
OF_A_MEMBER: dict[str, tuple[str, tuple[str, ...]]] = {
    "Report": ("reporter__user", ("reason", "place", "words", "made_at", "acknowledged_at", "settled_at", "outcome")),
    "Appeal": ("member__user", ("words", "made_at", "decided_at", "outcome", "answer")),
}
# What moderators did: they are staff, and known by number afterwards.
OF_A_MODERATOR: dict[str, tuple[str, tuple[str, ...]]] = {
    "ReadyMessage": ("changed_by", ("title", "changed_at")),
    "ItemStep": ("by", ("kind", "at")),
    "PhraseEdition": ("by", ("list", "pattern", "at")),
    "DutyShift": ("moderator", ("starts_at", "ends_at")),
    "OnCall": ("person", ("starts_at", "ends_at", "order")),
}
HOURS = ("DutyShift", "OnCall")
ACT_FIELDS = ("kind", "reason", "at", "until")
ABOUT = "Decisions of moderators about you, by a number that leads to nobody any more, without their words"
WHY_ABOUT = "How often the room’s moderators did what has to be answerable (Online Safety Act 2023)."
DID = "What you decided as a moderator of the peer network, and when"
WHY_DID = "Who decided about what somebody wrote has to be answerable. The rows know you by number."
AS_LONG = "for as long as the network runs"


def export(user: Any) -> Iterable[Section]:
    """Reports and appeals that the person made, decisions about them with their words, and what they did."""
    for name, (path, only) in {**OF_A_MEMBER, **OF_A_MODERATOR}.items():
        found = _model(name)._default_manager.filter(**{path: user}).order_by("pk")
        title = f"Of the peer network: {rows.plural(_model(name))} of yours"
        yield rows.section_of(f"peers-{name.lower()}", title, found, user, only=only)
    yield rows.section_of("peers-act", "Decisions about you in the peer network", _about(user), user, only=ACT_FIELDS)
    letters = _letters(user)
    yield rows.section_of("peers-letter", "What moderators wrote to you", letters, user, only=("act", "words"))
    yield rows.section_of("peers-acted", "What you decided as a moderator", _did(user), user, only=ACT_FIELDS)


def erase(user: Any, by: Any) -> Iterable[str]:
    """Reports lose their words, appeals and letters too; planned hours go. Decisions stay, by number."""
    done = []
    reports = _model("Report")._default_manager.filter(reporter__user=user)
    if count := reports.update(words="", place="", reporter=None):
        done.append(f"Took your words out of {rows.counted(count, 'reports')}.")
    appeals = _model("Appeal")._default_manager.filter(member__user=user)
    if count := appeals.update(words="", answer="", member=None):
        done.append(f"Took the words out of {rows.counted(count, 'appeals')}.")
    if count := _letters(user).update(words="", note=""):
        done.append(f"Took the words out of {rows.counted(count, 'messages of moderators')}.")
    hours = sum(_model(name)._default_manager.filter(**{OF_A_MODERATOR[name][0]: user}).delete()[0] for name in HOURS)
    return [*done, f"Took {rows.counted(hours, 'planned hours')} out of the rota."] if hours else done


def keeps(user: Any) -> list[Kept]:
    """Decisions about the person, and by them."""
    about, did = _about(user).count(), _did(user).count()
    did += sum(_model(name)._default_manager.filter(by=user).count() for name in ("ItemStep", "PhraseEdition"))
    did += _model("Appeal")._default_manager.filter(decided_by=user).count()
    found = [Kept(ABOUT, WHY_ABOUT, AS_LONG, about)] if about else []
    return found + ([Kept(DID, WHY_DID, AS_LONG, did)] if did else [])


def _about(user: Any) -> Any:
    ids = _model("Member")._default_manager.filter(user=user).values("public_id")
    return _model("Act")._default_manager.filter(about__in=ids).order_by("pk")


def _did(user: Any) -> Any:
    return _model("Act")._default_manager.filter(by=user).order_by("pk")


def _letters(user: Any) -> Any:
    return _model("Letter")._default_manager.filter(act__in=_about(user)).order_by("pk")


PART = Part(
    key="peers-moderation",
    title="What you reported in the peer network, and what was decided about you",
    models=tuple(f"peer_network.{name}" for name in (*OF_A_MEMBER, *OF_A_MODERATOR, "Act", "Letter")),
    export=export,
    erase=erase,
    keeps=keeps,
    order=79,
)
