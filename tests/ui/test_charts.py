import datetime
from dataclasses import replace
from decimal import Decimal

import pytest

from tests.ui.drawing import draw, words
from ui import gallery_charts
from ui.charts import Bar, BarChart, LineChart, MatrixCell, Series, StackedBar, Timeline, TimelineEntry, csv, svg

EXAMPLES = {
    "bar_chart": gallery_charts.BARS,
    "line_chart": gallery_charts.LINES,
    "stacked_bar_chart": gallery_charts.STACKED,
    "timeline": gallery_charts.TIMELINE,
    "funnel_plot": gallery_charts.FUNNEL,
}


def bars(*given: Bar) -> BarChart:
    return BarChart(id="b", title="Title", description="What to see", category="Area", measure="People", bars=given)


@pytest.mark.parametrize("macro", EXAMPLES)
def test_picture_is_named_and_described(macro):
    picture = draw(f"{{{{ ui.{macro}(chart) }}}}", chart=EXAMPLES[macro]).find("svg", role="img")

    title, desc = picture["aria-labelledby"].split()
    assert words(picture.find(id=title)) == EXAMPLES[macro].title
    assert words(picture.find(id=desc)) == EXAMPLES[macro].description


@pytest.mark.parametrize("macro", EXAMPLES)
def test_chart_shows_its_data_as_a_table_and_as_a_file(macro):
    chart = EXAMPLES[macro]
    drawn = draw(f"{{{{ ui.{macro}(chart) }}}}", chart=chart)

    assert len(drawn.find("details").find("tbody").find_all("tr")) == len(chart.rows())
    assert drawn.find("a", download=True)["href"] == chart.download


@pytest.mark.parametrize("macro", ["line_chart", "stacked_bar_chart"])
def test_key_names_every_line_and_part(macro):
    chart = EXAMPLES[macro]
    key = [
        words(item) for item in draw(f"{{{{ ui.{macro}(chart) }}}}", chart=chart).find(class_="ipc-key").find_all("li")
    ]

    assert key == [getattr(part, "name", part) for part in getattr(chart, "series", None) or chart.parts]


def test_bars_share_the_width_of_the_largest():
    rows, _ = svg.bar_rows(bars(Bar("A", 50), Bar("B", 25), Bar("C", 0), Bar("D", None)))

    assert [row.segments for row in rows] == [[(0.0, 100.0, 0)], [(0.0, 50.0, 0)], [(0.0, 0.0, 0)], []]


def test_small_bar_can_still_be_seen():
    assert svg.share(1, 100_000) == 0.6


def test_unknown_bar_says_so_in_words_and_is_not_drawn_as_zero():
    drawn = draw("{{ ui.bar_chart(chart) }}", chart=bars(Bar("Kernow", 3), Bar("Swindon", None)))

    assert "Not known" in words(drawn.find("svg"))
    assert len(drawn.find_all(class_="ipc-svg__bar")) == 1
    assert len(drawn.find_all(class_="ipc-svg__track--unknown")) == 1


def test_long_label_is_broken_to_fit_a_phone():
    rows, _ = svg.bar_rows(bars(Bar("People with a learning disability and high support needs", 5)))

    assert [line for line, _ in rows[0].lines] == ["People with a learning disability", "and high support needs"]


def test_label_of_a_bar_is_drawn_as_text():
    assert draw("{{ ui.bar_chart(chart) }}", chart=bars(Bar("<script>x</script>", 1))).find("script") is None


@pytest.mark.parametrize(
    ("largest", "expected"),
    [(2000, [0, 500, 1000, 1500, 2000]), (198, [0, 50, 100, 150, 200]), (1, [0, 0.25, 0.5, 0.75, 1])],
)
def test_ticks_are_round_numbers(largest, expected):
    assert svg.ticks(largest) == expected


def test_line_is_broken_where_a_value_is_not_known():
    chart = LineChart(
        id="l",
        title="T",
        description="D",
        category="Q",
        labels=("1", "2", "3"),
        series=(Series("Actual", (4, None, 8)),),
    )

    drawn = draw("{{ ui.line_chart(chart) }}", chart=chart).find("svg", role="img")

    assert len(drawn.find_all("circle")) == 2
    assert drawn.find_all("line", class_="ipc-line") == []


def test_line_with_a_value_too_few_is_refused():
    with pytest.raises(ValueError, match="Actual has 1 values for 2 points"):
        LineChart(id="l", title="T", description="D", category="Q", labels=("1", "2"), series=(Series("Actual", (4,)),))


