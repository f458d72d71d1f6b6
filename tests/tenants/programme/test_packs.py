"""The board pack: made by a job, with the same numbers on paper and in the workbook."""

import datetime
import io
import re

import pypdf
import pytest
from django.test import Client

from audit.models import AuditRow
from files import pdf, private
from jobs.models import Job
from jobs.run import run_job
from tenants.programme import packs
from tenants.programme.board import Board
from tenants.programme.models import BoardPack
from tenants.programme.sections import SECTIONS
from tenants.programme.views import all_tables
from tests.conftest import make_person
from tests.files import written

DAY = datetime.date(2015, 7, 15)
needs_pdf = pytest.mark.skipif(bool(pdf.why_not()), reason=f"no PDF here: {pdf.why_not()}")


def nothing_to_say(done, total, words):
    """Progress that nobody watches."""


def content(kept):
    return private.path_of(kept).read_bytes()


def signed_in(role):
    """A client whose person is kept: the worker looks from a connection of its own."""
    client = Client()
    client.person = make_person(role)
    client.force_login(client.person, backend="accounts.backends.ActiveModelBackend")
    return client


def test_board_member_asks_for_a_pack_and_fetches_it(committed_db):
    client = signed_in("board-member")
    answer = client.post("/programme/pack/", {"as-at": "2015Q1"})
    job = Job.objects.get(kind="board-pack")
    assert answer.url == job.get_absolute_url()
    run_job(str(job.public_id))
    job.refresh_from_db()
    assert (job.state, job.words) == ("done", "The board pack as at 31 March 2015 is ready.")

    made = BoardPack.objects.get()
    page = client.get(job.result_url).content.decode()
    assert f"/programme/pack/{made.public_id}.xlsx" in page
    file = client.get(f"/programme/pack/{made.public_id}.xlsx")
    assert file.headers["Content-Disposition"] == 'attachment; filename="board-pack-2015-03-31.xlsx"'
    file.close()
    assert AuditRow.objects.filter(action="export.download", by=client.person).exists()


@pytest.mark.django_db
def test_a_pack_for_a_quarter_that_is_not_over_is_refused_in_words(client_as):
    answer = client_as("board-member").post("/programme/pack/", {"as-at": "2099Q1"})
    assert answer.status_code == 422
    assert "Choose today, or a quarter that is over." in answer.content.decode()
    assert not Job.objects.exists()


@needs_pdf
@pytest.mark.django_db
def test_the_pdf_and_the_workbook_say_the_same_and_go_together():
    pack = packs.make(quarter=None, day=DAY, by=None, on_progress=nothing_to_say)
    paper, workbook = content(pack.pdf), written.sheets(content(pack.workbook))
    board = Board(DAY)
    tables = all_tables(board)
    _has_every_number(paper, tables)
    _has_every_table(workbook, tables)
    _is_tagged_with_its_date_and_page_numbers(paper)

    files = [private.path_of(kept) for kept in (pack.pdf, pack.workbook)]
    assert all(file.exists() for file in files)
    assert packs.delete_old(pack.made_at + datetime.timedelta(seconds=1)) == 1
    assert not any(file.exists() for file in files)
    assert not BoardPack.objects.exists()


def _has_every_number(paper, tables):
    printed = re.sub(r"\s+", "", written.pdf_text(paper))
    for table in tables:
        for row in table.rows:
            for cell in row:
                words = re.sub(r"\s+", "", pdf.shown(cell))
                assert words in printed, (table.key, words)


def _has_every_table(workbook, tables):
    captions = " ".join(str(cell) for row in workbook["Notes"] for cell in row)
    for table in tables:
        assert table.caption in captions


def _is_tagged_with_its_date_and_page_numbers(paper):
    reader = pypdf.PdfReader(io.BytesIO(paper))
    assert reader.trailer["/Root"]["/MarkInfo"]["/Marked"].value is True
    assert reader.metadata.title == "Board pack as at 15 July 2015"
    pages = [page.extract_text() for page in reader.pages]
    for number, text in enumerate(pages, 1):
        assert f"Page {number} of {len(pages)}" in text
        assert "as at 15 July 2015" in text.replace("\n", " ")
    everything = " ".join(" ".join(pages).split())
    for section in SECTIONS:
        assert section.title in everything
    assert "Returns that are late" in everything
