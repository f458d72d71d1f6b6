"""Several tables, and several releases, checked as one."""

import time

import pytest

from disclosure.breakdowns import Breakdown, Dimension, from_json
from disclosure.possible import UncheckedError, possible_values
from disclosure.puzzles import Puzzle
from disclosure.raw import people
from disclosure.releasing import ReleaseRefused, check_and_show, check_and_show_counts
from disclosure.rules import S10R10, Rule
from disclosure.shapes import tables_of
from disclosure.tables import publish_table
from disclosure.together import Release
from disclosure.work import Work

AREA = Dimension("area", ("Town", "Shire"), (("Both", ("Town", "Shire")),))
GROUP = Dimension("group", ("Children", "Adults"))
ALL_TABLES = Breakdown((AREA, GROUP), ((), ("area",), ("group",), ("area", "group")))
CELLS_ONLY = Breakdown((AREA, GROUP), (("area", "group"),))


def rows(*kinds):
    """`(5, "Town", "Children")`: five people of that kind. The third part may be several groups."""
    made = {}
    for many, area, group in kinds:
        for _ in range(many):
            made[len(made)] = {"area": area, "group": group}
    return made


def shown(breakdown, who, **options):
    return check_and_show(breakdown, breakdown.signatures(who), **options)


def release(name, breakdown, who, **options):
    return Release(name, shown(breakdown, who, **options), breakdown.signatures(who))


def test_every_figure_follows_the_rule_from_its_own_people():
    table = shown(ALL_TABLES, rows((5, "Town", "Children"), (21, "Town", "Adults"), (30, "Shire", "Adults")))
    # 56 people; Town 26; 5 children; 51 adults.
    assert tables_of(table) == [
        {"caption": "Everybody", "head": ["Who", "People"], "rows": [["Everybody", 55]]},
        {"caption": "By area", "head": ["area", "People"], "rows": [["Town", 25], ["Shire", 30], ["Both", 55]]},
        {"caption": "By group", "head": ["group", "People"], "rows": [["Children", "*"], ["Adults", 50]]},
        {
            "caption": "By area and group",
            "head": ["area", "Children", "Adults"],
            "rows": [["Town", "*", 20], ["Shire", 0, 30], ["Both", "*", 50]],
        },
    ]


def test_somebody_in_two_groups_is_one_person_in_the_total():
    table = shown(ALL_TABLES, rows((20, "Town", ("Children", "Adults")), (10, "Town", "Adults")))
    assert [str(table[()]), str(table[("group", "Children"),]), str(table[("group", "Adults"),])] == ["30", "20", "30"]


def test_a_subtotal_is_part_of_the_sums_that_a_reader_makes():
    # Shown as 15 together: 13 to 17, and two stars are 14 at most.
    with pytest.raises(ReleaseRefused, match="Town, Children; Shire, Children"):
        shown(CELLS_ONLY, rows((6, "Town", "Children"), (7, "Shire", "Children"), (40, "Town", "Adults")))


def test_tables_that_share_a_margin_are_checked_as_one():
    # By group alone and by area alone say little; together with the headline Town and Shire are 6 or 7 each.
    who = rows((6, "Town", "Children"), (7, "Shire", "Children"))
    only = Breakdown((Dimension("area", ("Town", "Shire")), GROUP), (("area",), ("group",)))
    with pytest.raises(ReleaseRefused) as refused:
        shown(only, who)
    assert {str(each) for each in refused.value.exposed} == {"Town", "Shire"}
    assert "Leave out “by area”" in str(refused.value)


def test_a_second_release_of_the_same_people_is_checked_with_the_first():
    who = rows((6, "Town", "Children"), (7, "Shire", "Children"))
    by_area = Breakdown((Dimension("area", ("Town", "Shire")), GROUP), (("area",),))
    headline = Breakdown((AREA, GROUP), ((),))
    first = release("By area", by_area, who)
    with pytest.raises(ReleaseRefused) as refused:
        shown(headline, who, earlier=[first], name="All")
    assert refused.value.others == ("By area",)
    assert "Town in “By area”; Shire in “By area”" in str(refused.value)
    # Alone the headline says nothing.
    assert str(shown(headline, who)[()]) == "15"


def test_people_left_by_subtraction_in_one_cell_are_not_worked_out():
    # The same cell of two selections: eight Shire people more are elsewhere, so the selections differ by enough; but
    # Town has 7 people of whom the part has none, and none is shown: the difference is the star itself, 1 to 7.
    everybody = rows((7, "Town", "Adults"), (30, "Shire", "Adults"), (9, "Shire", "Children"))
    part = {person: row for person, row in everybody.items() if row["group"] == "Adults"}
    first = release("Everybody", CELLS_ONLY, everybody)
    assert str(shown(CELLS_ONLY, part, earlier=[first])[("area", "Town"), ("group", "Adults")]) == "*"


