"""Making the front page of a new installation, and keeping Wagtail's record of the site right."""

import json
from typing import Any
from urllib.parse import urlsplit

from django.conf import settings
from django.db import transaction
from wagtail.models import Page, Site

from knowledge import first_words
from tenants.contexts import region_wide
from tenants.models import Network

KNOWLEDGE_SLUG = "knowledge"  # other rooms and the navigation lead to this address
DEFAULT_PORTS = {"http": 80, "https": 443}


@transaction.atomic
def make_front_page() -> None:
    """The front page, the pages at its foot, and the site's name and address.

    Safe to run at any time, on any installation: a page that exists is left as its editors have it, and so is a page
    that they took away. The site's address is made to follow SITE_URL, because previews and links in e-mail use it.
    """
    from knowledge.models import FrontPage

    with region_wide():
        front = FrontPage.objects.first()
        if front is None:
            front = _new_front_page()
            _add_information_pages(front)
        _add_knowledge_index(front)
        _keep_site(front)


def _new_front_page() -> Any:
    """Under the root, at once in the place of Wagtail's page of welcome, which goes."""
    from knowledge.models import FrontPage

    network = Network.objects.first()
    root = Page.get_first_root_node()
    welcome = [page for page in root.get_children() if page.cached_content_type.model_class() is Page]
    front = root.add_child(
        instance=FrontPage(
            title=network.name if network else settings.WAGTAIL_SITE_NAME,
            slug="front-page",
            hero_title=first_words.HERO_TITLE,
            hero_summary=first_words.hero_summary(f"The {network.name}" if network else ""),
            who_for=first_words.WHO_FOR,
            search_description=first_words.hero_summary(f"The {network.name}" if network else ""),
            body=json.dumps(first_words.front_body()),
        )
    )
    front.save_revision().publish()
    Site.objects.filter(root_page__in=welcome).update(root_page=front)
    for page in welcome:
        # Read again: the tree has changed under it.
        Page.objects.get(pk=page.pk).delete()
    return FrontPage.objects.get(pk=front.pk)


def _add_information_pages(front: Any) -> None:
    from knowledge.models import InformationPage

    cookies = settings.SESSION_COOKIE_NAME, settings.CSRF_COOKIE_NAME
    for slug, title, summary, body in (
        (
            "accessibility",
            "Accessibility statement",
            first_words.ACCESSIBILITY_SUMMARY,
            first_words.accessibility_body(),
        ),
        ("privacy", "Privacy and cookies", first_words.PRIVACY_SUMMARY, first_words.privacy_body(*cookies)),
    ):
        page = front.add_child(
            instance=InformationPage(title=title, slug=slug, summary=summary, body=json.dumps(body), show_in_menus=True)
        )
        page.save_revision().publish()


def _add_knowledge_index(front: Any) -> None:
    """The knowledge base, which other rooms lead to; it can't be taken away, so one that is missing was never there."""
    from knowledge.coproduction.workflow import make_workflow
    from knowledge.models import KnowledgeIndex

    if not KnowledgeIndex.objects.exists():
        page = front.add_child(
            instance=KnowledgeIndex(
                title="Knowledge",
                slug=KNOWLEDGE_SLUG,
                intro=first_words.KNOWLEDGE_INTRO,
                search_description=first_words.KNOWLEDGE_INTRO,
            )
        )
        page.save_revision().publish()
    make_workflow(KnowledgeIndex.objects.get())


def _keep_site(front: Any) -> None:
    """One site, whose root is the front page. Nobody edits this record by hand: its screens are closed."""
    address = urlsplit(settings.SITE_URL)
    network = Network.objects.first()
    wanted = {
        "hostname": address.hostname or "localhost",
        "port": address.port or DEFAULT_PORTS.get(address.scheme, 80),
        "site_name": network.name if network else settings.WAGTAIL_SITE_NAME,
        "root_page": front.page_ptr,
        "is_default_site": True,
    }
    site = Site.objects.filter(is_default_site=True).first() or Site.objects.first() or Site()
    if any(getattr(site, name) != value for name, value in wanted.items()):
        for name, value in wanted.items():
            setattr(site, name, value)
        site.save()
