"""What the areas register with the platform: words of the audit, navigation, the network's name, demo data."""

from pathlib import Path
from typing import Any

from celery.schedules import crontab
from django.conf import settings
from django.db import DatabaseError
from django.http import HttpRequest
from django.urls import reverse

from accounts import registry as accounts_registry
from accounts.permissions import Permission
from config import health
from embedded import demo_data
from find import registry as search_registry
from jobs import registry as jobs_registry
from jobs import schedule
from tenants import notices, registering, site_notices
from ui import branding, home, navigation
from ui.shortly import shortly

REMIND_AT = crontab(minute="0", hour="6")  # before the summaries of the day
SOUTH_WEST = Path(__file__).parent / "networks" / "south_west"


def register_all() -> None:
    """Called once, from the application's `ready()`."""
    _audit_words()
    _navigation()
    branding.register(network_brand)
    _search()
    demo_data.register("The South West network's figures", load_south_west, order=10)
    # Before there are people: nobody is told of what nobody did.
    demo_data.register("Sample activity of the areas", make_sample_activity, order=15)
    accounts_registry.register_granter(memberships_grant)
    accounts_registry.register_ender(memberships_end)
    tags = (
        ("not_stated", "Status not stated", "white"),
        ("under_way", "Under way", "green"),
        ("preparing", "Preparing", "blue"),
        ("paused", "Paused", "orange"),
        ("site_interest", "Interest", "white"),
        ("site_agreed", "Agreed", "grey"),
        ("site_trained", "Trained", "blue"),
        ("site_live", "Live", "green"),
        ("site_mentoring", "Mentoring", "aqua-green"),
        ("site_sustained", "Sustained", "purple"),
        ("site_out", "Out of the register", "grey"),
    )
    registering.register(tags=tags)
    if settings.IPC_DEMO:
        health.register("the network's figures", figures_are_in)
    _jobs()
    home.register(load_reminder)
    _notices()
    _data_rights()
    _api()


def _api() -> None:
    """The areas' part of the API, and the calendar of milestones."""
    # Imported here: their schemas and queries name models, which can't be imported while the applications are loading.
    from api import calendars
    from api import registry as api_registry
    from tenants import api, api_sites
    from tenants.programme.calendar import MILESTONES

    api.register_scopes()
    api_registry.register("areas", api.areas)
    api_registry.register("programme", api_sites.programme)
    calendars.register(MILESTONES)


def _data_rights() -> None:
    from data_rights import mentions
    from data_rights import registry as data_registry
    from tenants import data_part, followers_retention

    data_registry.register(data_part.PART)
    followers_retention.register_all()
    mentions.register_areas(data_part.around_areas)


def _notices() -> None:
    """Kinds of notification, the morning's reminders, samples for the demo."""
    registering.register(kinds=(*notices.KINDS, *site_notices.KINDS))
    schedule.register("Remind people each morning", "tenants.tasks.remind_everybody", at=REMIND_AT)
    demo_data.register("Sample notifications", make_demo_notices, order=60)


def make_demo_notices() -> None:
    """Sample notifications; models can't be imported while the applications are loading."""
    from tenants import demo_notices

    demo_notices.make_demo_notices()


def _audit_words() -> None:
    actions = (
        ("network.load", "Loaded a network folder"),
        ("area.create", "Made an area"),
        ("area.suspend", "Suspended an area"),
        ("area.resume", "Opened an area again"),
        ("area.export", "Exported an area"),
        ("area.delete", "Deleted an area's workspace"),
        ("area.restore", "Put an area's workspace back from a backup"),
        ("membership.grant", "Gave a person a role"),
        ("membership.end", "Ended a person's role"),
        ("plan.change", "Changed an area's plan"),
        ("network_risk.add", "Added a risk of the network"),
        ("network_risk.change", "Changed a risk of the network"),
        ("network_risk.close", "Closed a risk of the network"),
        ("network_risk.reopen", "Opened a risk of the network again"),
        ("site.add", "Added a site"),
        ("site.move", "Moved a site to another stage"),
        ("site.take_back", "Took back a move of a site"),
        ("site.correct", "Corrected a site"),
        ("mentoring.start", "Recorded who mentors a site"),
        ("mentoring.end", "Ended a mentoring"),
    )
    registering.register(actions=actions)


