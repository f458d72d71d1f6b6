"""What editors and area leads see of the consents to stories."""

from dataclasses import dataclass
from typing import Any

from django.urls import reverse

from accounts.permissions import Permission
from config.today import today
from files.people import NO_PEOPLE
from files.tables import Table
from knowledge.consents import choices, links, rules
from ui import formats

HEAD = ("Story", "Page", "Consent", "Ends on")
SOURCE = "the record of consents of this site"


@dataclass(frozen=True)
class ConsentShown:
    """One consent: its state as a tag's key, what was agreed, and what can be done."""

    pk: int
    status: str
    facts: list[tuple[str, str]]
    link: str
    has_email: bool
    take_back: str


def may_see(access: Any, story: Any) -> bool:
    """Whether somebody may see the consents to a story: editors to all, area leads to those of their own area."""
    if access.can_everywhere(Permission.STORY_CONSENT_KEEP):
        return True
    areas = {area.pk for area in access.areas(Permission.STORY_CONSENT_KEEP)}
    return bool(areas & {story.owner_area_id, story.area_of_origin_id})


def stories_of(access: Any) -> Any:
    """The stories whose consents somebody may see."""
    from django.db.models import Q

    from knowledge.models import Story

    found = Story.objects.select_related("owner_area", "area_of_origin").defer("body").order_by("title")
    if access.can_everywhere(Permission.STORY_CONSENT_KEEP):
        return found
    areas = access.areas(Permission.STORY_CONSENT_KEEP)
    return found.filter(Q(owner_area__in=areas) | Q(area_of_origin__in=areas))


def table(stories: list[Any]) -> Table:
    """One line for each story: whether a consent covers it and until when, and nothing of who gave it."""
    return Table("stories", "Stories and their consents", HEAD, tuple(rows(stories)), today(), SOURCE, people=NO_PEOPLE)


def rows(stories: list[Any]) -> list[list[Any]]:
    """Rows of the list; one more query, however many stories there are."""
    from knowledge.models import Consent

    ends: dict[int, Any] = {}
    for story, day in Consent.objects.valid().filter(story__in=stories).values_list("story_id", "ends_on"):
        ends[story] = max(day, ends.get(story, day))
    return [
        [
            {"text": story.draft_title, "href": reverse("knowledge:consent", args=[story.pk])},
            "Published" if story.live else "Not published",
            {"status": "consent_counts" if story.pk in ends else "consent_none"},
            formats.date(ends[story.pk]) if story.pk in ends else "–",
        ]
        for story in stories
    ]


def record(story: Any) -> dict[str, Any]:
    """Everything about the consents to one story, the newest first."""
    consents = list(story.consents.select_related("recorded_by"))
    return {
        "story": story,
        "consents": [_shown(story, consent) for consent in consents],
        "missing": rules.missing(story.pk),
        "is_published": story.live,
    }


def agreed(consent: Any) -> list[tuple[str, str]]:
    """What was agreed, for the person themself too."""
    return [
        ("Where it may be told", "; ".join(consent.scope_words)),
        ("Agreed on", formats.date(consent.given_on)),
        ("Ends on", formats.date(consent.ends_on)),
        ("Who agreed", consent.get_given_by_display()),
    ]


def _shown(story: Any, consent: Any) -> ConsentShown:
    facts = [*agreed(consent), ("How they said it", consent.get_how_display())]
    if consent.recorded_by:
        facts.append(("Written down by", consent.recorded_by.name))
    if consent.withdrawn_at:
        how = "by their own link" if consent.withdrawn_by_link else "for them, by an editor or area lead"
        facts.append(("Taken back", f"{formats.date(consent.withdrawn_at)}, {how}"))
        facts.append(("Why", consent.withdrawn_why or "They didn’t say."))
    is_real = consent.is_open and consent.how != choices.SAMPLE
    return ConsentShown(
        consent.pk,
        _status(consent),
        facts,
        links.link(consent) if is_real else "",
        bool(consent.email),
        reverse("knowledge:consent-take-back", args=[story.pk, consent.pk]) if consent.is_open else "",
    )


def _status(consent: Any) -> str:
    if consent.withdrawn_at:
        return "consent_taken_back"
    return "consent_counts" if consent.is_open else "consent_ended"
