"""The board's pages of sites: intakes, the mentoring tree, cohorts compared at equal age."""

import datetime

import pytest
from bs4 import BeautifulSoup

from tenants import site_register
from tenants.models import Area, ImplementationCohort, Mentoring, Site, SiteMove, Stage
from tenants.months import months_later, whole_months
from tenants.programme.cascade import cohorts, equal_age, mentoring
from tests.queries import count_queries
from tests.tenants.sites.making import JANUARY, JULY, make_mentoring, make_site

pytestmark = pytest.mark.django_db

TODAY = datetime.date(2015, 7, 15)
PAGES = ("/programme/", "/programme/cohorts/", "/programme/mentoring/", "/programme/equal-age/", "/programme/sites/")


def words(response):
    return BeautifulSoup(response.content, "html.parser").get_text(" ", strip=True)


def all_intakes():
    return list(ImplementationCohort.objects.all())


@pytest.fixture
def cascade(kernow, bristol):
    """Two first sites (one live since May), three later ones; Bristol's mentors two, one of which mentors a third."""
    from tenants import sites

    first = make_site(bristol, stage=Stage.LIVE, name="Bristol one", group="multiple_ltc")
    second = make_site(kernow, name="Kernow one")
    sites.move(site=second, to=Stage.LIVE, on=datetime.date(2015, 5, 1), by=None)
    third = make_site(kernow, intake=2, name="Kernow two", stage=Stage.LIVE, on=JULY)
    fourth = make_site(bristol, intake=2, name="Bristol two", on=JULY)
    fifth = make_site(bristol, intake=3, name="Bristol three", on=JULY)
    make_mentoring(first, third)
    make_mentoring(first, fifth)
    make_mentoring(third, fifth, on=datetime.date(2015, 7, 10))
    return first, second, third, fourth, fifth


def test_sites_are_counted_by_intake_and_stage(cascade):
    rows = cohorts.by_stage(site_register.register(TODAY), all_intakes()).rows
    assert [[row[0], *row[2:]] for row in rows] == [
        [1, 0, 0, 0, 2, 0, 0, 2],
        [2, 1, 0, 0, 1, 0, 0, 2],
        [3, 1, 0, 0, 0, 0, 0, 1],
        [4, 0, 0, 0, 0, 0, 0, 0],
        [5, 0, 0, 0, 0, 0, 0, 0],
    ]


def test_the_applications_own_count_stays_as_published_beside_the_registers(cascade, client_as):
    text = client_as("evaluator").get("/programme/data/sites-by-group.csv").content.decode()
    assert "People with multiple long-term conditions,3,1,1" in text
    assert "People with a learning disability and high support needs,0,0,0" in text
    assert "All groups,11,5,3" in text
    assert "they are not subtracted" in text and "as at 7 November 2014" in text


def test_sites_by_area_have_a_row_for_each_area_with_sites(cascade):
    rows = cohorts.by_area(site_register.register(TODAY), all_intakes()).rows
    assert rows == (["NHS Kernow", 1, 1, 0, 0, 0, 2], ["NHS Bristol", 1, 1, 1, 0, 0, 3])


def test_the_end_of_a_past_quarter_shows_the_sites_of_then(cascade, client_as):
    client = client_as("board-member")
    assert "5 sites in 2 areas have joined; 3 are live or further." in words(client.get("/programme/cohorts/"))
    then = words(client.get("/programme/cohorts/?as-at=2015Q1"))
    assert "2 sites in 2 areas have joined; 1 is live or further." in then and "Kernow two" not in then
    assert "No site of a later intake has joined yet" in words(client.get("/programme/mentoring/?as-at=2015Q1"))


def test_the_list_is_narrowed_by_intake_area_group_and_stage(cascade, client_as):
    client = client_as("board-member")
    address = "/programme/sites/list.csv"

    def named(query):
        lines = client.get(f"{address}?{query}").content.decode().splitlines()
        return [line.split(",")[0] for line in lines if line.startswith(("Bristol", "Kernow"))]

    assert named("cohort=2") == ["Kernow two", "Bristol two"]
    assert named("area=kernow") == ["Kernow one", "Kernow two"]
    assert named("group=multiple-ltc") == ["Bristol one"]
    assert named("stage=4&area=bristol") == ["Bristol one"]
    assert len(named("cohort=99")) == 5  # unknown: nothing is filtered, and the page says so
    assert "5 sites" in words(client.get("/programme/sites/?cohort=99"))


