"""What the knowledge room registers with the platform."""

import datetime

from django.db.models.signals import pre_delete
from wagtail.signals import page_unpublished

from audit import registry as audit_registry
from data_rights import registry as data_registry
from embedded import demo_data
from find import registry as search_registry
from find import vocabulary
from jobs import schedule
from knowledge import data_part, front_lists, home_cards, queries, retention, searching
from knowledge.consents import registrations as consents
from knowledge.coproduction import roles
from knowledge.front_page import KNOWLEDGE_SLUG, make_front_page
from knowledge.keeping import registrations as keeping
from knowledge.proposals import registrations as proposals
from knowledge.readers import registrations as readers
from knowledge.versions import following, notices
from notify import registry as notify_registry
from ui import footer, front_page, home, navigation, tags

PUBLISH_EVERY = datetime.timedelta(minutes=5)


def register_all() -> None:
    """Called once, from the application's `ready()`."""
    front_page.register(queries.network_figures)
    front_page.register_list(front_lists.whats_new)
    front_page.register_list(front_lists.next_events)
    front_page.register_list(front_lists.looked_for_in_vain)
    footer.register(queries.footer_links)
    demo_data.register("The front page", make_front_page, order=15)
    demo_data.register("Sample resources of the knowledge base", make_sample_resources, order=21)
    navigation.register(
        navigation.NavigationItem(
            "knowledge",
            "Knowledge",
            "wagtail_serve",
            order=80,
            is_visible=navigation.everyone,
            args=(f"{KNOWLEDGE_SLUG}/",),
        )
    )
    search_registry.register(searching.PAGES)
    search_registry.register(searching.RESOURCES)
    vocabulary.register(searching.public_texts)
    demo_data.register("Words for the search's help with spelling", vocabulary.renew, order=95)
    home.register(home_cards.cards)
    data_registry.register(data_part.PART)
    retention.register_all()
    notify_registry.register(notices.KIND)
    page_unpublished.connect(following.forget_files)
    pre_delete.connect(following.forget_files, sender="knowledge.Resource")
    readers.register_all()
    schedule.register("Publish what editors gave a date to", "knowledge.tasks.publish_scheduled", every=PUBLISH_EVERY)
    consents.register_all()
    proposals.register_all()
    keeping.register_all()
    _register_words()


def make_sample_resources() -> None:
    """Topics, resources and learning pages for the demo; models can't be imported while the applications load."""
    from knowledge.sample import making

    making.make()


def _register_words() -> None:
    for action, words in (
        ("reviewer.ask", "Asked somebody to review a resource"),
        ("reviewer.withdraw", "Took a reviewer's link back"),
        ("resource.agree", "Agreed a resource, from lived experience"),
        ("resource.ask_change", "Asked for a change of a resource, from lived experience"),
        ("resource.explain", "Explained what the accessibility check found"),
        ("resource.check", "Passed the accessibility check of a resource"),
        ("resource.publish", "Decided to publish a resource"),
        ("resource.send_back", "Sent a resource back to be changed"),
        ("resource.begin_version", "Began an Easy Read version or a translation of a resource"),
        ("resource.same_again", "Said that a version still says the same as its resource"),
    ):
        audit_registry.register(action, words)
    # Not by the name that they agreed to on the page: an audit row can never be cleared of it.
    audit_registry.register_thing("knowledge.Reviewer", lambda reviewer: roles.BY_KEY[reviewer.role].name)
    for status, words, colour in (
        ("waiting", "To do", "yellow"),
        ("change_asked", "Change asked for", "orange"),
        ("to_mend", "To mend or explain", "orange"),
        ("explained", "Explained", "green"),
        ("behind", "Behind its page", "orange"),
        ("agreed", "Agreed", "green"),
    ):
        tags.register(status, words, colour)
