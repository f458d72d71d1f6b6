"""Writing a table of 20,000 rows as a workbook, beside the same rows as plain CSV; and a table of 100 rows as PDF."""

import csv
import datetime
import io
import time

from benchmarks import _site
from files import documents, pdf, writing_csv, writing_xlsx  # noqa: E402
from files.people import NO_PEOPLE
from files.tables import Table  # noqa: E402
from ui import branding

ROWS, ROWS_ON_PAPER = 20_000, 100
DAY = datetime.date(2015, 7, 15)
HEAD = ("Organisation", "Kind", "Sites", "Since", "Note")


def table(rows: int) -> Table:
    """Text, numbers and days, as lists of the site have them."""
    cells = tuple(
        [f"Organisation {n}", "Voluntary sector", n, DAY, "=some words that are guarded"] for n in range(rows)
    )
    return Table("bench", "Benchmark", HEAD, cells, as_at=DAY, source="made up", people=NO_PEOPLE)


def milliseconds(work, times: int = 3) -> float:
    """The best of some runs, of the processor's own time: other programs' work doesn't count."""
    found = []
    for _ in range(times):
        start = time.process_time()
        work()
        found.append((time.process_time() - start) * 1000)
    return round(min(found), 1)


def main() -> None:
    branding.register(lambda: branding.DEFAULT)
    large, small = documents.document(table(ROWS), name="x"), documents.document(table(ROWS_ON_PAPER), name="x")

    def reference(rows) -> None:
        csv.writer(io.StringIO()).writerows(rows)

    plain = milliseconds(lambda: reference(large.tables[0].rows))
    words = f"the rows as they are, by Python's csv ({ROWS:,} rows, ms)"
    report = [
        (f"CSV, guarded ({ROWS:,} rows, ms)", milliseconds(lambda: writing_csv.as_bytes(large)), plain, words),
        (f"workbook ({ROWS:,} rows, ms)", milliseconds(lambda: writing_xlsx.as_bytes(large)), plain, words),
    ]
    if not pdf.why_not():
        set_in = milliseconds(lambda: pdf.as_bytes(small))
        book = milliseconds(lambda: writing_xlsx.as_bytes(small))
        report.append((f"PDF ({ROWS_ON_PAPER} rows, ms)", set_in, book, "the same rows as a workbook (ms)"))
    _site.report(report)


if __name__ == "__main__":
    main()
