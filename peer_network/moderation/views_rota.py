"""The rota of moderators and of who is on call: a week, and planning hours."""

import datetime
import uuid
from contextlib import suppress
from typing import Any

from django.contrib import messages as banners
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils import timezone

from accounts.access import methods, requires
from accounts.permissions import Permission
from files import offers, writing
from files.tables import Table
from peer_network import pages
from peer_network.moderation import duty, rota
from peer_network.moderation.errors import ModerationRefused
from peer_network.moderation.rota_forms import HoursForm, OnCallForm, initial_of
from ui import formats

HERE = "peer_network/moderation"
FORMS = {"duty": HoursForm, "on-call": OnCallForm}
TITLES = {"duty": "hours of a moderator", "on-call": "hours on call"}


@requires(Permission.PEERS_MODERATE)
@methods("GET")
def week(request: HttpRequest) -> HttpResponse:
    """A week of the rota, who is on duty now, and hours at which nobody is."""
    start = _week(request)
    context = {
        "title": f"Rota: week of {formats.date(start)}",
        "table": _table(start, links=True),
        "now": duty.now(),
        "promise": duty.promise(),
        "before": f"{reverse('peers:rota')}?week={(start - rota.WEEK).date()}",
        "after": f"{reverse('peers:rota')}?week={(start + rota.WEEK).date()}",
        "downloads": offers.offers("peers:rota-file", query=request.GET),
    }
    return pages.page(request, f"{HERE}/rota.html", context)


@requires(Permission.PEERS_MODERATE)
@methods("GET")
def file(request: HttpRequest, ending: str) -> HttpResponse:
    """The week as a file."""
    start = _week(request)
    return writing.answer(request, _table(start, links=False), ending=ending, name=f"peer-rota-{start.date()}")


@requires(Permission.PEERS_MODERATE)
@methods("GET", "POST")
def new(request: HttpRequest, kind: str) -> HttpResponse:
    """Plan hours."""
    form = _form_class(kind)(request.POST or None, people=rota.people(kind), initial={"day": timezone.localdate()})
    if request.method == "POST" and form.is_valid():
        values, weeks = form.values(rota.PERSON[kind]), form.cleaned_data["weeks"]
        done = _done(form, lambda: rota.add(kind=kind, values=values, weeks=weeks, by=request.user))
        if done:
            banners.success(request, "The hours are planned.")
            return redirect(_at(values["starts_at"]))
    return _page(request, form, f"Plan {TITLES[kind]}", "Plan them")


@requires(Permission.PEERS_MODERATE)
@methods("GET", "POST")
def change(request: HttpRequest, kind: str, public_id: uuid.UUID) -> HttpResponse:
    """Change planned hours, or take them out."""
    found = _hours(kind, public_id)
    field = rota.PERSON[kind]
    form = _form_class(kind)(
        request.POST or None, people=rota.people(kind), is_new=False, initial=initial_of(found, field)
    )
    if request.method == "POST" and form.is_valid():
        values = form.values(field)
        if _done(form, lambda: rota.change(hours=found, values=values, by=request.user)):
            banners.success(request, "The hours are changed.")
            return redirect(_at(values["starts_at"]))
    remove_at = reverse("peers:rota-remove", args=[kind, public_id])
    return _page(request, form, f"Change {TITLES[kind]}", "Change them", remove_at=remove_at)


@requires(Permission.PEERS_MODERATE)
@methods("POST")
def remove(request: HttpRequest, kind: str, public_id: uuid.UUID) -> HttpResponse:
    """Take planned hours out."""
    found = _hours(kind, public_id)
    where = _at(found.starts_at)
    rota.remove(hours=found, by=request.user)
    banners.success(request, "The hours are taken out.")
    return redirect(where)


def _form_class(kind: str) -> Any:
    if kind not in FORMS:
        raise Http404("There is no such rota.")
    return FORMS[kind]


def _hours(kind: str, public_id: uuid.UUID) -> Any:
    _form_class(kind)
    return get_object_or_404(rota.KINDS[kind], public_id=public_id)


def _done(form: Any, act: Any) -> bool:
    try:
        act()
    except ModerationRefused as refused:
        form.add_error(None, str(refused))
        return False
    return True


def _page(request: HttpRequest, form: Any, title: str, submit: str, **more: Any) -> HttpResponse:
    context = {"form": form, "form_title": title, "submit": submit, "back_route": "peers:rota", **more}
    return pages.page(request, f"{HERE}/form.html", context, status=422 if form.errors else 200)


def _week(request: HttpRequest) -> datetime.datetime:
    """The Monday of the week that the address names, or of this week."""
    day = timezone.localdate()
    with suppress(ValueError):
        day = datetime.date.fromisoformat(request.GET.get("week", ""))
    monday = day - datetime.timedelta(days=day.weekday())
    return timezone.make_aware(datetime.datetime.combine(monday, datetime.time()))


def _at(starts_at: datetime.datetime) -> str:
    return f"{reverse('peers:rota')}?week={timezone.localtime(starts_at).date()}"


def _table(start: datetime.datetime, *, links: bool) -> Table:
    rows = tuple(_row(kind, hours, links=links) for kind, hours in sorted(rota.of_week(start), key=_order))
    head = ("Day", "From", "Until", "Who", "As")
    return Table("rota", "Who is there", head, rows, as_at=timezone.localdate(), source="The rota of the moderators")


def _order(pair: tuple[str, Any]) -> Any:
    return pair[1].starts_at, pair[0]


def _row(kind: str, hours: Any, *, links: bool) -> list[Any]:
    starts, ends = timezone.localtime(hours.starts_at), timezone.localtime(hours.ends_at)
    until = formats.time(ends) if ends.date() == starts.date() else f"{formats.time(ends)} ({ends:%A})"
    if ends - starts > datetime.timedelta(days=1):
        until = f"{ends.day} {ends:%B}, {formats.time(ends)}"
    who: Any = str(getattr(hours, rota.PERSON[kind]))
    if links:
        who = {"text": who, "href": reverse("peers:rota-change", args=[kind, hours.public_id])}
    what = "On duty" if kind == "duty" else f"On call, {('first', 'second', 'third')[hours.order - 1]}"
    return [f"{starts:%A} {starts.day} {starts:%B}", formats.time(starts), until, who, what]
