"""Releasing signed returns: what is shown, what is left out, and what is kept."""

import datetime

import pytest
from hypothesis import given
from hypothesis import settings as examples
from hypothesis import strategies as st
from hypothesis.extra.django import TestCase as HypothesisCase

from disclosure import actions as disclosure_actions
from disclosure.models import Release
from tenants.models import Area
from tenants.quarters import Quarter
from tenants.returns import tasks
from tenants.returns.figures import BUDGETS, board_figures
from tenants.returns.models import ReleasedQuarter
from tenants.returns.release.checks import exposed
from tenants.returns.release.loading import load
from tenants.returns.release.shown import network_total
from tenants.returns.release.units import MOVES
from tenants.returns.releases import LATER, NOT_YET, release_quarter, total_again
from tests.tenants.returns.made_up import nothing, returns_of, sign
from tests.tenants.returns.small import counted

pytestmark = pytest.mark.django_db

Q1, Q2 = Quarter(2015, 1), Quarter(2015, 2)
LATER_DAY = datetime.date(2015, 7, 15)
MENTAL_HEALTH = "groups.in_place.mental_health"


def large(**changed):
    """42 people: 20 with mental health needs, 22 of no group; 29 adults in continuing healthcare; 8 integrated."""
    figures = nothing() | {
        MENTAL_HEALTH: 20,
        "groups.in_place.none": 22,
        "mechanism.in_place.notional": 42,
        "eligibility.in_place.adult_chc": 29,
        "eligibility.in_place.neither": 13,
        "funding.in_place.nhs_only": 34,
        "funding.in_place.integrated": 8,
        "money.committed": 123456,
    }
    return figures | changed


def only_these_areas(*slugs):
    Area.objects.exclude(slug__in=slugs).update(status=Area.Status.ARCHIVED)


def test_each_figure_is_shown_by_the_rule_from_its_own_true_value(kernow):
    sign(kernow, Q1, large())
    release_quarter(quarter=Q1, by=None)
    board = board_figures(LATER_DAY)
    # 20 stays 20, 22 becomes 20, and 42 becomes 40 by itself.
    assert str(board.area("kernow", Q1, MENTAL_HEALTH)) == "20"
    assert str(board.area("kernow", Q1, "groups.in_place.none")) == "20"
    assert str(board.area_total("kernow", Q1, BUDGETS)) == "40"
    assert str(board.area("kernow", Q1, "groups.in_place.learning_disability")) == "0"
    assert str(board.area_total("kernow", Q1, "others")) == "15"  # 42 − 29 = 13
    assert board.area_money("kernow", Q1, "money.committed") == 123456


def test_totals_of_the_network_are_of_the_true_sum_and_money_is_exact(kernow, bristol):
    only_these_areas("kernow", "bristol")
    sign(kernow, Q1, large())
    sign(bristol, Q1, large())
    release_quarter(quarter=Q1, by=None)
    board = board_figures(LATER_DAY)
    # 84 becomes 85, though the areas are shown as 40 and 40; 2 × 22 = 44 becomes 45.
    assert str(board.total(Q1, BUDGETS)) == "85"
    assert str(board.network(Q1, "groups.in_place.none")) == "45"
    assert board.money(Q1, "money.committed") == 246912
    assert board.areas_that_signed(Q1) == {"kernow", "bristol"}


def test_breakdowns_of_the_network_wait_until_all_have_signed_or_the_return_is_due(kernow):
    sign(kernow, Q1, large(), day=datetime.date(2015, 4, 20))
    release_quarter(quarter=Q1, by=None)
    board = board_figures(LATER_DAY)
    assert str(board.total(Q1, BUDGETS)) == "40"
    assert board.network(Q1, MENTAL_HEALTH) is None
    assert {each.reason for each in board.left_out(Q1) if MENTAL_HEALTH in each.cells} == {NOT_YET}
    sign(kernow, Q1, large(), day=Q1.return_due + datetime.timedelta(days=1))
    release_quarter(quarter=Q1, by=None)
    assert str(board_figures(LATER_DAY).network(Q1, MENTAL_HEALTH)) == "20"


