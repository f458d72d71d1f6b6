"""The published date from which people can ask: it moves with a reason, and areas that owe one are told and counted."""

import datetime

import pytest

from config.today import today
from tenants.contexts import in_area
from tenants.models import Area
from tenants.returns import ask_dates
from tenants.returns.models import PublishedPlan
from tenants.returns.queries import plans_as_at
from tenants.rollout import plans
from tenants.rollout.models import GroupPlan

pytestmark = pytest.mark.django_db

DAY = datetime.date(2015, 7, 15)
PAGE = "/your-turn/kernow/learning-disability/"


def move(area, group, reason, by, **values):
    with in_area(area):
        return plans.change(area=area, group=group, values=values, reason=reason, by=by)


@pytest.fixture
def lead(person, kernow):
    return person("area-lead", area=kernow)


def test_a_date_is_shown_and_when_it_moves_so_is_the_reason(client, kernow, lead):
    move(kernow, "learning_disability", "The team is hired", lead, ask_from=datetime.date(2099, 1, 1))
    page = client.get(PAGE).content.decode()
    assert "Not yet. You can ask from 1 January 2099." in page
    assert "the date moved" not in page

    move(kernow, "learning_disability", "Two nurses have left", lead, ask_from=datetime.date(2099, 6, 1))
    page = client.get(PAGE).content.decode()
    assert "Not yet. You can ask from 1 June 2099." in page
    assert "the date moved from 1 January 2099 to 1 June 2099." in page
    assert "The area says why: Two nurses have left" in page


def test_the_history_of_the_plan_keeps_the_date_too(kernow, lead):
    move(kernow, "mental_health", "Agreed", lead, ask_from=datetime.date(2016, 4, 1))
    with in_area(kernow):
        change = GroupPlan.objects.get(group="mental_health").changes.get()
    assert (change.field, change.before, change.after) == ("ask_from", "", "1 April 2016")


def test_moves_are_read_from_published_rows_the_newest_first():
    def row(ask_from, reason, on):
        return PublishedPlan(ask_from=ask_from, reason=reason, as_at=on)

    first, second = datetime.date(2016, 1, 1), datetime.date(2016, 4, 1)
    history = [
        row(None, "Money", datetime.date(2015, 5, 3)),
        row(second, "Still", datetime.date(2015, 5, 2)),
        row(second, "Later", datetime.date(2015, 5, 1)),
        row(first, "Set", datetime.date(2015, 4, 1)),
        row(None, "Loaded", datetime.date(2015, 3, 1)),
    ]
    found = [(each.on.day, each.before, each.after, each.reason) for each in ask_dates.moves(history)]
    assert found == [(3, second, None, "Money"), (1, first, second, "Later"), (1, None, first, "Set")]


@pytest.mark.parametrize(
    ("phase", "ask_from", "actual_start", "is_missing"),
    [
        (1, None, None, False),  # a first priority owes none
        (2, None, None, True),
        (None, None, None, True),
        (3, datetime.date(2016, 4, 1), None, False),
        (3, None, datetime.date(2015, 7, 15), False),  # started today
        (3, None, datetime.date(2015, 7, 16), True),  # starts tomorrow: not yet
    ],
)
def test_a_group_that_is_no_first_priority_owes_a_date_until_it_has_one_or_starts(
    phase, ask_from, actual_start, is_missing
):
    assert ask_dates.is_missing(phase=phase, ask_from=ask_from, actual_start=actual_start, day=DAY) is is_missing


def test_the_board_learns_how_many_areas_have_published_a_date(kernow, lead, django_assert_num_queries):
    move(kernow, "learning_disability", "Agreed", lead, ask_from=datetime.date(2016, 4, 1))
    areas, rows = list(Area.objects.in_use()), plans_as_at(today())
    with django_assert_num_queries(0):
        owed = {each.group: each for each in ask_dates.standing(areas, rows, today())}
    # phase_plan.csv: three of eleven start with mental health, none with learning disability.
    firsts = {
        group: sum(plan.phase == 1 for (_, key), plan in rows.items() if key == group)
        for group in ("learning_disability", "mental_health")
    }
    assert (owed["learning_disability"].asked, owed["learning_disability"].published) == (
        11 - firsts["learning_disability"],
        1,
    )
    assert kernow not in owed["learning_disability"].missing
    assert owed["mental_health"].asked == 11 - firsts["mental_health"]
    assert owed["mental_health"].published == 0
    assert owed["mental_health"].promise == "dates_mh"


def test_an_area_that_published_nothing_owes_its_dates(kernow):
    owed = ask_dates.standing([kernow], {}, DAY)
    assert [(each.asked, each.published, each.missing) for each in owed] == [(1, 0, (kernow,)), (1, 0, (kernow,))]


def test_the_lead_is_told_of_the_gap_until_it_is_filled(client_as, kernow):
    client = client_as("area-lead", area=kernow)
    plan = "/areas/kernow/rollout/groups/learning-disability/"
    assert "people cannot see from when they can ask. It is promised by 31 March 2017." in client.get(plan).text
    overview = client.get("/areas/kernow/rollout/your-turn/").text
    assert "A date, by 31 March 2017" in overview
    assert "Publish from when people can ask" in client.get("/home/").text

    move(kernow, "learning_disability", "Agreed", client.person, ask_from=datetime.date(2016, 4, 1))
    assert "people cannot see" not in client.get(plan).text
    # Kernow starts with mental health and with children first: long-term conditions are promised no date.
    assert "A date, by 31 March 2017" not in client.get("/areas/kernow/rollout/your-turn/").text
