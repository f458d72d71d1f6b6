"""Heat maps, the map of risks, and trees."""

import pytest

from tests.ui.drawing import draw, words
from ui import gallery_charts
from ui.charts import (
    FlowBand,
    FlowChart,
    HeatCell,
    HeatColumn,
    HeatLevel,
    HeatMap,
    HeatRow,
    RiskEntry,
    RiskMap,
    Tree,
    TreeNode,
)
from ui.charts.risks import band_of

RED, DONE = HeatLevel("red", "Overdue", "triangle"), HeatLevel("done", "Done", "tick")


def heat_map(*cells: HeatCell, columns: int = 1) -> HeatMap:
    return HeatMap(
        id="h",
        title="T",
        description="D",
        row_heading="Area",
        columns=tuple(HeatColumn(f"Milestone {number + 1}") for number in range(columns)),
        heat_rows=(HeatRow("Kernow", cells),),
        scale=(RED, DONE),
    )


def risk_map(*entries: RiskEntry) -> RiskMap:
    return RiskMap(id="r", title="T", description="D", entries=entries)


@pytest.mark.parametrize(("macro", "chart"), gallery_charts.MAPS, ids=lambda value: getattr(value, "id", value))
def test_map_has_its_description_date_source_and_file(macro, chart):
    drawn = draw(f"{{{{ ui.{macro}(chart) }}}}", chart=chart)

    assert words(drawn.find(id=f"{chart.id}-desc")) == chart.description
    assert "As at 15 July 2015. Source: made-up example." in words(drawn.find(class_="ipc-source"))
    assert drawn.find("a", download=True)["href"] == chart.download


@pytest.mark.parametrize(("macro", "chart"), gallery_charts.MAPS, ids=lambda value: getattr(value, "id", value))
def test_heading_has_the_level_that_is_asked_for(macro, chart):
    assert draw(f"{{{{ ui.{macro}(chart, level=4) }}}}", chart=chart).find("h4")["id"] == f"{chart.id}-heading"


def test_cell_of_a_heat_map_has_words_a_mark_and_a_colour():
    cell = draw("{{ ui.heat_map(chart) }}", chart=heat_map(HeatCell("red", "Late", "12 days", "#x"))).find("td")

    assert cell.find("svg", class_="ipc-mark")["aria-hidden"] == "true"
    assert "ipc-heat__box--red" in cell.find("a")["class"]
    assert words(cell).endswith("Late , Overdue 12 days : Kernow, Milestone 1")


def test_table_of_a_heat_map_says_all_that_its_cells_say():
    chart = heat_map(HeatCell("red", "Late", "12 days"), HeatCell("done", "Done"), columns=2)

    assert chart.head() == ["Area", "Milestone 1", "Milestone 2"]
    assert chart.rows() == [["Kernow", "Late, Overdue, 12 days", "Done"]]


def test_key_of_a_heat_map_names_each_level():
    key = draw("{{ ui.heat_map(chart) }}", chart=heat_map(HeatCell("red", "Late"))).find(class_="ipc-key")

    assert [words(item) for item in key.find_all("li")] == ["Overdue", "Done"]


def test_wide_heat_map_slides_in_a_box_that_the_keyboard_reaches():
    box = draw("{{ ui.heat_map(chart) }}", chart=gallery_charts.MILESTONES).find(class_="ipc-scroll")

    assert (box["role"], box["aria-label"], box["tabindex"]) == ("region", "Milestones by area", "0")
    assert "ipc-heat--wide" in box.find("table")["class"]


def test_parts_for_paper_hold_every_column_once():
    parts = list(gallery_charts.MILESTONES.parts(7))

    assert [len(part.columns) for part in parts] == [6, 6, 4]
    assert [len(part.heat_rows[0].cells) for part in parts] == [6, 6, 4]
    assert sum((part.columns for part in parts), ()) == gallery_charts.MILESTONES.columns
    assert len({part.id for part in parts}) == 3


@pytest.mark.parametrize(
    ("make", "message"),
    [
        (lambda: heat_map(HeatCell("red", "x"), columns=2), "Kernow has 1 cells for 2 columns"),
        (lambda: heat_map(HeatCell("blue", "x")), r"not in the scale: \['blue'\]"),
        (lambda: HeatLevel("blue", "Blue", "tick"), "no colour of a heat map"),
        (lambda: HeatLevel("red", "Red", "star"), "no mark: choose from circle"),
        (lambda: RiskEntry("Risk", 0, 3, 1), "1 to 5, not 0 and 3"),
        (lambda: RiskEntry("Risk", 1, 3, 1, before=(6, 1)), "1 to 5, not 6 and 1"),
    ],
)
def test_map_that_makes_no_sense_is_refused(make, message):
    with pytest.raises(ValueError, match=message):
        make()


def test_bands_are_those_of_the_matrix_in_general_use():
    bands = {
        band: sorted({x * y for x in range(1, 6) for y in range(1, 6) if band_of(x * y).name == band})
        for band in ("Low", "Moderate", "High", "Extreme")
    }

    assert bands == {"Low": [1, 2, 3], "Moderate": [4, 5, 6], "High": [8, 9, 10, 12], "Extreme": [15, 16, 20, 25]}


