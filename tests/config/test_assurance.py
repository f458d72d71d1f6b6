"""The list of application security answers every requirement once, and names tests that exist."""

import ast
import csv
import re
from collections import Counter
from functools import cache
from pathlib import Path

import pytest

PROJECT = Path(__file__).resolve().parents[2]
PAPERS = PROJECT / "docs" / "assurance"
STATES = ("held", "partly", "not done", "not applicable")
# A file or folder of tests, and the test in it where one is named.
NAMED = re.compile(r"(?<![\w/.-])(tests/[\w/.-]*\w)(?:::(\w+))?")
COUNTS = re.compile(r"^\| (?:V(\d+) .+?|\*\*All\*\*) \| (\d+) \| (\d+) \| (\d+) \| (\d+) \| (\d+) \|$", re.MULTILINE)


def rows_of(path: Path) -> list[dict[str, str]]:
    with path.open(newline="", encoding="utf-8") as file:
        return list(csv.DictReader(file, strict=True))


def answers() -> list[dict[str, str]]:
    return rows_of(PAPERS / "asvs.csv")


@cache
def functions_of(path: Path) -> set[str]:
    tree = ast.parse(path.read_text(encoding="utf-8"))
    return {node.name for node in ast.walk(tree) if isinstance(node, ast.FunctionDef)}


def missing_tests(text: str) -> list[str]:
    """What the text names of `tests/` and is not there."""
    missing = []
    for path, name in NAMED.findall(text):
        file = PROJECT / path
        if not file.exists() or (name and name not in functions_of(file)):
            missing.append(f"{path}::{name}" if name else path)
    return missing


def test_every_requirement_is_answered_once_at_its_level() -> None:
    asked = [(row["id"], row["level"]) for row in rows_of(Path(__file__).with_name("asvs_5_0_ids.csv"))]
    assert len(asked) == 253
    assert [(row["requirement"], row["level"]) for row in answers()] == asked


def test_every_answer_has_a_known_state_and_says_how() -> None:
    for row in answers():
        assert row["state"] in STATES, row
        assert row["how"].strip().endswith("."), row
        assert 1 <= len(row["in short"].split()) <= 12, row


def test_what_an_answer_is_shown_by_are_tests_by_name() -> None:
    for row in answers():
        for named in row["shown by"].split():
            assert re.fullmatch(r"tests/[\w/]+\.py::test_\w+", named), (row["requirement"], named)
        assert not missing_tests(row["shown by"]), row["requirement"]


@pytest.mark.parametrize("path", sorted(PAPERS.glob("*.md")), ids=lambda path: path.name)
def test_tests_named_in_a_paper_exist(path: Path) -> None:
    assert not missing_tests(path.read_text(encoding="utf-8"))


def test_the_counts_of_the_page_are_those_of_the_list() -> None:
    counted: dict[str, Counter[str]] = {}
    for row in answers():
        for chapter in (row["requirement"].split(".")[0].removeprefix("V"), ""):
            counted.setdefault(chapter, Counter())[row["state"]] += 1
    told = {
        chapter: [int(number) for number in numbers]
        for chapter, *numbers in COUNTS.findall((PAPERS / "asvs.md").read_text(encoding="utf-8"))
    }
    assert told == {
        chapter: [*(states[state] for state in STATES), states.total()] for chapter, states in counted.items()
    }


def test_whatever_is_missing_stands_on_the_page_with_its_state() -> None:
    text = (PAPERS / "asvs.md").read_text(encoding="utf-8")
    told = re.findall(r"^\| (V[\d.]+) \| .+? \| (partly|not done) \|", text, re.MULTILINE)
    missing = [(row["requirement"], row["state"]) for row in answers() if row["state"] in ("partly", "not done")]
    assert sorted(told) == sorted(missing)
