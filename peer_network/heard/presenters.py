"""Themes as pages and files show them. Nobody's name stands in any of it."""

import datetime
from typing import Any

from django.urls import reverse

from config.today import today
from disclosure import PublishedCount
from files.people import hidden_by
from files.tables import Table, numeric
from peer_network.heard import counts, queries
from peer_network.models import Theme
from tenants import working_days
from ui import formats

TAGS = (
    ("theme_gathering", "Gathering support", "blue"),
    ("theme_agenda", "Before the board", "purple"),
    ("theme_answered", "Answered", "green"),
    ("theme_late", "Answer overdue", "red"),
    ("theme_waiting", "Waits for a moderator", "yellow"),
    ("theme_change_asked", "A change is asked for", "orange"),
    ("theme_hidden", "Hidden by a moderator", "grey"),
    ("theme_removed", "Removed by a moderator", "grey"),
    ("theme_taken_back", "You took it back", "grey"),
)
STAGES = {queries.GATHERING: "Gathering support", queries.AGENDA: "Before the board", queries.ANSWERED: "Answered"}
SOURCE = "What members of the peer network support, and what the board answered"


def tag_of(theme: Theme, day: datetime.date | None = None) -> str:
    """The tag of where a theme stands; of a theme that others can't read, why."""
    if theme.state != Theme.State.SHOWN:
        return f"theme_{theme.state}"
    if theme.is_late(day or today()):
        return "theme_late"
    return f"theme_{queries.stage_of(theme, day)}"


def supporters_words(count: PublishedCount, needed: int, stage: str) -> str:
    """`Fewer than 8 people so far. 8 are needed.`"""
    if count.is_hidden:
        said = "Between 1 and 7 people support this"
    elif not count:
        said = "Nobody’s support is counted yet"
    else:
        said = f"About {count} people support this"
    return f"{said}. {needed} are needed to bring it before the board." if stage == queries.GATHERING else f"{said}."


def due_words(theme: Theme, day: datetime.date | None = None) -> str:
    """When the answer is due, and how that stands: `27 July 2015: in 8 working days`."""
    at = day or today()
    if theme.due_on is None:
        return ""
    left = working_days.between(at, theme.due_on)
    if theme.is_late(at):
        return f"{formats.date(theme.due_on)}: {formats.plural(-left, 'working day')} overdue"
    return f"{formats.date(theme.due_on)}: {'today' if not left else 'in ' + formats.plural(left, 'working day')}"


def answered_words(theme: Theme) -> str:
    """When it was answered, and whether in time."""
    if theme.answered_on is None or theme.due_on is None:
        return ""
    late = working_days.between(theme.due_on, theme.answered_on)
    how = f"{formats.plural(late, 'working day')} late" if theme.answered_on > theme.due_on else "in time"
    return f"{formats.date(theme.answered_on)}, {how}"


def members_table(themes: list[Theme]) -> Table:
    """The list that members have. One query beside the themes' own."""
    found = counts.published(themes)
    rows = tuple(
        [
            theme.title,
            STAGES[queries.stage_of(theme)],
            found[theme.pk],
            formats.date(theme.agenda_on) if theme.agenda_on else "",
            formats.date(theme.due_on) if theme.due_on else "",
            answered_words(theme),
        ]
        for theme in themes
    )
    head = ("What members ask", "Where it stands", numeric("Supporters"), "Before the board", "Answer due", "Answered")
    return _table("themes", "What members ask the programme board", head, rows, themes)


def waiting_table(themes: list[Theme], day: datetime.date | None = None) -> Table:
    """What waits for the board's answer, the longest due first. One query beside the themes' own."""
    found = counts.published(themes, day)
    rows = tuple(
        [_title(theme), found[theme.pk], theme.agenda_on, due_words(theme, day), _standing(theme, day)]
        for theme in themes
    )
    head = ("What members ask", numeric("Supporters"), "On the agenda since", "Answer due", "Standing")
    return _table("members-ask", "Waiting for the board’s answer", head, rows, themes, day)


def answered_table(themes: list[Theme], day: datetime.date | None = None) -> Table:
    """What the board answered, the newest first. Two queries beside the themes' own."""
    found = counts.published(themes, day)
    kinds = _answers(themes, day)
    rows = tuple(
        [_title(theme), found[theme.pk], theme.agenda_on, kinds.get(theme.pk, ""), answered_words(theme)]
        for theme in themes
    )
    head = ("What members asked", numeric("Supporters"), "On the agenda since", "The board’s answer", "Answered")
    return _table("members-ask-answered", "What the board has answered", head, rows, themes, day)


def _title(theme: Theme) -> dict[str, str]:
    return {"text": theme.title, "href": reverse("peers:board-theme", args=[theme.public_id])}


def _standing(theme: Theme, day: datetime.date | None) -> dict[str, str]:
    late = theme.is_late(day or today())
    return {"status": "theme_late" if late else "theme_agenda", "text": "Overdue" if late else "Waits for an answer"}


def _answers(themes: list[Theme], day: datetime.date | None) -> dict[int, str]:
    from peer_network.models import ThemeAnswer

    rows = ThemeAnswer.objects.filter(theme__in=themes, on__lte=day or today()).order_by("number")
    return {row.theme_id: row.get_kind_display() for row in rows}


def _table(
    key: str,
    caption: str,
    head: tuple[Any, ...],
    rows: tuple[list[Any], ...],
    themes: list[Theme],
    day: datetime.date | None = None,
) -> Table:
    return Table(
        key=key,
        caption=caption,
        head=head,
        rows=rows,
        as_at=day or today(),
        source=SOURCE,
        note=f"Supporters are counted up to {formats.date(counts.counted_to(day))}. Who they are is told to nobody.",
        people=hidden_by(),
        sample=any(theme.is_sample for theme in themes),
    )
