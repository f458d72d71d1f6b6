"""What nobody may do to the pages that the site can't be without."""

from typing import Any

from wagtail.models import PagePermissionTester

from accounts import wagtail_groups
from accounts.access import Access
from accounts.permissions import Permission
from knowledge.consents import rules as consents


class KeptPagePermissionTester(PagePermissionTester):
    """As Wagtail's, but the page can't be deleted, taken off the site, moved or copied.

    Deleting the front page would take Wagtail's record of the site with it, and every public page would be gone.
    """

    def can_delete(self, ignore_bulk: bool = False) -> bool:
        return False

    def can_unpublish(self) -> bool:
        return False

    def can_move(self) -> bool:
        return False

    def can_copy(self) -> bool:
        return False

    def can_set_view_restrictions(self) -> bool:
        """The front page is for everybody: a password on it would close every page below it too."""
        return False


def for_kept_page(user: Any, page: Any) -> KeptPagePermissionTester:
    """The tester that `Page.permissions_for_user` gives for such a page."""
    return KeptPagePermissionTester(user, page)


class ResourcePermissionTester(PagePermissionTester):
    """As Wagtail's, but nobody publishes a resource in the editor or makes an alias: the workflow's last task does."""

    def can_edit(self) -> bool:
        """A story whose consent was taken back is opened, previewed and copied only by those who keep consents."""
        return super().can_edit() and not is_closed_to(Access(self.user), self.page)

    def can_publish(self) -> bool:
        return False

    def can_unschedule(self) -> bool:
        return super().can_publish()

    def can_set_view_restrictions(self) -> bool:
        """Who may read a story follows from its consents alone."""
        return super().can_publish() and self.page.kind != "story"


class VersionPermissionTester(ResourcePermissionTester):
    """As a resource's, but a version stays below its resource, and is there once."""

    def can_move(self) -> bool:
        return False

    def can_copy(self) -> bool:
        return False


def is_closed_to(access: Access, page: Any) -> bool:
    """Whether a page is a story whose consent was taken back, and somebody isn't one of those who keep consents."""
    is_kept_back = not page.live and bool(page.pk) and consents.is_taken_back(page.pk)
    return is_kept_back and not access.can_everywhere(Permission.STORY_CONSENT_KEEP)


def is_editor(user: Any) -> bool:
    """Whether somebody edits pages, as Wagtail sees it."""
    return bool(user and user.is_active and user.groups.filter(name=wagtail_groups.GROUP_NAME).exists())
