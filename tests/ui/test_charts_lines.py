"""Intervals, targets, hidden figures, lines of equals, funnel plots and lanes."""

import datetime

import pytest

from disclosure import people, publish
from tests.ui.drawing import draw, words
from ui import gallery_charts
from ui.charts import (
    FunnelLine,
    FunnelPlot,
    FunnelPoint,
    LineChart,
    Series,
    Stage,
    Target,
    Timeline,
    TimelineEntry,
    lanes,
    plots,
    svg,
)
from ui.charts.lines import OF_EQUALS


def line_chart(*series: Series, target: Target | None = None) -> LineChart:
    labels = tuple(f"Q{number + 1}" for number in range(len(series[0].values)))
    return LineChart(
        id="l", title="T", description="D", category="Quarter", labels=labels, series=series, target=target
    )


def funnel(*points: FunnelPoint) -> FunnelPlot:
    line = FunnelLine(400, lower95=8, upper95=12, lower998=6, upper998=20)
    return FunnelPlot(
        id="f", title="T", description="D", unit="Rate", points=points, lines=(line,), mean=10, mean_text="10.0"
    )


def test_interval_is_shaded_named_in_the_key_and_said_in_the_table():
    chart = line_chart(
        Series("Expected", (100, 110), "forecast", low=(None, 90), high=(None, 1300), interval="95% interval")
    )
    drawn = draw("{{ ui.line_chart(chart) }}", chart=chart)

    assert [words(item) for item in drawn.find(class_="ipc-key").find_all("li")] == [
        "Expected",
        "Expected: 95% interval",
    ]
    assert len(drawn.find("svg", role="img").find_all("polygon")) == 1
    assert chart.rows() == [["Q1", 100, ""], ["Q2", 110, "from 90 to 1,300"]]


def test_band_goes_along_its_upper_ends_and_back_along_the_lower_ones():
    chart = line_chart(Series("Expected", (10, 10, 10), "forecast", low=(0, 5, None), high=(20, 20, None)))

    # The scale ends at 20: 20 is at the top (0), 5 is a quarter up (180 of 240), 0 at the bottom (240).
    assert plots.bands(chart, chart.series[0]) == ["0.0,0.0 300.0,0.0 300.0,180.0 0.0,240.0"]


def test_gap_parts_a_band_in_two():
    chart = line_chart(Series("Expected", (1,) * 5, low=(1, 1, None, 1, 1), high=(2, 2, None, 2, 2)))

    assert len(plots.bands(chart, chart.series[0])) == 2


def test_highest_end_of_an_interval_is_on_the_scale():
    assert line_chart(Series("Expected", (10,), low=(5,), high=(2200,))).largest() == 2200


@pytest.mark.parametrize(
    ("low", "high", "message"),
    [
        ((1,), (2, 3), "1 of low for 2 values"),
        ((1, None), (2, 3), "one end alone"),
        ((1, 4), (2, 3), "ends below its start"),
    ],
)
def test_interval_that_is_none_is_refused(low, high, message):
    with pytest.raises(ValueError, match=message):
        Series("Expected", (1, 2), low=low, high=high)


def test_target_is_a_line_with_its_name_and_a_column():
    chart = line_chart(Series("Actual", (100, 198)), target=Target(2000, "Promised", "Mar 2017"))
    drawn = draw("{{ ui.line_chart(chart) }}", chart=chart)

    assert words(drawn.find(class_="ipc-key").find_all("li")[-1]) == "Promised: 2,000 by Mar 2017"
    assert len(drawn.find("svg", role="img").find_all(class_="ipc-target")) == 1
    assert chart.largest() == 2000
    assert chart.rows() == [["Q1", 100, 2000], ["Q2", 198, 2000]]


def test_hidden_figure_is_a_gap_in_the_line_and_a_star_in_the_table():
    hidden = publish(people(3))
    chart = line_chart(Series("Actual", (40, hidden.shown, 55), shown=("", hidden, "")))
    drawn = draw("{{ ui.line_chart(chart) }}", chart=chart)

    assert len(drawn.find("svg", role="img").find_all("circle")) == 2
    assert drawn.find("svg", role="img").find_all("line", class_="ipc-line") == []
    cells = [words(row.find_all("td")[0]) for row in drawn.find("tbody").find_all("tr")]
    assert cells == ["40", "* hidden, 1 to 7", "55"]


