"""While nobody is on duty: three reports hide a thing and five pause a member, until somebody looks.

Only members count who have been here for a week and are known or trusted: new accounts, which anybody can make by the
dozen, can't silence anybody, and visitors can't either.
"""

import datetime
from typing import Any

from django.db import transaction
from django.db.models import Count, Q

from config.today import moment
from peer_network.models import Act, Member, QueueItem, Report
from peer_network.moderation import deciding, duty, matters
from peer_network.moderation.opening import put_before_moderators

REPORTS_HIDE, REPORTS_PAUSE = 3, 5
NEW_FOR = datetime.timedelta(days=7)


def look_at(item: QueueItem) -> list[Act]:
    """What the reports so far lead to, in the caller's transaction; nothing while a moderator is on duty."""
    if item.is_sample or duty.is_staffed():
        return []
    return [act for act in (_hide(item), _pause(item)) if act is not None]


@transaction.atomic
def look_at_all() -> list[Act]:
    """The same for every open report: those that came before the moderators went home."""
    if duty.is_staffed():
        return []
    enough = Q(pk__in=_reported_by(REPORTS_HIDE, "item")) | Q(about__in=_reported_by(REPORTS_PAUSE, "item__about"))
    open_ones = QueueItem.objects.filter(kind=QueueItem.Kind.REPORT, closed_at__isnull=True, is_sample=False)
    found = []
    for item in open_ones.filter(enough).select_related("about").order_by("pk"):
        found += look_at(item)
    return found


def _reported_by(number: int, what: str) -> Any:
    """What at least so many members have reported."""
    counted = counting().exclude(**{f"{what}__isnull": True}).order_by().values(what)
    return counted.annotate(number=Count("reporter", distinct=True)).filter(number__gte=number).values(what)


def counting() -> Any:
    """Open reports that count, while nobody is on duty."""
    known = (Member.Standing.KNOWN, Member.Standing.TRUSTED)
    return Report.objects.filter(
        settled_at__isnull=True,
        reporter__standing__in=known,
        reporter__state=Member.State.ACTIVE,
        reporter__joined_at__lte=moment() - NEW_FOR,
    )


def _hide(item: QueueItem) -> Act | None:
    """Hide what three have reported, once."""
    reported = counting().filter(subject_kind=item.subject_kind, subject_id=item.subject_id)
    reported = reported.exclude(reporter=item.about) if item.about else reported
    if reported.values("reporter").distinct().count() < REPORTS_HIDE:
        return None
    if Act.objects.filter(kind=Act.Kind.HIDE, by__isnull=True, item=item.public_id).exists():
        return None
    matter = matters.of_item(item)
    if matter.row is None or not matter.can_be_hidden:
        return None
    _make_urgent(item)
    return deciding.by_the_system(kind=Act.Kind.HIDE, item=item)


def _pause(item: QueueItem) -> Act | None:
    """Pause a member whom five have reported, whatever it was in, once."""
    if item.about is None:
        return None
    member = Member.objects.select_for_update().get(pk=item.about_id)
    reported = counting().filter(item__about=member).exclude(reporter=member)
    if member.state != Member.State.ACTIVE or reported.values("reporter").distinct().count() < REPORTS_PAUSE:
        return None
    of_member = put_before_moderators(
        kind=QueueItem.Kind.REPORT,
        subject_kind="member",
        subject_id=member.public_id,
        about=member,
        is_urgent=True,
    )
    if Act.objects.filter(kind=Act.Kind.PAUSE, by__isnull=True, item=of_member.public_id).exists():
        return None
    return deciding.by_the_system(kind=Act.Kind.PAUSE, item=of_member)


def _make_urgent(item: QueueItem) -> None:
    put_before_moderators(
        kind=QueueItem.Kind(item.kind),
        subject_kind=item.subject_kind,
        subject_id=item.subject_id,
        about=item.about,
        is_urgent=True,
    )
