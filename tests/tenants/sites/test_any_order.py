"""Any order of acts, allowed and refused ones mixed: the cascade holds, and stages agree with a slow second way."""

import datetime
from contextlib import contextmanager

import pytest
from django.db import transaction
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from tenants import site_register, sites
from tenants.models import Area, Mentoring, SiteMove, Stage
from tenants.sites import SiteRefused
from tests.tenants.sites.making import JULY, cohort, make_mentoring, make_site

pytestmark = pytest.mark.django_db

DAYS = [datetime.date(2015, 1, 1) + datetime.timedelta(days=18 * place) for place in range(11)]
ACTS = st.lists(
    st.one_of(
        st.tuples(st.just("move"), st.integers(0, 4), st.sampled_from(list(Stage)), st.sampled_from(DAYS)),
        st.tuples(st.just("take back"), st.integers(0, 4)),
        st.tuples(st.just("mentor"), st.integers(0, 4), st.integers(0, 4), st.sampled_from(DAYS)),
        st.tuples(st.just("mentor"), st.integers(0, 2), st.integers(2, 4), st.sampled_from(DAYS[5:])),
        st.tuples(st.just("end"), st.integers(0, 3), st.sampled_from(DAYS)),
        st.tuples(st.just("cohort"), st.integers(0, 4), st.integers(1, 4)),
    ),
    min_size=8,
    max_size=18,
)
SETTINGS = settings(max_examples=8, deadline=None, suppress_health_check=list(HealthCheck), phases=[Phase.generate])


def do(act, made, lead):
    """Try one act; a refusal is an answer too."""
    kind, *facts = act
    try:
        if kind == "move":
            sites.move(site=made[facts[0]], to=facts[1], on=facts[2], reason="Why", by=lead)
        elif kind == "take back":
            sites.take_back(site=made[facts[0]], reason="Why", by=lead)
        elif kind == "mentor":
            sites.start_mentoring(mentor=made[facts[0]], mentee=made[facts[1]], on=facts[2], by=lead)
        elif kind == "end":
            rows = list(Mentoring.objects.order_by("pk"))
            if facts[0] < len(rows):
                sites.end_mentoring(mentoring=rows[facts[0]], on=facts[1], by=lead)
        else:
            sites.correct(site=made[facts[0]], values={"cohort": cohort(facts[1])}, reason="Why", by=lead)
    except SiteRefused:
        pass


def five_sites():
    areas = list(Area.objects.all()[:3])
    return [
        make_site(
            areas[place % 3], intake=1 + place // 2, stage=Stage.INTEREST if place > 2 else Stage.LIVE, on=DAYS[0]
        )
        for place in range(5)
    ]


@contextmanager
def done_and_undone(acts, person):
    """Five sites after these acts; nothing of it is left for the next example."""
    with transaction.atomic():
        made, lead = five_sites(), person()
        for act in acts:
            do(act, made, lead)
        yield made
        transaction.set_rollback(True)


@SETTINGS
@given(acts=ACTS)
def test_no_order_of_acts_turns_the_cascade_round_or_lets_a_site_below_live_mentor(acts, db, person):
    with done_and_undone(acts, person):
        for day in DAYS:
            register = site_register.register(day)
            for row in register.mentorings:
                mentor, mentee = register.by_site[row.mentor_id], register.by_site[row.mentee_id]
                assert mentor.site.cohort.number < mentee.site.cohort.number
                assert mentor.stage >= Stage.LIVE
            assert len(register.mentorings) == Mentoring.objects.on(day).count(), "an edge to a site that isn't there"
            assert not has_a_cycle(register.mentorings)


def has_a_cycle(rows):
    """Walk down from each mentor; whoever meets itself again is in a cycle."""
    below = {row.mentor_id: [each.mentee_id for each in rows if each.mentor_id == row.mentor_id] for row in rows}
    for start in below:
        ways = list(below[start])
        seen = set()
        while ways:
            site = ways.pop()
            if site == start:
                return True
            if site not in seen:
                seen.add(site)
                ways += below.get(site, [])
    return False


@SETTINGS
@given(acts=ACTS)
def test_stages_on_a_day_agree_with_reading_each_sites_moves_one_by_one(acts, db, person):
    with done_and_undone(acts, person) as made:
        for day in DAYS:
            expected = {site.pk: told for site in made if (told := slowly(site, day)) is not None}
            found = {each.site.pk: (each.stage, each.since) for each in site_register.register(day).standings}
            assert found == expected


def slowly(site, day):
    """Replay the history as it was written down: each taking back removes the move on top."""
    stack = []
    for move in SiteMove.objects.filter(site=site).order_by("pk"):
        if move.takes_back_id:
            assert stack.pop().pk == move.takes_back_id
        else:
            stack.append(move)
    by_then = [move for move in stack if move.on <= day]
    return (Stage(by_then[-1].to_stage), by_then[-1].on) if by_then else None


def test_the_stage_in_the_row_is_the_stage_of_today(kernow, person):
    site, lead = make_site(kernow), person()
    for act in [("move", 0, Stage.LIVE, DAYS[3]), ("move", 0, Stage.AGREED, DAYS[4]), ("take back", 0)]:
        do(act, [site], lead)
    site.refresh_from_db()
    assert (site.stage, site.stage_since) == slowly(site, JULY)
    assert make_mentoring(site, make_site(kernow, intake=2, on=DAYS[3]), on=DAYS[5]).pk
