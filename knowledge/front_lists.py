"""What the knowledge base puts on the front page: what is new, what comes next, what people looked for in vain."""

from django.http import HttpRequest
from django.urls import reverse

from accounts.permissions import Permission
from config.today import today
from find.models import UnansweredSearch
from knowledge.finding.library import kind_of, marked, published
from knowledge.front_page import KNOWLEDGE_SLUG
from knowledge.models import Event
from ui import formats
from ui.front_page import ENTRIES_SHOWN, FrontPageEntry, FrontPageList


def whats_new(request: HttpRequest) -> FrontPageList | None:
    """The resources that were published last."""
    found = marked(published()).select_related("content_type").defer("body").order_by("-first_published_at", "-pk")
    entries = tuple(
        FrontPageEntry(
            each.title,
            each.get_url() or f"/{KNOWLEDGE_SLUG}/",
            f"{kind_of(each)}{', a sample' if each.is_sample else ''}, {formats.date(each.first_published_at)}",
        )
        for each in found[:ENTRIES_SHOWN]
    )
    return FrontPageList("What is new", entries, "All resources", f"/{KNOWLEDGE_SLUG}/", order=10)


def next_events(request: HttpRequest) -> FrontPageList | None:
    """What happens next, as editors keep it with the front page."""
    found = Event.objects.still_to_come(today())[:ENTRIES_SHOWN]
    return FrontPageList("Next events", tuple(_event(each) for each in found), order=15)


def _event(event: Event) -> FrontPageEntry:
    days = formats.date(event.on) + (f" to {formats.date(event.until)}" if event.until else "")
    return FrontPageEntry(event.name, event.link, f"{days}. {event.where}".removesuffix(". "))


def looked_for_in_vain(request: HttpRequest) -> FrontPageList | None:
    """For those who write: words that several searched for, and nothing was found."""
    access = getattr(request, "access", None)
    if not access or not access.can(Permission.CMS_EDIT):
        return None
    here = reverse("find:unanswered")
    found = UnansweredSearch.objects.exclude(words="").order_by("-month", "-asked")[:ENTRIES_SHOWN]
    entries = tuple(FrontPageEntry(f"“{each.words}”", here, f"{each.asked} times in {each.month:%B}") for each in found)
    return FrontPageList("What people looked for in vain", entries, "All of these", here, order=30)
