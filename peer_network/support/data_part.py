"""What support knows of a person: their profile, conversations, groups, events, and help with writing.

Erased before the member is (`joining.data_part`), by whom these rows are found.
"""

from collections.abc import Iterable
from typing import Any

from data_rights import rows
from data_rights.registry import Part, Section

_model = rows.models_of("peer_network")

# Model -> (paths to the member's person, the fields of a copy).
OF_A_MEMBER: dict[str, tuple[tuple[str, ...], tuple[str, ...]]] = {
    "SupporterProfile": (
        ("member__user",), ("about", "can_help", "groups", "experience", "is_listed", "takes_new", "state", "sent_at")
    ),
    "Conversation": (("asker__user", "other__user"), ("state", "asked_at", "answered_at", "changed_at")),
    "Message": (("writer__user",), ("body", "state", "written_at")),
    "LocalGroup": (("proposed_by__user",), ("title", "about", "place", "town", "coming", "state", "sent_at")),
    "GroupEvent": (("proposed_by__user",), ("title", "starts_at", "place", "words", "accessibility", "state")),
    "EventComer": (("member__user",), ("event", "at")),
    "WritingConsent": (("member__user", "supporter__user"), ("scope", "given_at", "until", "withdrawn_at")),
}  # fmt: skip


def export(user: Any) -> Iterable[Section]:
    """What the person wrote, asked and agreed to; what others wrote to them is theirs."""
    for name, (paths, only) in OF_A_MEMBER.items():
        manager = _model(name)._default_manager
        found = manager.none()
        for path in paths:
            found |= manager.filter(**{path: user})
        title = f"Of the peer network: {rows.plural(_model(name))} of yours"
        yield rows.section_of(f"peers-{name.lower()}", title, found.order_by("pk"), user, only=only)


def erase(user: Any, by: Any) -> Iterable[str]:
    """End conversations, delete messages, take groups off the list; the rest goes with the member."""
    from peer_network.support import leaving

    done = []
    for member in rows.of_model("peer_network.Member")._default_manager.filter(user=user):
        gone = leaving.part_from(member)
        done += [f"Ended {rows.counted(gone.conversations, 'conversations')}."] if gone.conversations else []
        done += (
            [f"Deleted {rows.counted(gone.messages, 'messages')} that you wrote to others."] if gone.messages else []
        )
        done += [f"Took {rows.counted(gone.groups, 'local groups')} off the list."] if gone.groups else []
    return done


PART = Part(
    key="peers-support",
    title="Your conversations, groups and help with writing",
    models=tuple(f"peer_network.{name}" for name in OF_A_MEMBER),
    export=export,
    erase=erase,
    order=70,
)
