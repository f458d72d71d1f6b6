"""PDF files are tagged for screen readers, say all that their tables say, and fetch nothing."""

import datetime
import io
import socket
import threading

import pypdf
import pytest

from disclosure import people, publish
from files import documents, pdf
from files.people import NO_PEOPLE
from files.tables import Table, numeric
from tests.files import written
from ui import branding
from ui.charts import Bar, BarChart

DAY = datetime.date(2014, 11, 7)
pytestmark = pytest.mark.skipif(bool(pdf.why_not()), reason=f"no PDF here: {pdf.why_not()}")


@pytest.fixture(scope="module")
def made():
    """Two tables, the first longer than a page, and a chart."""

    def brand():
        return branding.Brand("The <b>network</b>", "Net")

    branding.register(brand)
    long = Table(
        "long",
        "Partners",
        ("Partner", "Since", numeric("People")),
        tuple([f"Partner {number}", DAY, publish(people(6 if number else 43))] for number in range(45)),
        as_at=DAY,
        source="The application",
        note="A note.",
        sample=True,
    )
    short = Table("short", "Sites", ("Group", numeric("Sites")), (["<script>x</script>", 1234],), people=NO_PEOPLE)
    bars = (Bar("Kernow", 40), Bar("Swindon", None))
    chart = BarChart(
        id="c", title="Budgets", description="Kernow has 40.", category="Area", measure="People", bars=bars
    )
    try:
        return pdf.as_bytes(documents.document([long, short], name="all", title="All & more", charts=[chart]))
    finally:
        branding.unregister(brand)


def test_it_is_marked_as_tagged_and_says_its_language_and_title(made):
    reader = pypdf.PdfReader(io.BytesIO(made))
    root = reader.trailer["/Root"]
    assert root["/MarkInfo"]["/Marked"].value is True
    assert root["/Lang"] == "en-GB"
    assert root["/ViewerPreferences"]["/DisplayDocTitle"].value is True
    assert (reader.metadata.title, reader.metadata.author) == ("All & more", "The <b>network</b>")
    assert "pdfuaid:part" in root["/Metadata"].get_data().decode()


def test_heads_of_columns_and_rows_say_of_what_they_are_the_head(made):
    scopes = [tag["/A"]["/Scope"] for tag in written.tags(made) if tag["/S"] == "/TH"]
    pages = len(pypdf.PdfReader(io.BytesIO(made)).pages)
    assert scopes.count("/Row") == 46
    # Three columns on each of the pages over which the long table runs, and two.
    assert scopes.count("/Column") >= 3 * 2 + 2 and pages >= 2


def test_every_cell_names_its_heads(made):
    cells = [tag for tag in written.tags(made) if tag["/S"] == "/TD"]
    assert len(cells) == 45 * 2 + 1
    assert all(len(cell["/A"]["/Headers"]) == 2 for cell in cells)


def test_a_picture_is_told_in_words(made):
    assert [tag["/Alt"] for tag in written.tags(made) if tag["/S"] == "/Figure"] == ["Budgets. Kernow has 40."]


def test_headings_are_in_order(made):
    headings = [tag["/S"] for tag in written.tags(made) if tag["/S"] in {"/H1", "/H2", "/H3"}]
    assert headings == ["/H1", "/H2", "/H2", "/H2"]


def test_it_says_all_that_its_tables_say(made):
    text = written.pdf_text(made)
    for words in ("As at: 7 November 2014", "Source: The application", "Note: A note.", "A star (*) means 1 to 7"):
        assert words in text
    for words in ("Sample data: made up", "The <b>network</b>. Made on", "<script>x</script>", "1,234", "45"):
        assert words in text
    assert "Page 1 of " in text


def test_the_head_of_a_long_table_stands_on_each_of_its_pages(made):
    pages = [page.extract_text() for page in pypdf.PdfReader(io.BytesIO(made)).pages]
    with_rows = [page for page in pages if "Partner 1" in page or "Partner 3" in page]
    assert len(with_rows) >= 2
    assert all("Since" in page for page in with_rows)


def test_a_page_that_would_fetch_something_makes_no_file():
    asked = []
    with socket.create_server(("127.0.0.1", 0)) as server:
        server.settimeout(1)
        port = server.getsockname()[1]

        def wait():
            try:
                connection, _ = server.accept()
            except TimeoutError:
                return
            asked.append(connection)

        waiting = threading.Thread(target=wait)
        waiting.start()
        for address in (f"http://127.0.0.1:{port}/x.png", "file:///etc/hostname"):
            with pytest.raises(RuntimeError, match="fetches nothing"):
                pdf.from_html(f'<html lang="en"><title>x</title><img alt="x" src="{address}"></html>')
        waiting.join()
    assert asked == []


def test_a_second_file_can_be_made_after_one_that_failed():
    assert pdf.from_html('<html lang="en"><title>x</title><p>Well</p></html>').startswith(b"%PDF-1.7")
