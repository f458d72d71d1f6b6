"""Who hears that a version no longer says the same as its resource."""

from typing import Any

from django.db import transaction
from django.urls import reverse

from accounts.access import Access
from accounts.permissions import Permission
from knowledge.versions import states
from notify.actions import notify
from notify.registry import NotificationKind, Way
from tenants.telling import whoever_may

BEHIND = "knowledge-version-behind"
KIND = NotificationKind(
    key=BEHIND,
    label="Easy Read versions and translations that are behind",
    describes="A page was changed, and a version of it that you wrote still says what the page said before.",
    mail_words="A page of the knowledge base was changed. A version of it that you wrote is behind. Sign in.",
    default=Way.DAILY,
    concerns=whoever_may(Permission.CMS_EDIT),
)


def tell_authors(page: Any) -> None:
    """Tell the author of each version of a resource that is behind, once each time it falls behind."""
    with transaction.atomic():
        for version in states.behind(page):
            person = version.author or version.owner or page.author or page.owner
            if person:
                may_edit = Access(person).can(Permission.CMS_EDIT)
                notify(
                    to=person,
                    kind=BEHIND,
                    title=f"Behind its page: {version.title}",
                    body="The page was changed. Change this version too, or say that it still says the same.",
                    url=reverse("knowledge:making", args=[version.pk]) if may_edit else version.get_url() or "",
                    key=f"{version.pk}-{version.same_as}",
                )