def test_a_selection_that_differs_by_few_people_names_the_other_and_how_to_mend():
    everybody = rows((40, "Town", "Adults"), (40, "Shire", "Adults"))
    part = dict(list(everybody.items())[3:])
    with pytest.raises(ReleaseRefused) as refused:
        shown(CELLS_ONLY, part, earlier=[release("Everybody in July", CELLS_ONLY, everybody)])
    assert str(refused.value) == (
        "These figures can't be published, because their people differ from those of “Everybody in July” by 1 to 7. "
        "Whoever subtracts one from the other learns about those few. "
        "Choose the same people, choose people who differ by 8 or more, or publish both in one table."
    )


def test_a_second_rule_for_the_same_version_is_refused():
    # S7R5 showing 10 and S10R10 showing 10 would mean 11 or 12.
    who = rows((11, "Town", "Adults"))
    first = release("Town", CELLS_ONLY, who)
    with pytest.raises(ReleaseRefused, match="Two rules for the same people"):
        shown(CELLS_ONLY, who, earlier=[first], rule=S10R10)


def test_counts_without_people_are_checked_alike():
    cells = {("Town", "Children"): 6, ("Town", "Adults"): 40, ("Shire", "Children"): 7, ("Shire", "Adults"): 0}
    with pytest.raises(ReleaseRefused, match="Town, Children"):
        check_and_show_counts(CELLS_ONLY, {cell: people(n) for cell, n in cells.items()})
    cells["Town", "Children"] = 4
    table = check_and_show_counts(CELLS_ONLY, {cell: people(n) for cell, n in cells.items()})
    assert str(table[("area", "Both"), ("group", "Children")]) == "10"


@pytest.mark.parametrize("group", [(), "Old people", ("Children", "Old people")])
def test_somebody_without_a_category_of_the_table_is_refused(group):
    with pytest.raises(ValueError, match="Not stated"):
        ALL_TABLES.signatures({1: {"area": "Town", "group": group}})


def test_a_release_is_read_back_as_it_was_shown_and_never_as_it_could_not_be():
    table = shown(ALL_TABLES, rows((5, "Town", "Children"), (21, "Town", "Adults")))
    kept = table.to_json()
    assert from_json(kept) == table
    with pytest.raises(ValueError, match="never shows 3"):
        from_json({**kept, "figures": [3, *kept["figures"][1:]]})
    with pytest.raises(ValueError, match="zip|match"):
        from_json({**kept, "figures": kept["figures"][1:]})


@pytest.mark.parametrize(
    "wrong",
    [
        lambda: Dimension("area", ()), lambda: Dimension("area", ("a", "a")),
        lambda: Dimension("area", ("a",), (("b", ("c",)),)), lambda: Breakdown((AREA,), ()),
        lambda: Breakdown((AREA,), (("group",),)), lambda: Breakdown((AREA, AREA), ((),)),
        lambda: Breakdown((AREA,), ((), ())),
    ],
)  # fmt: skip
def test_a_breakdown_that_does_not_hang_together_is_refused(wrong):
    with pytest.raises(ValueError):
        wrong()


def test_what_cannot_be_checked_in_time_is_said_to_be_unchecked():
    with pytest.raises(UncheckedError, match="in time"):
        possible_values(Puzzle((range(1, 8),) * 2, (((0, 1), range(8, 13)),)), [(0,)], work=Work.seconds(0))


def test_what_cannot_be_checked_in_time_is_refused(monkeypatch):
    # A clock that leaps an hour each time it's asked.
    clock = iter(range(0, 10**9, 3600))
    monkeypatch.setattr(time, "monotonic", lambda: next(clock))
    with pytest.raises(ReleaseRefused, match="could not be checked in time"):
        shown(ALL_TABLES, rows((5, "Town", "Children"), (21, "Town", "Adults")))


def test_columns_that_share_people_have_totals_between_the_largest_and_the_sum():
    def table(columns, total):
        names = [f"c{i}" for i in range(len(columns))]
        return publish_table(["row"], names, [[people(n) for n in columns]], row_people=[people(total)])

    # As one person a column: 15 would mean 6 or 7 each, and be refused. As overlapping: 7 and 7 of 13 is safe? No: the
    # total is 13 to 17 and at most the sum of the cells, 14, so each is 6 or 7 all the same.
    with pytest.raises(Exception, match="worked out"):
        table([6, 7], 13)
    # A hidden total of six columns: with one person a column each would be 1 or 2; overlapping, 1 to 7.
    assert table([1] * 6, 6)["row", "c0"].is_hidden
    with pytest.raises(ValueError, match="largest cell"):
        table([6, 7], 14)


def test_a_rule_of_ones_own_holds_for_all_figures():
    table = shown(ALL_TABLES, rows((12, "Town", "Adults"), (40, "Shire", "Adults")), rule=Rule(12, 5))
    assert str(table[("area", "Town"),]) == "*"
