"""The board's answer, in public: each version stays, and later what came of it."""

import datetime
from typing import Any

from django.db import transaction

import audit
from config.today import today
from peer_network.heard import notices
from peer_network.heard.errors import NotOnAgenda, ThemeRefused
from peer_network.models import Theme, ThemeAnswer, ThemeUpdate


@transaction.atomic
def answer(
    *,
    theme: Theme,
    kind: str,
    heard: str,
    by: Any,
    doing: str = "",
    done_by: datetime.date | None = None,
    why_not: str = "",
    changed_because: str = "",
) -> ThemeAnswer:
    """Answer for the board, or change the answer with a reason. Supporters are told. Raises ThemeRefused."""
    theme = _on_agenda(theme)
    newest = theme.answers.order_by("-number").first()
    is_no = kind == ThemeAnswer.Kind.NO
    if not heard.strip():
        raise ThemeRefused("Say what the board heard.")
    if is_no and not why_not.strip():
        raise ThemeRefused("Say why not.")
    if not is_no and (not doing.strip() or done_by is None):
        raise ThemeRefused("Say what will be done, and by when.")
    if newest and not changed_because.strip():
        raise ThemeRefused("Say why the answer is changed.")
    made = ThemeAnswer.objects.create(
        theme=theme,
        number=newest.number + 1 if newest else 1,
        kind=kind,
        heard=heard.strip(),
        doing="" if is_no else doing.strip(),
        done_by=None if is_no else done_by,
        why_not=why_not.strip(),
        changed_because=changed_because.strip() if newest else "",
        by=by,
    )
    if newest is None:
        theme.answered_on = today()
        theme.save(update_fields=["answered_on"])
    audit.record(action="heard.answer", by=by, object=theme, detail={"version": made.number, "answer": kind})
    notices.answered(theme, is_new=newest is None, by=by)
    return made


@transaction.atomic
def tell_more(*, theme: Theme, words: str, by: Any) -> ThemeUpdate:
    """Say what came of an answer. Supporters are told. Raises ThemeRefused."""
    theme = _on_agenda(theme)
    if theme.answered_on is None:
        raise ThemeRefused("Answer first. What came of it can be told afterwards.")
    if not words.strip():
        raise ThemeRefused("Say what came of it.")
    made = ThemeUpdate.objects.create(theme=theme, words=words.strip(), by=by)
    audit.record(action="heard.update", by=by, object=theme)
    notices.more_told(theme, made, by=by)
    return made


def _on_agenda(theme: Theme) -> Theme:
    found = Theme.objects.select_for_update().get(pk=theme.pk)
    if found.agenda_on is None or found.state != Theme.State.SHOWN:
        raise NotOnAgenda
    return found
