"""Beginning an Easy Read version or a translation, and keeping it in step with its resource."""

from typing import Any

from django.db import transaction
from django.db.models import Q
from wagtail.models import Locale

import audit
from knowledge.coproduction import digests, rules
from knowledge.coproduction.errors import StepRefused
from knowledge.versions import languages

EASY_READ = "easy-read"
THERE_ALREADY = "There is such a version of the page already. Change that one."


@transaction.atomic
def start(*, page: Any, version: str, by: Any) -> Any:
    """A draft of a version: `easy-read`, or the code of a language, which begins with the resource's own words.

    Raises StepRefused for a version that is there, one of a version, and a language that isn't listed.
    """
    from knowledge.models import EasyRead, Resource, Translation

    if page.version_of_id:
        raise StepRefused("This is a version of a page. Begin the new one from the page itself.")
    if Resource.with_versions.filter(version_of_id=page.pk, slug=version).exists():
        raise StepRefused(THERE_ALREADY)
    facts: dict[str, Any] = {"author": by, "owner": by, "live": False, "is_sample": page.is_sample}
    words = page.get_latest_revision_as_object() if page.latest_revision_id else page
    if version == EASY_READ:
        summary = "The same in short sentences, each with a picture."
        made = EasyRead(title=f"{words.title}: Easy Read", summary=summary, **facts)
    elif version in {language.code for language in languages.LANGUAGES}:
        locale, _ = Locale.objects.get_or_create(language_code=version)
        made = Translation(title=words.title, summary=words.summary, body=words.body, locale=locale, **facts)
    else:
        raise StepRefused("Choose Easy Read or one of the languages.")
    # Read again: the tree may have changed under the page that was given.
    Resource.objects.get(pk=page.pk).add_child(instance=made)
    made.save_revision(user=by)
    audit.record(action="resource.begin_version", by=by, object=made, detail={"page": page.pk, "version": version})
    return made


@transaction.atomic
def confirm_same(*, version: Any, by: Any) -> None:
    """Keep that a published version still says the same as its resource, although that has changed.

    Raises StepRefused for one that isn't published.
    """
    if not version.live:
        raise StepRefused("This version is not published. Publish it: that says the same.")
    words = digests.of_page(version.version_of_id).words
    type(version).objects.filter(pk=version.pk).update(same_as=words)
    audit.record(action="resource.same_again", by=by, object=version, detail={"page": version.version_of_id})


@transaction.atomic
def publish_along(*, page: Any, by: Any) -> list[Any]:
    """Publish the versions of a resource that have all but an editor's decision, which was made for the resource.

    Called when an editor has published it. Returns those that were published.
    """
    return [version for version in ready(page) if _publish(version, by)]


def ready(page: Any) -> list[Any]:
    """The versions whose newest words are agreed and checked, and not published yet.

    One that an editor took off by itself waits until an editor publishes it by itself; Wagtail forgets its revision.
    """
    from knowledge.models import Resource

    waiting = Resource.with_versions.filter(version_of_id=page.pk, has_unpublished_changes=True)
    taken_off = Q(live=False, live_revision__isnull=True, first_published_at__isnull=False)
    return [version for version in waiting.exclude(taken_off).specific() if not _missing(version)]


def _missing(version: Any) -> list[str]:
    revision = version.get_latest_revision()
    return rules.missing_of_steps(version.pk, digests.of_revision(revision)) if revision else [rules.EDITOR_MISSING]


def _publish(version: Any, by: Any) -> bool:
    from knowledge.models import Step

    revision = version.get_latest_revision()
    facts = {"resource_id": version.pk, "revision": revision, "role": "editor", "by": by}
    Step.objects.create(stage=Step.Stage.EDITOR, outcome=Step.Outcome.DONE, words="With its resource.", **facts)
    version.publish(revision, user=by)
    audit.record(action="resource.publish", by=by, object=version)
    return True
