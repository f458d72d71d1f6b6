"""How far sites have come: moves in order, mistakes taken back, and the register as it stood on a day."""

import datetime
from contextlib import contextmanager

import pytest
from django.db import transaction
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from audit.models import AuditRow
from notify.models import Notification
from tenants import site_register, sites
from tenants.contexts import in_area
from tenants.models import Area, Mentoring, SiteMove, Stage
from tenants.rollout.models import Change
from tenants.sites import SiteRefused
from tests.tenants.sites.making import JANUARY, JULY, cohort, make_mentoring, make_site

pytestmark = pytest.mark.django_db

MARCH, MAY = datetime.date(2015, 3, 31), datetime.date(2015, 5, 1)
TOMORROW = datetime.date(2015, 7, 16)


@pytest.fixture
def site(kernow):
    return make_site(kernow)


def stages_on(day):
    return {each.site.pk: (each.stage, each.since, each.days) for each in site_register.register(day).standings}


def test_a_site_stands_on_a_day_where_its_moves_until_then_have_brought_it(site):
    sites.move(site=site, to=Stage.TRAINED, on=MARCH, by=None)
    sites.move(site=site, to=Stage.LIVE, on=JULY, by=None)
    assert stages_on(datetime.date(2015, 1, 6)) == {}
    assert stages_on(JANUARY) == {site.pk: (Stage.INTEREST, JANUARY, 0)}
    assert stages_on(datetime.date(2015, 3, 30)) == {site.pk: (Stage.INTEREST, JANUARY, 82)}
    assert stages_on(MARCH) == {site.pk: (Stage.TRAINED, MARCH, 0)}
    assert stages_on(datetime.date(2015, 7, 15)) == {site.pk: (Stage.LIVE, JULY, 14)}


def test_of_two_moves_on_one_day_the_later_counts(site):
    sites.move(site=site, to=Stage.TRAINED, on=MARCH, by=None)
    sites.move(site=site, to=Stage.AGREED, on=MARCH, reason="Two people left the course", by=None)
    assert stages_on(MARCH) == {site.pk: (Stage.AGREED, MARCH, 0)}


def test_a_step_back_needs_a_reason(site):
    sites.move(site=site, to=Stage.LIVE, on=MARCH, by=None)
    with pytest.raises(SiteRefused, match="a step back") as refusal:
        sites.move(site=site, to=Stage.TRAINED, on=MAY, by=None)
    assert refusal.value.field == "reason"


@pytest.mark.parametrize(
    ("to", "on", "words"),
    [
        (Stage.LIVE, datetime.date(2015, 1, 6), "last move was on 7 January 2015"),
        (Stage.LIVE, TOMORROW, "still to come"),
        (Stage.INTEREST, MAY, "already"),
    ],
)
def test_a_move_goes_somewhere_and_no_earlier_than_the_last_and_not_into_the_future(site, to, on, words):
    with pytest.raises(SiteRefused, match=words):
        sites.move(site=site, to=to, on=on, by=None)
    assert site.moves.count() == 1


def test_a_move_taken_back_never_happened_and_stays_in_the_history(site, person):
    sites.move(site=site, to=Stage.TRAINED, on=MARCH, by=None)
    sites.move(site=site, to=Stage.LIVE, on=MAY, by=None)
    sites.take_back(site=site, reason="It was in June", by=person())
    assert (site.stage, site.stage_since) == (Stage.TRAINED, MARCH)
    assert stages_on(JULY) == {site.pk: (Stage.TRAINED, MARCH, 92)}
    sites.move(site=site, to=Stage.LIVE, on=datetime.date(2015, 6, 1), by=None)
    assert [move.to_stage for move in site_register.history(site)] == [4, 3, 4, 3, 1]