def test_when_the_day_of_a_return_has_passed_the_night_releases_what_waited_though_nobody_signs(kernow, settings):
    sign(kernow, Q1, large(), day=datetime.date(2015, 4, 20))
    release_quarter(quarter=Q1, by=None)
    for night, released in (("2015-04-30", []), ("2015-05-01", ["2015Q1"]), ("2015-05-02", [])):
        settings.IPC_TODAY = datetime.date.fromisoformat(night)
        assert tasks.release_what_waited() == released
    assert board_figures(datetime.date(2015, 4, 30)).network(Q1, MENTAL_HEALTH) is None
    assert str(board_figures(datetime.date(2015, 5, 1)).network(Q1, MENTAL_HEALTH)) == "20"
    # The day never goes back, though the newest signature is older.
    assert total_again(quarter=Q1).as_at == datetime.date(2015, 5, 1)


def test_moves_between_groups_are_never_shown_and_the_page_can_say_why(kernow):
    sign(kernow, Q1, large())
    release_quarter(quarter=Q1, by=None)
    board = board_figures(LATER_DAY)
    assert board.area("kernow", Q1, MOVES[0]) is None
    assert any(MOVES[0] in each.cells and each.reason for each in board.left_out(Q1))


def test_a_correction_takes_the_place_of_the_figures_and_the_past_stays(kernow):
    sign(kernow, Q1, large(), day=datetime.date(2015, 4, 20))
    release_quarter(quarter=Q1, by=None)
    sign(kernow, Q1, large() | {MENTAL_HEALTH: 17, "groups.in_place.none": 25}, day=datetime.date(2015, 5, 4))
    release_quarter(quarter=Q1, by=None)
    assert str(board_figures(datetime.date(2015, 5, 3)).area("kernow", Q1, MENTAL_HEALTH)) == "20"
    assert str(board_figures(LATER_DAY).area("kernow", Q1, MENTAL_HEALTH)) == "15"
    assert [row.number for row in ReleasedQuarter.objects.order_by("number")] == [1, 2]


def test_an_areas_stricter_rule_counts_for_it_and_for_the_network(kernow, bristol, person):
    only_these_areas("kernow", "bristol")
    disclosure_actions.choose_rule(area=bristol, rule="S10R10", reason="Few people", by=person())
    # 15 is shown as 15 by the network's rule, as 20 by the stricter; 30 together as 30 by the stricter.
    figures = large() | {MENTAL_HEALTH: 15, "groups.in_place.none": 27}
    sign(kernow, Q1, figures)
    sign(bristol, Q1, figures)
    release_quarter(quarter=Q1, by=None)
    board = board_figures(LATER_DAY)
    assert [str(board.area(slug, Q1, MENTAL_HEALTH)) for slug in ("kernow", "bristol")] == ["15", "20"]
    assert board.area("bristol", Q1, MENTAL_HEALTH).rule.name == "S10R10"
    assert board.network(Q1, MENTAL_HEALTH).rule.name == "S10R10"


def test_what_would_tell_is_left_out_with_its_reason(kernow, bristol):
    only_these_areas("kernow", "bristol")
    sign(kernow, Q1, counted({"mental_health": 6, "learning_disability": 7}))
    sign(bristol, Q1, large())
    release_quarter(quarter=Q1, by=None)
    board = board_figures(LATER_DAY)
    assert board.area("kernow", Q1, MENTAL_HEALTH) is None
    assert str(board.area("bristol", Q1, MENTAL_HEALTH)) == "20"
    what = {(each.where, each.what) for each in board.left_out(Q1)}
    assert ("kernow", "In place by group") in what
    assert ("bristol", "In place by group") not in what
    assert all(each.reason.endswith(".") for each in board.left_out(Q1))


