"""Reading the register of sites as it stood on a day, from the dated moves and mentorings.

Moves that somebody took back never happened. Names, groups and cohorts are as they are known now: a correction says
what was always so.
"""

import datetime
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property

from django.db.models import QuerySet

from tenants.models import Area, ImplementationCohort, Mentoring, Site, SiteMove, Stage


@dataclass(frozen=True)
class Standing:
    """A site at its stage on a day, and since when it is at that stage."""

    site: Site
    stage: Stage
    since: datetime.date
    on: datetime.date

    @property
    def days(self) -> int:
        """Whole days at this stage, by the day that is shown."""
        return (self.on - self.since).days

    @property
    def is_live(self) -> bool:
        """Live or further: mentoring and sustained sites are live too."""
        return self.stage >= Stage.LIVE


@dataclass(frozen=True)
class Register:
    """The sites of the network on a day, in the order of cohort, area and name; and who mentored whom then."""

    day: datetime.date
    standings: tuple[Standing, ...]
    mentorings: tuple[Mentoring, ...]

    @cached_property
    def by_site(self) -> dict[int, Standing]:
        return {each.site.pk: each for each in self.standings}

    @cached_property
    def mentors_of(self) -> dict[int, list[Standing]]:
        """The mentors of each site that has any, by its number."""
        found: dict[int, list[Standing]] = {}
        for row in self.mentorings:
            found.setdefault(row.mentee_id, []).append(self.by_site[row.mentor_id])
        return found

    @cached_property
    def mentees_of(self) -> dict[int, list[Standing]]:
        """The sites that each mentor mentors, by the mentor's number."""
        found: dict[int, list[Standing]] = {}
        for row in self.mentorings:
            found.setdefault(row.mentor_id, []).append(self.by_site[row.mentee_id])
        return found


def register(day: datetime.date) -> Register:
    """The register of all areas in use on a day, in four queries."""
    found = standings(day, Area.objects.in_use())
    known = {each.site.pk for each in found}
    rows = Mentoring.objects.on(day).order_by("started_on", "pk")
    return Register(day, tuple(found), tuple(row for row in rows if {row.mentor_id, row.mentee_id} <= known))


def standings(day: datetime.date, areas: QuerySet[Area] | Iterable[Area]) -> list[Standing]:
    """The sites of these areas that were in the register on that day, each at its stage then.

    Two queries, and that of the areas. Sites share their area and intake: one of each for a thousand sites.
    """
    by_id, cohorts = {area.pk: area for area in areas}, ImplementationCohort.objects.in_bulk()
    moves = (
        SiteMove.objects.that_count()
        .filter(on__lte=day, site__area__in=by_id)
        .order_by("site_id", "-on", "-pk")
        .distinct("site_id")
        .select_related("site")
    )
    found = []
    for move in moves:
        move.site.area, move.site.cohort = by_id[move.site.area_id], cohorts[move.site.cohort_id]
        found.append(Standing(move.site, Stage(move.to_stage), move.on, day))
    return sorted(found, key=_place)


def moves_by(day: datetime.date) -> list[SiteMove]:
    """Every move by that day, of the sites of areas in use; of each site in the order of their days. One query."""
    moves = SiteMove.objects.that_count().filter(on__lte=day, site__area__in=Area.objects.in_use())
    return list(moves.select_related("site").order_by("site_id", "on", "pk"))


def history(site: Site) -> list[SiteMove]:
    """All moves of a site, those taken back too, the newest first. One query."""
    return list(site.moves.select_related("by", "taken_back_by", "takes_back").order_by("-pk"))


def mentorings_of(site: Site) -> list[Mentoring]:
    """The mentorings that a site gives and takes, and those that ended. One query."""
    given, taken = Mentoring.objects.filter(mentor=site), Mentoring.objects.filter(mentee=site)
    sites = ("mentor__cohort", "mentor__area", "mentee__cohort", "mentee__area")
    return list((given | taken).that_took_place().select_related(*sites))


def possible_mentors(site: Site) -> list[Site]:
    """Live sites of earlier cohorts, of any area that takes part, by area and name; none that mentors it already."""
    return list(
        Site.objects.filter(
            area__in=Area.objects.active(), cohort__number__lt=site.cohort.number, stage__gte=Stage.LIVE
        )
        .exclude(pk__in=Mentoring.objects.filter(mentee=site, ended_on__isnull=True).values("mentor"))
        .select_related("area", "cohort")
        .order_by("area__position", "area__name", "name", "pk")
    )


def is_out(site: Site) -> bool:
    """Whether every move of the site was taken back, so that it counts nowhere."""
    return not SiteMove.objects.that_count().filter(site=site).exists()


def _place(standing: Standing) -> tuple[int, int, str, str]:
    site = standing.site
    return site.cohort.number, site.area.position, site.area.name, site.name
