"""Wagtail's side of the right to edit pages: one managed group, made from the policy.

Wagtail decides by rows: what a group may do to a part of the page tree or to a collection. A backend that answers
`has_perm` would not do, because the policies for pages, pictures and documents read the rows and ask no backend. The
group alone opens nothing: every address of the editor asks for the right `cms.edit` first, at each request. See
`docs/decisions/0007-rights-in-one-file-and-a-table.md`.
"""

from django.apps import apps
from django.contrib.auth.models import Group, Permission
from django.db import transaction
from wagtail.models import Collection, GroupCollectionPermission, GroupPagePermission, Page

from accounts import policy, registry
from accounts.access import Access
from accounts.models import User
from accounts.permissions import Permission as Right

GROUP_NAME = "Knowledge editors"
# Everywhere in the editor; no user, group, site or settings among them.
EVERYWHERE = ["wagtailadmin.access_admin"]
ON_PAGES = ["add_page", "change_page", "publish_page", "bulk_delete_page", "lock_page", "unlock_page"]
ON_COLLECTIONS = [
    "wagtailimages.add_image",
    "wagtailimages.change_image",
    "wagtailimages.choose_image",
    "wagtaildocs.add_document",
    "wagtaildocs.change_document",
    "wagtaildocs.choose_document",
]


@transaction.atomic
def sync_group() -> Group:
    """Make the group, or bring it to what is written here. Safe to run at any time, any number of times."""
    group, _ = Group.objects.get_or_create(name=GROUP_NAME)
    group.permissions.set(_permissions([*EVERYWHERE, *registry.editor_permissions()]))
    page_rows = []
    root = Page.get_first_root_node()
    for permission in _permissions([f"wagtailcore.{name}" for name in ON_PAGES]) if root else []:
        page_rows.append(GroupPagePermission.objects.get_or_create(group=group, page=root, permission=permission)[0].pk)
    GroupPagePermission.objects.filter(group=group).exclude(pk__in=page_rows).delete()
    collection_rows = []
    root_collection = Collection.get_first_root_node()
    for permission in _permissions(ON_COLLECTIONS) if root_collection else []:
        row, _ = GroupCollectionPermission.objects.get_or_create(
            group=group, collection=root_collection, permission=permission
        )
        collection_rows.append(row.pk)
    GroupCollectionPermission.objects.filter(group=group).exclude(pk__in=collection_rows).delete()
    return group


def ensure_editor(user: User) -> None:
    """Put somebody who has the right to edit into the group; one query when they are in it already."""
    if not user.groups.filter(name=GROUP_NAME).exists():
        user.groups.add(sync_group())


def sync_person(user: User) -> None:
    """After a role was given or ended: the person is in the group exactly when a role lets them edit."""
    if Access(user).can(Right.CMS_EDIT):
        ensure_editor(user)
    else:
        user.groups.remove(*user.groups.filter(name=GROUP_NAME))


def sync_everybody() -> int:
    """Bring the group and who is in it to what the policy and the memberships say; returns how many may edit."""
    group = sync_group()
    roles = [slug for slug in policy.ROLES if Right.CMS_EDIT in policy.permissions_of(slug)]
    editors = User.objects.filter(
        is_active=True, memberships__role__in=roles, memberships__ended_at__isnull=True
    ).distinct()
    group.user_set.set(editors)
    return len(editors)


def _permissions(names: list[str]) -> list[Permission]:
    """Django's rows for `app.codename`; one whose application isn't installed is left out."""
    found = []
    for name in names:
        app_label, codename = name.split(".")
        if apps.is_installed(f"wagtail.{app_label.removeprefix('wagtail')}") or apps.app_configs.get(app_label):
            found += Permission.objects.filter(content_type__app_label=app_label, codename=codename)
    return found
