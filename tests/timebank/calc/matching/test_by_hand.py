"""Matchings that can be followed by hand: who gets the hours, and what is said about it."""

import pytest

from tests.timebank.calc.matching.cases import case, day, help, need, standings
from timebank.calc.matching import comparing, first_come, propose
from timebank.calc.matching.inputs import CaseFaults, Settings


def pairs(result) -> dict[tuple[str, str], int]:
    return {(p.need.key, p.help.key): p.minutes for p in result.proposals}


def test_the_area_that_has_had_least_gets_the_hours_that_do_not_suffice_for_two():
    asked = [need("r1", "kernow", asked_on=day("2015-05-01")), need("r2", "swindon", asked_on=day("2015-06-01"))]
    offers = [help(minutes_a_month=120, available_until=day("2015-07-31"))]
    found = case(asked, offers, standings=standings(kernow=480, dorset=480))
    assert pairs(propose.proposals(found)) == {("r2", "o1"): 120}
    assert pairs(first_come.proposals(found)) == {("r1", "o1"): 120}


def test_areas_below_their_share_get_more_than_first_come_first_served_gives_them():
    asked = [need("r1", "kernow", asked_on=day("2015-05-01")), need("r2", "swindon", asked_on=day("2015-06-01"))]
    offers = [help(minutes_a_month=120, available_until=day("2015-07-31"))]
    both = comparing.compared(case(asked, offers, standings=standings(kernow=480, dorset=480, bristol=240)))
    assert both.below_share() == (120, 0)
    assert both.matched.after.gini < both.first_come.after.gini


def test_the_higher_priority_goes_first_between_areas_that_had_the_same():
    asked = [need("r1", "kernow", priority=3), need("r2", "swindon", priority=1)]
    found = propose.proposals(case(asked, [help(available_until=day("2015-07-31"))]))
    assert pairs(found) == {("r2", "o1"): 120}


def test_the_offer_that_fits_better_is_taken():
    asked = [need(group="mental_health", component="2a")]
    offers = [help("o1", group="mental_health"), help("o2", group="mental_health", component="2a")]
    assert pairs(propose.proposals(case(asked, offers))) == {("r1", "o2"): 120}


def test_a_request_that_one_offer_cannot_fill_gets_two_helpers():
    asked = [need(minutes=240, needed_by=day("2015-07-31"))]
    offers = [help("o1", minutes_a_month=150), help("o2", "dorset", minutes_a_month=120)]
    assert sorted(pairs(propose.proposals(case(asked, offers))).values()) in ([90, 150], [120, 120])


def test_hours_of_three_months_add_up():
    found = propose.proposals(case([need(minutes=300)], [help(minutes_a_month=120)]))
    (only,) = found.proposals
    assert dict(only.months) == {(2015, 7): 120, (2015, 8): 120, (2015, 9): 60}


def test_a_mentor_with_two_offers_is_not_promised_twice():
    asked = [need("r1", minutes=480, needed_by=day("2015-07-31"))]
    offers = [help("o1", minutes_a_month=300, mentor="ann"), help("o2", minutes_a_month=300, mentor="ann")]
    found = propose.proposals(case(asked, offers, settings=Settings(mentor_minutes_a_month=360)))
    assert sum(pairs(found).values()) == 360


def test_ratios_before_and_after_are_worked_out_of_one_pool():
    """Had 480 + asked 120 = 600, shares of a fifth: entitled to 120 each."""
    found = propose.proposals(case([need(account="swindon")], [help()], standings=standings(kernow=480)))
    assert found.pool == 600
    assert found.before.ratios["kernow"] == found.after.ratios["kernow"] == pytest.approx(4)
    assert found.before.ratios["swindon"] == 0
    assert found.after.ratios["swindon"] == pytest.approx(1)
    assert found.before.gini == pytest.approx(0.8)
    assert found.after.gini == pytest.approx(0.72)  # 4, 1, 0, 0, 0: (3 + 3×4 + 3×1) × 2 ÷ (2 × 5 × 5)


def test_reasons_say_what_fits_the_cascade_the_share_and_the_priority():
    asked = [need(account="swindon", group="mental_health", cohort=2, priority=1)]
    offers = [help(account="bristol", group="mental_health", cohort=1)]
    found = propose.proposals(
        case(
            asked,
            offers,
            standings=standings(kernow=480),
            topics={"finance_models": "Finance models"},
            groups={"mental_health": "People with significant mental health needs"},
        )
    )
    assert found.proposals[0].reasons == (
        "Bristol offers what Swindon asks for: finance models for people with significant mental health needs.",
        "A site of implementation cohort 1 helps implementation cohort 2.",
        "Swindon has had 0% of its fair share so far.",
        "Swindon calls it most pressing (priority 1).",
    )


@pytest.mark.parametrize(
    ("asked", "offered", "why"),
    [
        ({}, {"topic": "workforce"}, "Nobody offers help with finance_models."),
        ({}, {"account": "kernow"}, "Only the area itself offers help with finance_models."),
        ({"group": "mental_health"}, {"group": "multiple_ltc"}, "is offered for other groups only"),
        ({"how": "remote"}, {"how": "on_site"}, "not in the way that is asked for"),
        ({"group": "mental_health", "cohort": 1}, {"cohort": 1}, "joined in the same implementation cohort or a later"),
        ({"group": "mental_health", "cohort": 2}, {}, "joined in the same implementation cohort or a later"),
        ({}, {"available_from": day("2015-10-01")}, "not before the day it is needed by"),
        ({}, {"taken": {(2015, n): 120 for n in (7, 8, 9)}}, "are taken"),
    ],
)
def test_an_unmet_request_says_why(asked, offered, why):
    found = propose.proposals(case([need(**asked)], [help(**offered)]))
    assert found.proposals == ()
    assert why in found.unmet[0].why


def test_a_refused_pair_and_an_area_at_its_limit_say_so():
    refused = propose.proposals(case([need()], [help()], refusals=frozenset({("r1", "o1")})))
    assert refused.unmet[0].why == "The offers that would fit were turned down."
    at_limit = propose.proposals(case([need()], [help()], standings=standings(room=0)))
    assert at_limit.unmet[0].why.startswith("Kernow is at its limit.")


def test_a_pin_comes_before_everything_and_a_pin_that_breaks_a_rule_says_why():
    asked = [need("r1", "kernow"), need("r2", "swindon")]
    offers = [help(minutes_a_month=120, available_until=day("2015-07-31")), help("o2", "kernow", topic="workforce")]
    pins = frozenset({("r1", "o1"), ("r2", "o2")})
    found = propose.proposals(case(asked, offers, standings=standings(kernow=480), pins=pins))
    assert pairs(found) == {("r1", "o1"): 120}
    assert found.proposals[0].reasons[0] == "The coordinator pinned this pair."
    assert found.unkept_pins == (("r2", "o2", "the topics differ"),)


def test_a_case_says_all_its_faults_at_once():
    with pytest.raises(CaseFaults) as caught:
        propose.proposals(case([need(minutes=20, priority=4), need("r2", "nowhere")], [help(), help()]))
    assert len(caught.value.faults) == 4
