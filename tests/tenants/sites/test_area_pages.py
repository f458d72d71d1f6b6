"""An area's pages of its sites: what the lead writes, what the team reads, and that another area sees none of it."""

import datetime

import pytest
from bs4 import BeautifulSoup

from tenants import sites
from tenants.models import Mentoring, Site, Stage
from tests.queries import count_queries
from tests.tenants.sites.making import JULY, cohort, make_mentoring, make_site

pytestmark = pytest.mark.django_db

SITES = "/areas/kernow/rollout/sites/"


@pytest.fixture
def lead(client_as, kernow):
    return client_as("area-lead", area=kernow)


def day(name, value):
    return {f"{name}-day": value.day, f"{name}-month": value.month, f"{name}-year": value.year}


def words(response):
    return BeautifulSoup(response.content, "html.parser").get_text(" ", strip=True)


def test_the_lead_adds_a_site_and_the_board_sees_it(lead, client_as):
    facts = {"name": "Truro team", "group": "mental_health", "cohort": cohort(1).pk, "setting": "Truro", "stage": "2"}
    answer = lead.post(f"{SITES}add/", {**facts, **day("on", datetime.date(2015, 1, 7))})
    made = Site.objects.get(name="Truro team")
    assert answer.url == f"{SITES}{made.pk}/"
    assert (made.area.slug, made.stage, made.is_sample) == ("kernow", Stage.AGREED, False)
    board = client_as("board-member").get("/programme/sites/list.csv?as-at=2015Q1").content.decode()
    # 7 January to 31 March: 24 + 28 + 31 = 83 days
    assert "Truro team,NHS Kernow,Mental health,1,Agreed,2015-01-07,83," in board


def test_the_lists_stand_by_intake_with_days_at_the_stage(lead, kernow):
    make_site(kernow, name="First team", stage=Stage.LIVE)
    make_site(kernow, name="Second team", intake=2, on=JULY)
    page = BeautifulSoup(lead.get(SITES).content, "html.parser")
    captions = [caption.get_text(strip=True) for caption in page.find_all("caption")]
    assert captions == [
        "Implementation cohort 1, since 7 January 2015",
        "Implementation cohort 2, since 1 July 2015",
    ]
    # On 15 July 2015, the demonstration's day: 14 days since 1 July.
    assert "Second team" in page.get_text() and "1 July 2015 (14 days)" in page.get_text(" ")


def test_a_step_back_without_a_reason_keeps_what_was_typed(lead, kernow):
    site = make_site(kernow, stage=Stage.LIVE)
    answer = lead.post(f"{SITES}{site.pk}/move/", {"to": "3", "reason": "", **day("on", JULY)})
    assert answer.status_code == 422
    page = BeautifulSoup(answer.content, "html.parser")
    assert "This is a step back. Say why." in page.find(class_="nhsuk-error-summary").get_text()
    assert page.find("input", {"name": "to", "value": "3"}).has_attr("checked")
    assert page.find("input", {"name": "on-month"})["value"] == "7"
    lead.post(f"{SITES}{site.pk}/move/", {"to": "3", "reason": "Two people left", **day("on", JULY)})
    assert "Two people left" in words(lead.get(f"{SITES}{site.pk}/"))


def test_a_mentor_is_chosen_among_live_sites_of_earlier_intakes_of_any_area_by_name_and_area(lead, kernow, bristol):
    site = make_site(kernow, intake=2)
    mentor = make_site(bristol, stage=Stage.SUSTAINED, name="Bristol team")
    make_site(bristol, name="Not live")
    make_site(bristol, name="Same intake", intake=2, stage=Stage.LIVE)
    page = BeautifulSoup(lead.get(f"{SITES}{site.pk}/mentor/").content, "html.parser")
    offered = [option.get_text(strip=True) for option in page.find("select").find_all("option")]
    assert offered == ["Choose a site", "NHS Bristol: Bristol team, sustained, implementation cohort 1"]
    assert lead.post(f"{SITES}{site.pk}/mentor/", {"mentor": mentor.pk, **day("on", JULY)}).status_code == 302
    assert "Bristol team (NHS Bristol, implementation cohort 1), since 1 July 2015" in words(
        lead.get(f"{SITES}{site.pk}/")
    )


def test_a_site_that_may_not_mentor_is_not_taken_from_a_forged_form(lead, kernow, bristol):
    site, later = make_site(kernow, intake=2), make_site(bristol, intake=3, stage=Stage.LIVE)
    assert lead.post(f"{SITES}{site.pk}/mentor/", {"mentor": later.pk, **day("on", JULY)}).status_code == 422
    assert not Mentoring.objects.exists()


def test_where_nobody_can_mentor_yet_the_page_says_so(lead, kernow):
    site = make_site(kernow, intake=2)
    assert "No site of an earlier intake is live yet" in words(lead.get(f"{SITES}{site.pk}/mentor/"))


def test_both_areas_leads_may_end_a_mentoring_and_say_that_it_never_took_place(client_as, lead, kernow, bristol):
    mentor, site = make_site(bristol, stage=Stage.LIVE), make_site(kernow, intake=2)
    first, second = make_mentoring(mentor, site), make_mentoring(make_site(kernow, stage=Stage.LIVE), site)
    theirs = client_as("area-lead", area=bristol)
    address = f"/areas/bristol/rollout/sites/{mentor.pk}/mentorings/{first.pk}/end/"
    assert theirs.post(address, {}).status_code == 422
    theirs.post(address, day("on", datetime.date(2015, 7, 10)))
    lead.post(f"{SITES}{site.pk}/mentorings/{second.pk}/end/", {"was_mistake": "on"})
    first.refresh_from_db()
    second.refresh_from_db()
    assert (first.ended_on, second.ended_on) == (datetime.date(2015, 7, 10), JULY)
    told = words(lead.get(f"{SITES}{site.pk}/"))
    assert "1 July 2015 to 10 July 2015" in told and "End it" not in told


