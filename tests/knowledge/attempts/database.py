"""Past Django's models: bulk writes and SQL."""

from django.db import connection
from wagtail.models import Page

from knowledge.models import Resource
from tests.knowledge.attempts import attempt
from tests.knowledge.making import MARK, body_with


def sql(text, *values):
    with connection.cursor() as cursor:
        cursor.execute(text, values)


@attempt
def pages_are_updated(scene):
    Page.objects.filter(pk=scene.draft.pk).update(live=True)


@attempt
def resources_are_updated(scene):
    Resource.objects.filter(pk=scene.draft.pk).update(live=True)


@attempt
def pages_are_updated_in_bulk(scene):
    base = Page.objects.get(pk=scene.draft.pk)
    base.live = True
    Page.objects.bulk_update([base], ["live"])


@attempt
def live_and_revision_are_updated(scene):
    Page.objects.filter(pk=scene.draft.pk).update(live=True, live_revision=scene.revision())


@attempt
def words_of_a_published_page_are_updated(scene):
    Resource.objects.filter(pk=scene.page.pk).update(body=body_with(MARK))


@attempt
def summary_of_a_published_page_is_updated(scene):
    Resource.objects.filter(pk=scene.page.pk).update(summary=MARK)


@attempt
def sql_sets_live(scene):
    sql("UPDATE wagtailcore_page SET live = true WHERE id = %s", scene.draft.pk)


@attempt
def sql_changes_words(scene):
    sql("UPDATE knowledge_resource SET summary = %s WHERE page_ptr_id = %s", MARK, scene.page.pk)


@attempt
def sql_changes_title(scene):
    sql("UPDATE wagtailcore_page SET title = %s WHERE id = %s", MARK, scene.page.pk)


@attempt
def sql_inserts_a_published_page(scene):
    changed = {"live": "true", "slug": "'sixth'", "path": f"'{scene.index.path}9ZZZ'", "title": f"'{MARK}'"}
    insert_like(Page, "id", scene.draft.pk, {**changed, "translation_key": "gen_random_uuid()"})
    insert_like(Resource, "page_ptr_id", scene.draft.pk, {"page_ptr_id": str(Page.objects.get(slug="sixth").pk)})


def insert_like(model, key, row, changed):
    """A row like another one, but for these columns; the key is the table's own where it isn't among them."""
    columns = [field.column for field in model._meta.local_concrete_fields if field.column != key or key in changed]
    table, values = model._meta.db_table, ", ".join(changed.get(column, column) for column in columns)
    sql(f"INSERT INTO {table} ({', '.join(columns)}) SELECT {values} FROM {table} WHERE {key} = %s", row)


@attempt
def sql_gives_the_words_to_a_published_page(scene):
    sql(
        "UPDATE knowledge_resource SET body = (SELECT body FROM knowledge_resource WHERE page_ptr_id = %s) "
        "WHERE page_ptr_id = %s",
        scene.draft.pk,
        scene.page.pk,
    )
