"""Earlier sites mentor later ones while they are live: in words for the form, and against raw SQL."""

import datetime

import pytest
from django.db import DatabaseError, IntegrityError, connection, transaction

from tenants import sites
from tenants.models import Mentoring, Site, SiteMove, Stage
from tenants.sites import SiteRefused
from tests.tenants.sites.making import JANUARY, JULY, cohort, make_mentoring, make_site

pytestmark = pytest.mark.django_db

MOVE = (
    'INSERT INTO tenants_sitemove (site_id, from_stage, to_stage, "on", reason, at) VALUES (%s, %s, %s, %s, %s, now())'
)
MAY, JUNE = datetime.date(2015, 5, 1), datetime.date(2015, 6, 1)


@pytest.fixture
def mentor(bristol):
    return make_site(bristol, stage=Stage.LIVE)


@pytest.fixture
def mentee(kernow):
    return make_site(kernow, intake=2)


def refused_by_sql(statement, *values, match):
    with pytest.raises(DatabaseError, match=match), transaction.atomic():
        connection.cursor().execute("SET CONSTRAINTS ALL IMMEDIATE")
        connection.cursor().execute(statement, values)


def test_a_live_site_mentors_one_of_a_later_cohort_in_another_area(mentor, mentee):
    made = make_mentoring(mentor, mentee)
    assert list(Mentoring.objects.on(JULY)) == [made]


@pytest.mark.parametrize("intake", [1, 2])
def test_a_site_of_the_same_or_an_earlier_cohort_is_not_mentored(kernow, bristol, intake):
    mentor = make_site(bristol, intake=2, stage=Stage.LIVE)
    with pytest.raises(SiteRefused, match="later implementation cohorts only"):
        make_mentoring(mentor, make_site(kernow, intake=intake))


def test_a_site_that_is_not_live_mentors_nobody(bristol, mentee):
    with pytest.raises(SiteRefused, match="once it is live"):
        make_mentoring(make_site(bristol, stage=Stage.TRAINED), mentee)


def test_mentoring_begins_no_earlier_than_the_mentor_is_live(bristol, mentee):
    mentor = make_site(bristol, stage=Stage.TRAINED)
    sites.move(site=mentor, to=Stage.LIVE, on=JULY, by=None)
    with pytest.raises(SiteRefused, match="once it is live"):
        make_mentoring(mentor, mentee, on=JUNE)
    make_mentoring(mentor, mentee, on=JULY)


def test_mentoring_begins_no_earlier_than_the_mentored_site_is_in_the_register(mentor, kernow):
    with pytest.raises(SiteRefused, match="has to be in the register"):
        make_mentoring(mentor, make_site(kernow, intake=2, on=JULY), on=JUNE)


def test_a_site_that_mentors_steps_below_live_only_after_that_has_ended(mentor, mentee):
    made = make_mentoring(mentor, mentee, on=MAY)
    with pytest.raises(SiteRefused, match=rf"The site mentors {mentee} \(NHS Kernow\)"):
        sites.move(site=mentor, to=Stage.TRAINED, on=JULY, reason="The lead left", by=None)
    sites.end_mentoring(mentoring=made, on=JULY, by=None)
    with pytest.raises(SiteRefused, match="End the mentoring first"):  # in June it was still mentoring
        sites.move(site=mentor, to=Stage.TRAINED, on=JUNE, reason="The lead left", by=None)
    sites.move(site=mentor, to=Stage.TRAINED, on=JULY, reason="The lead left", by=None)
    assert mentor.stage == Stage.TRAINED


def test_a_mentor_may_move_among_the_stages_from_live_on(mentor, mentee):
    make_mentoring(mentor, mentee, on=MAY)
    for stage, reason in ((Stage.SUSTAINED, ""), (Stage.MENTORING, "Asked to go on"), (Stage.LIVE, "By mistake")):
        sites.move(site=mentor, to=stage, on=JUNE, reason=reason, by=None)


def test_taking_back_the_move_that_made_a_mentor_live_waits_for_the_end_of_its_mentoring(bristol, mentee, person):
    mentor = make_site(bristol, stage=Stage.TRAINED)
    sites.move(site=mentor, to=Stage.LIVE, on=JUNE, by=None)
    made = make_mentoring(mentor, mentee)
    with pytest.raises(SiteRefused, match="End the mentoring first"):
        sites.take_back(site=mentor, reason="Another site was meant", by=person())
    sites.end_mentoring(mentoring=made, on=made.started_on, by=None)  # it never took place
    sites.take_back(site=mentor, reason="Another site was meant", by=person())
    assert mentor.stage == Stage.TRAINED


def test_a_cohort_is_not_corrected_where_the_cascade_would_turn_round(mentor, mentee, person):
    lead, made = person(), make_mentoring(mentor, mentee)
    for site, number in ((mentor, 2), (mentee, 1)):
        with pytest.raises(SiteRefused, match="from a later site to an earlier one"):
            sites.correct(site=site, values={"cohort": cohort(number)}, reason="Typed wrongly", by=lead)
    sites.correct(site=mentee, values={"cohort": cohort(3)}, reason="Typed wrongly", by=lead)
    sites.end_mentoring(mentoring=made, on=datetime.date(2015, 7, 2), by=None)
    with pytest.raises(SiteRefused, match="from a later site to an earlier one"):  # it did take place
        sites.correct(site=mentor, values={"cohort": cohort(3)}, reason="Typed wrongly", by=lead)


