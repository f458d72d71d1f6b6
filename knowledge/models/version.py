"""What Easy Read versions and translations have in common: the resource they belong to, and what they say again."""

from typing import Any

from django.db import models

from knowledge import page_permissions
from knowledge.coproduction import digests
from knowledge.coproduction.errors import StepRefused
from knowledge.models.index_pages import KIND_PAGES
from knowledge.models.resources import Resource

WITHOUT_A_RESOURCE = "An Easy Read version or a translation stands below its resource, and nowhere else."


class Version(models.Model):
    """What both kinds have: the words of the resource that they say again, known by their digest."""

    same_as = models.CharField("digest of the words that it says again", max_length=64, default="", editable=False)

    parent_page_types = KIND_PAGES
    subpage_types: list[str] = []
    promote_panels: list[Any] = []

    class Meta:
        abstract = True

    @property
    def version_slug(self) -> str:
        """The last part of its address."""
        raise NotImplementedError

    def save(self, *args: Any, **options: Any) -> None:
        """A new one belongs to the resource above it. Raises StepRefused where there is none."""
        if self._state.adding:
            self._belong(self.get_parent())
        super().save(*args, **options)

    def publish(self, revision: Any, user: Any = None, **options: Any) -> Any:
        """As a resource; whoever publishes says that it says the same as the resource does now."""
        done = super().publish(revision, user=user, **options)
        words = digests.of_page(self.version_of_id).words
        type(self).objects.filter(pk=self.pk, live_revision=revision).update(same_as=words)
        return done

    def permissions_for_user(self, user: Any) -> page_permissions.VersionPermissionTester:
        """It stays where it is."""
        return page_permissions.VersionPermissionTester(user, self)

    def _belong(self, parent: Any) -> None:
        main = Resource.objects.filter(pk=parent.pk).first() if parent else None
        if main is None:
            raise StepRefused(WITHOUT_A_RESOURCE)
        self.version_of, self.slug = main, self.version_slug