def test_the_tree_has_each_mentoring_once_and_each_sites_mentees_once(cascade):
    tree = mentoring.tree(site_register.register(TODAY), None)
    walked = [(node.name, above.name if above else "", depth) for node, above, depth in tree.walk()]
    assert walked == [
        ("Bristol one", "", 1),
        ("Kernow two", "Bristol one", 2),
        ("Bristol three", "Kernow two", 3),
        ("Bristol three", "Bristol one", 2),
    ]


def test_a_site_with_two_mentors_says_where_its_own_mentees_stand(cascade, kernow):
    first, second, third, _, _ = cascade
    make_mentoring(second, third)
    details = [node.detail for node, _, _ in mentoring.tree(site_register.register(TODAY), None).walk()]
    assert sum("whom it mentors stands below Kernow one" in words for words in details) == 1


def test_a_mentoring_that_has_ended_is_in_the_tree_of_then_alone(cascade):
    from tenants import sites

    row = Mentoring.objects.get(mentor=cascade[0], mentee=cascade[2])
    sites.end_mentoring(mentoring=row, on=datetime.date(2015, 7, 12), by=None)
    edges = [
        {(row.mentor_id, row.mentee_id) for row in site_register.register(datetime.date(2015, 7, day)).mentorings}
        for day in (9, 11, 12)
    ]
    first, _, third, _, fifth = (site.pk for site in cascade)
    assert edges == [
        {(first, third), (first, fifth)},
        {(first, third), (first, fifth), (third, fifth)},
        {(first, fifth), (third, fifth)},
    ]


def test_the_cascade_in_figures_and_by_name(cascade, client_as):
    rows = mentoring.figures(site_register.register(TODAY), all_intakes()).rows
    assert [row[1:] for row in rows[:4]] == [
        [2, "Needs none", "", "", 1],
        [2, 1, "50%", 1, 1],
        [1, 1, "100%", 0, 0],
        [0, 0, "No site yet", 0, 0],
    ]
    page = words(client_as("board-member").get("/programme/mentoring/"))
    assert "2 of 3 sites of later intakes have a mentor; 2 sites mentor others." in page
    names = client_as("board-member").get("/programme/data/without-mentor.csv").content.decode()
    assert "Bristol two,NHS Bristol,Mental health,2,Interest" in names and "Kernow two" not in names


def test_month_6_of_the_second_intake_stands_beside_month_6_of_the_first(cascade):
    # As on 10 January 2016: the first intake is 12 months old, the second 6, the third (since 1 January) 0.
    day = datetime.date(2016, 1, 10)
    found = equal_age.compare(all_intakes(), site_register.moves_by(day), day)
    assert found.ages == (0, 3, 6, 9, 12)
    table = {row[0]: row[1:] for row in equal_age.table(found).rows}
    # Month 0 of the first: 7 January, one of two live; month 3: 7 April; Kernow's is live from 1 May, so month 6: two.
    assert table[0] == [
        "1 of 2 (50%)",
        "1 of 2 (50%)",
        "0 of 1 (0%)",
        "Not before 1 July 2016",
        "Not before 1 January 2017",
    ]
    assert table[3][:3] == ["1 of 2 (50%)", "1 of 2 (50%)", "Not before 1 April 2016"]
    assert table[6][:3] == ["2 of 2 (100%)", "1 of 2 (50%)", "Not before 1 July 2016"]
    assert table[9][:2] == ["2 of 2 (100%)", "Not before 1 April 2016"]


def test_an_intake_that_is_not_that_old_is_said_to_be_so(cascade, client_as):
    page = words(client_as("board-member").get("/programme/equal-age/"))
    assert "Implementation cohort 2 is less than a month old. It reaches month 3 on 1 October 2015." in page
    assert "Implementation cohorts 3, 4 and 5 have not started, so there is nothing to compare yet." in page
    assert "Implementation cohort 1: 2 of 2 (100%) at month 6" in page


def test_a_started_intake_without_sites_has_no_figure(kernow):
    make_site(kernow)
    found = equal_age.compare(all_intakes(), site_register.moves_by(TODAY), TODAY)
    assert [point.words for point in found.lines[1].points] == [
        "No site yet",
        "Not before 1 October 2015",
        "Not before 1 January 2016",
    ]


