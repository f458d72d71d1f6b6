"""Every line of docs/finance/notebook.md runs, and prints what the page says."""

import contextlib
import io
import re
from pathlib import Path

PAGE = Path(__file__).resolve().parents[3] / "docs" / "finance" / "notebook.md"
BLOCK = re.compile(r"^```(python|text)\n(.*?)^```$", re.MULTILINE | re.DOTALL)


def test_the_notebook_page_runs_and_prints_what_it_says(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    names: dict = {}
    printed = ""
    compared = 0
    for kind, block in BLOCK.findall(PAGE.read_text()):
        if kind == "text":
            assert printed == block
            compared += 1
            continue
        with contextlib.redirect_stdout(io.StringIO()) as out:
            exec(block, names)
        printed = out.getvalue()
    names["data"].connection.disconnect()
    assert compared > 8
