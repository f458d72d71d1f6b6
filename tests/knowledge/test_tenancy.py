"""Wagtail lives in the shared schema, whichever area's schema a request or a task works in."""

import pytest
from django.core.cache import cache
from django.db import connection
from wagtail.models import Page, Site

from knowledge.models import FrontPage, Picture
from tests.knowledge.editing import front_page_fields, upload

# Wagtail leaves the picture files that it reads to the garbage collector; the fixture `media` calls it.
pytestmark = pytest.mark.filterwarnings("ignore:unclosed file:ResourceWarning")

SHARED = [
    "wagtailcore_page",
    "wagtailcore_site",
    "wagtailcore_revision",
    "knowledge_frontpage",
    "knowledge_picture",
    "knowledge_picturerendition",
    "wagtaildocs_document",
    "django_content_type",
    "auth_permission",
    "wagtailcore_referenceindex",
]


def schemas_with(table):
    with connection.cursor() as cursor:
        cursor.execute("SELECT table_schema FROM information_schema.tables WHERE table_name = %s", [table])
        return sorted(row[0] for row in cursor.fetchall())


@pytest.mark.parametrize("table", SHARED)
def test_table_is_in_the_shared_schema_only(db, table):
    assert schemas_with(table) == ["public"]


def test_page_changed_in_public_is_shown_in_an_area(front, kernow):
    from tenants.contexts import in_area

    with in_area(kernow):
        assert FrontPage.objects.get().get_url() == "/"  # the site's paths are now in the cache
    front.hero_title = "Changed in public"
    front.save_revision().publish()

    with in_area(kernow):
        assert FrontPage.objects.get().hero_title == "Changed in public"


def test_page_moved_in_public_has_its_new_address_in_an_area(front, kernow):
    from knowledge.models import InformationPage
    from tenants.contexts import in_area

    with in_area(kernow):
        assert InformationPage.objects.get(slug="privacy").get_url() == "/privacy/"
    page = InformationPage.objects.get(slug="privacy")
    page.slug = "your-data"
    page.save_revision().publish()

    with in_area(kernow):
        assert InformationPage.objects.get(slug="your-data").get_url() == "/your-data/"


def test_site_changed_in_public_counts_in_an_area_at_once(front, kernow, bristol):
    from tenants.contexts import in_area

    for area in (kernow, bristol):
        with in_area(area):
            assert FrontPage.objects.get().full_url == "http://localhost:8000/"
    site = Site.objects.get()
    site.hostname, site.port = "ipc.example.org", 443
    site.save()

    for area in (kernow, bristol):
        with in_area(area):
            assert FrontPage.objects.get().full_url == "https://ipc.example.org/"


def test_value_of_one_area_is_not_read_in_another(kernow, bristol):
    from tenants.contexts import in_area

    with in_area(kernow):
        cache.set("count", 7)
    with in_area(bristol):
        assert cache.get("count") is None


def test_address_of_a_page_outside_a_request_is_right(front):
    from knowledge.models import InformationPage

    page = InformationPage.objects.get(slug="privacy")
    assert page.url == "/privacy/"
    assert page.full_url == "http://localhost:8000/privacy/"


def test_foot_of_an_areas_page_leads_to_the_shared_pages(client_as, kernow):
    answer = client_as("area-lead", area=kernow).get("/areas/kernow/")

    assert answer.status_code == 200
    assert 'href="/privacy/"' in answer.content.decode()


def test_page_of_wagtail_is_not_reached_below_an_area(client_as, kernow):
    assert client_as("area-lead", area=kernow).get("/areas/kernow/privacy/").status_code == 404


def test_publishing_in_an_areas_schema_writes_to_public(front, kernow, client):
    from tenants.contexts import in_area

    with in_area(kernow):
        page = FrontPage.objects.get()
        page.hero_title = "Published from Kernow"
        page.save_revision().publish()

    assert FrontPage.objects.get().hero_title == "Published from Kernow"
    assert "Published from Kernow" in client.get("/").content.decode()


def test_rendition_made_in_an_areas_schema_is_everybodys(editor, media, kernow, bristol):
    from tenants.contexts import in_area

    upload(editor)
    with in_area(kernow):
        made = Picture.objects.get().get_rendition("width-10")

    with connection.cursor() as cursor:
        cursor.execute("SELECT count(*) FROM public.knowledge_picturerendition WHERE id = %s", [made.pk])
        assert cursor.fetchone()[0] == 1
    with in_area(bristol):
        assert Picture.objects.get().get_rendition("width-10").pk == made.pk
    assert made.url.startswith("/media/images/")
    assert editor.get(made.url).status_code == 200


def test_rendition_of_a_changed_picture_is_not_the_old_one(editor, media, kernow):
    from tenants.contexts import in_area

    upload(editor)
    with in_area(kernow):
        before = Picture.objects.get().get_rendition("width-10").url
    picture = Picture.objects.get()
    picture.renditions.all().delete()

    with in_area(kernow):
        after = Picture.objects.get().get_rendition("width-10")
    assert before
    assert picture.renditions.get() == after


def test_preview_leaves_the_connection_in_public(editor, front):
    from django.urls import reverse

    address = reverse("wagtailadmin_pages:preview_on_edit", args=[front.pk])
    editor.post(address, front_page_fields(editor, front))
    editor.get(address)

    assert connection.schema_name == "public"


def test_there_is_one_tree_for_all_areas(front, kernow, bristol):
    from tenants.contexts import in_area

    trees = []
    for area in (kernow, bristol):
        with in_area(area):
            trees.append(list(Page.objects.order_by("path").values_list("pk", flat=True)))
    assert trees[0] == trees[1] == list(Page.objects.order_by("path").values_list("pk", flat=True))
