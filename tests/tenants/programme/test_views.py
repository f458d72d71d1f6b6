"""Each view of the board has a page, its tables have files, and an unknown one is not found."""

import datetime

import pytest
from bs4 import BeautifulSoup

from tenants import network_risks
from tenants.programme.board import Board
from tenants.programme.sections import BY_TABLE, SECTIONS
from tenants.returns.models import (
    PublishedAssessment,
    PublishedMaturity,
    PublishedPromise,
    PublishedRisk,
    ReleasedQuarter,
)
from tests.queries import count_queries

pytestmark = pytest.mark.django_db
DAY = datetime.date(2015, 6, 1)
RISK = {
    "number": 1,
    "kind": "risk",
    "title": "Nobody can be hired",
    "likelihood_before": 4,
    "impact_before": 4,
    "likelihood_after": 3,
    "impact_after": 4,
    "review_on": datetime.date(2015, 7, 1),
    "as_at": DAY,
}
SCORES = {"likelihood_after": 3, "impact_after": 4}


@pytest.mark.parametrize("key", [section.key for section in SECTIONS])
def test_every_view_has_a_page_that_says_its_title(client_as, key):
    response = client_as("board-member").get(f"/programme/{key}/")
    assert response.status_code == 200
    title = next(section.title for section in SECTIONS if section.key == key)
    assert f"<title>{title}" in response.content.decode().replace("\n", "")


def test_an_unknown_view_is_not_found(client_as):
    assert client_as("board-member").get("/programme/weather/").status_code == 404


def test_every_table_that_a_view_makes_is_named_and_each_name_is_one_views(kernow):
    PublishedMaturity.objects.create(area=kernow, component="1A", level=2, as_at=DAY)
    PublishedRisk.objects.create(area=kernow, **RISK)
    board = Board(datetime.date(2015, 7, 15))
    for section in SECTIONS:
        made = [table.key for table in section.build(board).tables]
        assert set(made) <= set(section.tables), section.key
    assert sum(len(section.tables) for section in SECTIONS) == len(BY_TABLE)


def test_a_shared_risk_scores_12_and_is_late_for_its_review(client_as, kernow):
    PublishedRisk.objects.create(area=kernow, **RISK)
    text = client_as("board-member").get("/programme/risks/").content.decode()
    assert "Kernow: Nobody can be hired" in text
    assert "12, high" in text
    assert "16, extreme" in text
    assert "1 July 2015: overdue" in text


def test_a_risk_of_the_network_stands_on_the_map_as_its_own_once_it_is_scored(client_as, kernow, person):
    """The second of the network's three: 3 by 4 is 12. The two that nobody scored are in the list alone."""
    PublishedRisk.objects.create(area=kernow, **RISK)
    network_risks.change(key="one-budget", values=SCORES, reason="Scored", by=person("network-manager"))
    client = client_as("board-member")
    page = BeautifulSoup(client.get("/programme/risks/").content, "html.parser")
    numbers = [each.get_text() for each in page.select(".ipc-risks__number")]
    assert sorted(numbers) == ["1", "N2"]
    file = client.get("/programme/data/risks.csv").content.decode()
    assert [line.split(",")[:2] for line in file.splitlines()[1:3]] == [["N2", "The network"], ["1", "Kernow"]]
    listed = client.get("/programme/data/network-risks.csv").content.decode()
    assert [mark in listed for mark in ("N1", "N2", "N3", "N4")] == [True, True, True, False]


def test_the_boards_own_page_says_of_each_view_what_its_page_says(kernow):
    """Views that are quicker without their charts give the same words, and the same tables where they stand there."""
    facts = {"area": kernow, "as_at": DAY}
    PublishedMaturity.objects.create(component="1A", level=3, **facts)
    PublishedRisk.objects.create(area=kernow, **RISK)
    PublishedPromise.objects.create(key="phb_chc", status="at_risk", where_it_stands="Late", **facts)
    PublishedAssessment.objects.create(subject="plan", group="mental_health", state="agreed", **facts)
    for day in (datetime.date(2014, 10, 1), datetime.date(2015, 7, 15)):
        board = Board(day)
        for section in SECTIONS:
            whole, lead = section.build(board), section.on_board(board)
            assert (lead.words, lead.empty) == (whole.words, whole.empty), section.key
            assert lead.charts[: lead.lead] == whole.charts[: whole.lead], section.key
            assert lead.tables[: lead.lead_tables] == whole.tables[: whole.lead_tables], section.key


def test_a_risk_that_is_shared_no_more_is_gone_from_then_on(client_as, kernow):
    PublishedRisk.objects.create(area=kernow, **RISK)
    PublishedRisk.objects.create(area=kernow, **{**RISK, "as_at": datetime.date(2015, 7, 2)}, is_withdrawn=True)
    client = client_as("board-member")
    assert "Nobody can be hired" not in client.get("/programme/risks/").content.decode()
    assert "Nobody can be hired" in client.get("/programme/risks/?as-at=2015Q2").content.decode()


def test_maturity_is_shown_as_it_stood_on_the_day(client_as, kernow):
    PublishedMaturity.objects.create(area=kernow, component="1A", level=2, as_at=datetime.date(2015, 3, 1))
    PublishedMaturity.objects.create(area=kernow, component="1A", level=4, as_at=DAY)
    client = client_as("board-member")

    def level(query):
        lines = client.get(f"/programme/data/maturity.csv{query}").content.decode().splitlines()
        return next(line for line in lines if line.startswith("Kernow")).split(",")[1]

    assert (level("?as-at=2015Q1"), level("")) == ('"2', '"4')


def test_no_view_asks_more_of_the_database_with_more_areas(client_as, kernow, bristol):
    client = client_as("board-member")

    def asked():
        return {section.key: count_queries(client, f"/programme/{section.key}/") for section in SECTIONS}

    for number, area in enumerate((kernow, bristol), 1):
        PublishedMaturity.objects.create(area=area, component="1A", level=2, as_at=DAY)
        PublishedRisk.objects.create(area=area, **{**RISK, "number": number})
    asked()  # the first request also notes the time of the click
    few = asked()
    for number in range(3, 20):
        PublishedMaturity.objects.create(area=kernow, component="2B", level=1, as_at=DAY)
        PublishedRisk.objects.create(area=bristol, **{**RISK, "number": number})
    assert asked() == few


def test_a_figure_that_is_left_out_is_told_from_a_return_that_was_not_sent(client_as, kernow, bristol):
    """Kernow has signed and its figure is left out, with the reason; Bristol has not signed."""
    ReleasedQuarter.objects.create(
        quarter="2015Q1",
        number=1,
        shown={"areas": {kernow.slug: {}}, "network": {}},
        left_out=[
            {"where": kernow.slug, "what": "People in place", "reason": "They could be worked out.", "cells": []}
        ],
        returns=[],
        rule={"areas": {}, "network": [7, 5]},
        as_at=DAY,
    )
    file = client_as("board-member").get("/programme/data/budgets-by-quarter.csv").content.decode()
    lines = {line.split(",")[0]: line for line in file.splitlines() if "," in line}
    assert (lines["Kernow"], lines["Bristol"]) == ("Kernow,Left out", "Bristol,Not sent")
    assert "Left out: People in place of Kernow, March 2015. They could be worked out." in file
