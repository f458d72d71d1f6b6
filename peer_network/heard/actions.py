"""Asking the board: proposing a theme, changing it where a moderator asked, taking it back, and supporting one.

None of this is in the audit: a row with a name and a time would lead from a pseudonym to a person.
"""

from dataclasses import dataclass

from django.db import transaction

from config.today import is_sample_activity, moment, today
from peer_network.forum import weighing
from peer_network.forum.weighing import Weighed
from peer_network.heard import notices, rules
from peer_network.heard.errors import AskedAlready, BeforeTheBoard, NotYours, ThemeClosed, ThemeRefused
from peer_network.models import Member, QueueItem, Theme, ThemeSupport, Topic
from peer_network.moderation.opening import put_before_moderators
from tenants import working_days

SUBJECT = "theme"
# What the network promises its members: an answer of the board in public.
WORKING_DAYS_TO_ANSWER = 20
State = Theme.State


@dataclass(frozen=True)
class Outcome:
    """What became of it. Without a theme nothing was stored: the writer is asked again (`weighed.findings`)."""

    weighed: Weighed
    theme: Theme | None = None


@transaction.atomic
def propose(
    *, topic: Topic, title: str, summary: str, by: Member, goes_on_anyway: bool = False, is_sample: bool = False
) -> Outcome:
    """Turn a topic into a theme. A moderator reads it before others do. Raises ThemeRefused.

    Whoever proposes supports it too.
    """
    if Theme.objects.filter(topic=topic).exclude(state__in=(State.REMOVED, State.TAKEN_BACK)).exists():
        raise AskedAlready
    weighed = _weighed(title, summary, by, goes_on_anyway)
    if weighed.asks_again:
        return Outcome(weighed)
    facts = {"title": title.strip(), "summary": summary.strip(), "is_sample": is_sample}
    theme = Theme.objects.create(topic=topic, proposed_by=by, proposed_at=moment(), **facts)
    ThemeSupport.objects.create(theme=theme, member=by)
    _put_before_moderators(theme, weighed)
    return Outcome(weighed, theme)


@transaction.atomic
def change(*, theme: Theme, title: str, summary: str, by: Member, goes_on_anyway: bool = False) -> Outcome:
    """Change one's own theme before others support it: while it waits, or as a moderator asked. Raises ThemeRefused."""
    theme = Theme.objects.select_for_update().get(pk=theme.pk)
    if theme.proposed_by_id != by.pk or theme.state not in (State.WAITING, State.CHANGE_ASKED):
        raise NotYours
    weighed = _weighed(title, summary, by, goes_on_anyway)
    if weighed.asks_again:
        return Outcome(weighed)
    theme.title, theme.summary = title.strip(), summary.strip()
    theme.save(update_fields=["title", "summary"])
    _put_before_moderators(theme, weighed, QueueItem.Kind.CHANGED)
    return Outcome(weighed, theme)


def can_be_taken_back(theme: Theme) -> bool:
    """Whether its writer may take it back: before others have brought it before the board."""
    return theme.agenda_on is None and theme.state in (State.WAITING, State.CHANGE_ASKED, State.SHOWN)


@transaction.atomic
def take_back(*, theme: Theme, by: Member) -> Theme:
    """Take one's own theme back before it is on the agenda. Raises ThemeRefused.

    What moderators were to read for its newness no longer waits for them; words of crisis and reports still do.
    """
    theme = Theme.objects.select_for_update().get(pk=theme.pk)
    if theme.agenda_on is not None:
        raise BeforeTheBoard
    if theme.proposed_by_id != by.pk or not can_be_taken_back(theme):
        raise NotYours
    kinds = (QueueItem.Kind.PROFILE, QueueItem.Kind.CHANGED)
    waiting = QueueItem.objects.open_now().filter(subject_kind=SUBJECT, subject_id=theme.public_id, kind__in=kinds)
    waiting.update(closed_at=moment(), outcome="taken_back")
    theme.state = State.TAKEN_BACK
    theme.save(update_fields=["state"])
    return theme


@transaction.atomic
def support(*, theme: Theme, by: Member) -> Theme:
    """Support a theme; a second time changes nothing. Raises ThemeClosed.

    With enough supporters it goes on the board's agenda in this very transaction.
    """
    theme = _lock_shown(theme)
    ThemeSupport.objects.get_or_create(theme=theme, member=by)
    return go_on_agenda(theme)


@transaction.atomic
def take_support_back(*, theme: Theme, by: Member) -> Theme:
    """No longer support a theme. One that is on the agenda stays there. Raises ThemeClosed."""
    theme = _lock_shown(theme)
    ThemeSupport.objects.filter(theme=theme, member=by).delete()
    return theme


def go_on_agenda(theme: Theme) -> Theme:
    """Put a theme on the agenda if it has enough supporters; the caller holds its lock.

    The true count decides here and leaves this function as nothing but that decision.
    """
    if theme.agenda_on is not None or theme.state != State.SHOWN:
        return theme
    needed = rules.needed()
    if ThemeSupport.objects.filter(theme=theme).counting().count() < needed:
        return theme
    theme.agenda_on, theme.needed = today(), needed
    theme.due_on = working_days.after(theme.agenda_on, WORKING_DAYS_TO_ANSWER)
    theme.save(update_fields=["agenda_on", "needed", "due_on"])
    notices.on_agenda(theme)
    return theme


def _weighed(title: str, summary: str, by: Member, goes_on_anyway: bool) -> Weighed:
    if not title.strip() or not summary.strip():
        raise ThemeRefused("Say in a few words what you ask, and then why.")
    if is_sample_activity():
        return Weighed()
    weighed = weighing.weigh(f"{title}\n\n{summary}", by, goes_on_anyway=goes_on_anyway)
    closed = weighing.closed_words()
    if closed and not weighed.is_crisis:
        raise ThemeRefused(closed)
    return weighed


def _put_before_moderators(theme: Theme, weighed: Weighed, kind: str = QueueItem.Kind.PROFILE) -> None:
    put_before_moderators(
        kind=QueueItem.Kind.CRISIS if weighed.is_crisis else kind,
        subject_kind=SUBJECT,
        subject_id=theme.public_id,
        about=theme.proposed_by,
        is_urgent=weighed.is_crisis,
        found=weighed.found,
        is_sample=theme.is_sample,
    )


def _lock_shown(theme: Theme) -> Theme:
    found = Theme.objects.select_for_update().get(pk=theme.pk)
    if found.state != State.SHOWN:
        raise ThemeClosed
    return found