def test_a_site_without_its_first_move_counts_nowhere_until_it_is_moved_again(site, person):
    lead = person()
    sites.take_back(site=site, reason="Put in twice", by=lead)
    assert stages_on(JULY) == {} and site_register.is_out(site)
    with pytest.raises(SiteRefused, match="no move left"):
        sites.take_back(site=site, reason="Put in twice", by=lead)
    sites.move(site=site, to=Stage.AGREED, on=MAY, by=lead)
    assert stages_on(JULY) == {site.pk: (Stage.AGREED, MAY, 61)}


def test_an_area_has_each_name_once_and_another_area_may_have_it_too(kernow, bristol):
    make_site(kernow, name="Community team")
    with pytest.raises(SiteRefused, match="of this name already") as refusal:
        make_site(kernow, name="Community team")
    assert refusal.value.field == "name"
    make_site(bristol, name="Community team")


def test_a_correction_keeps_who_what_and_why_in_the_areas_own_schema(site, kernow, bristol, person):
    lead = person("area-lead", area=kernow)
    values = {"name": "Truro team", "cohort": cohort(2), "setting": site.setting}
    assert sites.correct(site=site, values=values, reason="Typed wrongly", by=lead) == ("name", "cohort")
    with in_area(kernow):
        rows = Change.objects.filter(thing="site", thing_id=site.pk).order_by("pk").values_list("before", "after", "by")
        assert list(rows) == [
            (site.name, "Truro team", lead.pk),
            ("Implementation cohort 1", "Implementation cohort 2", lead.pk),
        ]
    with in_area(bristol):
        assert not Change.objects.filter(thing="site").exists()
    with pytest.raises(SiteRefused, match="Nothing has changed"):
        sites.correct(site=site, values={"name": "Truro team"}, reason="Typed wrongly", by=lead)
    with pytest.raises(ValueError, match="stage"):
        sites.correct(site=site, values={"stage": Stage.LIVE}, reason="Typed wrongly", by=lead)


def test_every_act_is_in_the_audit_of_its_area(kernow, bristol, person):
    lead = person("area-lead", area=kernow)
    mentor = make_site(bristol, stage=Stage.LIVE)
    site = make_site(kernow, intake=2, by=lead)
    sites.move(site=site, to=Stage.AGREED, on=MAY, by=lead)
    sites.take_back(site=site, reason="By mistake", by=lead)
    sites.correct(site=site, values={"setting": "Truro"}, reason="Was missing", by=lead)
    made = sites.start_mentoring(mentor=mentor, mentee=site, on=JULY, by=lead)
    sites.end_mentoring(mentoring=made, on=JULY, by=lead)
    actions = list(AuditRow.objects.filter(area=kernow, by=lead).order_by("pk").values_list("action", flat=True))
    assert actions == ["site.add", "site.move", "site.take_back", "site.correct", "mentoring.start", "mentoring.end"]


def test_the_areas_team_hears_of_its_sites_and_the_mentors_area_of_mentoring(kernow, bristol, person):
    lead, colleague = person("area-lead", area=kernow), person("practitioner", area=kernow)
    theirs, board = person("area-lead", area=bristol), person("board-member")
    mentor = make_site(bristol, stage=Stage.LIVE, name="Bristol team")
    site = make_site(kernow, intake=2, name="Truro team", by=lead)
    sites.start_mentoring(mentor=mentor, mentee=site, on=JULY, by=lead)

    def heard(who):
        return list(Notification.objects.filter(to=who).exclude(kind="role-given").values_list("title", flat=True))

    mentors = "Bristol team (NHS Bristol) mentors Truro team (NHS Kernow)"
    assert heard(colleague) == [mentors, "New site: Truro team"]
    assert heard(theirs) == [mentors]
    assert heard(lead) == heard(board) == []
    told = Notification.objects.get(to=theirs, title=mentors)
    assert told.url == f"/areas/bristol/rollout/sites/{mentor.pk}/"


# Property tests: any order of acts, allowed and refused ones mixed.
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
            expected = {site.pk: found for site in made if (found := slowly(site, day)) is not None}
            assert {pk: facts[:2] for pk, facts in stages_on(day).items()} == expected


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