def _search() -> None:
    # Imported here: the sources name models, which can't be imported while the applications are loading.
    from tenants.searching import areas, facets, organisations, plans, programme, sites, workspaces

    for source in (
        areas.AREAS,
        organisations.ORGANISATIONS,
        plans.PLANS,
        programme.PROGRAMME,
        sites.SITES,
        workspaces.WORKSPACES,
    ):
        search_registry.register(source)
    for facet in (facets.AREA, facets.GROUP):
        search_registry.register_facet(facet)


def memberships_grant(**facts: Any) -> Any:
    """Give a role; models can't be imported while the applications are loading."""
    from tenants import memberships

    return memberships.grant(**facts)


def memberships_end(**facts: Any) -> Any:
    """End a role."""
    from tenants import memberships

    return memberships.end(**facts)


def _jobs() -> None:
    from tenants.network_loading.faults import NetworkFaults
    from tenants.network_loading.job import run

    jobs_registry.register(
        jobs_registry.JobKind(
            slug="network-load",
            title="Load the network's folder",
            run=run,
            permission=Permission.NETWORK_LOAD,
            area_wide=False,
            refusals=(NetworkFaults,),
        )
    )


def load_reminder(request: HttpRequest) -> list[home.HomeCard]:
    """For network managers, while there are no areas: load the folder."""
    from tenants.models import Area

    if not request.access.can(Permission.NETWORK_LOAD) or Area.objects.exists():
        return []
    return [
        home.HomeCard(
            "Load the network's folder", "The network has no areas yet.", "Load the folder", reverse("network:load")
        )
    ]


def _navigation() -> None:
    item = navigation.NavigationItem
    navigation.register(item("areas", "Areas", "areas:list", order=30, is_visible=navigation.everyone))
    navigation.register(item("your-turn", "Your turn", "your_turn:start", order=40, is_visible=navigation.everyone))
    may_run_network = navigation.for_whoever_may(Permission.AREA_CREATE)
    navigation.register(item("network", "Network", "network:start", order=90, is_visible=may_run_network))
    navigation.register_area(
        item("overview", "Overview", "areas:overview", order=10, is_visible=registering.who_may(Permission.AREA_READ))
    )
    navigation.register_area(
        item("rollout", "Roll-out", "rollout:plans", order=20, is_visible=registering.who_may(Permission.AREA_READ))
    )
    navigation.register_area(
        item("team", "Team", "areas:team", order=50, is_visible=registering.who_may(Permission.AREA_READ))
    )
    navigation.register_area(
        item(
            "representatives",
            "Representatives",
            "areas:representatives",
            order=60,
            is_visible=registering.who_may(Permission.TEAM_MANAGE),
        )
    )


def figures_are_in() -> str | None:
    """For `/readyz` of the demo: None once the network's folder is loaded."""
    from tenants.models import Area

    return None if Area.objects.exists() else "The network has no areas yet."


@shortly("tenants.Network")
def network_brand() -> branding.Brand:
    """The network's name in the header; the default's while there is no database to ask."""
    from tenants.models import Network

    try:
        network = Network.objects.first()
    except DatabaseError:
        network = None
    return branding.Brand(network.name, network.short_name) if network else branding.DEFAULT


def make_sample_activity() -> None:
    """Made-up activity, labelled as such; models can't be imported while the applications are loading."""
    from tenants.sample import activity

    activity.make()


def load_south_west() -> None:
    """Load the South West's starting figures where there are no areas yet."""
    from tenants.models import Area
    from tenants.network_loading import load_folder

    if not Area.objects.exists():
        load_folder(SOUTH_WEST)
