"""The programme's milestones and promises: for those who may read the board's pages."""

from collections.abc import Iterable
from typing import Any

from django.urls import reverse

from accounts.permissions import Permission
from find import full_text
from find.registry import Found, SearchSource
from find.words import Words
from ui import formats


def look_for(words: Words, access: Any) -> Iterable[Found]:
    """Milestones of the national timetable, and what the network promised."""
    from tenants.models import NationalMilestone, Promise

    if not (access and access.can(Permission.BOARD_READ)):
        return
    board = reverse("programme:board")
    for each in full_text.search(NationalMilestone.objects.all(), words, title="activity", texts=["deliverable"]):
        due = formats.date(each.due) if each.precision == "day" else formats.month(each.due)
        yield Found(each.activity, f"{board}#milestones", each.found_excerpt, each.found_rank, f"Milestone, {due}")
    for each in full_text.search(Promise.objects.all(), words, title="statement", texts=[]):
        about = f"Promise, by {formats.date(each.by)}"
        yield Found(each.statement, f"{board}#promises", rank=each.found_rank, about=about)


PROGRAMME = SearchSource("programme", "Programme", look_for, order=40)
