"""A person in safeguarding's records, which are sealed; and in what members ask and the board answers."""

import datetime
from typing import Any

from config.today import sample_day
from peer_network.heard import actions as heard
from peer_network.heard import answers, rules, subject
from peer_network.models import Member, Theme, Topic
from peer_network.safeguarding import actions, identities, work


def make(user: Any, other: Any) -> None:
    """A case that the person opened and worked on, and one about them."""
    named = f"{user.name} said so"
    me, them = Member.objects.get(user=user), Member.objects.get(user=other)
    actions.open_case(origin="lead", words=named, urgency=2, by=other, about=me)
    case = actions.open_case(origin="lead", words=named, about_words=named, urgency=2, by=user, about=them)
    step = work.add_step(case=case, what=named, who=named, due_on=datetime.date(2035, 1, 1), by=user)
    work.finish_step(step=step, words=named, by=user)
    identities.look_up(case=case, by=user, reason=named)
    _heard(user, me, them, named)


def _heard(user: Any, me: Member, them: Member, named: str) -> None:
    """Themes that the person proposed, one that others read; one that they support; and what they wrote for a board."""
    topic = Topic.objects.filter(author=me).first()
    with sample_day(datetime.date(2015, 7, 1)):  # no check looks at these words
        shown = heard.propose(topic=topic, title=named, summary=named, by=me).theme
        never = heard.propose(topic=_another(topic), title=named, summary=named, by=me).theme
    subject.show(shown)
    heard.support(theme=shown, by=them)
    assert never.shown_at is None
    day = datetime.date(2015, 7, 1)
    Theme.objects.filter(pk=shown.pk).update(agenda_on=day, due_on=day.replace(day=29), needed=8)
    said = {"kind": "partly", "heard": named, "doing": named, "done_by": day, "why_not": named}
    answers.answer(theme=shown, by=user, **said)
    answers.answer(theme=shown, by=user, **said, changed_because=named)
    answers.tell_more(theme=shown, words=named, by=user)
    rules.set_needed(number=9, reason=named, by=user)


def _another(topic: Topic) -> Topic:
    return Topic.objects.create(space=topic.space, author=topic.author, title="Another")
