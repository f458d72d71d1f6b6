"""What editors and the area's leads hear of a story's consent. Nobody hears why somebody took it back: it is theirs."""

from typing import Any

from django.urls import reverse

from accounts.permissions import Permission
from notify.actions import notify_all
from notify.registry import NotificationKind, Way
from tenants.telling import people_who_may, whoever_may
from ui import formats

CONSENT = "story-consent"
KINDS = (
    NotificationKind(
        key=CONSENT,
        label="Consent to stories",
        describes="Somebody has taken back the consent to their story, or it ends soon or has ended.",
        mail_words="Something has changed about the consent to a story. Sign in to see what.",
        default=Way.AT_ONCE,
        may_be_off=False,
        concerns=whoever_may(Permission.STORY_CONSENT_KEEP),
    ),
)


def taken_back(consent: Any, *, is_down: bool, by: Any) -> None:
    """That somebody has taken it back, and that the story is down."""
    body = "The story was taken down at once." if is_down else "Another consent still covers the story, so it stays."
    _tell(consent, f"Consent taken back: {_title(consent)}", body, "withdrawn", by=by)


def has_ended(consent: Any, *, is_down: bool) -> None:
    """That its time is over, and that the story is down."""
    body = "The story was taken down." if is_down else "Another consent covers the story, so it stays."
    _tell(consent, f"Consent has ended: {_title(consent)}", body, "ended")


def ends_soon(consent: Any) -> None:
    """That it ends soon."""
    body = f"It ends on {formats.date(consent.ends_on)}. Unless the person agrees again, the story is taken down then."
    _tell(consent, f"Consent ends soon: {_title(consent)}", body, "soon")


def _title(consent: Any) -> str:
    return consent.story.draft_title


def _tell(consent: Any, title: str, body: str, key: str, by: Any = None) -> None:
    story = consent.story
    facts = {"kind": CONSENT, "title": title, "body": body, "url": reverse("knowledge:consent", args=[story.pk])}
    facts |= {"key": f"consent-{consent.pk}-{key}", "by": by}
    notify_all(to=people_who_may(Permission.STORY_CONSENT_KEEP), **facts)
    for area in {area for area in (story.owner_area, story.area_of_origin) if area}:
        notify_all(to=people_who_may(Permission.STORY_CONSENT_KEEP, area=area), area=area, **facts)
