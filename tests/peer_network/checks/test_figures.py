"""What the checks catch, measured on the test data of `tests/peer_network/data`; its `held_out` half was never read."""

import csv
from pathlib import Path

import pytest

from peer_network.checks.calc import starting
from peer_network.checks.calc.findings import PERSONAL
from peer_network.checks.calc.looking import is_crisis, look

DATA = Path(__file__).parents[1] / "data"


def rows(name):
    with (DATA / f"{name}.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def findings(text):
    return look(text, phrases=starting.book())


def share(hits):
    return sum(hits) / len(hits)


def is_caught(row):
    start = row["text"].index(row["planted"])
    end = start + len(row["planted"])
    return any(each.kind in PERSONAL and each.start < end and start < each.end for each in findings(row["text"]))


@pytest.mark.parametrize(("kind", "least"), [("explicit", 0.95), ("oblique", 0.70)])
def test_words_of_crisis_bring_help(kind, least):
    hits = [is_crisis(findings(row["text"])) for row in rows("crisis") if row["kind"] == kind]
    assert len(hits) >= 90
    assert share(hits) >= least


def test_few_ordinary_posts_are_taken_for_crisis_or_told_of_details():
    found = [findings(row["text"]) for row in rows("ordinary")]
    assert len(found) == 1_000
    assert share([is_crisis(each) for each in found]) <= 0.05
    assert share([any(one.kind in PERSONAL for one in each) for each in found]) <= 0.02


# What the half of the fresh texts that was never read reached on 26 November 2026: explicit 96 %, oblique 52 %,
# ordinary 7.3 % (plain posts 1.1 %, posts that only look dangerous 16.7 %). The aim is 95, 70 and 5: for plain words
# it is met, for hints and for hard ordinary posts it isn't. Nobody may make these worse.
FRESH = [("explicit", 0.95), ("oblique", 0.50)]


@pytest.mark.parametrize(("kind", "least"), FRESH)
def test_words_of_crisis_that_nobody_has_read_bring_help(kind, least):
    held_out = [row for row in rows("fresh_crisis") if row["set"] == "held_out" and row["kind"] == kind]
    assert len(held_out) == 50
    assert share([is_crisis(findings(row["text"])) for row in held_out]) >= least


@pytest.mark.parametrize(("kind", "count", "most"), [("plain", 90, 0.02), ("hard", 60, 0.17)])
def test_ordinary_posts_that_nobody_has_read_are_seldom_taken_for_crisis(kind, count, most):
    held_out = [row for row in rows("fresh_ordinary") if row["set"] == "held_out" and row["kind"] == kind]
    assert len(held_out) == count
    assert share([is_crisis(findings(row["text"])) for row in held_out]) <= most


@pytest.mark.parametrize(("name", "least"), [("fresh_crisis", 0.95), ("own_crisis", 0.90)])
def test_words_of_crisis_that_were_read_bring_help(name, least):
    read = [row for row in rows(name) if row["set"] == "develop"]
    assert len(read) >= 100
    assert share([is_crisis(findings(row["text"])) for row in read]) >= least


def test_few_ordinary_posts_that_were_read_are_taken_for_crisis():
    read = [row for name in ("fresh_ordinary", "own_ordinary") for row in rows(name) if row["set"] == "develop"]
    assert len(read) >= 500
    assert share([is_crisis(findings(row["text"])) for row in read]) <= 0.05


def test_personal_details_are_caught():
    hits = [is_caught(row) for row in rows("details")]
    assert len(hits) == 1_000
    assert share(hits) >= 0.98


def test_numbers_and_names_that_give_nobody_away_are_seldom_taken_for_details():
    found = [findings(row["text"]) for row in rows("no_details")]
    assert share([any(one.kind in PERSONAL for one in each) for each in found]) <= 0.05
