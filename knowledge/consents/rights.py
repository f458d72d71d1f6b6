"""Who may use the addresses of the consents to stories; see `accounts.rights_table`."""

import datetime
from typing import Any

from accounts.rights_table import PUBLIC, Row

KEEPERS = ["knowledge-editor", "area-lead"]
GET_AND_POST = ("GET", "POST")


def _consent(world: Any) -> Any:
    """A consent to a draft of a story of the area of whoever asks."""
    from config.today import today
    from knowledge.models import Consent, KnowledgeIndex, Story

    is_elsewhere = world.me == world.people["area lead of another area"]
    area = world.other_area if is_elsewhere else world.area
    slug = f"story-of-{area.slug}"
    story = Story.objects.filter(slug=slug).first()
    if story is None:
        facts = {"title": "A story", "slug": slug, "summary": "In short.", "live": False, "owner_area": area}
        story = KnowledgeIndex.objects.get().add_child(instance=Story(**facts))
        story.save_revision()
    agreed = {"scopes": ["website"], "how": "signed", "given_by": "self", "given_on": today()}
    agreed["ends_on"] = today() + datetime.timedelta(days=99)
    return Consent.objects.create(story=story, email="teller@example.org", **agreed)


def _page(world: Any) -> dict[str, Any]:
    return {"page": _consent(world).story_id}


def _one(world: Any) -> dict[str, Any]:
    consent = _consent(world)
    return {"page": consent.story_id, "consent": consent.pk}


def _token(world: Any) -> dict[str, Any]:
    from knowledge.consents import links

    return {"token": links.token(_consent(world))}


ROWS = [
    Row("knowledge:stories", KEEPERS),
    Row("knowledge:stories-file", KEEPERS, sample=lambda world: {"ending": "csv"}),
    Row("knowledge:consent", KEEPERS, sample=_page),
    Row("knowledge:consent-add", KEEPERS, GET_AND_POST, sample=_page, also=(422,)),
    Row("knowledge:consent-take-back", KEEPERS, GET_AND_POST, sample=_one),
    Row("knowledge:consent-link", KEEPERS, ("POST",), sample=_one),
    Row("knowledge:my-story", PUBLIC, GET_AND_POST, sample=_token),
]
