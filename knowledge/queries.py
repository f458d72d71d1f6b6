"""What the front page and the foot of every page read."""

import datetime

from django.db.models import Count, Exists, OuterRef
from django.urls import reverse
from wagtail.models import Site

from config.today import today
from knowledge.coproduction import roles
from knowledge.finding import library
from knowledge.front_page import KNOWLEDGE_SLUG
from knowledge.models import CoProducer, InformationPage
from tenants.models import Area
from tenants.queries import people_with_budgets
from tenants.returns.queries import plans_as_at
from ui.front_page import FrontPageFigure
from ui.navigation import Link, href_or_none
from ui.shortly import shortly


def network_figures() -> list[FrontPageFigure]:
    """What the November 2014 application made public, as published; and how much of the library is made together."""
    day = today()
    found = (_people_with_budgets(), _areas(day), _first_phase(day), _made_together(day))
    return [figure for figure in found if figure]


@shortly("knowledge.InformationPage", "wagtailcore.Page", "wagtailcore.Site")
def footer_links() -> list[Link]:
    """The published information pages that their editors show in menus, in the order of the page tree."""
    # Every page of the site asks this: as few columns as will do, and the sites' roots once.
    pages = InformationPage.objects.live().in_menu().order_by("path").values_list("slug", "title", "url_path")
    roots = [root.root_path for root in Site.get_site_root_paths()]
    return [
        Link(slug, title, reverse("wagtail_serve", args=[path.removeprefix(root)]))
        for slug, title, path in pages
        for root in roots
        if path.startswith(root)
    ]


def _people_with_budgets() -> FrontPageFigure | None:
    found = people_with_budgets()
    if not found:
        return None
    people, as_at, source = found
    return FrontPageFigure(people, "people with a personal health budget", as_at=as_at, source=source, order=10)


def _areas(day: datetime.date) -> FrontPageFigure | None:
    number = Area.objects.in_use().count()
    if not number:
        return None
    return FrontPageFigure(
        number,
        "area takes part" if number == 1 else "areas work together",
        as_at=day,
        source="the list of areas on this site",
        href=href_or_none("areas:list"),
        order=20,
    )


def _first_phase(day: datetime.date) -> FrontPageFigure | None:
    plans = [plan for plan in plans_as_at(day).values() if plan.phase == 1]
    if not plans:
        return None
    newest = max(plans, key=lambda plan: plan.as_at)
    return FrontPageFigure(
        len(plans),
        "groups of people start first",
        as_at=newest.as_at,
        source=newest.source,
        note="Each is one group in one area. Other groups follow.",
        href=href_or_none("your_turn:start"),
        order=30,
    )


def _made_together(day: datetime.date) -> FrontPageFigure | None:
    """Published resources that people with lived experience helped to make, and did not only agree.

    Each has been agreed by one of them: without that nothing is published.
    """
    lived = Exists(CoProducer.objects.filter(resource=OuterRef("pk"), role__in=roles.LIVED_EXPERIENCE))
    found = library.published().aggregate(all=Count("pk"), together=Count("pk", filter=lived))
    if not found["all"]:
        return None
    note = f"{found['together']} of {found['all']} resources."
    if found["together"] < found["all"]:
        note += " Each other one was agreed by one of them."
    return FrontPageFigure(
        f"{round(100 * found['together'] / found['all'])}%",
        "of the library is made together with people who have lived through it",
        as_at=day,
        source="the knowledge base of this site",
        note=note,
        href=f"/{KNOWLEDGE_SLUG}/",
        order=35,
    )
