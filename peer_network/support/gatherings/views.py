"""Local groups and events: for everybody to read; members say that they come, ask, and propose."""

import uuid
from typing import Any

from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse

from accounts.access import methods, public
from accounts.permissions import Permission
from accounts.rate_limits import limited
from api import calendars
from peer_network.joining.access import member_of
from peer_network.models import EventComer, GroupEvent, LocalGroup, Member
from peer_network.pages import page
from peer_network.support.gatherings import calendar, presenters, queries
from peer_network.support.gatherings.forms import EventFilters, GroupFilters

ON_A_PAGE = 20


def reader(request: HttpRequest) -> Member | None:
    """The member who reads; None for somebody who isn't one."""
    if not request.access.can(Permission.PEERS_TAKE_PART):
        return None
    member = member_of(request.user)
    return member if member and member.has_accepted and member.state != Member.State.CLOSED else None


@public
@methods("GET")
def groups(request: HttpRequest) -> HttpResponse:
    """Groups, narrowed as the address says, each with what it does next."""
    form, member = GroupFilters(request.GET or None), reader(request)
    chosen = form.chosen()
    rows = queries.with_next_events(queries.narrowed_groups(queries.shown_groups(), chosen), is_member=bool(member))
    shown = Paginator(rows, ON_A_PAGE).get_page(request.GET.get("page"))
    context = {
        "filters": form,
        "is_narrowed": bool(chosen),
        "page": shown,
        "cards": [(row, presenters.where_of(row), presenters.for_whom(row.groups)) for row in shown],
        "may_propose": request.access.can(Permission.PEERS_TAKE_PART),
    }
    return page(request, "peer_network/support/groups.html", context)


@public
@methods("GET")
def group(request: HttpRequest, public_id: uuid.UUID) -> HttpResponse:
    """A group with its next events; its proposer sees their own in every state."""
    member = reader(request)
    row = _find(LocalGroup.objects.select_related("area"), public_id, member)
    events = queries.to_come(queries.shown_events(is_member=bool(member))).filter(group=row)
    context = {
        "group": row,
        "facts": presenters.group_facts(row),
        "events": [(event, presenters.when_of(event)) for event in events[:ON_A_PAGE]],
        "is_own": member is not None and row.proposed_by_id == member.pk,
    }
    return page(request, "peer_network/support/group.html", context)


@public
@methods("GET")
def events(request: HttpRequest) -> HttpResponse:
    """Events to come, narrowed as the address says."""
    form, member = EventFilters(request.GET or None), reader(request)
    chosen = form.chosen()
    rows = queries.narrowed_events(queries.shown_events(is_member=bool(member)), chosen)
    shown = Paginator(rows, ON_A_PAGE).get_page(request.GET.get("page"))
    context = {
        "filters": form,
        "is_narrowed": bool(chosen),
        "page": shown,
        "cards": [(row, presenters.when_of(row), _where(row)) for row in shown],
        "may_propose": request.access.can(Permission.PEERS_TAKE_PART),
    }
    return page(request, "peer_network/support/events.html", context)


@public
@methods("GET")
def event(request: HttpRequest, public_id: uuid.UUID) -> HttpResponse:
    """One event; one that isn't public is not there for somebody outside the room."""
    member = reader(request)
    row = _find(GroupEvent.objects.select_related("group__area"), public_id, member)
    is_own = member is not None and row.proposed_by_id == member.pk
    if not is_own and not (row.group.is_shown and (member or row.is_public)):
        raise Http404("There is no such page.")
    context = {
        "event": row,
        "facts": presenters.event_facts(row),
        "is_own": is_own,
        "is_over": row.ends_at < queries.start_of_today(),
        "comes": member is not None and EventComer.objects.filter(event=row, member=member).exists(),
        "may_come": request.access.can(Permission.PEERS_TAKE_PART),
    }
    return page(request, "peer_network/support/event.html", context)


@public
@methods("GET")
@limited("feed")
def events_file(request: HttpRequest) -> HttpResponse:
    """Public events as a calendar that a telephone can subscribe to."""
    return calendars.response(request, calendar.TITLE, calendar.public_events(), name="peer-support-events")


def _find(rows: Any, public_id: uuid.UUID, member: Member | None) -> Any:
    row = rows.filter(public_id=public_id).first()
    is_own = row is not None and member is not None and row.proposed_by_id == member.pk
    if row is None or not (row.is_shown or is_own):
        raise Http404("There is no such page.")
    return row


def _where(row: GroupEvent) -> str:
    return "Online" if row.is_online else f"{row.place}, {row.group.town}".strip(", ")
