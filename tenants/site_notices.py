"""Whom the register of sites tells: an area's team of its own sites, and a mentor's area of what is asked of it."""

import datetime

from django.urls import reverse

from accounts.models import User
from accounts.permissions import Permission
from notify.actions import notify_all
from notify.registry import NotificationKind, Way
from tenants.models import Area, Mentoring, Site, SiteMove
from tenants.telling import people_who_may, whoever_may
from ui import formats

SITE_CHANGED, MENTORING_CHANGED = "site-changed", "mentoring-changed"


KINDS = (
    NotificationKind(
        key=SITE_CHANGED,
        label="Changes to your area's sites",
        describes="A site of your area has joined, moved to another stage, or was corrected.",
        mail_words="A site of your area has changed. Sign in to see which.",
        concerns=whoever_may(Permission.AREA_READ),
    ),
    NotificationKind(
        key=MENTORING_CHANGED,
        label="Mentoring of your area's sites",
        describes="A site of your area begins or ends to mentor another, or to be mentored.",
        mail_words="Mentoring of a site of your area has begun or ended. Sign in to see which.",
        default=Way.DAILY,
        concerns=whoever_may(Permission.AREA_READ),
    ),
)


def added(site: Site, *, by: User | None) -> None:
    """Tell the area's team of a new site."""
    _tell(site.area, SITE_CHANGED, f"New site: {site}", f"It joins {_lower(str(site.cohort))}.", site, by)


def moved(move: SiteMove, *, by: User | None) -> None:
    """Tell the area's team how far a site has come, or that a move was a mistake."""
    site = move.site
    if move.takes_back_id:
        title = f"A move of {site} was taken back"
    else:
        title = f"{site} is at the stage “{move.get_to_stage_display()}” since {formats.date(move.on)}"
    _tell(site.area, SITE_CHANGED, title, f"Why: {move.reason}" if move.reason else "", site, by)


def corrected(site: Site, *, reason: str, by: User | None) -> None:
    """Tell the area's team."""
    _tell(site.area, SITE_CHANGED, f"What is said of {site} was corrected", f"Why: {reason}", site, by)


def mentoring_started(mentoring: Mentoring, *, by: User | None) -> None:
    """Tell both areas."""
    _tell_both(mentoring, f"{_told(mentoring.mentor)} mentors {_told(mentoring.mentee)}", mentoring.started_on, by)


def mentoring_ended(mentoring: Mentoring, *, by: User | None) -> None:
    """Tell both areas."""
    words = f"{_told(mentoring.mentor)} no longer mentors {_told(mentoring.mentee)}"
    _tell_both(mentoring, words, mentoring.ended_on, by)


def _tell_both(mentoring: Mentoring, title: str, since: datetime.date | None, by: User | None) -> None:
    for site in {mentoring.mentee.area_id: mentoring.mentee, mentoring.mentor.area_id: mentoring.mentor}.values():
        _tell(site.area, MENTORING_CHANGED, title, f"Since {formats.date(since)}.", site, by)


def _tell(area: Area, kind: str, title: str, body: str, site: Site, by: User | None) -> None:
    if by is None:
        return  # sample data, or an operator's command: nobody's news
    notify_all(
        to=people_who_may(Permission.AREA_READ, area=area),
        kind=kind,
        title=title,
        body=body,
        url=reverse("rollout:site", args=[area.slug, site.pk]),
        area=area,
        by=by,
    )


def _told(site: Site) -> str:
    return f"{site} ({site.area})"


def _lower(words: str) -> str:
    return f"{words[:1].lower()}{words[1:]}"
