"""The start page of the roll-out says what is late and what comes next, and leads to every part."""

import contextlib
import datetime

import pytest

from tenants.contexts import in_area
from tenants.presenters import area_overview
from tenants.quarters import Quarter
from tenants.rollout import overview, parts
from tenants.rollout.equality import assessing
from tenants.rollout.models import GroupPlan
from tenants.rollout.parts import Due, Part
from tenants.rollout.progress import saving
from tenants.rollout.progress.kinds import BY_KEY
from tenants.rollout.trajectory import revising
from tests.queries import count_queries
from tests.tenants.returns.conftest import FIRST, sign

DAY = datetime.date(2015, 7, 15)
PAGE = "/areas/kernow/rollout/"


@pytest.fixture
def no_other_part(monkeypatch):
    """Only the parts that the test registers."""
    monkeypatch.setattr(parts, "_parts", {})


def test_a_day_that_has_passed_and_what_is_missing_are_late_and_today_is_not():
    assert Due("Assess", "/", None).is_late(DAY)
    assert Due("Assess", "/", datetime.date(2015, 7, 14)).is_late(DAY)
    assert not Due("Assess", "/", DAY).is_late(DAY)


def test_the_sentence_counts_what_is_late_and_names_what_comes_next():
    late = [Due("a", "/", None), Due("b", "/", datetime.date(2015, 7, 1))]
    coming = [Due("Train the first ten", "/", datetime.date(2015, 9, 1))]
    assert overview.in_words(late, coming) == (
        "2 things are late or missing. Next: Train the first ten, by 1 September 2015."
    )
    assert overview.in_words(late[:1], []) == "1 thing is late or missing."
    assert overview.in_words([], coming[:1]) == "Nothing is late. Next: Train the first ten, by 1 September 2015."


@pytest.mark.django_db
def test_the_overview_counts_what_does_not_fit(no_other_part, kernow):
    days = [DAY - datetime.timedelta(days=ago) for ago in range(1, 9)]
    parts.register(
        Part(
            "many",
            "Many",
            1,
            words=lambda area: "8 dates.",
            route="rollout:plans",
            dues=lambda area: [Due(f"Thing {day:%d}", "/", day) for day in days],
        )
    )
    shown = overview.of(kernow, [], DAY)
    assert [due.by for due in shown.late] == sorted(days)[:6]
    assert (shown.more_late, shown.next, shown.more_next) == (2, [], 0)
    assert [(line.title, line.words, line.href) for line in shown.lines] == [("Many", "8 dates.", PAGE)]


@pytest.mark.django_db
def test_the_page_shows_late_steps_first_and_leads_to_the_parts(client_as, kernow):
    with in_area(kernow):
        GroupPlan.objects.filter(group="mental_health").update(
            next_step="Train the first ten", next_step_due=datetime.date(2001, 1, 1)
        )
        GroupPlan.objects.filter(group="learning_disability").update(planned_start=datetime.date(2099, 1, 1))
    text = client_as("practitioner", area=kernow).get(PAGE).content.decode()
    assert "People with significant mental health needs: Train the first ten" in text
    assert "1 January 2001" in text
    assert "the planned start" in text
    assert "organisations work with the area." in text
    assert f'href="{PAGE}partners/"' in text


@pytest.mark.django_db
def test_a_start_that_has_happened_is_no_date_any_more(kernow):
    plan = GroupPlan(group="mental_health", planned_start=DAY, status="under_way")
    assert overview.plan_dues(kernow, [plan]) == []
    plan.status = "preparing"
    assert [due.by for due in overview.plan_dues(kernow, [plan])] == [DAY]
    plan.actual_start = DAY
    assert overview.plan_dues(kernow, [plan]) == []


@pytest.mark.django_db
@pytest.mark.parametrize("page", ["", "maturity/", "key-actions/", "promises/", "equality/", "trajectory/"])
def test_a_page_asks_the_database_no_more_when_everything_is_filled_in(client_as, kernow, page):
    client = client_as("practitioner", area=kernow)
    fill(kernow, revisions=1)
    client.get(PAGE + page)  # what is cached for whoever comes next
    few = count_queries(client, PAGE + page)
    fill(kernow, revisions=6)
    assert count_queries(client, PAGE + page) == few


def fill(area, revisions):
    """Every list with one thing, or with all of it."""
    with in_area(area):
        for kind, values in SAID.items():
            for item in BY_KEY[kind].items()[: 20 if revisions > 1 else 1]:
                with contextlib.suppress(saving.Unchanged):
                    saving.save(area=area, kind=BY_KEY[kind], item=item, values=values, reason="Why", by=None)
        for number in range(revisions):
            lines = {"none": {f"201{year}Q{each}": number + 1 for year in (5, 6, 7) for each in range(1, 5)}}
            with contextlib.suppress(revising.Unchanged):
                revising.save(area=area, points={"phb": lines}, reason="Why", by=None)
        for number in range(revisions):
            assessing.begin_cohort(area=area, name=f"Cohort {revisions} {number}", group="", by=None)


SAID = {
    "maturity": {"level": 2, "evidence": "x", "assessed_on": datetime.date(2015, 7, 1)},
    "key-actions": {"state": "under_way", "planned_by": datetime.date(2016, 1, 1)},
    "promises": {"status": "on_course", "where_it_stands": "x", "expected_by": datetime.date(2016, 1, 1)},
}


@pytest.mark.django_db
def test_the_areas_own_page_lists_what_is_late_in_any_part_and_how_its_returns_stand(client_as, kernow, settings):
    settings.IPC_TODAY = datetime.date(2015, 7, 15)
    with in_area(kernow):
        GroupPlan.objects.filter(group="mental_health").update(
            next_step="Train the first ten", next_step_due=datetime.date(2001, 1, 1)
        )
    client = client_as("practitioner", area=kernow)
    text = client.get("/areas/kernow/").content.decode()
    # Four plans without an assessment are missing, so they come before the day that passed in 2001.
    missing, passed = "Agree equality impact assessments: 4 plans", "Train the first ten"
    assert 0 < text.index(missing) < text.index(passed)
    assert "others, in the roll-out" in text
    assert "Due on 30 July 2015" in text and "All returns" in text
    assert text.count("people with a personal health budget") == 1  # nine, of the baseline


@pytest.mark.django_db
def test_the_areas_own_page_has_the_true_figure_of_its_newest_signed_return(client_as, kernow, settings):
    settings.IPC_TODAY = datetime.date(2015, 7, 15)
    lead = client_as("area-lead", area=kernow)
    sign(kernow, Quarter(2014, 4), FIRST, lead.person)
    found = area_overview.people(kernow)
    assert (found["figure"], found["as_at"]) == (11, datetime.date(2014, 12, 31))  # 9 + 3 new - 1 ended