def test_a_site_that_stepped_back_counts_as_it_stood(kernow):
    from tenants import sites

    site = make_site(kernow, stage=Stage.LIVE)
    sites.move(site=site, to=Stage.TRAINED, on=datetime.date(2015, 5, 1), reason="Staff left", by=None)
    line = equal_age.compare(all_intakes(), site_register.moves_by(TODAY), TODAY).lines[0]
    assert [point.live for point in line.points] == [1, 1, 0]


@pytest.mark.parametrize(
    ("start", "day", "months"),
    [
        ("2015-01-31", "2015-02-28", 1),
        ("2015-01-31", "2015-02-27", 0),
        ("2015-01-07", "2015-07-06", 5),
        ("2015-01-07", "2015-07-07", 6),
        ("2015-01-07", "2015-01-06", -1),
        ("2016-02-29", "2017-02-28", 12),
    ],
)
def test_whole_months(start, day, months):
    assert whole_months(datetime.date.fromisoformat(start), datetime.date.fromisoformat(day)) == months


def test_a_month_later_than_the_31st_is_the_last_of_a_shorter_month():
    assert months_later(datetime.date(2015, 10, 31), 4) == datetime.date(2016, 2, 29)


WITHOUT_SITES = {
    "/programme/": "No site of a later intake has joined yet",
    "/programme/cohorts/": "No site is in the register yet",
    "/programme/mentoring/": "Sites stand here below their mentors",
    "/programme/equal-age/": "An intake is drawn here once it has started and has sites",
    "/programme/sites/": "No sites yet",
}


@pytest.mark.parametrize("page", PAGES)
def test_a_register_without_sites_says_what_would_be_here(client_as, page):
    text = words(client_as("board-member").get(page))
    assert WITHOUT_SITES[page] in text


@pytest.mark.parametrize(
    "key",
    [
        "cohort-stages",
        "cohort-areas",
        "sites-by-group",
        "mentorings",
        "without-mentor",
        "cascade",
        "equal-age",
    ],
)
def test_each_file_carries_its_date_and_source(cascade, client_as, key):
    text = client_as("evaluator").get(f"/programme/data/{key}.csv").content.decode()
    assert "As at,2015-07-15" in text and "the register of sites" in text


def test_sites_of_an_area_that_left_the_network_count_no_more(cascade, bristol):
    Area.objects.filter(pk=bristol.pk).update(status="archived")
    register = site_register.register(TODAY)
    assert {each.site.area.slug for each in register.standings} == {"kernow"} and register.mentorings == ()


def many_areas(number):
    """This many areas with five sites each, one an intake, each mentored by the one before it; by few statements."""
    areas = Area.objects.bulk_create(
        Area(slug=f"more-{n}", name=f"More {n}", short_name=f"More {n}", schema_name=f"area_more_{n}", position=20 + n)
        for n in range(number)
    )
    made = Site.objects.bulk_create(
        Site(
            area=area, cohort=intake, group="mental_health", name=f"Site {intake.number}", stage=4, stage_since=JANUARY
        )
        for area in areas
        for intake in all_intakes()
    )
    SiteMove.objects.bulk_create(SiteMove(site=site, to_stage=4, on=JANUARY) for site in made)
    pairs = [(made[i], made[i + 1]) for i in range(len(made) - 1) if made[i].area_id == made[i + 1].area_id]
    Mentoring.objects.bulk_create(Mentoring(mentor=one, mentee=other, started_on=JULY) for one, other in pairs)


def test_the_number_of_queries_does_not_grow_with_40_areas_of_5_sites(cascade, client_as):
    client = client_as("board-member")
    client.get(PAGES[0])  # the first request after signing in also notes the time of the click
    few = [count_queries(client, page) for page in PAGES]
    many_areas(40)
    assert [count_queries(client, page) for page in PAGES] == few
    assert "205 sites in 42 areas have joined" in words(client.get("/programme/cohorts/"))
    assert "162 of 163 sites of later intakes have a mentor" in words(client.get("/programme/mentoring/"))
    assert "Showing 1 to 50 of 205 sites" in words(client.get("/programme/sites/"))
