"""Which groups and events are listed, for members and for everybody."""

import datetime

from django.db.models import Prefetch, Q, QuerySet
from django.utils import timezone

from config.today import today
from peer_network.models import GroupEvent, LocalGroup, Member
from peer_network.models.listings import Listing


def shown_groups() -> QuerySet[LocalGroup]:
    """Groups that moderators have shown: for everybody, since no member is named in them."""
    return LocalGroup.objects.shown().select_related("area").order_by("title", "pk")


def narrowed_groups(rows: QuerySet[LocalGroup], chosen: dict[str, str]) -> QuerySet[LocalGroup]:
    """By area, by whom it is for, and by kind. Groups for everybody stay, and groups online in every area."""
    if chosen.get("area"):
        rows = rows.filter(Q(area__slug=chosen["area"]) | Q(place=LocalGroup.Place.ONLINE))
    if chosen.get("group"):
        rows = rows.filter(Q(groups__contains=[chosen["group"]]) | Q(groups=[]))
    if chosen.get("kind"):
        rows = rows.filter(kind=chosen["kind"])
    return rows


def shown_events(*, is_member: bool) -> QuerySet[GroupEvent]:
    """Events of shown groups; outside the room those that are public."""
    rows = GroupEvent.objects.shown().filter(group__state=Listing.State.SHOWN)
    rows = rows if is_member else rows.filter(is_public=True)
    return rows.select_related("group__area").order_by("starts_at", "pk")


def start_of_today() -> datetime.datetime:
    """Midnight of the field's day: the demo's stands in 2015."""
    return timezone.make_aware(datetime.datetime.combine(today(), datetime.time()))


def to_come(rows: QuerySet[GroupEvent]) -> QuerySet[GroupEvent]:
    """Events of today and later."""
    return rows.filter(ends_at__gte=start_of_today())


def narrowed_events(rows: QuerySet[GroupEvent], chosen: dict) -> QuerySet[GroupEvent]:
    """By area, by whom the group is for, and by day."""
    if chosen.get("area"):
        rows = rows.filter(Q(group__area__slug=chosen["area"]) | Q(is_online=True))
    if chosen.get("group"):
        rows = rows.filter(Q(group__groups__contains=[chosen["group"]]) | Q(group__groups=[]))
    if chosen.get("when"):
        rows = rows.filter(starts_at__lt=start_of_today() + datetime.timedelta(days=int(chosen["when"]) + 1))
    return to_come(rows)


def with_next_events(rows: QuerySet[LocalGroup], *, is_member: bool) -> QuerySet[LocalGroup]:
    """Groups with `next_events`, the soonest first."""
    events = to_come(shown_events(is_member=is_member)).filter(cancelled_at__isnull=True)
    return rows.prefetch_related(Prefetch("events", events, to_attr="next_events"))


def proposed_by(member: Member) -> tuple[QuerySet[LocalGroup], QuerySet[GroupEvent]]:
    """What a member proposed, in every state."""
    return (
        LocalGroup.objects.filter(proposed_by=member).select_related("area").order_by("-pk"),
        GroupEvent.objects.filter(proposed_by=member).select_related("group").order_by("-starts_at"),
    )