def test_a_live_mentor_is_suggested_the_next_stage_and_moves_only_by_hand(lead, client_as, kernow):
    mentor = make_site(kernow, stage=Stage.LIVE)
    make_mentoring(mentor, make_site(kernow, intake=2))
    page = lead.get(f"{SITES}{mentor.pk}/")
    assert "nothing moves it by itself" in words(page)
    team = client_as("practitioner", area=kernow)
    assert "nothing moves it by itself" not in words(team.get(f"{SITES}{mentor.pk}/"))
    form = BeautifulSoup(lead.get(f"{SITES}{mentor.pk}/move/?to=5").content, "html.parser")
    assert form.find("input", {"name": "to", "value": "5"}).has_attr("checked")
    mentor.refresh_from_db()
    assert mentor.stage == Stage.LIVE


def test_a_correction_and_a_move_taken_back_are_told_with_their_reasons(lead, kernow):
    site = make_site(kernow, name="Truro tem")
    facts = {"name": "Truro team", "group": "mental_health", "cohort": cohort(1).pk, "setting": ""}
    lead.post(f"{SITES}{site.pk}/correct/", {**facts, "reason": "A letter was missing"})
    lead.post(f"{SITES}{site.pk}/move/", {"to": "4", **day("on", JULY)})
    lead.post(f"{SITES}{site.pk}/take-back/", {"reason": "Another site was meant"})
    page = BeautifulSoup(lead.get(f"{SITES}{site.pk}/").content, "html.parser")
    told = [[*cell.stripped_strings, ""][-2:][0] for cell in page.find_all("td")]
    assert told[told.index("Truro tem") :][:3] == ["Truro tem", "Truro team", "A letter was missing"]
    assert told[told.index("Taken back: now interest") + 1] == "Another site was meant"
    assert "Live (taken back)" in told


def test_a_site_out_of_the_register_is_listed_apart_and_can_be_put_back(lead, kernow):
    site = make_site(kernow, name="Put in twice")
    lead.post(f"{SITES}{site.pk}/take-back/", {"reason": "Put in twice"})
    assert "Out of the register: 1 site" in words(lead.get(SITES))
    assert "counts nowhere" in words(lead.get(f"{SITES}{site.pk}/"))
    lead.post(f"{SITES}{site.pk}/move/", {"to": "1", **day("on", JULY)})
    assert "Out of the register" not in words(lead.get(SITES))


def test_another_areas_site_is_not_found_and_its_lead_finds_no_page_of_ours(lead, client_as, kernow, bristol):
    own, theirs = make_site(kernow, stage=Stage.LIVE), make_site(bristol, intake=2)
    made = make_mentoring(own, theirs)
    tails = ("", "move/", "take-back/", "correct/", "mentor/", "moves.csv", f"mentorings/{made.pk}/end/")
    for tail in tails:
        assert lead.get(f"{SITES}{theirs.pk}/{tail}").status_code == 404, tail
    outsider = client_as("area-lead", area=bristol)
    for address in (SITES, f"{SITES}data/sites.csv", f"{SITES}add/", *(f"{SITES}{own.pk}/{tail}" for tail in tails)):
        assert outsider.get(address).status_code == 404, address
        assert outsider.post(address).status_code == 404, address
    assert Mentoring.objects.get().ended_on is None
    assert (
        theirs.name
        not in words(client_as("practitioner", area=kernow).get(f"{SITES}data/sites.csv")).split(own.name)[0]
    )


def test_the_teams_file_has_the_date_and_the_source(client_as, kernow):
    make_site(kernow, name="Truro team", is_sample=True)
    text = client_as("finance-lead", area=kernow).get(f"{SITES}data/sites.csv").content.decode()
    assert "1,Truro team," in text and "As at,2015-07-15" in text and "Sample data" in text


def test_search_leads_the_areas_people_to_the_site_and_others_to_the_board(lead, client_as, client, kernow):
    site = make_site(kernow, name="Harbourside team")
    assert f'href="{SITES}{site.pk}/"' in lead.get("/search/?q=harbourside").content.decode()
    board = client_as("board-member").get("/search/?q=harbourside").content.decode()
    assert "/programme/sites/?area=kernow" in board and f"{SITES}{site.pk}/" not in board
    assert "Harbourside" not in words(client.get("/search/?q=harbourside")).replace("harbourside", "")
    sites.take_back(site=site, reason="By mistake", by=lead.person)
    assert f"{SITES}{site.pk}/" not in lead.get("/search/?q=harbourside").content.decode()


def test_the_pages_ask_the_same_of_the_database_for_one_site_and_for_many(lead, kernow, bristol):
    first = make_site(kernow, stage=Stage.LIVE)
    later = make_site(kernow, intake=2)
    make_mentoring(first, later)
    for address in (SITES, f"{SITES}{later.pk}/"):
        lead.get(address)
    few = [count_queries(lead, address) for address in (SITES, f"{SITES}{later.pk}/")]
    for _ in range(6):
        mentor = make_site(bristol, stage=Stage.LIVE)
        make_mentoring(mentor, later)
        make_mentoring(mentor, make_site(kernow, intake=3))
        sites.move(site=later, to=Stage(7 - later.stage), on=JULY, reason="Why", by=None)
    assert [count_queries(lead, address) for address in (SITES, f"{SITES}{later.pk}/")] == few
