"""What statements count, and from when to when."""

import datetime

from market.statements import gaps, picture, supply
from market.statements.gaps import Level


def test_people_are_counted_to_the_end_of_the_month_before(kernow, missing):
    missing(kernow, "short_break", 8, day=datetime.date(2015, 6, 30))
    missing(kernow, "short_break", 30, day=datetime.date(2015, 7, 1))
    shown = picture.gaps_of(kernow)
    assert shown.counted_to == datetime.date(2015, 6, 30)
    assert str(shown.gaps["short_break"].unmet) == "10"


def test_a_gap_is_what_people_look_for_where_there_is_hardly_a_choice(kernow, missing, searched, offer):
    missing(kernow, "short_break", 1)
    missing(kernow, "therapy", 1)
    missing(kernow, "activities", 1)
    searched(kernow, "payroll", 1)
    for need, count in (("therapy", 2), ("activities", 3), ("equipment", 3), ("broker", 1)):
        for _ in range(count):
            offer(needs=[need], areas=["kernow"])
    found = picture.gaps_of(kernow).gaps
    levels = {need: gap.level for need, gap in found.items() if need not in ("personal_assistant",)}
    assert levels["short_break"] == Level.NO_OFFER
    assert levels["therapy"] == Level.FEW_OFFERS
    assert levels["payroll"] == Level.NO_OFFER
    assert levels["activities"] == Level.STILL_MISSING
    assert levels["equipment"] == Level.ENOUGH
    assert levels["broker"] == Level.NOBODY_ASKS
    assert {need for need, gap in found.items() if gap.is_gap} == {"short_break", "therapy", "payroll"}


def test_in_villages_only_offers_that_go_there_count(kernow, missing, offer):
    missing(kernow, "short_break", 9, place="village")
    for _ in range(3):
        offer(needs=["short_break"], areas=["kernow"])
    shown = picture.gaps_of(kernow)
    assert shown.gaps["short_break"].level == Level.STILL_MISSING
    assert (shown.rural["short_break"].level, shown.rural["short_break"].offers) == (Level.NO_OFFER, 0)


def test_supply_counts_each_offer_for_each_of_its_needs_and_areas_exactly(offer, provider):
    one = provider()
    offer(of=one, needs=["therapy", "feelings"], areas=["kernow", "bristol"], goes_rural=True)
    offer(of=one, needs=["therapy"], areas=["kernow"], availability=["crisis"])
    found = supply.by_need_and_area()
    assert found["therapy", "kernow"] == supply.Supply(2, 1, 1, 2, 0, 1, False)
    assert found["feelings", "bristol"].offers == 1
    assert ("feelings", "swindon") not in found


def test_prices_are_by_unit_with_the_median_in_the_middle(kernow, offer):
    for pence in (1_000, 1_501, 1_600, 2_000):
        offer(needs=["therapy"], unit="hour", price_pence=pence)
    offer(needs=["therapy"], unit="session", price_pence=4_000)
    offer(needs=["therapy"], unit="free", price_pence=0)
    offer(needs=["therapy"], unit="hour", price_pence=9_999, areas=["bristol"])
    found = [(each.unit, each.offers, each.lowest, each.middle, each.highest) for each in supply.prices(kernow)]
    # (15.01 + 16.00) / 2 = 15.505: half a penny goes up.
    assert found == [("hour", 4, 1_000, 1_551, 2_000), ("session", 1, 4_000, 4_000, 4_000)]


def test_the_map_shows_another_area_only_as_its_commissioner_published_it(kernow, bristol, missing, publish):
    missing(bristol, "short_break", 9)
    assert cell_of(kernow, "Bristol", "short_break") == [Level.NOT_KNOWN.value, "No offers", ""]
    publish(bristol)
    missing(bristol, "short_break", 30)
    assert cell_of(kernow, "Bristol", "short_break") == [Level.NO_OFFER.value, "No offers", "10 people look"]


def cell_of(area, column, need):
    kept = picture.gaps_of(area).kept_map
    index = [each["name"] for each in kept["columns"]].index(column)
    return next(row["cells"][index] for row in kept["rows"] if row["need"] == need)


def test_every_level_has_words():
    assert set(gaps.NAMES) == set(Level)
