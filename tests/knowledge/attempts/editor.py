"""By Wagtail's own screens, as an editor."""

import datetime
from unittest import mock

from django.core.management import call_command
from django.urls import reverse
from django.utils import timezone
from wagtail.models import Page, Workflow, WorkflowPage

from tests.knowledge.attempts import Scene, attempt
from tests.knowledge.editing import body_fields, form_of
from tests.knowledge.making import MARK, submit


def send(scene: Scene, page, **changes):
    address = reverse("wagtailadmin_pages:edit", args=[page.pk])
    return scene.editor.post(address, {**form_of(scene.editor, address), **body_fields(MARK), **changes})


@attempt
def editor_publishes_the_draft(scene):
    send(scene, scene.draft, **{"action-publish": "action-publish"})


@attempt
def editor_publishes_new_words_of_a_published_page(scene):
    send(scene, scene.page, **{"action-publish": "action-publish"})


@attempt
def editor_creates_and_publishes_at_once(scene):
    address = reverse("wagtailadmin_pages:add", args=["knowledge", "guidance", scene.index.pk])
    fields = {**form_of(scene.editor, address), **body_fields(MARK), "title": MARK, "slug": "quick", "summary": MARK}
    scene.editor.post(address, {**fields, "action-publish": "action-publish"})


@attempt
def editor_publishes_in_bulk(scene):
    address = reverse("wagtail_bulk_action", args=["wagtailcore", "page", "publish"])
    scene.editor.post(f"{address}?id={scene.draft.pk}&id={scene.page.pk}&next=/cms/", {"next": "/cms/"})


@attempt
def editor_publishes_the_index_with_all_below_it(scene):
    address = reverse("wagtail_bulk_action", args=["wagtailcore", "page", "publish"])
    scene.editor.post(f"{address}?id={scene.index.pk}&next=/cms/", {"include_descendants": "on", "next": "/cms/"})


@attempt
def editor_schedules_the_draft_and_the_day_comes(scene):
    soon = (timezone.now() + datetime.timedelta(minutes=5)).strftime("%Y-%m-%d %H:%M")
    send(scene, scene.draft, go_live_at=soon, **{"action-publish": "action-publish"})
    with mock.patch("wagtail.management.commands.publish_scheduled.timezone.now", return_value=later()):
        call_command("publish_scheduled")


def later():
    return timezone.now() + datetime.timedelta(days=1)


@attempt
def editor_copies_and_publishes_the_copies(scene):
    address = reverse("wagtailadmin_pages:copy", args=[scene.page.pk])
    fields = {"new_title": MARK, "new_slug": "copied", "new_parent_page": scene.index.pk, "publish_copies": "on"}
    scene.editor.post(address, fields)


@attempt
def editor_makes_an_alias(scene):
    Page.objects.filter(pk=scene.draft.pk).update(title=MARK)
    address = reverse("wagtailadmin_pages:copy", args=[scene.draft.pk])
    fields = {"new_title": MARK, "new_slug": "aliased", "new_parent_page": scene.index.pk, "alias": "on"}
    scene.editor.post(address, fields)
    scene.draft.get_latest_revision().publish()


@attempt
def editor_restores_a_revision_and_publishes(scene):
    address = reverse("wagtailadmin_pages:revisions_revert", args=[scene.draft.pk, scene.revision().pk])
    fields = form_of(scene.editor, address)
    edit = reverse("wagtailadmin_pages:edit", args=[scene.draft.pk])
    fields |= body_fields(MARK)
    scene.editor.post(edit, {**fields, "action-publish": "action-publish", "revision": scene.revision().pk})


@attempt
def editor_moves_the_draft_and_publishes(scene):
    scene.editor.post(reverse("wagtailadmin_pages:move_confirm", args=[scene.draft.pk, scene.index.pk]))
    send(scene, scene.draft, **{"action-publish": "action-publish"})


@attempt
def editor_approves_the_review(scene):
    submit(scene.draft, scene.person)
    task = scene.draft.current_workflow_task_state
    address = reverse("wagtailadmin_pages:workflow_action", args=[scene.draft.pk, "approve", task.pk])
    scene.editor.post(address, {"comment": ""})


@attempt
def editor_approves_the_review_in_the_page(scene):
    submit(scene.draft, scene.person)
    fields = {"action-workflow-action": "true", "workflow-action-name": "approve", "workflow-action-extra-data": "{}"}
    for _ in range(3):
        send(scene, scene.draft, **fields)


@attempt
def editor_cancels_the_workflow_and_publishes(scene):
    submit(scene.draft, scene.person)
    send(scene, scene.draft, **{"action-cancel-workflow": "true"})
    send(scene, scene.draft, **{"action-publish": "action-publish"})


@attempt
def editor_publishes_where_the_workflow_is_switched_off(scene):
    Workflow.objects.get(name="Co-production").deactivate(user=scene.person)
    send(scene, scene.draft, **{"action-publish": "action-publish"})


@attempt
def editor_publishes_where_no_workflow_is_set(scene):
    WorkflowPage.objects.all().delete()
    send(scene, scene.draft, **{"action-publish": "action-publish"})


@attempt
def editor_publishes_where_workflows_are_disabled(scene):
    scene.settings.WAGTAIL_WORKFLOW_ENABLED = False
    send(scene, scene.draft, **{"action-publish": "action-publish"})


@attempt
def operator_publishes_in_djangos_admin(scene):
    for address in ("/admin/wagtailcore/page/", f"/admin/knowledge/method/{scene.draft.pk}/change/"):
        answer = scene.editor.post(address, {"live": "on"})
        assert answer.status_code in {302, 403, 404}


@attempt
def program_publishes_by_the_api(scene):
    for address in (f"/api/v3/pages/{scene.draft.pk}/publish/", f"/api/v2/pages/{scene.draft.pk}/", "/api/v1/pages/"):
        answer = scene.editor.post(address, {"live": "true"}, HTTP_AUTHORIZATION="Bearer x")
        assert answer.status_code in {401, 403, 404, 405}