def test_five_equal_lines_have_five_shapes():
    series = tuple(Series(kind, (1, 2), kind) for kind in OF_EQUALS)
    key = draw("{{ ui.line_chart(chart) }}", chart=line_chart(*series)).find(class_="ipc-key").find_all("li")

    shapes = [item.find("path")["d"] if item.find("path") else "circle" for item in key]
    assert len(set(shapes)) == 5
    assert len({item.find("line")["class"][-1] for item in key}) == 5


def test_labels_that_would_touch_are_left_out_but_for_the_last():
    # 8 letters and 2 between, 10 labels: 100 letters where 66 fit, so every second one.
    assert svg.labels_on_a_desk(("Mar 2015",) * 10) == {9, 7, 5, 3, 1}
    assert svg.labels_on_a_desk(("Q1", "Q2")) == {0, 1}


def test_funnel_says_where_each_point_lies_and_what_is_not_drawn():
    chart = funnel(
        FunnelPoint("Kernow", 400, 15, "15.0", "above_95"), FunnelPoint("Swindon", 200, None, "*", "not_known")
    )
    drawn = draw("{{ ui.funnel_plot(chart) }}", chart=chart)

    assert chart.rows() == [
        ["Kernow", 400, "15.0", "Above the 95% limit"],
        ["Swindon", 200, "*", "Not known"],
        ["All together", "", "10.0", "The mean"],
    ]
    assert "Not drawn: Swindon (*)." in words(drawn)
    assert len(drawn.find("svg", role="img").find_all(class_="ipc-point")) == 1


def test_point_outside_the_limits_alone_has_its_name_in_the_picture():
    chart = funnel(
        FunnelPoint("Kernow", 400, 15, "15.0", "above_95"), FunnelPoint("Bristol", 300, 11, "11.0", "inside")
    )
    picture = words(draw("{{ ui.funnel_plot(chart) }}", chart=chart).find("svg", role="img"))

    assert "Kernow" in picture
    assert "Bristol" not in picture


def test_names_of_near_points_stand_below_each_other():
    placed = plots.placed(
        funnel(FunnelPoint("A", 400, 15, "15", "above_95"), FunnelPoint("B", 390, 15, "15", "above_95"))
    )

    # The scale ends at 20: 15 is 60 pixels down, a name's baseline 5 below, the next 18 more.
    assert [at.lines for at in placed] == [[("A", 65.0)], [("B", 83.0)]]


def test_limit_is_drawn_from_the_smallest_to_the_largest_population():
    lines = gallery_charts.FUNNEL.lines
    points = plots.limits(gallery_charts.FUNNEL, "upper95").split()

    assert len(points) == len(lines)
    # 100,000 of the 800,000 at which the scale ends, of 600 units.
    assert points[0].startswith("75.0,")


def test_place_that_is_none_is_refused():
    with pytest.raises(ValueError, match="choose from inside, above_95"):
        FunnelPoint("Kernow", 1, 1, "1", "outside")


def day(month: int, number: int = 1) -> datetime.date:
    return datetime.date(2015, month, number)


def test_entries_of_a_lane_share_a_row_where_their_words_do_not_touch():
    first = TimelineEntry("A", day(1), day(2), when="x", lane="First")
    second = TimelineEntry("B", day(6), day(7), when="x", lane="First")
    touching = TimelineEntry("C", day(6, 15), day(7), when="x", lane="First")
    chart = Timeline(id="t", title="T", description="D", entries=(first, second, touching))

    (lane,), height = lanes.of_timeline(chart)

    assert [placed.top for placed in lane.placed] == [51, 51, 105]
    assert height == 28 + 2 * 54


def test_entries_without_a_lane_have_a_row_each():
    entries = (TimelineEntry("A", day(1), when="x"), TimelineEntry("B", day(6), when="x"))
    (lane,), _ = lanes.of_timeline(Timeline(id="t", title="T", description="D", entries=entries))

    assert [placed.top for placed in lane.placed] == [23, 77]


def test_timeline_says_in_words_how_far_sites_have_come():
    entry = TimelineEntry("Runs", day(4), day(9), lane="First", stages=(Stage("Live", 4), Stage("Preparing", 2)))
    chart = Timeline(id="t", title="T", description="D", entries=(entry,), lane_heading="Cohort")
    drawn = draw("{{ ui.timeline(chart) }}", chart=chart)

    assert chart.head() == ["Cohort", "What", "When", "Status", "How far", "More"]
    assert chart.rows() == [["First", "Runs", "1 April 2015 to 1 September 2015", "", "4 live, 2 preparing", ""]]
    assert "4 live, 2 preparing" in words(drawn.find("svg", role="img"))
    assert "First: Runs" in words(drawn.find("ol"))
