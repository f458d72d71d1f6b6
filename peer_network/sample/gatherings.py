"""The sample's local groups and their events, from `groups_and_events.toml`."""

from typing import Any

from django.db import transaction

from config.today import sample_day
from peer_network.models import GroupEvent, LocalGroup, Member
from peer_network.sample import reading
from peer_network.sample.reading import at, day, looked_at, read
from peer_network.support import listings
from peer_network.support.gatherings import actions
from tenants.models import Area

# Who keeps them, in turn; the page of a group never says so.
KEEPERS = ("heron", "old-oak", "kettle-on")
PROPOSED = 60  # days ago


@transaction.atomic
def make() -> None:
    """Add groups where there are none."""
    if LocalGroup.objects.filter(is_sample=True).exists():
        return
    members = reading.members()
    for number, facts in enumerate(read("groups_and_events")["groups"]):
        _group(members[KEEPERS[number % len(KEEPERS)]], facts)


def _group(keeper: Member, facts: dict[str, Any]) -> None:
    values = {name: facts.get(name, "") for name in ("title", "about", "kind", "groups", "place", "town", "coming")}
    values |= {"area": Area.objects.filter(slug=facts.get("area", "")).first(), "takes_new": True}
    if values["area"] is None and values["place"] != LocalGroup.Place.ONLINE:
        return
    events = _events(facts)
    with sample_day(day(PROPOSED)):
        group = listings.show(actions.propose_group(member=keeper, values=values))
        looked_at(actions.GROUP, group.public_id)
        for event in events:
            _event(keeper, group, event)


def _events(facts: dict[str, Any]) -> list[dict[str, Any]]:
    """Each time that something happens, as an event of its own; counted from the demo's today."""
    found = []
    for event in facts.get("events", ()):
        for turn in range(event.get("times", 1)):
            days_ago = -(event["in_days"] + turn * event.get("every_days", 0))
            times = {"starts_at": at(days_ago, event["starts"]), "ends_at": at(days_ago, event["ends"])}
            found.append({name: event.get(name, "") for name in ("title", "words", "accessibility", "place")} | times)
    return found


def _event(keeper: Member, group: LocalGroup, values: dict[str, Any]) -> None:
    is_online = group.place == LocalGroup.Place.ONLINE
    values |= {"is_online": is_online, "place": "" if is_online else values["place"], "is_public": True}
    event: GroupEvent = actions.propose_event(member=keeper, group=group, values=values)
    actions.show_event(event)
    looked_at(actions.EVENT, event.public_id)
