"""Who may use the addresses of themes; see `accounts.rights_table`."""

import datetime
from typing import Any

from accounts.rights_table import BOARD_READERS, Row
from peer_network.rights_samples import FORM, POST, TAKE_PART, a_topic, joined, me, somebody_else

FOR_THE_BOARD = ["network-manager"]
DAY, DUE = datetime.date(2015, 7, 1), datetime.date(2015, 7, 29)


def _theme(**facts: Any) -> Any:
    from peer_network.models import Theme

    shown_at = datetime.datetime(2015, 6, 1, tzinfo=datetime.UTC)
    usual = {"title": "Letters", "summary": "In plain words", "state": "shown", "shown_at": shown_at}
    return Theme.objects.create(**{**usual, **facts})


def _shown(world: Any) -> dict[str, Any]:
    me(world)
    return {"public_id": _theme().public_id}


def _unseen(world: Any) -> dict[str, Any]:
    me(world)
    return {"public_id": _theme(state="waiting", shown_at=None).public_id}


def _own(world: Any) -> dict[str, Any]:
    return {"public_id": _theme(state="waiting", shown_at=None, proposed_by=me(world)).public_id}


def _on_agenda(world: Any) -> dict[str, Any]:
    return {"public_id": _theme(agenda_on=DAY, due_on=DUE, needed=8).public_id}


def _gathering(world: Any) -> dict[str, Any]:
    return {"public_id": _theme().public_id}


def _answered(world: Any) -> dict[str, Any]:
    return {"public_id": _theme(agenda_on=DAY, due_on=DUE, needed=8, answered_on=DUE).public_id}


def _topic(world: Any) -> dict[str, Any]:
    me(world)
    return {"public_id": a_topic(somebody_else(world)).public_id}


def _csv(world: Any) -> dict[str, Any]:
    return {**joined(world), "ending": "csv"}


ROWS = [
    Row("peers:themes", TAKE_PART, sample=joined),
    Row("peers:themes-file", TAKE_PART, sample=_csv),
    Row("peers:theme-propose", TAKE_PART, FORM, sample=_topic, also=(422,)),
    Row("peers:theme", TAKE_PART, sample=_shown, foreign=_unseen),
    Row("peers:theme-change", TAKE_PART, FORM, sample=_own, foreign=_shown, also=(422,)),
    Row("peers:theme-take-back", TAKE_PART, FORM, sample=_own, foreign=_shown),
    Row("peers:theme-support", TAKE_PART, POST, sample=_shown, foreign=_unseen),
    Row("peers:board-themes", BOARD_READERS),
    Row(
        "peers:board-themes-file",
        BOARD_READERS,
        sample=lambda world: {"key": "members-ask", "ending": "csv"},
    ),
    Row("peers:board-theme", BOARD_READERS, sample=_on_agenda, foreign=_gathering),
    Row("peers:theme-rule", FOR_THE_BOARD, FORM, also=(422,)),
    Row("peers:theme-answer", FOR_THE_BOARD, FORM, sample=_on_agenda, foreign=_gathering, also=(422,)),
    Row("peers:theme-update", FOR_THE_BOARD, FORM, sample=_answered, foreign=_gathering, also=(422,)),
]
