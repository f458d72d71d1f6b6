"""An area's sites, ready for a page."""

import datetime
from dataclasses import dataclass
from itertools import groupby
from typing import Any

from django.urls import reverse

from config.today import today
from files.people import NO_PEOPLE
from files.tables import Table, numeric
from tenants import groups
from tenants.models import Area, Mentoring, Site, SiteMove, Stage
from tenants.presenters.sites import SOURCE, days_words, names, tag_of
from tenants.site_register import Register, Standing, standings
from ui import formats

OUT = "out of the register"
FIELD_WORDS = {
    "name": "Name",
    "group": "Group",
    "cohort": "Implementation cohort",
    "setting": "Where it works",
}


@dataclass(frozen=True)
class OwnSites:
    """The area's sites of each intake, and the network's register to read their mentoring from."""

    by_cohort: tuple[tuple[str, tuple[Standing, ...]], ...]
    register: Register

    @property
    def standings(self) -> list[Standing]:
        return [each for _, found in self.by_cohort for each in found]


def own_sites(area: Area, register: Register) -> OwnSites:
    """The area's part of the register."""
    own = [each for each in register.standings if each.site.area_id == area.pk]
    by_cohort = groupby(own, key=lambda each: f"{each.site.cohort}, since {formats.date(each.site.cohort.starts)}")
    return OwnSites(tuple((words, tuple(found)) for words, found in by_cohort), register)


def sites_table(area: Area, own: OwnSites) -> Table:
    """Columns: cohort, site, group, where, stage, since, days at it, mentored by, mentors."""
    return Table(
        key="sites",
        caption=f"Sites of {area.name}",
        head=(
            numeric("Implementation cohort"),
            "Site",
            "Group",
            "Where it works",
            "Stage",
            "Since",
            numeric("Days at this stage"),
            "Mentored by",
            "Mentors",
        ),
        rows=tuple(
            [
                each.site.cohort.number,
                each.site.name,
                each.site.get_group_display(),
                each.site.setting,
                each.stage.label,
                each.since,
                each.days,
                names(own.register.mentors_of.get(each.site.pk, [])),
                names(own.register.mentees_of.get(each.site.pk, [])),
            ]
            for each in own.standings
        ),
        as_at=own.register.day,
        source=SOURCE,
        people=NO_PEOPLE,
        sample=any(each.site.is_sample for each in own.standings),
    )


def page_rows(area: Area, own: OwnSites) -> list[tuple[str, list[list[Any]]]]:
    """For each intake: site (a link), group, stage, since with days, mentored by, mentors."""
    return [
        (
            words,
            [
                [
                    {"text": each.site.name, "href": reverse("rollout:site", args=[area.slug, each.site.pk])},
                    groups.BY_KEY[each.site.group].short_name,
                    tag_of(each.stage),
                    f"{formats.date(each.since)} ({days_words(each.days)})",
                    names(own.register.mentors_of.get(each.site.pk, [])) or "Nobody",
                    names(own.register.mentees_of.get(each.site.pk, [])) or "None",
                ]
                for each in found
            ],
        )
        for words, found in own.by_cohort
    ]


def out_of_the_register(area: Area, own: OwnSites) -> list[Site]:
    """Sites of which every move was taken back."""
    return list(Site.objects.filter(area=area).exclude(pk__in=[each.site.pk for each in own.standings]))


def moves_table(site: Site, moves: list[SiteMove]) -> Table:
    """Columns: on, from, to, why, who; moves that were taken back say so."""
    return Table(
        key="moves",
        caption=f"Moves of {site}",
        head=("On", "From", "To", "Why", "Who"),
        rows=tuple(
            [
                move.on,
                move.get_from_stage_display() or "",
                _to_words(move),
                move.reason,
                move.by.name if move.by else "Sample data" if site.is_sample else "",
            ]
            for move in moves
        ),
        as_at=today(),
        source=SOURCE,
        sample=site.is_sample,
    )


@dataclass(frozen=True)
class MentoringLine:
    """One mentoring as a site's page lists it; `end_href` while it goes on."""

    words: str
    dates: str
    end_href: str


@dataclass(frozen=True)
class SitePage:
    """`stage` is None for a site out of the register. `suggests_mentoring`: it mentors, and its stage says live."""

    stage: Stage | None
    since: str
    may_have_mentors: bool
    mentors: list[MentoringLine]
    mentees: list[MentoringLine]
    suggests_mentoring: bool
    last_move_words: str


def site_page(site: Site, moves: list[SiteMove], mentorings: list[Mentoring], day: datetime.date) -> SitePage:
    """Where a site stands, and its mentoring."""
    counting = [move for move in moves if not move.takes_back_id and not hasattr(move, "taken_back_by")]
    last = max(counting, key=lambda move: (move.on, move.pk), default=None)
    stage = Stage(last.to_stage) if last else None
    goes_on = [row for row in mentorings if row.mentor_id == site.pk and row.ended_on is None]
    return SitePage(
        stage=stage,
        since=f"{formats.date(last.on)} ({days_words((day - last.on).days)})" if last else "",
        may_have_mentors=site.cohort.number > 1 and last is not None,
        mentors=[_line(site, row) for row in mentorings if row.mentee_id == site.pk],
        mentees=[_line(site, row) for row in mentorings if row.mentor_id == site.pk],
        suggests_mentoring=bool(goes_on) and stage == Stage.LIVE,
        last_move_words=f"to “{stage.label}” on {formats.date(last.on)}" if last and stage else "",
    )


def words(area: Area) -> str:
    """For the overview: `5 sites, 2 of them live or further.`. One query."""
    own = standings(today(), [area])
    if not own:
        return "No site has joined yet."
    count = "1 site" if len(own) == 1 else f"{len(own)} sites"
    return f"{count}, {sum(each.is_live for each in own)} of them live or further."


def _line(site: Site, row: Mentoring) -> MentoringLine:
    other = row.mentor if row.mentee_id == site.pk else row.mentee
    dates = f"since {formats.date(row.started_on)}"
    if row.ended_on is not None:
        dates = f"{formats.date(row.started_on)} to {formats.date(row.ended_on)}"
    end = reverse("rollout:mentoring-end", args=[site.area.slug, site.pk, row.pk]) if row.ended_on is None else ""
    return MentoringLine(f"{other} ({other.area}, {_cohort(other)})", dates, end)


def _cohort(site: Site) -> str:
    return f"implementation cohort {site.cohort.number}"


def _to_words(move: SiteMove) -> str:
    if move.takes_back_id:
        return f"Taken back: now {(move.get_to_stage_display() or OUT).lower()}"
    words = move.get_to_stage_display()
    return f"{words} (taken back)" if hasattr(move, "taken_back_by") else words
