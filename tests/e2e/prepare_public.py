"""Examples for the pages of "your turn", of an area's lists and of the workstreams; their addresses."""

import datetime
from typing import Any


def public_pages() -> dict[str, str]:
    """Everything, as the demo's area lead and network manager would make it."""
    from accounts.models import User
    from tenants.models import Area

    kernow = Area.objects.get(slug="kernow")
    lead = User.objects.get(email="area-lead@demo.example")
    return {**_your_turn(kernow, lead), **_refusal(kernow), **_lists(kernow, lead), **_workstream()}


def _your_turn(area: Any, lead: Any) -> dict[str, str]:
    """A date that has moved, and two followers: one to confirm, and the carer with an account."""
    from django.urls import reverse

    from accounts.models import User
    from tenants import followers
    from tenants.contexts import in_area
    from tenants.models import Follower
    from tenants.rollout import plans

    with in_area(area):
        for day, why in ((1, "The team is agreed."), (20, "Two nurses have left; others start in spring.")):
            values = {"ask_from": datetime.date(2099, 4, day), "ask": "Sample team, 01872 000000"}
            plans.change(area=area, group="learning_disability", values=values, reason=why, by=lead)
    carer = User.objects.get(email="carer@demo.example")
    followers.follow(area=area, group="learning_disability", by=carer)
    waiting = Follower.objects.create(email="waiting@example.org", area=area, group="mental_health")
    page = reverse("your_turn:answer", args=["kernow", "learning-disability"])
    return {
        "your-turn-dated": page,
        "your-turn-dated-easy": f"{page}?easy-read=1",
        "follow-confirm": reverse("your_turn:confirm", args=[waiting.secret]),
        "follow-leave": reverse("your_turn:leave", args=[waiting.secret]),
    }


def _refusal(area: Any) -> dict[str, str]:
    from django.urls import reverse

    from tenants.contexts import in_area
    from tenants.rollout import refusals

    with in_area(area):
        said = refusals.say(
            area=area,
            group="mental_health",
            asked_for="Sample: a budget for my son",
            words="I asked in May. They said that it is for other people.",
            contact="01872 000000",
        )
    return {"refusal": reverse("rollout:refusal", args=["kernow", said.pk])}


def _lists(area: Any, lead: Any) -> dict[str, str]:
    """A row of each list, and a step of each list's history."""
    from django.urls import reverse

    from tenants.contexts import in_area
    from tenants.rollout.lists import actions
    from tenants.rollout.lists.kinds import PARTNERS, PEOPLE, RESOURCES

    with in_area(area):
        partner = PARTNERS.model.objects.order_by("pk").last()
        resource = RESOURCES.model.objects.order_by("pk").last()
        values = {"name": "Sample Person", "role": "Community nurse", "organisation": None, "group": ""}
        person = actions.add(PEOPLE, area=area, values=values, by=lead)
    found = {}
    for word, kind, row in (
        ("partner", "partners", partner),
        ("resource", "resources", resource),
        ("person", "people", person),
    ):
        found[word] = reverse(f"rollout:{kind}-change", args=["kernow", row.pk])
        found[f"{word}-remove"] = reverse(f"rollout:{kind}-remove", args=["kernow", row.pk])
    return found


def _workstream() -> dict[str, str]:
    from django.urls import reverse

    from accounts.models import User
    from tenants.models import Workstream
    from tenants.programme.workstreams import actions

    manager = User.objects.get(email="network-manager@demo.example")
    workstream = Workstream.objects.order_by("position").first()
    values = {"title": "Sample: a first model", "due": datetime.date(2015, 6, 30), "done_on": None, "address": ""}
    output = actions.add_output(workstream=workstream, values=values, by=manager)
    key = workstream.key
    return {
        "workstream": reverse("programme:workstream", args=[key]),
        "workstream-change": reverse("programme:workstream-change", args=[key]),
        "workstream-output-new": reverse("programme:output-new", args=[key]),
        "workstream-output": reverse("programme:output-change", args=[key, output.pk]),
        "workstream-output-remove": reverse("programme:output-remove", args=[key, output.pk]),
    }
