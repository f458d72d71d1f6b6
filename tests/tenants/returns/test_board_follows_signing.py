"""Whatever areas do with their drafts, the board shows figures of signed versions, as they stood on the day."""

import datetime
import random

import pytest

from disclosure import S7R5
from tenants.contexts import in_area
from tenants.quarters import Quarter
from tenants.returns.figures import BUDGETS, board_figures
from tenants.returns.models import SignedReturn
from tenants.returns.queries import signed_as_at
from tenants.returns.release.units import SHOWABLE
from tenants.returns.shape import SECTION_BY_KEY, total_of
from tenants.returns.signing import NotReady, OutOfOrder
from tenants.returns.totals import derived
from tenants.rollout import return_drafts
from tenants.rollout.return_errors import NoDraft, NotSigned, SignedAlready
from tests.tenants.returns.making import GROUPS, right, typed

pytestmark = pytest.mark.django_db

QUARTERS = (Quarter(2014, 4), Quarter(2015, 1))
BASELINES = {"kernow": {"none": 9}, "bristol": {"none": 7}}
STEPS = 36


class Walk:
    """Two areas' drafts, and what is expected of the board after each step."""

    def __init__(self, areas, seed):
        self.areas, self.chance = areas, random.Random(seed)
        self.day = datetime.date(2015, 5, 5)
        self.signed = {}
        self.seen = {}
        self.done = dict.fromkeys(("write", "sign", "correct", "discard"), 0)

    def step(self):
        """One thing that somebody does: mostly something that can be done."""
        area, quarter = self.chance.choice(self.areas), self.chance.choice(QUARTERS)
        with in_area(area):
            if return_drafts.find(quarter):
                what = self.chance.choice(("sign", "sign", "sign", "write", "discard"))
            else:
                what = self.chance.choice(("write", "correct"))
            try:
                getattr(self, what)(area, quarter)
            except (NoDraft, NotSigned, SignedAlready, NotReady, OutOfOrder):
                return
        self.done[what] += 1

    def write(self, area, quarter):
        """People new in one group, since the quarter before or the baseline."""
        before, year_before = BASELINES[area.slug], None
        signed = self.signed.get((area.slug, QUARTERS[0]))
        if quarter == QUARTERS[1] and signed:
            before, year_before = (
                {group: signed[f"groups.{column}.{group}"] for group in GROUPS}
                for column in ("in_place", "year_to_date")
            )
        new = {self.chance.choice(GROUPS): self.chance.randrange(40)}
        figures = right(before=before, new=new, year_before=year_before)
        notes = dict.fromkeys(SECTION_BY_KEY, "We have looked into it.")
        return_drafts.open_draft(area=area, quarter=quarter, by=None)
        return_drafts.replace_all(area=area, quarter=quarter, typed=typed(figures), notes=notes, by=None)

    def sign(self, area, quarter):
        signed = return_drafts.sign(area=area, quarter=quarter, by=None, name="A. Lead", on=self.day)
        self.signed[area.slug, quarter] = signed.figures

    def correct(self, area, quarter):
        return_drafts.correct(area=area, quarter=quarter, reason="Counted again", by=None)
        self.write(area, quarter)  # the draft is open, so it is written over

    def discard(self, area, quarter):
        return_drafts.discard(area=area, quarter=quarter, by=None)

    def check(self):
        """The board of today follows from what is signed; that of every day before is as it was."""
        board = board_figures(self.day)
        shown = self.everything(board)
        for (slug, quarter), figures in self.signed.items():
            true = {**figures, **derived(figures)}
            for key in SHOWABLE:
                count = board.area(slug, quarter, key)
                assert count is None or count.shown == S7R5.shown(true[key]), (slug, quarter, key)
        for quarter in QUARTERS:
            slugs = {slug for slug, each in self.signed if each == quarter}
            assert board.areas_that_signed(quarter) == slugs
            total = board.total(quarter, BUDGETS)
            people = sum(total_of("groups", self.signed[slug, quarter], "in_place") for slug in slugs)
            assert total is None or total.shown == S7R5.shown(people)
        ids = {area.slug: area.pk for area in self.areas}
        assert set(signed_as_at(self.day)) == {(ids[slug], quarter) for slug, quarter in self.signed}
        for day, then in self.seen.items():
            assert self.everything(board_figures(day)) == then, day
        self.seen[self.day] = shown
        self.day += datetime.timedelta(days=1)

    @staticmethod
    def everything(board):
        """All that can be read of a board."""
        return {
            (slug, quarter, key): board.area(slug, quarter, key)
            for quarter in board.quarters
            for slug in board.areas_that_signed(quarter)
            for key in SHOWABLE
        } | {("", quarter, key): board.network(quarter, key) for quarter in board.quarters for key in SHOWABLE}


@pytest.mark.parametrize("seed", [5, 8])
def test_the_board_shows_only_what_follows_from_signed_versions(kernow, bristol, seed, settings):
    settings.IPC_TODAY = datetime.date(2015, 7, 15)
    walk = Walk([kernow, bristol], seed)
    for _ in range(STEPS):
        walk.step()
        walk.check()
    assert min(walk.done.values()) >= 2, walk.done
    assert {1, 2} <= set(SignedReturn.objects.values_list("version", flat=True))


def test_a_draft_never_reaches_the_board_before_it_is_signed(kernow, bristol, settings):
    settings.IPC_TODAY = datetime.date(2015, 7, 15)
    walk = Walk([kernow, bristol], 3)
    for area in (kernow, bristol):
        with in_area(area):
            walk.write(area, QUARTERS[0])
    assert board_figures(datetime.date(2015, 7, 15)).quarters == ()
    with in_area(kernow):
        walk.sign(kernow, QUARTERS[0])
    assert board_figures(datetime.date(2015, 7, 15)).areas_that_signed(QUARTERS[0]) == {"kernow"}


def test_true_figures_are_not_loaded_for_who_signed(kernow, settings, django_assert_num_queries):
    settings.IPC_TODAY = datetime.date(2015, 7, 15)
    walk = Walk([kernow], 4)
    with in_area(kernow):
        walk.write(kernow, QUARTERS[0])
        walk.sign(kernow, QUARTERS[0])
    signed_as_at(datetime.date(2015, 7, 15))  # the first query after an area's sets the path besides
    with django_assert_num_queries(1):
        (signed,) = signed_as_at(datetime.date(2015, 7, 15)).values()
    assert {"figures", "notes"} <= signed.get_deferred_fields()