def test_risk_stands_in_the_square_of_its_likelihood_and_impact():
    drawn = draw("{{ ui.risk_map(chart) }}", chart=risk_map(RiskEntry("No lead", 4, 3, 7, "#x")))
    rows = drawn.find(class_="ipc-risks").find("tbody").find_all("tr")

    # Likelihood runs down from 5: four is the second row; impact three is the third cell.
    assert words(rows[1].find_all("td")[2]) == "12 High Risks: 7 : No lead"
    assert len(drawn.find_all(class_="ipc-risks__number")) == 1


def test_likelihood_runs_down_from_five_and_impact_across_from_one():
    grid = draw("{{ ui.risk_map(chart) }}", chart=risk_map()).find(class_="ipc-risks")

    assert words(grid.find("tbody").find("th")) == "Likelihood 5 Almost certain"
    assert words(grid.find("thead").find("th")) == "Impact 1 Negligible"
    assert words(grid.find("tbody").find_all("tr")[0].find_all("td")[4]) == "25 Extreme"


def test_risks_are_listed_with_their_score_before_and_now():
    chart = risk_map(RiskEntry("No lead", 3, 4, 1, before=(4, 4)), RiskEntry("New", 1, 2, 2))
    listed = draw("{{ ui.risk_map(chart) }}", chart=chart).find(class_="ipc-table")

    assert chart.rows() == [
        [1, "No lead", "3, possible", "4, major", "16, extreme", "12, high"],
        [2, "New", "1, rare", "2, minor", "Not scored", "2, low"],
    ]
    assert len(listed.find("tbody").find_all("tr")) == 2


def test_a_crowded_map_counts_its_risks_and_lists_those_with_the_highest_scores():
    """60 of score 4 and one of 25: one square has 60, one has 1, and the list begins with the 25."""
    entries = [RiskEntry(f"Low {n}", 2, 2, n) for n in range(1, 61)]
    few, many = risk_map(*entries), risk_map(*entries, RiskEntry("Highest", 5, 5, 61))
    assert len(draw("{{ ui.risk_map(chart) }}", chart=few).find_all(class_="ipc-risks__number")) == 60

    drawn = draw("{{ ui.risk_map(chart) }}", chart=many)
    assert not drawn.find_all(class_="ipc-risks__number")
    assert [words(each) for each in drawn.find_all(class_="ipc-risks__count")] == ["1 risk", "60 risks"]
    listed = drawn.find(class_="ipc-table")
    assert words(listed.find("caption")) == "The 20 with the highest scores, of 61"
    names = [words(row.find_all("td")[0]) for row in listed.find("tbody").find_all("tr")]
    assert (names[0], len(names), len(many.rows())) == ("Risk Highest", 20, 61)


def test_tree_is_nested_lists():
    roots = (TreeNode("St Austell", children=(TreeNode("Bude", children=(TreeNode("Holsworthy"),)), TreeNode("Looe"))),)
    drawn = draw("{{ ui.tree(chart) }}", chart=Tree(id="t", title="T", description="D", roots=roots))
    top = drawn.find("ul", class_="ipc-tree")

    assert [words(item.find("p")) for item in top.find_all("li", recursive=False)] == ["St Austell"]
    below = top.find("li").find("ul").find_all("li", recursive=False)
    assert [words(item.find("p")) for item in below] == ["Bude", "Looe"]
    assert words(below[0].find("ul")) == "Holsworthy"


def test_table_of_a_tree_has_parent_and_depth():
    roots = (TreeNode("St Austell", children=(TreeNode("Bude", "Ready", "active", "#x"),)), TreeNode("Bedminster"))
    chart = Tree(id="t", title="T", description="D", roots=roots, node_heading="Site", parent_heading="Mentor")

    assert chart.head()[:2] == ["Site", "Mentor"]
    assert chart.rows() == [
        ["St Austell", "", 1, "", ""],
        [{"text": "Bude", "href": "#x"}, "St Austell", 2, "Active", "Ready"],
        ["Bedminster", "", 1, "", ""],
    ]


def test_flow_is_as_wide_as_its_numbers_and_names_stand_once():
    bands = (FlowBand("Kernow", "Swindon", 90), FlowBand("Kernow", "Bath", 30), FlowBand("Dorset", "Bath", 120, "2 h"))
    chart = FlowChart(
        id="f", title="T", description="D", source_heading="Gave", target_heading="Had", measure="Min", flow_bands=bands
    )
    laid = chart.laid()
    # 240 minutes fill 240 pixels, so a minute is a pixel high.
    assert [(end.name, end.height) for end in laid.sources] == [("Kernow", 120), ("Dorset", 120)]
    assert [(end.name, end.height) for end in laid.targets] == [("Swindon", 90), ("Bath", 150)]
    assert laid.bands[0] == "M0 20.0C50 20.0 50 20.0 100 20.0V110.0C50 110.0 50 110.0 0 110.0z"
    drawn = draw("{{ ui.flow_chart(chart) }}", chart=chart)
    assert len(drawn.find_all("path", class_="ipc-flow__band")) == 3
    assert chart.rows()[2] == ["Dorset", "Bath", "2 h"]
