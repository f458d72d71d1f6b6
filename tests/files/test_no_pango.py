"""Without the system's Pango all works but PDF, which says so in words."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

SCRIPT = Path(__file__).with_name("no_pango.py")
# By these names WeasyPrint and the quick look for it load the library; a file that is none stands first on the path.
NAMES = ("libpango-1.0.so.0", "libpango-1.0-0", "pango-1.0-0", "pango-1.0")


@pytest.fixture(scope="module")
def told(tmp_path_factory):
    place = tmp_path_factory.mktemp("libraries")
    for name in NAMES:
        (place / name).write_text("no library")
    environment = {**os.environ, "LD_LIBRARY_PATH": str(place), "IPC_TESTING": "1"}
    done = subprocess.run(
        [sys.executable, SCRIPT], env=environment, cwd=SCRIPT.parents[2], capture_output=True, text=True, timeout=120
    )
    assert done.returncode == 0, done.stderr
    return json.loads(done.stdout.splitlines()[-1])


def test_the_page_offers_no_pdf_and_says_why(told):
    assert "areas.csv" in told["downloads"] and "areas.xlsx" in told["downloads"]
    assert "areas.pdf" not in told["downloads"]
    assert "No PDF: a part of this server is missing (Pango)" in told["downloads"]


def test_the_address_answers_503_with_the_reason_and_what_to_take_instead(told):
    assert told["statuses"] == {"csv": 200, "xlsx": 200, "pdf": 503}
    assert "a part of its system, Pango, is missing" in told["page"]
    assert "The workbook and the CSV file have the same figures." in told["page"]


def test_nothing_else_makes_a_pdf_either(told):
    assert "Pango, is missing" in told["made"]
