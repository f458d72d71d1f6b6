"""Taking a story down: its page, its place in lists, searches and feeds, its pictures, recordings and documents."""

from typing import Any

from django.db import transaction
from wagtail.actions.unpublish_page import UnpublishPageAction
from wagtail.models import Page
from wagtail.search import index

from knowledge.consents import files, rules


@transaction.atomic
def if_uncovered(page_id: int) -> bool:
    """Take the story down unless another consent still covers that it is shown; returns whether it was taken down.

    Lists, searches, feeds and the map of the site show published pages only, and nothing of a page is kept in a cache,
    so all of them are without it from the next request on.
    """
    from knowledge.models import Story

    story = Story.objects.select_for_update().get(pk=page_id)
    if not rules.missing(page_id):
        return False
    versions = with_it(story)
    for page in [story, *versions]:
        if page.current_workflow_state:
            page.current_workflow_state.cancel()
        UnpublishPageAction(page).execute(skip_permission_checks=True)
        # A date on which it would be published again, also where it isn't published today.
        page.revisions.update(approved_go_live_at=None)
        index.remove_object(Page.objects.get(pk=page.pk))
        index.remove_object(page)
    files.close([story, *versions])
    return True


def with_it(story: Any) -> list[Any]:
    """Its versions: Easy Read, translations."""
    from knowledge.models import Resource

    return list(Resource.with_versions.filter(version_of_id=story.pk).specific())
