"""What a page type inherits so that it is published in agreed words only, whoever asks and by whichever way.

Wagtail has many ways to publish, and most end in `save()` with `live` set. The database refuses what gets past this,
raw SQL included (`database.py`); here the refusal has a reason, and drafts that somebody wants to begin as published
begin as drafts.
"""

from typing import Any

import structlog
from django.db import models, transaction

from knowledge import page_permissions
from knowledge.coproduction import rules
from knowledge.coproduction.errors import NotAgreed

log = structlog.get_logger(__name__)
# A save that writes none of these changes nothing that a reader sees.
SHOWN = {"live", "title", "summary", "body", "ideas"}
SCHEDULED = "wagtail.publish.scheduled"  # what Wagtail's command for scheduled pages calls its work


class PublishedWhenAgreed(models.Model):
    """Mixed into a page type: published only where every step of co-production is done on what would be shown."""

    class Meta:
        abstract = True

    def save(self, *args: Any, **options: Any) -> None:
        """A new page is a draft, whatever it says of itself. Raises NotAgreed for a published one with new words."""
        if self.alias_of_id:
            raise NotAgreed("A resource has one address, so that it is agreed and reviewed once. Link to it instead.")
        if self._state.adding:
            self._begin_as_draft()
        written = options.get("update_fields")
        with transaction.atomic():
            super().save(*args, **options)
            if self.live and (written is None or SHOWN & set(written)):
                rules.require_of_page(self.pk)

    def publish(self, revision: Any, user: Any = None, **options: Any) -> Any:
        """Publish a revision; raises NotAgreed. A scheduled one that isn't agreed is left, and its date taken away."""
        try:
            rules.require(self, revision)
        except NotAgreed as refusal:
            if options.get("log_action") != SCHEDULED:
                raise
            revision.approved_go_live_at = None
            revision.save(update_fields=["approved_go_live_at"])
            log.warning("a scheduled page was not published", page=self.pk, why=str(refusal))
            return None
        # The rule above is stricter than Wagtail's right to publish, which nobody has for these pages.
        return super().publish(revision, user=user, **{**options, "skip_permission_checks": True})

    def permissions_for_user(self, user: Any) -> page_permissions.ResourcePermissionTester:
        """Nobody publishes such a page in the editor: the workflow's last task does."""
        return page_permissions.ResourcePermissionTester(user, self)

    def _begin_as_draft(self) -> None:
        self.live, self.has_unpublished_changes = False, True
        self.live_revision = self.first_published_at = self.last_published_at = None
