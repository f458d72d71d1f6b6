"""What we add to Wagtail: an entry of its menu, and who may hear recordings."""

from typing import Any

from django.http import Http404, HttpRequest
from django.urls import reverse
from wagtail import hooks
from wagtail.admin.menu import MenuItem

from accounts.permissions import Permission
from files import sounds
from knowledge import page_permissions


@hooks.register("register_admin_menu_item")
def what_is_being_made() -> MenuItem:
    """The way to the resources that aren't published yet."""
    return MenuItem("What is being made", reverse("knowledge:drafts"), icon_name="group", order=150)


@hooks.register("before_serve_document")
def recordings_are_heard_on_their_page(document: Any, request: HttpRequest) -> None:
    """Raises Http404 for a recording at its own address, but for editors: it is as private as its page."""
    if sounds.is_named_as_one(document.filename) and not page_permissions.is_editor(request.user):
        raise Http404("A recording is heard on its page.")


class ForKeepersOfConsents(MenuItem):
    """An entry for those who may see consents."""

    def is_shown(self, request: Any) -> bool:
        return bool(request.access.can(Permission.STORY_CONSENT_KEEP))


@hooks.register("register_admin_menu_item")
def consents_to_stories() -> MenuItem:
    """The way to the consents that stories stand on."""
    return ForKeepersOfConsents("Consents to stories", reverse("knowledge:stories"), icon_name="user", order=151)


@hooks.register("register_admin_menu_item")
def proposals() -> MenuItem:
    """The way to what members propose."""
    return MenuItem("Proposals", reverse("knowledge:proposals"), icon_name="mail", order=149)


@hooks.register("register_admin_menu_item")
def what_is_to_be_reviewed() -> MenuItem:
    """The way to published resources whose review is due."""
    return MenuItem("To be reviewed", reverse("knowledge:due"), icon_name="date", order=154)


@hooks.register("register_admin_menu_item")
def what_readers_say() -> MenuItem:
    """The way to what readers say of resources."""
    return MenuItem("What readers say", reverse("knowledge:said"), icon_name="comment", order=152)


@hooks.register("register_admin_menu_item")
def what_nobody_found() -> MenuItem:
    """The way to searches without a result."""
    return MenuItem("Searches without a result", reverse("find:unanswered"), icon_name="search", order=153)
