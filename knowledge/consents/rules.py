"""Whether a consent covers that a story is shown. The database holds the same, see `database.py`; here with reasons."""

from typing import Any

from wagtail.models import PageViewRestriction

from knowledge.consents import choices

NOTHING = "No consent of the person whose story it is covers that it is shown here."
SIGN_IN = "The consent is for people who sign in only, so the page has to ask to sign in."


def missing(page_id: int) -> list[str]:
    """What a story, or a version of one, lacks, as sentences; nothing for any other page."""
    story = story_of(page_id)
    if story is None:
        return []
    covered = scopes(story)
    if choices.WEBSITE in covered or choices.NETWORK in covered and asks_to_sign_in(story):
        return []
    return [SIGN_IN if choices.NETWORK in covered else NOTHING]


def story_of(page_id: int) -> int | None:
    """The number of the story that a page is or, as Easy Read or a translation, is a version of."""
    from knowledge.models import Resource, Story

    main = Resource.with_versions.filter(pk=page_id).values_list("version_of_id", flat=True)
    return Story.objects.filter(pk__in=[page_id, *main]).values_list("pk", flat=True).first()


def scopes(page_id: int) -> set[str]:
    """What the story's consents cover today, all of them together."""
    from knowledge.models import Consent

    found = Consent.objects.valid().filter(story_id=page_id).values_list("scopes", flat=True)
    return {scope for each in found for scope in each}


def without_uncovered(resources: Any) -> Any:
    """The same resources without stories, and versions of stories, that nobody agrees to be shown (any more)."""
    from knowledge.models import Story

    uncovered = Story.objects.exclude(pk__in=_covered()).values("pk")
    return resources.exclude(pk__in=uncovered).exclude(version_of__in=uncovered)


def without_taken_back(resources: Any) -> Any:
    """The same resources without stories, and versions of stories, whose consent was given and covers nothing now."""
    from knowledge.models import Consent

    over = Consent.objects.exclude(story_id__in=_covered()).values("story_id")
    return resources.exclude(pk__in=over).exclude(version_of__in=over)


def _covered() -> Any:
    """The stories that may be shown by a consent that counts today."""
    from knowledge.models import Consent

    return Consent.objects.valid().filter(scopes__overlap=list(choices.SHOWN)).values("story_id")


def is_taken_back(page_id: int) -> bool:
    """Whether it is a story, or a version of one, to which somebody agreed and nobody does any more."""
    from knowledge.models import Resource

    return not without_taken_back(Resource.with_versions.filter(pk=page_id)).exists()


def covers(main: Any, scope: str) -> bool:
    """Whether a resource and its versions may be used in this way: always, but for a story without consent."""
    return main.kind != "story" or scope in scopes(main.pk)


def asks_to_sign_in(page_id: int) -> bool:
    """Whether a page is shown only to people who sign in."""
    return PageViewRestriction.objects.filter(page_id=page_id, restriction_type=PageViewRestriction.LOGIN).exists()


def was_taken_down(story: Any) -> bool:
    """Whether a story was published once, and no consent covers it any more."""
    return bool(story.first_published_at) and not story.live and not scopes(story.pk).intersection(choices.SHOWN)
