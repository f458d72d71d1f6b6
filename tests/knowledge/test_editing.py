"""Those who edit pages do it through Wagtail's own screens, with the one sign-in; nobody else comes near them."""

import pytest
from bs4 import BeautifulSoup
from django.apps import apps
from django.test import Client
from django.urls import NoReverseMatch, get_resolver, reverse

from accounts import policy
from tests.knowledge.editing import body_fields, form_of, front_page_fields

OTHERS = sorted(set(policy.ROLES) - {"knowledge-editor", "network-manager"})


def edit_address(page):
    return reverse("wagtailadmin_pages:edit", args=[page.pk])


def test_change_is_not_shown_until_it_is_published(editor, front, client):
    editor.post(edit_address(front), front_page_fields(editor, front, hero_title="A fair share of care"))

    assert b"A fair share of care" not in client.get("/").content


def test_published_change_is_shown_to_everybody(editor, front, client):
    client.get("/")

    fields = front_page_fields(editor, front, hero_title="A fair share of care")
    answer = editor.post(edit_address(front), {**fields, "action-publish": "action-publish"})

    assert answer.status_code == 302
    page = client.get("/").content.decode()
    assert "A fair share of care" in page
    assert "A new part of the page." in page


def test_front_page_without_its_heading_is_refused_and_says_where(editor, front):
    fields = front_page_fields(editor, front, hero_title="")

    answer = editor.post(edit_address(front), {**fields, "action-publish": "action-publish"})

    assert answer.status_code == 200
    assert "This field is required." in answer.content.decode()


def test_preview_shows_what_is_typed_in_the_sites_own_frame(editor, front, client):
    address = reverse("wagtailadmin_pages:preview_on_edit", args=[front.pk])

    typed = editor.post(address, front_page_fields(editor, front, hero_title="Not yet published"))
    preview = editor.get(address + "?in_preview_panel=true&mode=")

    assert typed.json()["is_valid"] is True
    assert preview.status_code == 200
    assert "Not yet published" in preview.content.decode()
    assert "198" in preview.content.decode()
    # The page as visitors get it: under the strict policy, in a frame of this site only.
    policy_line = preview["Content-Security-Policy"]
    assert "unsafe-inline" not in policy_line
    assert "frame-ancestors 'self'" in policy_line
    assert preview["X-Frame-Options"] == "SAMEORIGIN"
    assert "Edit this page" not in preview.content.decode()
    assert "Not yet published" not in client.get("/").content.decode()


def test_preview_of_somebody_else_is_refused(editor, front, client_as, client):
    address = reverse("wagtailadmin_pages:preview_on_edit", args=[front.pk])
    editor.post(address, front_page_fields(editor, front, hero_title="Not yet published"))

    assert client_as("board-member").get(address).status_code == 403
    assert client.get(address).status_code == 302


def test_new_information_page_is_published_and_linked(editor, front, client):
    address = reverse("wagtailadmin_pages:add", args=["knowledge", "informationpage", front.pk])
    fields = form_of(editor, address)
    fields |= body_fields("Write to the network's team.")
    fields |= {"title": "Contact", "slug": "contact", "summary": "How to reach us.", "action-publish": "action-publish"}

    assert editor.post(address, fields).status_code == 302

    page = BeautifulSoup(client.get("/contact/").content, "html.parser")
    assert page.find("h1").get_text(strip=True) == "Contact"
    assert "Write to the network's team." in page.get_text()
    assert page.find("footer").find("a", href="/contact/")


@pytest.mark.parametrize("address", ["/cms/", "/cms/pages/{page}/edit/", "/cms/images/", "/cms/documents/"])
def test_editor_may_open(editor, front, address):
    assert editor.get(address.format(page=front.pk)).status_code == 200


@pytest.mark.parametrize("role", OTHERS)
def test_no_other_role_may_open_the_editor(client_as, kernow, front, role):
    from tenants.models import Organisation

    where = {"organisation": Organisation.objects.first()} if role == "provider-editor" else {"area": kernow}
    client = client_as(role, **where)

    assert client.get(edit_address(front)).status_code == 403
    assert client.post(edit_address(front), {"title": "x"}).status_code == 403
    assert client.get("/cms/").status_code == 403


def test_signed_out_goes_to_the_one_sign_in(client, front):
    for address in ("/cms/", edit_address(front), "/cms/login/", "/cms/no-such-page/"):
        answer = client.get(address)
        assert answer.status_code == 302, address
        assert answer["Location"].startswith("/account/login/?next=/cms/")


def test_wagtails_sign_out_leads_to_the_one_sign_in(editor):
    answer = editor.post("/cms/logout/")

    assert answer["Location"] == "/account/login/"
    assert editor.get("/cms/").status_code == 302


@pytest.mark.parametrize(
    "address",
    ["/cms/users/", "/cms/users/new/", "/cms/groups/", "/cms/groups/new/", "/cms/sites/", "/cms/sites/new/"],
)
def test_people_groups_and_sites_are_closed_to_editors(editor, address):
    assert editor.get(address).status_code == 403


def test_editors_menu_leads_to_nothing_that_is_closed(editor):
    page = editor.get("/cms/").content.decode()

    for closed in ("/cms/users/", "/cms/groups/", "/cms/sites/", "/cms/redirects/", "/cms/collections/"):
        assert f'"{closed}"' not in page


@pytest.mark.parametrize("action", ["delete", "unpublish", "move", "copy"])
def test_front_page_cannot_be_taken_away(editor, front, action):
    from knowledge.models import FrontPage

    address = reverse(f"wagtailadmin_pages:{action}", args=[front.pk])
    for answer in (editor.get(address), editor.post(address)):
        assert answer.status_code in {302, 403}
    assert FrontPage.objects.get().live


def test_editing_link_is_for_editors(editor, front, client):
    assert f'href="{edit_address(front)}"' in editor.get("/").content.decode()
    assert "/cms/" not in client.get("/").content.decode()


def test_editor_whose_role_has_ended_is_out_at_once(editor, front):
    from tenants.memberships import end

    editor.get("/cms/")
    end(membership=editor.person.memberships.get(), by=None)

    assert editor.get(edit_address(front)).status_code == 403


def test_wagtails_apis_are_off():
    assert not apps.is_installed("wagtail.api.v2")
    assert not apps.is_installed("wagtail.api.v3")
    names = [name for name in get_resolver().reverse_dict if isinstance(name, str)]
    assert [name for name in names if "wagtailapi" in name] == []
    with pytest.raises(NoReverseMatch):
        reverse("wagtailapi:pages:listing")


def test_editor_pages_ask_nothing_of_other_sites(editor, front):
    for address in ("/cms/", edit_address(front), "/cms/images/"):
        page = BeautifulSoup(editor.get(address).content, "html.parser")
        loaded = [tag["src"] for tag in page.find_all(["script", "img", "iframe"], src=True)]
        loaded += [tag["href"] for tag in page.find_all("link", href=True)]
        assert [one for one in loaded if not one.startswith(("/", "data:"))] == [], address
        assert "gravatar" not in page.decode().lower()


def test_csrf_is_asked_for(front, client_as):
    person = client_as("knowledge-editor").person
    strict = Client(enforce_csrf_checks=True)
    strict.force_login(person, backend="accounts.backends.ActiveModelBackend")

    assert strict.post(edit_address(front), {"title": "x"}).status_code == 403