def test_the_same_again_makes_no_new_release(kernow):
    sign(kernow, Q1, large())
    first = release_quarter(quarter=Q1, by=None)
    assert release_quarter(quarter=Q1, by=None) == first
    with pytest.raises(ValueError, match="Nobody has signed"):
        release_quarter(quarter=Q2, by=None)


def test_each_release_is_kept_in_the_history_of_the_area_and_of_the_network(kernow, bristol, client_as):
    sign(kernow, Q1, large())
    release_quarter(quarter=Q1, by=None)
    sign(kernow, Q1, large() | {MENTAL_HEALTH: 17, "groups.in_place.none": 25})
    release_quarter(quarter=Q1, by=None)
    kept = Release.objects.filter(data_set="Quarterly returns", area=kernow).order_by("pk")
    assert [row.replaces_id for row in kept] == [None, kept[0].pk]
    assert not Release.objects.filter(area=bristol).exists()
    page = client_as("area-lead", area=kernow).get(f"/areas/kernow/releases/{kept[1].public_id}/").content.decode()
    assert "January to March 2015" in page and "Version 2" not in page
    board = client_as("board-member").get("/network/releases/").content.decode()
    assert "All areas that signed" in board


def test_a_large_network_gets_its_totals_by_a_job_and_keeps_the_old_ones_meanwhile(kernow, bristol, monkeypatch):
    only_these_areas("kernow", "bristol")
    sign(kernow, Q1, large())
    release_quarter(quarter=Q1, by=None)
    monkeypatch.setattr("tenants.returns.releases.AREAS_AT_ONCE", 1)
    sign(bristol, Q1, large())
    release_quarter(quarter=Q1, by=None)
    board = board_figures(LATER_DAY)
    assert (str(board.area_total("bristol", Q1, BUDGETS)), str(board.total(Q1, BUDGETS))) == ("40", "40")
    assert LATER in {each.reason for each in board.left_out(Q1)}
    total_again(quarter=Q1)
    board = board_figures(LATER_DAY)
    assert str(board.total(Q1, BUDGETS)) == "85"
    assert LATER not in {each.reason for each in board.left_out(Q1)}


class WhateverIsSigned(HypothesisCase):
    """Made-up people in three areas, two quarters, signed one after the other."""

    @examples(max_examples=3, deadline=None, derandomize=True)
    @given(seed=st.integers(0, 10_000), people=st.lists(st.integers(1, 30), min_size=3, max_size=3))
    def test_no_hidden_figure_has_fewer_than_three_possible_values(self, seed, people):
        slugs = ["bristol", "kernow", "swindon"]
        only_these_areas(*slugs)
        figures = {slug: list(returns_of(n, 2, seed + n)) for slug, n in zip(slugs, people, strict=True)}
        for number, quarter in enumerate((Q1, Q2)):
            for slug in slugs:
                sign(Area.objects.get(slug=slug), quarter, figures[slug][number])
                release_quarter(quarter=quarter, by=None)
        before, this, _ = load(Q2)
        assert exposed(before.shown, this.shown, is_exact=True) == []
        assert exposed(this.shown, is_exact=True) == []


def test_without_leaving_out_hidden_figures_are_worked_out(kernow, bristol):
    """The check is a check: the same figures with nothing left out tell of somebody."""
    only_these_areas("kernow", "bristol")
    for area, people in ((kernow, 4), (bristol, 30)):
        sign(area, Q1, next(iter(returns_of(people, 1, 7))))
    release_quarter(quarter=Q1, by=None)
    _, this, _ = load(Q1)
    assert exposed(this.shown, is_exact=True) == []
    for area in this.shown.areas.values():
        bare = this.shown.with_area(area.without(frozenset()))
        this = type(this)(this.signed, this.latest, bare)
    full = this.shown.with_total(network_total(this.shown.areas, this.shown.totals[0].rule))
    assert exposed(full, is_exact=True) != []
