import pickle

import pytest

from disclosure.raw import people
from disclosure.rules import S10R10
from disclosure.tables import PublishedTable, TableRefused, publish_table
from tests.disclosure.tables_by_hand import names, published


def test_each_cell_and_total_follows_the_rule_from_its_own_true_count():
    table = published([[3, 21, 0], [12, 40, 9]])
    # The first row is 24 (25); shown cells would have made it 20 at least. The whole is 85.
    assert table.for_csv() == [
        ["", "column 1", "column 2", "column 3", "Total"],
        ["row 1", "*", 20, 0, 25],
        ["row 2", 10, 40, 10, 60],
        ["Total", 15, 60, 10, 85],
    ]


def test_a_headline_does_not_shrink_with_its_breakdown():
    # Four times 5 people are 20, though each is hidden.
    assert str(published([[5, 5], [5, 5]]).grand_total) == "20"


def test_a_row_of_six_and_seven_is_refused_because_their_total_gives_them_away():
    # The total is shown as 15, so it's 13 to 17; two hidden cells make 14 at most. Each is 6 or 7.
    with pytest.raises(TableRefused) as refused:
        published([[6, 7], [20, 30]], column_totals=False, grand_total=False)
    assert refused.value.cells == (("row 1", "column 1"), ("row 1", "column 2"))
    assert refused.value.leave_out == ("row_totals",)
    assert str(refused.value) == (
        "This table can't be published, because these hidden figures could be worked out from the rest: "
        "row 1, column 1; row 1, column 2. "
        "Leave out the row totals, or merge columns so that fewer figures are small."
    )


def test_a_row_of_five_and_seven_is_published():
    # Shown as 10: 8 to 12, and each hidden cell may be 1 to 7.
    assert str(published([[5, 7]]).row_totals[0]) == "10"


def test_six_hidden_cells_under_a_hidden_total_are_refused_and_five_are_not():
    # Six of at least 1 that make at most 7: each is 1 or 2. Five: each is 1, 2 or 3.
    with pytest.raises(TableRefused):
        published([[1] * 6])
    assert published([[1] * 5])["row 1", "column 5"].is_hidden


def test_a_hidden_total_that_can_be_worked_out_is_named_as_one():
    # The first row adds up to 6 or 7.
    with pytest.raises(TableRefused) as refused:
        published([[1] * 6, [30] * 6], column_totals=False, grand_total=False)
    assert ("row 1", "Total") in refused.value.cells


def test_the_way_out_that_a_refusal_names_leads_out():
    rows = [[6, 7], [7, 7]]
    with pytest.raises(TableRefused) as refused:
        published(rows)
    published(rows, **dict.fromkeys(refused.value.leave_out, False))


def test_a_long_refusal_counts_the_rest():
    with pytest.raises(TableRefused, match="and 1 more") as refused:
        published([[1] * 6], column_totals=False, grand_total=False)
    assert len(refused.value.cells) == 7


def test_without_totals_every_table_is_published():
    table = published([[6, 7], [1, 0]], row_totals=False, column_totals=False, grand_total=False)
    assert table.for_csv() == [["", "column 1", "column 2"], ["row 1", "*", "*"], ["row 2", "*", 0]]
    assert (table.row_totals, table.column_totals, table.grand_total) == (None, None, None)


def test_a_grand_total_alone_stands_in_a_last_line():
    table = published([[20, 30]], row_totals=False, column_totals=False)
    assert table.for_csv() == [
        ["", "column 1", "column 2", "Total"],
        ["row 1", 20, 30, ""],
        ["Total", "", "", 50],
    ]


def test_the_stricter_rule_holds_for_every_cell_and_total():
    table = published([[10, 25], [30, 40]], rule=S10R10)
    assert table.for_csv()[1:] == [["row 1", "*", 30, 40], ["row 2", 30, 40, 70], ["Total", 40, 70, 110]]
    assert "1 to 10" in table.note


@pytest.mark.parametrize(
    ("rows", "columns", "counts"),
    [
        ([], [], []), (["a"], [], [[]]), (["a"], ["b"], [[1, 2]]), (["a", "b"], ["c"], [[1]]),
        (["a", "a"], ["c"], [[1], [2]]), (["Total"], ["c"], [[1]]),
    ],
)  # fmt: skip
def test_names_that_do_not_match_the_counts_are_refused(rows, columns, counts):
    with pytest.raises(ValueError, match="needs"):
        publish_table(rows, columns, [[people(n) for n in row] for row in counts])


def test_plain_numbers_cannot_be_published_in_a_table():
    with pytest.raises(TypeError):
        publish_table(*names([[30]]), [[30]])


def test_a_table_cannot_be_made_from_outside_and_holds_what_it_shows():
    with pytest.raises(TypeError):
        PublishedTable((), (), ())
    table = published([[3, 20]])
    assert table == published([[5, 18]])
    assert pickle.loads(pickle.dumps(table)) == table
    assert repr(table) == "<PublishedTable 1 × 2, S7R5>"
    with pytest.raises(KeyError):
        table["row 1", "column 9"]