def test_an_interval_is_drawn_over_its_bar_and_stands_in_the_table():
    low, high = Bar("A", 50, low=40, high=80, interval="40 to 80"), Bar("B", 20)
    chart = replace(bars(low, high), interval="95% interval")
    # The end of the interval is the widest thing: 80 fills the width, so 40 is at half of it.
    assert (chart.largest(), svg.interval_ends(chart, low), svg.interval_ends(chart, high)) == (80, (50.0, 100.0), None)
    assert (chart.head()[-1], chart.rows()[0]) == ("95% interval", ["A", 50, "40 to 80"])
    drawn = draw("{{ ui.bar_chart(chart) }}", chart=chart)
    assert len(drawn.select("svg.ipc-svg .ipc-svg__interval")) == 1
    with pytest.raises(ValueError, match="one end alone"):
        Bar("C", 5, low=1)


def test_stacked_bar_with_an_unknown_part_is_at_least_its_sum():
    assert StackedBar("A", (3, 4)).words == "7"
    assert StackedBar("A", (3, None)).words == "At least 3"


def test_timeline_puts_today_between_past_and_future():
    past = TimelineEntry("Past", datetime.date(2015, 1, 1))
    future = TimelineEntry("Future", datetime.date(2016, 1, 1))
    chart = Timeline(id="t", title="T", description="D", entries=(future, past), today=datetime.date(2015, 7, 15))

    assert chart.list_items() == [past, None, future]


def test_timeline_stands_in_whole_years():
    chart = Timeline(id="t", title="T", description="D", entries=(TimelineEntry("A", datetime.date(2015, 7, 2)),))

    assert svg.timeline_span(chart) == (datetime.date(2015, 1, 1), datetime.date(2016, 1, 1))
    assert svg.timeline_place(chart.entries[0], svg.timeline_span(chart)) == (49.86, 0.0)  # 182 days of 365


def test_matrix_says_the_phase_in_words_and_marks_what_is_to_be_confirmed():
    drawn = draw("{{ ui.phase_matrix(chart) }}", chart=gallery_charts.MATRIX)

    rows = drawn.find("tbody").find_all("tr")
    assert [words(phase) for phase in rows[0].find_all(class_="ipc-matrix__phase")] == [
        "Phase 1",
        "Phase 2",
        "Phase 3",
        "Phase 4",
    ]
    assert {words(phase) for phase in rows[2].find_all(class_="ipc-matrix__phase")} == {"To be confirmed"}
    assert len(rows[2].find_all(class_="ipc-matrix__box--to-be-confirmed")) == 4


def test_matrix_cell_link_names_its_area_and_group():
    link = draw("{{ ui.phase_matrix(chart) }}", chart=gallery_charts.MATRIX).find("td").find("a")

    assert words(link).endswith("Phase 1 : Kernow, Children and young people with complex needs")


def test_phase_that_does_not_exist_is_refused():
    with pytest.raises(ValueError, match="not 5"):
        MatrixCell(5)


@pytest.mark.parametrize("text", ["=1+1", "+44", "-x", "@SUM(A1)", "\tx", "\rx", "\nx", " =1"])
def test_csv_cell_never_starts_a_formula(text):
    assert csv.guarded(text) == f"'{text}"


@pytest.mark.parametrize("number", [-5, 3.5, Decimal("-1.20"), 0])
def test_csv_numbers_stay_numbers(number):
    assert csv.guarded(number) is number


def test_csv_of_a_chart_is_its_table():
    chart = bars(Bar("=Kernow", 3), Bar("Swindon", None))

    assert csv.of_chart(chart) == "Area,People\r\n'=Kernow,3\r\nSwindon,Not known\r\n"


def test_csv_download_can_be_read_by_excel():
    response = csv.response("a.csv", ["Cost"], [["£5"]])

    assert response.content == "\ufeffCost\r\n£5\r\n".encode()
    assert response["Content-Disposition"] == 'attachment; filename="a.csv"'


def test_parts_of_a_timeline_for_paper_share_one_axis_and_hold_every_entry_once():
    """Five entries in parts of at most three are three and two, from 2015 to three weeks after 2017 in both."""
    parts = list(gallery_charts.TIMELINE.parts(3))

    assert [len(part.entries) for part in parts] == [3, 2]
    assert {svg.timeline_span(part) for part in parts} == {(datetime.date(2015, 1, 1), datetime.date(2018, 1, 22))}
    assert list(gallery_charts.TIMELINE.parts(5)) == [gallery_charts.TIMELINE]
