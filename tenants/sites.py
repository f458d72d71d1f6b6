"""Writing the register of sites: who joins, how far each has come, who mentors whom.

What may not be is held by the database (`tenants.models.cascade`); its sentences, and those here, are for the form.
"""

import datetime
from typing import Any

from django.db import transaction

import audit
from accounts.models import User
from config.today import today
from tenants import site_notices
from tenants.contexts import in_area
from tenants.models import Area, ImplementationCohort, Mentoring, Site, SiteMove, Stage
from tenants.rollout import changes
from tenants.rollout.models import Change
from tenants.site_refusals import SiteRefused, refusals

# What is corrected on a site's page; its stage only ever moves.
CORRECTABLE_FIELDS = ("name", "group", "cohort", "setting")


@transaction.atomic
def add(
    *,
    area: Area,
    group: str,
    cohort: ImplementationCohort,
    name: str,
    on: datetime.date,
    by: User | None,
    setting: str = "",
    stage: Stage = Stage.INTEREST,
    is_sample: bool = False,
) -> Site:
    """Put a site into the register, at its first stage since a day. Raises SiteRefused."""
    _not_to_come(on)
    site = Site(
        area=area,
        group=group,
        cohort=cohort,
        name=name.strip(),
        setting=setting.strip(),
        stage=stage,
        stage_since=on,
        is_sample=is_sample,
    )
    with refusals():
        site.save()
        SiteMove.objects.create(site=site, to_stage=stage, on=on, by=by)
    audit.record(action="site.add", by=by, area=area, object=site, detail={"cohort": cohort.number})
    site_notices.added(site, by=by)
    return site


@transaction.atomic
def move(*, site: Site, to: Stage, on: datetime.date, by: User | None, reason: str = "") -> SiteMove:
    """Move a site to another stage on a day: no earlier than its move before, and not in the future.

    A step back needs a reason, and below live nobody is mentored any more. Raises SiteRefused.
    """
    _not_to_come(on)
    last = _last_move(site)
    if last is not None:
        _check_move(site, last, to=to, on=on, reason=reason)
    with refusals():
        made = SiteMove.objects.create(
            site=site, from_stage=last.to_stage if last else None, to_stage=to, on=on, reason=reason.strip(), by=by
        )
    site.refresh_from_db(fields=["stage", "stage_since"])
    audit.record(action="site.move", by=by, area=site.area, object=site, detail={"to": Stage(to).name.lower()})
    site_notices.moved(made, by=by)
    return made


@transaction.atomic
def take_back(*, site: Site, reason: str, by: User) -> SiteMove:
    """Take back a site's last move, which was a mistake. Both stay in its history.

    Without its first move the site is out of the register, until it is moved again. Raises SiteRefused.
    """
    last = _last_move(site)
    if last is None:
        raise SiteRefused("There is no move left to take back.")
    if not reason.strip():
        raise SiteRefused("Say why the move is taken back.", "reason")
    with refusals():
        made = SiteMove.objects.create(site=site, takes_back=last, on=today(), reason=reason.strip(), by=by)
    made.refresh_from_db()
    site.refresh_from_db(fields=["stage", "stage_since"])
    audit.record(action="site.take_back", by=by, area=site.area, object=site, detail={"move": last.pk})
    site_notices.moved(made, by=by)
    return made


@transaction.atomic
def correct(*, site: Site, values: dict[str, Any], reason: str, by: User) -> tuple[str, ...]:
    """Correct what a site is called, its group, its cohort or where it works; returns the fields that differed.

    `values` maps names of CORRECTABLE_FIELDS to new values. Raises SiteRefused, ValueError for another field.
    """
    if unknown := set(values) - set(CORRECTABLE_FIELDS):
        raise ValueError(f"These fields of a site are not corrected: {', '.join(sorted(unknown))}.")
    if not reason.strip():
        raise SiteRefused("Say why this is corrected.", "reason")
    row = Site.objects.select_for_update(of=("self",)).select_related("cohort", "area").get(pk=site.pk)
    differs = changes.apply(row, values)
    if not differs:
        raise SiteRefused("Nothing has changed. Change a field first, or leave the page.")
    with refusals():
        row.save(update_fields=[field for field, _, _ in differs])
    with in_area(row.area):
        changes.keep(Change.Thing.SITE, row, differs, reason=reason.strip(), by=by)
    fields = tuple(field for field, _, _ in differs)
    audit.record(action="site.correct", by=by, area=row.area, object=row, detail={"fields": list(fields)})
    site_notices.corrected(row, reason=reason.strip(), by=by)
    return fields


@transaction.atomic
def start_mentoring(*, mentor: Site, mentee: Site, on: datetime.date, by: User | None) -> Mentoring:
    """A live site begins to mentor one of a later cohort. Asked for by the mentored site's area. Raises SiteRefused."""
    _not_to_come(on)
    if Mentoring.objects.filter(mentor=mentor, mentee=mentee, ended_on__isnull=True).exists():
        raise SiteRefused(f"{mentor} mentors {mentee} already.", "mentor")
    with refusals("mentor"):
        made = Mentoring.objects.create(mentor=mentor, mentee=mentee, started_on=on)
    audit.record(action="mentoring.start", by=by, area=mentee.area, object=mentee, detail={"mentor": mentor.pk})
    site_notices.mentoring_started(made, by=by)
    return made


@transaction.atomic
def end_mentoring(*, mentoring: Mentoring, on: datetime.date, by: User | None) -> Mentoring:
    """End a mentoring on a day; on the day it began, it was recorded by mistake. Raises SiteRefused."""
    _not_to_come(on)
    found = Mentoring.objects.select_for_update(of=("self",)).select_related("mentor__area", "mentee__area")
    row = found.get(pk=mentoring.pk)
    if row.ended_on is not None:
        raise SiteRefused("This mentoring has ended already.")
    if on < row.started_on:
        raise SiteRefused("It can't end before it began.", "on")
    row.ended_on = on
    with refusals("on"):
        row.save(update_fields=["ended_on"])
    audit.record(
        action="mentoring.end", by=by, area=row.mentee.area, object=row.mentee, detail={"mentor": row.mentor_id}
    )
    site_notices.mentoring_ended(row, by=by)
    return row


def _not_to_come(on: datetime.date) -> None:
    if on > today():
        raise SiteRefused("This day is still to come. Write down what has happened.", "on")


def _last_move(site: Site) -> SiteMove | None:
    return SiteMove.objects.that_count().filter(site=site).order_by("-on", "-pk").first()


def _check_move(site: Site, last: SiteMove, *, to: Stage, on: datetime.date, reason: str) -> None:
    if to == last.to_stage:
        raise SiteRefused(f"The site is at the stage “{last.get_to_stage_display()}” already. Choose another.", "to")
    if on < last.on:
        day = f"{last.on.day} {last.on:%B %Y}"
        raise SiteRefused(f"The site’s last move was on {day}. Give that day or a later one.", "on")
    if to < last.to_stage and not reason.strip():
        raise SiteRefused("This is a step back. Say why.", "reason")
    if to < Stage.LIVE:
        rows = Mentoring.objects.filter(mentor=site, ended_on__isnull=True).select_related("mentee__area")
        if mentored := [f"{row.mentee} ({row.mentee.area})" for row in rows]:
            raise SiteRefused(
                f"The site mentors {', '.join(mentored)}. A site below live mentors nobody: end that first.", "to"
            )
