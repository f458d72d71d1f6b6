"""The checker: a right return passes, and a wrong number is named by its cell."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tenants.quarters import Quarter
from tenants.returns.checks import MISSING, check, examine
from tenants.returns.shape import CELLS, EQUALITY, FLOWS, TABLE_BY_KEY
from tests.tenants.returns.making import GROUPS, SPLIT_TABLES, right, total, typed

SPRING, SUMMER = Quarter(2015, 2), Quarter(2015, 3)
BEFORE = {"children_complex_needs": 4, "multiple_ltc": 9, "learning_disability": 3, "none": 2}
PREVIOUS = right(before=BEFORE)
FIGURES = right(
    before=BEFORE,
    new={"multiple_ltc": 5, "mental_health": 2},
    ended={"none": 1, "multiple_ltc": 2},
    moves=[("children_complex_needs", "learning_disability")],
)
# Cells that a sum holds fast: whatever else is written there is found.
HELD = tuple(
    [cell for cell in CELLS if cell.startswith("groups.")]
    + [f"offers.eligible.{group}" for group in GROUPS]
    + [cell for table in SPLIT_TABLES for cell in CELLS if cell.startswith(f"{table}.") and "service_fund" not in cell]
    + [cell for key, _, _ in EQUALITY for cell in CELLS if cell.startswith(f"{key}.")]
    + ["activation.measured", *(f"activation.level_{level}" for level in range(1, 5))]
)
people = st.integers(0, 40)
by_group = st.fixed_dictionaries(dict.fromkeys(GROUPS, people))


def found_in(figures, previous=PREVIOUS, quarter=SPRING):
    return check(figures, previous, None, quarter)


def cells(faults):
    return {cell for fault in faults for cell in fault.all_cells}


def words(faults):
    return [fault.words for fault in faults]


def test_a_right_return_has_no_fault():
    assert found_in(FIGURES) == []


@given(
    before=by_group,
    new=by_group,
    ended=by_group,
    moves=st.lists(st.tuples(st.sampled_from(GROUPS), st.sampled_from(GROUPS)), max_size=5),
)
@settings(max_examples=60, deadline=None)
def test_in_place_follows_from_people_who_came_went_and_moved(before, new, ended, moves):
    """The slow and obvious way: people one by one in rooms, then counted."""
    ended = {group: min(count, before[group]) for group, count in ended.items()}
    rooms = {group: before[group] for group in GROUPS}
    for group in GROUPS:
        for _ in range(new[group]):
            rooms[group] += 1
        for _ in range(ended[group]):
            rooms[group] -= 1
    done = []
    for came_from, to in moves:
        if came_from != to and rooms[came_from]:
            rooms[came_from] -= 1
            rooms[to] += 1
            done.append((came_from, to))
    figures = right(before=before, new=new, ended=ended, moves=done)
    assert {group: figures[f"groups.in_place.{group}"] for group in GROUPS} == rooms
    previous = right(before=before)
    movement = [fault for fault in found_in(figures, previous) if "make" in fault.words or "moved in" in fault.words]
    assert movement == []
    assert total(figures, "in_place") == sum(before.values()) + sum(new.values()) - sum(ended.values())
    for group in GROUPS:
        wrong = figures | {f"groups.in_place.{group}": rooms[group] + 1}
        assert f"groups.in_place.{group}" in cells(found_in(wrong, previous)), group


@given(cell=st.sampled_from(HELD), by=st.integers(-3, 30).filter(bool))
@settings(max_examples=250, deadline=None)
def test_one_wrong_number_is_named(cell, by):
    wrong = FIGURES | {cell: FIGURES[cell] + by}
    assert cell in cells(found_in(wrong)), f"{cell} {by:+}"


@pytest.mark.parametrize("cell", list(CELLS))
def test_a_missing_number_is_named_and_is_not_0(cell):
    faults = found_in(FIGURES | {cell: None})
    assert [(fault.cell_key, fault.words) for fault in faults] == [(cell, f"“{CELLS[cell].words}” {MISSING}")]


@pytest.mark.parametrize("cell", list(CELLS))
def test_less_than_nothing_is_named(cell):
    assert any(fault.cell_key == cell and "less than 0" in fault.words for fault in found_in(FIGURES | {cell: -1}))


@pytest.mark.parametrize(
    ("small", "large"),
    [
        *((f"mechanism.{flow}.service_fund", f"mechanism.{flow}.notional") for flow, _ in FLOWS),
        *((f"offers.declined.{group}", f"offers.offered.{group}") for group in GROUPS),
        *((f"offers.offered.{group}", f"offers.eligible.{group}") for group in GROUPS),
        *(
            (f"other_funding.{flow}.not_nhs", "other_funding.year_to_date.not_nhs")
            for flow in ("in_place", "new", "ended")
        ),
        ("plan_offers.offered", "plan_offers.people"),
        ("activation.gained_15", "activation.measured"),
        ("money.committed", "money.commissioning"),
        ("money.released", "money.commissioning"),
    ],
)
def test_a_part_is_never_more_than_its_whole(small, large):
    def of_the_pair(figures):
        return [fault for fault in found_in(figures) if fault.all_cells == (small, large)]

    assert of_the_pair(FIGURES | {small: FIGURES[large]}) == []
    assert len(of_the_pair(FIGURES | {small: FIGURES[large] + 1})) == 1


@pytest.mark.parametrize("line", [line.key for line in TABLE_BY_KEY["criteria"].lines])
def test_each_criterion_is_met_by_all_plans_that_meet_five(line):
    plans = total(FIGURES, "in_place")
    assert found_in(FIGURES | {f"criteria.{line}": plans}) == []
    assert cells(found_in(FIGURES | {f"criteria.{line}": plans - 1})) >= {f"criteria.{line}"}


def test_whoever_leaves_a_group_enters_another():
    faults = found_in(FIGURES | {"groups.moved_in.none": 1, "groups.in_place.none": 2})
    assert "2 moved in from another group, and 1 moved out to another group." in " ".join(words(faults))


def test_groups_that_stand_alone_are_accused_once_and_not_every_other_table():
    faults = found_in(FIGURES | {"groups.new.none": 1})
    said = [fault for fault in faults if "add up to" in fault.words]
    assert [(fault.cell_key, fault.words) for fault in said] == [
        (
            "groups.new.children_complex_needs",
            "“By group”, new in the quarter: the rows add up to 8, and all other tables of the same people to 7. "
            "Mend the row that is wrong.",
        )
    ]


def test_a_first_return_is_checked_against_the_baseline_in_total_only():
    figures = right(before={"none": 9}, new={"multiple_ltc": 3}, ended={"none": 1})
    assert check(figures, None, 9, SPRING) == []
    assert check(right(before={"mental_health": 9}), None, 9, SPRING) == []
    faults = check(figures, None, 8, SPRING)
    assert [fault.words for fault in faults] == [
        "All groups together: 8 in November 2014, 3 new and 1 ended make 10, and 11 are in place. In a first return, "
        "count as new and ended everybody since November 2014."
    ]
    assert check(figures, None, None, SPRING) == []


def test_the_year_to_date_begins_in_april_with_those_in_place():
    figures = right(before=BEFORE, new={"none": 1})
    assert found_in(figures) == []
    assert any("when the year began" in said for said in words(found_in(_year(figures, +1))))
    assert any("when the year began" in said for said in words(found_in(_year(figures, -2))))


def test_the_year_to_date_goes_on_from_the_quarter_before():
    previous = right(before=BEFORE, new={"none": 6})
    in_place = {group: previous[f"groups.in_place.{group}"] for group in GROUPS}
    year = {group: previous[f"groups.year_to_date.{group}"] for group in GROUPS}
    figures = right(before=in_place, year_before=year, new={"none": 1}, ended={"none": 3})
    assert found_in(figures, previous, SUMMER) == []
    assert any(
        "by the end of the quarter before" in said for said in words(found_in(_year(figures, +1), previous, SUMMER))
    )


def _year(figures, by):
    """One more, or fewer, active in the year, in every table."""
    tables = ("groups.year_to_date.none", "mechanism.year_to_date.third_party", "eligibility.year_to_date.children_cc")
    return figures | {cell: figures[cell] + by for cell in (*tables, "funding.year_to_date.integrated")}


def test_what_is_unlikely_can_be_signed_with_a_note():
    spent = FIGURES | {"money.spent": FIGURES["money.committed"] + 1}
    facts = {"previous": PREVIOUS, "baseline_total": None, "quarter": SPRING}
    bare = examine(typed(spent), {}, **facts)
    assert [fault.cell_key for fault in bare.faults] == ["money.spent"]
    assert bare.faults[0].words.endswith("If it is right, say why in the note of this section.")
    noted = examine(typed(spent), {"money": "Winter pressure."}, **facts)
    assert (noted.faults, [fault.cell_key for fault in noted.explained]) == ((), ["money.spent"])


def test_what_can_not_be_read_is_a_fault_and_not_a_missing_number_too():
    found = examine(
        typed(FIGURES) | {"offers.offered.none": "12 a"}, {}, previous=PREVIOUS, baseline_total=None, quarter=SPRING
    )
    assert [(fault.cell_key, fault.words) for fault in found.faults] == [
        (
            "offers.offered.none",
            "“Offered in the quarter: None of the four groups”: “12 a” is not a number. Write digits only, such as "
            "12, or 0 if there is none.",
        )
    ]
