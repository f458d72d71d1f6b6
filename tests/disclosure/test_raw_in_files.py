"""A true count reaches no file, answer, log or frame: it fails there, or what comes out is not the number."""

import csv
import io
import json
import logging

import jinja2
import pandas as pd
import pytest
import structlog
import xlsxwriter
from django.http import JsonResponse
from django.template import Context, Engine
from ninja.renderers import JSONRenderer

from disclosure.raw import RawCountShownError, people
from files.tables import Table
from ui.charts import Bar, BarChart

N = 4733
REFUSED = (RawCountShownError, TypeError)


def frame():
    return pd.DataFrame({"area": ["Town", "Shire"], "people": [people(N), people(3)]})


@pytest.mark.parametrize("expression", ["{{ x|default(0) }}", "{{ x|default(0, true) }}"])
def test_jinjas_default_does_not_swallow_a_raw_count(expression):
    with pytest.raises(RawCountShownError):
        jinja2.Environment(autoescape=True).from_string(expression).render(x=people(N))


@pytest.mark.parametrize("expression", ["{{ x|default:0 }}", "{{ x|default_if_none:0 }}", "{{ x|floatformat }}"])
def test_djangos_filters_do_not_swallow_a_raw_count(expression):
    with pytest.raises(RawCountShownError):
        Engine().from_string(expression).render(Context({"x": people(N)}))


@pytest.mark.parametrize(
    "write",
    [
        lambda: csv.writer(io.StringIO()).writerow(["Town", people(N)]),
        lambda: json.dumps({"people": people(N)}),
        lambda: JsonResponse({"people": people(N)}),
        lambda: JSONRenderer().render(None, {"people": people(N)}, response_status=200),
        lambda: Table("t", "People", ("Area", "People"), (["Town", people(N)],)),
        lambda: Table("t", "People", ("Area", "People"), (["Town", {"text": people(N)}],)),
    ],
)
def test_a_raw_count_goes_into_no_csv_json_or_table(write):
    with pytest.raises(REFUSED):
        write()


def test_a_raw_count_goes_into_no_workbook():
    book = xlsxwriter.Workbook(io.BytesIO(), {"in_memory": True})
    sheet = book.add_worksheet()
    with pytest.raises(REFUSED):
        sheet.write(0, 0, people(N))
    sheet.write(0, 0, "to be closed")
    book.close()


@pytest.mark.parametrize("draw", [lambda bar, chart: f"{bar.words}", lambda bar, chart: chart.largest + 1])
def test_a_raw_count_goes_into_no_chart(draw):
    bar = Bar("Town", people(N))
    chart = BarChart(
        id="x", title="x", description="x", category="Area", measure="People", bars=(bar, Bar("Shire", people(1)))
    )
    with pytest.raises(REFUSED):
        draw(bar, chart)


@pytest.mark.parametrize(
    "show",
    [
        repr, str, pd.DataFrame.to_string, pd.DataFrame.to_csv, pd.DataFrame.to_html,
        lambda f: f.sort_values("people"), lambda f: f["people"].max(), lambda f: f["people"].mean(),
        lambda f: f["people"].astype("int64"), lambda f: str(f["people"].value_counts()), lambda f: f["people"] > 3,
        lambda f: f.to_numpy().astype(str), lambda f: f.groupby("people").size(),
    ],
)  # fmt: skip
def test_a_frame_with_raw_counts_cannot_be_shown_sorted_or_compared(show):
    with pytest.raises(REFUSED):
        show(frame())


def test_what_a_frame_does_give_is_not_the_number():
    assert "4733" not in frame().to_json()
    assert "4733" not in repr(frame().to_dict("records"))
    assert "4733" not in repr(frame()["people"].sum())


def test_no_log_holds_the_number():
    lines = io.StringIO()
    log = structlog.wrap_logger(
        structlog.PrintLogger(lines), processors=[structlog.processors.JSONRenderer(default=repr)]
    )
    log.info("counted", people=people(N))
    assert "counted" in lines.getvalue()
    record = logging.LogRecord("x", logging.INFO, "x.py", 1, "counted %s", (people(N),), None)
    with pytest.raises(RawCountShownError):
        record.getMessage()
    assert "4733" not in lines.getvalue() + repr(record.args)