def test_a_mentoring_recorded_by_mistake_holds_no_cohort_in_place(mentor, mentee, person):
    made = make_mentoring(mentor, mentee)
    sites.end_mentoring(mentoring=made, on=made.started_on, by=None)
    sites.correct(site=mentor, values={"cohort": cohort(3)}, reason="Typed wrongly", by=person())
    assert list(Mentoring.objects.that_took_place()) == []


def test_one_site_mentors_another_once_at_a_time(mentor, mentee):
    make_mentoring(mentor, mentee)
    with pytest.raises(SiteRefused, match="already"):
        make_mentoring(mentor, mentee)


def test_raw_sql_keeps_the_cascade(mentor, mentee, kernow):
    earlier, trained = make_site(kernow), make_site(kernow, intake=1, stage=Stage.TRAINED)
    add = "INSERT INTO tenants_mentoring (mentor_id, mentee_id, started_on, ended_on) VALUES (%s, %s, %s, %s)"
    refused_by_sql(add, mentor.pk, earlier.pk, JULY, None, match="later implementation cohorts only")
    refused_by_sql(add, mentor.pk, earlier.pk, JUNE, JULY, match="later implementation cohorts only")
    refused_by_sql(add, trained.pk, mentee.pk, JULY, None, match="once it is live")
    refused_by_sql(add, trained.pk, mentee.pk, JUNE, JULY, match="once it is live")
    refused_by_sql(add, mentor.pk, mentor.pk, JULY, None, match="later implementation cohorts only|another_site")
    made = make_mentoring(mentor, mentee)
    refused_by_sql("UPDATE tenants_mentoring SET mentee_id = %s", earlier.pk, match="later implementation")
    refused_by_sql("UPDATE tenants_mentoring SET mentor_id = %s", trained.pk, match="once it is live")
    refused_by_sql("UPDATE tenants_mentoring SET started_on = '2014-01-01'", match="once it is live")
    refused_by_sql("DELETE FROM tenants_mentoring", match="Cannot delete")
    refused_by_sql("TRUNCATE tenants_mentoring", match="Cannot truncate")
    assert list(Mentoring.objects.all()) == [made]


def test_raw_sql_does_not_change_what_a_mentoring_stands_on(mentor, mentee):
    make_mentoring(mentor, mentee)
    of_site = "UPDATE tenants_site SET {} WHERE id = %s"
    refused_by_sql(of_site.format(f"cohort_id = {cohort(3).pk}"), mentor.pk, match="a later site to an earlier")
    refused_by_sql(of_site.format(f"cohort_id = {cohort(1).pk}"), mentee.pk, match="a later site to an earlier")
    refused_by_sql(of_site.format("stage = 2"), mentor.pk, match="follows from its moves")
    refused_by_sql(of_site.format("stage_since = '2014-01-01'"), mentor.pk, match="follows from its moves")
    refused_by_sql("UPDATE tenants_implementationcohort SET number = 9 WHERE number = 1", match="its number stays")
    refused_by_sql(MOVE, mentor.pk, 4, 3, JULY, "Why", match="End the mentoring first")


def test_raw_sql_keeps_moves_in_order_and_as_they_were(mentor):
    sites.move(site=mentor, to=Stage.SUSTAINED, on=JUNE, by=None)
    refused_by_sql(MOVE, mentor.pk, 6, 5, MAY, "Why", match="the move before it")
    refused_by_sql(MOVE, mentor.pk, 4, 5, JULY, "Why", match="at another stage by now")
    refused_by_sql(MOVE, mentor.pk, 6, 5, JULY, "", match="site_step_back_has_reason")
    refused_by_sql(MOVE, mentor.pk, 6, 6, JULY, "Why", match="site_move_goes_somewhere")
    refused_by_sql(MOVE, mentor.pk, 6, 7, JULY, "Why", match="site_move_to_a_stage|site_stage_known")
    refused_by_sql(MOVE, mentor.pk, 6, None, JULY, "Why", match="site_move_to_a_stage|null value")
    refused_by_sql("UPDATE tenants_sitemove SET reason = 'x'", match="Cannot update")
    refused_by_sql("DELETE FROM tenants_sitemove", match="Cannot update or delete")
    refused_by_sql("TRUNCATE tenants_sitemove CASCADE", match="Cannot truncate")
    taking_back = SiteMove.objects.filter(site=mentor).earliest("pk").pk
    back = 'INSERT INTO tenants_sitemove (site_id, takes_back_id, "on", reason, at) VALUES (%s, %s, %s, %s, now())'
    refused_by_sql(back, mentor.pk, taking_back, JULY, "Why", match="Only the last move")


def test_the_stage_follows_a_move_that_raw_sql_writes(mentor):
    connection.cursor().execute(MOVE, [mentor.pk, 4, 6, JUNE, ""])
    mentor.refresh_from_db()
    assert (mentor.stage, mentor.stage_since) == (Stage.SUSTAINED, JUNE)


def test_a_site_with_moves_is_not_deleted(mentor):
    with pytest.raises(IntegrityError), transaction.atomic():
        Site.objects.filter(pk=mentor.pk)._raw_delete("default")
        connection.cursor().execute("SET CONSTRAINTS ALL IMMEDIATE")
    assert Site.objects.filter(pk=mentor.pk, stage_since=JANUARY).exists()
