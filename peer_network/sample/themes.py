"""The sample's themes for the board: asked, supported and answered by the real actions, each on its day."""

from typing import Any

from django.db import transaction

from config.today import sample_day
from peer_network.heard import actions, answers, subject
from peer_network.models import Member, QueueItem, Theme, ThemeAnswer
from peer_network.sample import reading
from peer_network.sample.reading import day, read

DONE_BY_DAYS_AHEAD = 77  # at the end of September, seen from 15 July


@transaction.atomic
def make() -> None:
    """Add the themes where there are none."""
    if Theme.objects.filter(is_sample=True).exists():
        return
    members = reading.members()
    for facts in read("board_and_queue")["themes"]:
        _theme(facts, members)


def _theme(facts: dict[str, Any], members: dict[str, Member]) -> None:
    raised = facts["raised_days_ago"]
    with sample_day(day(raised)):
        words = {"title": facts["title"], "summary": facts["summary"], "is_sample": True}
        made = actions.propose(topic=reading.topic(facts["topic"]), by=members[facts["raised_by"]], **words).theme
        assert made is not None
        theme = subject.show(made)
    # A moderator has read it: nothing waits.
    QueueItem.objects.filter(subject_kind=actions.SUBJECT, subject_id=theme.public_id).delete()
    supported = facts.get("on_agenda_days_ago", raised - 1)
    with sample_day(day(supported)):
        for key in facts["supported_by"]:
            actions.support(theme=theme, by=members[key])
    if "answered_days_ago" in facts:
        said = {"kind": ThemeAnswer.Kind.YES, "heard": facts["answer"], "doing": facts["will_do"]}
        done_by = day(-DONE_BY_DAYS_AHEAD)
        with sample_day(day(facts["answered_days_ago"])):
            answers.answer(theme=theme, by=None, done_by=done_by, **said)
