"""By Wagtail's and Django's own functions, as a command or a careless piece of code would."""

import datetime
from unittest import mock

from django.core import serializers
from django.core.management import call_command
from django.utils import timezone
from wagtail.actions.copy_page import CopyPageAction
from wagtail.actions.publish_page_revision import PublishPageRevisionAction
from wagtail.actions.publish_revision import PublishRevisionAction
from wagtail.actions.revert_to_page_revision import RevertToPageRevisionAction
from wagtail.models import Locale, Page, Revision, TaskState
from wagtail.workflows import publish_workflow_state

from knowledge.models import Guidance, Method
from tests.knowledge.attempts import attempt
from tests.knowledge.attempts.editor import later
from tests.knowledge.making import MARK, body_with, submit


@attempt
def revision_publishes(scene):
    scene.revision().publish()


@attempt
def revision_publishes_for_a_superuser(scene):
    scene.person.is_superuser = True
    scene.revision().publish(user=scene.person, skip_permission_checks=True)


@attempt
def page_publishes_a_revision(scene):
    scene.draft.publish(scene.revision(), skip_permission_checks=True)


@attempt
def new_words_of_a_published_page_publish(scene):
    scene.page.get_latest_revision().publish()


@attempt
def action_for_pages_publishes(scene):
    PublishPageRevisionAction(scene.revision()).execute(skip_permission_checks=True)


@attempt
def action_publishes(scene):
    PublishRevisionAction(scene.revision()).execute(skip_permission_checks=True)


@attempt
def superuser_publishes_by_the_action(scene):
    scene.person.is_superuser = True
    PublishPageRevisionAction(scene.revision(), user=scene.person).execute(skip_permission_checks=True)


@attempt
def action_schedules_and_the_day_comes(scene):
    scene.draft.go_live_at = timezone.now() + datetime.timedelta(minutes=5)
    PublishPageRevisionAction(scene.draft.save_revision()).execute(skip_permission_checks=True)
    with mock.patch("wagtail.management.commands.publish_scheduled.timezone.now", return_value=later()):
        call_command("publish_scheduled")


@attempt
def date_is_written_into_the_revision_and_the_day_comes(scene):
    Revision.objects.filter(pk=scene.revision().pk).update(approved_go_live_at=timezone.now())
    call_command("publish_scheduled")


@attempt
def page_is_saved_as_live(scene):
    scene.draft.live = True
    scene.draft.save()


@attempt
def page_is_saved_as_live_without_cleaning(scene):
    scene.draft.live = True
    scene.draft.save(clean=False)


@attempt
def only_live_is_saved(scene):
    scene.draft.live = True
    scene.draft.save(update_fields=["live"])


@attempt
def base_page_is_saved_as_live(scene):
    base = Page.objects.get(pk=scene.draft.pk)
    base.live = True
    base.save()


@attempt
def new_words_are_saved_into_a_published_page(scene):
    scene.page.body = body_with(MARK)
    scene.page.save()


@attempt
def new_title_is_saved_into_a_published_page(scene):
    Page.objects.filter(pk=scene.page.pk).update(draft_title=MARK)
    base = Page.objects.get(pk=scene.page.pk)
    base.title = MARK
    base.save()


@attempt
def page_is_added_as_live(scene):
    scene.index.add_child(instance=Guidance(title=MARK, slug="added", summary=MARK, body=body_with(MARK), live=True))


@attempt
def sibling_is_added_as_live(scene):
    scene.page.add_sibling(instance=Method(title=MARK, slug="beside", summary=MARK, live=True))


@attempt
def page_is_saved_past_its_save(scene):
    scene.draft.live = True
    scene.draft.save_base(raw=True)
    Page.objects.get(pk=scene.draft.pk).save_base(raw=True)
    base = Page.objects.get(pk=scene.draft.pk)
    base.live = True
    base.save_base(raw=True)


@attempt
def fixture_is_loaded(scene):
    written = serializers.serialize("json", [Page.objects.get(pk=scene.draft.pk)]).replace(
        '"live": false', '"live": true'
    )
    for row in serializers.deserialize("json", written):
        row.save()


@attempt
def page_is_copied_as_live(scene):
    Page.objects.filter(pk=scene.page.pk).get().specific.copy(
        update_attrs={"title": MARK, "slug": "second"}, keep_live=True
    )


@attempt
def draft_is_copied_as_live(scene):
    facts = {"slug": "third", "live": True}
    CopyPageAction(scene.draft, update_attrs=facts, keep_live=True).execute(skip_permission_checks=True)


@attempt
def draft_is_copied_with_its_revisions_and_published(scene):
    copy = scene.draft.copy(update_attrs={"slug": "fourth"}, copy_revisions=True)
    copy.get_latest_revision().publish()


@attempt
def alias_is_made_and_saved_as_live(scene):
    alias = scene.draft.create_alias(update_slug="fifth")
    alias.live = True
    alias.save()


@attempt
def page_is_copied_for_translation_as_alias(scene):
    french = Locale.objects.create(language_code="cy")
    Page.objects.get(pk=scene.index.pk).specific.copy_for_translation(french, copy_parents=True, alias=True)
    scene.draft.copy_for_translation(french, copy_parents=True, alias=True)


@attempt
def page_is_copied_for_translation_and_published(scene):
    welsh = Locale.objects.create(language_code="cy")
    scene.draft.copy_for_translation(welsh, copy_parents=True).get_latest_revision().publish()


@attempt
def draft_is_moved_and_saved_as_live(scene):
    scene.draft.move(scene.index, pos="first-child")
    moved = Method.objects.get(pk=scene.draft.pk)
    moved.live = True
    moved.save()


@attempt
def revision_is_restored_and_published(scene):
    RevertToPageRevisionAction(scene.draft, scene.revision()).execute(skip_permission_checks=True)
    scene.revision().publish(previous_revision=scene.revision())


@attempt
def page_is_taken_off_and_put_back_with_new_words(scene):
    scene.page.unpublish()
    scene.page.get_latest_revision().publish()


@attempt
def every_task_is_approved_past_its_rule(scene):
    submit(scene.draft, scene.person)
    for _ in range(3):
        state = scene.draft.current_workflow_task_state
        if state:
            state.approve(user=scene.person)


@attempt
def every_task_is_skipped(scene):
    workflow = submit(scene.draft, scene.person)
    for _ in range(3):
        TaskState.objects.filter(workflow_state=workflow).update(status=TaskState.STATUS_SKIPPED)
        workflow.refresh_from_db()
        workflow.update(user=scene.person)


@attempt
def workflow_is_finished_at_once(scene):
    submit(scene.draft, scene.person).finish(user=scene.person)


@attempt
def end_of_the_workflow_is_called_directly(scene):
    publish_workflow_state(submit(scene.draft, scene.person), user=scene.person)
