"""Charts on paper: with their key, in their own colours, without links, told in words."""

import datetime

import pytest

from files import pdf
from files.documents import Document
from files.pdf_charts import MACROS, drawn
from files.tables import Table
from tests.files import written
from ui import gallery_charts

CHARTS = gallery_charts.PRINTED
WITHOUT_KEY = {"bars", "timeline", "cohorts", "matrix", "mentoring", "help-given"}


def test_each_kind_of_chart_that_can_be_printed_is_tried():
    assert {type(chart) for chart in CHARTS} == set(MACROS)


@pytest.mark.parametrize("chart", CHARTS, ids=lambda chart: chart.id)
def test_no_link_and_no_second_picture_of_a_key_is_left(chart):
    html = str(drawn(chart))

    assert "<a " not in html and "</a>" not in html
    assert html.count('<svg class="ipc-svg') == html.count("<svg class=")


@pytest.mark.parametrize("chart", CHARTS, ids=lambda chart: chart.id)
def test_chart_on_paper_has_its_key(chart):
    assert ("ipc-key" in drawn(chart)) == (chart.id not in WITHOUT_KEY)


@pytest.mark.skipif(bool(pdf.why_not()), reason=f"no PDF here: {pdf.why_not()}")
def test_pictures_are_told_in_words_and_maps_are_tables():
    table = Table("t", "Last", ("A",), (["x"],))
    document = Document("x", "Pack", (table,), "The network", datetime.datetime(2015, 7, 15, 9), tuple(CHARTS))
    made = pdf.as_bytes(document)
    tags = written.tags(made)

    told = [tag.get("/Alt") for tag in tags if tag["/S"] == "/Figure"]
    pictures = [chart for chart in CHARTS if MACROS[type(chart)][0] in {"bars", "plots", "timeline", "flow"}]
    assert told == [f"{chart.title}. {chart.description}" for chart in pictures]
    # The phase matrix; the milestones in two parts; the maturity; the risks' grid and list; the table.
    assert sum(tag["/S"] == "/Table" for tag in tags) == 7
    text = written.pdf_text(made)
    for words in ("19 in 20 chances", "Overdue", "20 Extreme", "Holsworthy", "Not drawn: Swindon"):
        assert words in text
