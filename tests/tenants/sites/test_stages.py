"""How far sites have come: moves in order, mistakes taken back, and the register as it stood on a day."""

import datetime

import pytest

from audit.models import AuditRow
from notify.models import Notification
from tenants import site_register, sites
from tenants.contexts import in_area
from tenants.models import Stage
from tenants.rollout.models import Change
from tenants.sites import SiteRefused
from tests.tenants.sites.making import JANUARY, JULY, cohort, make_site

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
