"""What we add to Wagtail's menu."""

from django.urls import reverse
from wagtail import hooks
from wagtail.admin.menu import MenuItem


@hooks.register("register_admin_menu_item")
def what_is_being_made() -> MenuItem:
    """The way to the resources that aren't published yet."""
    return MenuItem("What is being made", reverse("knowledge:drafts"), icon_name="group", order=150)
