"""Red, amber, green or done: the rule of the brief by hand, and against a slow second way of saying it."""

import datetime

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from tenants.rollout import rag

DUE = datetime.date(2015, 4, 30)
DAY = datetime.timedelta(days=1)


def status(**facts) -> rag.Status:
    told = {"due": DUE, "forecast": None, "done_on": None, "has_evidence": False, "on": datetime.date(2015, 3, 1)}
    return rag.status(**{**told, **facts})


@pytest.mark.parametrize(
    ("facts", "colour", "why"),
    [
        ({}, "green", "On time."),
        ({"on": datetime.date(2015, 4, 1)}, "green", "On time."),  # 29 days before it is due
        ({"on": datetime.date(2015, 4, 2)}, "amber", "Due in 28 days, with no evidence yet."),
        ({"on": datetime.date(2015, 4, 29)}, "amber", "Due in 1 day, with no evidence yet."),
        ({"on": DUE}, "amber", "Due today, with no evidence yet."),
        ({"on": DUE, "has_evidence": True}, "green", "On time."),
        ({"on": datetime.date(2015, 5, 1)}, "red", "Overdue by 1 day."),
        ({"on": datetime.date(2015, 5, 1), "has_evidence": True}, "red", "Overdue by 1 day."),
        ({"on": datetime.date(2015, 7, 15)}, "red", "Overdue by 76 days."),
        ({"forecast": datetime.date(2015, 4, 30)}, "green", "On time."),
        ({"forecast": datetime.date(2015, 5, 1)}, "amber", "Forecast 1 day after it is due."),
        ({"forecast": datetime.date(2015, 5, 28)}, "amber", "Forecast 28 days after it is due."),
        ({"forecast": datetime.date(2015, 5, 29)}, "red", "Forecast 29 days after it is due."),
        ({"forecast": datetime.date(2015, 4, 1), "on": DUE}, "amber", "Due today, with no evidence yet."),
        ({"done_on": datetime.date(2015, 4, 30), "on": DUE}, "done", "Done in time."),
        (
            {"done_on": datetime.date(2015, 5, 1), "on": datetime.date(2016, 1, 1)},
            "done",
            "Done 1 day after it was due.",
        ),
        ({"done_on": datetime.date(2015, 5, 2), "on": datetime.date(2015, 5, 1)}, "red", "Overdue by 1 day."),
    ],
)
def test_the_status_follows_from_the_dates(facts, colour, why):
    found = status(**facts)
    assert (found.colour, found.computed, found.why, found.is_overridden) == (colour, colour, why, False)


def test_a_status_set_by_hand_stands_in_the_place_of_the_dates_and_is_marked():
    found = status(override="amber", override_reason="The council's vote is open")
    assert (found.colour, found.computed, found.is_overridden) == ("amber", "green", True)
    assert found.why == "Set by hand: The council's vote is open."
    assert found.words == "Amber, set by hand"


def test_a_status_set_by_hand_is_marked_also_where_the_dates_say_the_same():
    assert status(override="green", override_reason="We are sure").is_overridden


def test_done_is_done_whatever_was_set_by_hand():
    found = status(done_on=DUE, on=DUE, override="red", override_reason="It was late")
    assert (found.colour, found.is_overridden) == ("done", False)


@pytest.mark.parametrize(("override", "reason"), [("red", ""), ("red", " "), ("done", "It is"), ("blue", "I like it")])
def test_a_status_by_hand_without_its_reason_or_of_no_known_colour_is_refused(override, reason):
    with pytest.raises(ValueError, match="has its reason"):
        status(override=override, override_reason=reason)


def test_the_worst_of_several_needs_most_attention():
    assert rag.worst({"done", "amber", "green"}) == "amber"
    assert rag.worst({"done", "green", "red"}) == "red"
    assert rag.worst({"done"}) == "done"


# The slow second way walks the calendar day by day, and never subtracts one date from another.


def days_after(first: datetime.date, then: datetime.date) -> int:
    count = 0
    while first < then:
        first, count = first + DAY, count + 1
    return count


def slowly(due, forecast, done_on, has_evidence, on, override) -> str:
    if done_on is not None and days_after(on, done_on) == 0:
        return "done"
    if override:
        return override
    is_red = days_after(due, on) > 0 or (forecast is not None and days_after(due, forecast) > 28)
    if is_red:
        return "red"
    is_slipping = forecast is not None and days_after(due, forecast) in range(1, 29)
    is_near = days_after(on, due) in range(29) and not has_evidence
    return "amber" if is_slipping or is_near else "green"


# Pure functions on a busy machine: how long one example takes says nothing.
in_peace = settings(deadline=None, suppress_health_check=[HealthCheck.too_slow])
near = st.dates(datetime.date(2015, 1, 1), datetime.date(2015, 6, 30))
maybe = st.none() | near
by_hand = st.sampled_from(["", "", "red", "amber", "green"])


@in_peace
@given(near, maybe, maybe, st.booleans(), near, by_hand)
@example(DUE, DUE + 28 * DAY, None, True, DUE, "")
@example(DUE, DUE + 29 * DAY, None, True, DUE, "")
@example(DUE, None, None, False, DUE - 28 * DAY, "")
@example(DUE, None, None, False, DUE - 29 * DAY, "")
@example(DUE, None, DUE + DAY, False, DUE, "green")
def test_every_set_of_facts_has_one_status_and_the_slow_way_says_the_same(due, forecast, done_on, evidence, on, hand):
    found = rag.status(
        due=due, forecast=forecast, done_on=done_on, has_evidence=evidence, on=on, override=hand, override_reason="Why"
    )
    assert found.colour == slowly(due, forecast, done_on, evidence, on, hand)
    assert found.computed == slowly(due, forecast, done_on, evidence, on, "")
    assert found.is_overridden == bool(hand and found.colour != "done")
    assert found.why.endswith(".")


@in_peace
@given(near, near, near, st.booleans(), near)
def test_a_later_forecast_never_makes_a_status_better(due, forecast, later, evidence, on):
    earlier, later = sorted((forecast, later))
    colours = [
        rag.status(due=due, forecast=day, done_on=None, has_evidence=evidence, on=on).colour for day in (earlier, later)
    ]
    assert rag.COLOURS.index(colours[1]) <= rag.COLOURS.index(colours[0])


@in_peace
@given(near, maybe, near, by_hand, near)
def test_done_beats_everything_else(due, forecast, done_on, hand, on):
    found = rag.status(
        due=due, forecast=forecast, done_on=min(done_on, on), has_evidence=False, on=on, override=hand,
        override_reason="Why",
    )  # fmt: skip
    assert found.colour == found.computed == "done"
