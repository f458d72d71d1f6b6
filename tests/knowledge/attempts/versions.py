"""By an Easy Read version or a translation, whose words nobody agreed, or whose resource isn't published."""

import json

from django.db import connection
from wagtail.models import Page

from knowledge.models import EasyRead, Resource
from knowledge.versions import actions
from tests.knowledge.attempts import attempt
from tests.knowledge.making import MARK, agree, body_with, decide, pass_check, publish, submit
from tests.knowledge.versions import easy_read, ideas


def translation(scene, page):
    made = actions.start(page=page, version="pl", by=scene.person)
    made.body = body_with(MARK)
    made.save_revision()
    return made


@attempt
def easy_read_version_publishes(scene):
    easy_read(scene.page, scene.person, MARK).get_latest_revision().publish()


@attempt
def easy_read_version_is_saved_as_live(scene):
    made = easy_read(scene.page, scene.person, MARK)
    made.live = True
    made.save()


@attempt
def easy_read_version_is_added_as_live(scene):
    scene.page.add_child(instance=EasyRead(title=MARK, summary=MARK, ideas=ideas(MARK), live=True))


@attempt
def easy_read_version_is_updated_to_live(scene):
    Page.objects.filter(pk=easy_read(scene.page, scene.person, MARK).pk).update(live=True)


@attempt
def agreed_easy_read_version_gets_other_ideas(scene):
    made = publish(easy_read(scene.page, scene.person, "Talk first."), scene.person)
    made.ideas = ideas(MARK)
    made.save()


@attempt
def agreed_easy_read_version_gets_other_ideas_by_an_update(scene):
    made = publish(easy_read(scene.page, scene.person, "Talk first."), scene.person)
    EasyRead.objects.filter(pk=made.pk).update(ideas=ideas(MARK))


@attempt
def sql_changes_ideas(scene):
    made = publish(easy_read(scene.page, scene.person, "Talk first."), scene.person)
    with connection.cursor() as cursor:
        values = [json.dumps([{"type": "idea", "value": ideas(MARK)[0][1]}]), made.pk]
        cursor.execute("UPDATE knowledge_easyread SET ideas = %s WHERE resource_ptr_id = %s", values)


@attempt
def ideas_are_deleted_below_a_published_page(scene):
    made = publish(easy_read(scene.page, scene.person, "Talk first."), scene.person)
    Resource.with_versions.filter(pk=made.pk).update(body=body_with(MARK))
    with connection.cursor() as cursor:
        cursor.execute("DELETE FROM knowledge_easyread WHERE resource_ptr_id = %s", [made.pk])


@attempt
def agreement_to_the_resource_is_taken_for_its_version(scene):
    made = easy_read(scene.page, scene.person, MARK)
    submit(made, scene.person)
    agree(scene.page, scene.person, "second@example.org")
    pass_check(made, scene.person)
    decide(made, scene.person)


@attempt
def version_goes_along_without_an_agreement(scene):
    easy_read(scene.page, scene.person, MARK)
    scene.page.body = body_with("New and agreed.")
    scene.page.save_revision()
    publish(scene.page, scene.person, "second@example.org")


@attempt
def version_of_a_draft_is_published(scene):
    made = easy_read(scene.draft, scene.person, MARK)
    submit(made, scene.person)
    agree(made, scene.person)
    pass_check(made, scene.person)
    made.get_latest_revision().publish()
    Page.objects.filter(pk=made.pk).update(live=True)


@attempt
def version_of_a_draft_that_was_agreed_is_updated_to_live(scene):
    made = easy_read(scene.draft, scene.person, MARK)
    agree(made, scene.person)
    Page.objects.filter(pk=made.pk).update(live=True)


@attempt
def translation_publishes(scene):
    translation(scene, scene.page).get_latest_revision().publish()


@attempt
def translation_is_saved_as_live(scene):
    made = translation(scene, scene.page)
    made.live = True
    made.save()


@attempt
def translation_is_updated_to_live(scene):
    Page.objects.filter(pk=translation(scene, scene.page).pk).update(live=True)
