"""The region's figures: the same as from all rows in one file, exact for few, rounded for the board."""

import csv
import io
import json
import re

import pytest

from disclosure import actions as disclosure
from disclosure.models import Release
from finance_models.assumptions import actions as assumptions
from finance_models.assumptions import reference
from finance_models.models import AssumptionSet
from finance_models.region import board, making, queries
from finance_models.release import actions
from finance_models.tasks import make_region_figures
from tenants.contexts import in_area
from tenants.models import Area
from tenants.returns import finance
from tenants.returns.models import PublishedFinance, RegionFigures
from tests.finance_models import releasing
from tests.finance_models.calc import slow_capitation
from tests.finance_models.given import HEAD
from tests.finance_models.releasing import BRISTOL, KERNOW, PEOPLE_HEAD
from tests.finance_models.test_runs import TERMS, terms_in
from tests.queries import count_queries
from ui import formats

pytestmark = pytest.mark.django_db

EXACT, BOARD = "/network/finance/", "/programme/finance/"
# The network's terms, with the bands that both areas' merges allow: two or more conditions together.
IN_ONE_FILE = """
[window]
start = 2013-04-01
end = 2014-04-01
[capitation]
truncation = 3000
credibility = 0
inflation = 0.021
growth = 0.01
efficiency = 0.04
ltc_bands = [0, 1, 2]
age_bands = [0]
"""


@pytest.fixture
def both(kernow, bristol, tmp_path):
    """Two areas have released, and the worker has made the region's figures."""
    releasing.set_terms()
    for area, letter, counts in ((kernow, "k", KERNOW), (bristol, "b", BRISTOL)):
        releasing.load(area, tmp_path, letter, counts)
        releasing.release(area)
    return making.make()


def text_of(page):
    return re.sub(r"<[^>]+>", " ", page.text)


def test_the_regions_rates_are_those_of_all_rows_in_one_file_to_the_penny(both, tmp_path):
    people, activity = (sum(rows, []) for rows in zip(
        releasing.rows_of("k", KERNOW), releasing.rows_of("b", BRISTOL), strict=True))  # fmt: skip
    texts = {
        "people": PEOPLE_HEAD + "".join(people),
        "activity": HEAD + "".join(activity),
        "unit_costs": "source,service,provider,year,unit_cost\n",
        "providers": "provider,mff\n",
        "assumptions": IN_ONE_FILE,
    }
    places = {}
    for name, text in texts.items():
        places[name] = tmp_path / f"one-{name}"
        places[name].write_text(text)
    places["activity"] = [places["activity"]]
    expected = slow_capitation.capitate(**places)

    found = both.result
    assert [band["band"] for band in expected["bands"]] == ["0", "1", "2+"]
    for mine, slow in zip(found["bands"], expected["bands"], strict=True):
        assert (mine["band"], mine["people"], mine["person_years"]) == tuple(
            slow[key] for key in ("band", "people", "person_years")
        )
        assert f"{mine['rate'] / 100:.2f}" == slow["rate"]
        assert f"{mine['raw'] / 100:.2f}" == slow["raw"]
        assert [f"{end / 100:.2f}" for end in mine["interval"]] == slow["ci95"]
    assert f"{found['value'] / 100:.2f}" == expected["value"]
    assert f"{found['total'] / 100:.2f}" == expected["total_cost"]
    assert f"{found['excess'] / 100:.2f}" == expected["excess"]
    assert found["scale"] == expected["scale"]
    # Merged bands have the same reference rate each.
    assert found["reference"]["2-3"] == found["reference"]["4+"] == expected["bands"][2]["rate"]


def test_the_finance_group_sees_rates_benchmarks_quality_and_activity_with_intervals(client_as, both):
    band = both.result["bands"][0]
    for role in ("network-manager", "evaluator"):
        client = client_as(role)
        text = text_of(client.get(EXACT))
        for words in ("2 areas have released", "99 people", f"£{band['rate'] / 100:,.2f}", "not a limit", "NHS Kernow"):
            assert words in text, words
        text = text_of(client.get(f"{EXACT}benchmarks/", {"setting": "primary", "band": "2+"}))
        for words in ("General practice: cost of a person-year", "2+: cost of a person-year", "Bristol", "The region"):
            assert words in text, words
        text = text_of(client.get(f"{EXACT}quality/"))
        assert "Costed lines" in text
        assert "Lines for a person-year" in text
        file = client.get(f"{EXACT}figures/{both.number}/by-band.csv")
        rows = list(csv.reader(io.StringIO(file.content.decode("utf-8-sig"))))
        assert ["0", "Kernow", "12"] in [row[:3] for row in rows]
        assert client.get(f"{EXACT}figures/{both.number}/all.xlsx").status_code == 200
    assert client.get(f"{EXACT}?figures=99").status_code == 404


def test_the_board_sees_rounded_people_and_means_of_what_is_shown(client_as, both):
    # Kernow has 40 people, 12, 11 and 17 by band; Bristol 59, 15, 20 and 24.
    shown = both.shown
    assert [area["people"] for area in shown["areas"]] == [40, 60]
    assert shown["cells"] == [[10, 10, 15], [15, 20, 25]]
    assert shown["people"] == 100
    for each in [*shown["areas"], *shown["bands"]]:
        assert each["people"] % 5 == each["person_years"] % 5 == 0
        uplift = 1.021 * 1.01 * 0.96 if "band" in each else 1
        assert each["mean"] == round(each["cost"] / each["person_years"] * uplift)
    text = text_of(client_as("board-member").get(BOARD))
    for words in ("about 100 people", "£", "rounded", "not a limit"):
        assert words in text, words
    exact = [f"£{band['rate'] / 100:,.2f}" for band in both.result["bands"]]
    assert not any(words in text for words in [*exact, " 99 ", " 59 "])
    # What lies beyond the truncation is few people's.
    assert "excess" not in json.dumps(shown)
    kept = Release.objects.get(public_id=shown["release"])
    assert kept.rule_name == "S7R5"
    assert kept.tables[0]["rows"][0][-1] == 100


def test_the_board_and_areas_never_open_the_exact_figures(client_as, kernow, both):
    for role in ("board-member", "area-lead", "finance-lead", "practitioner"):
        client = client_as(role, area=kernow)
        for place in ("", "benchmarks/", "quality/", "terms/", f"figures/{both.number}/all.csv", "releases.csv"):
            assert client.get(EXACT + place).status_code == 403, (role, place)
        assert client.get(BOARD).status_code == 200
        assert client.get(f"{BOARD}figures/{both.number}/people.csv").status_code == 200
    assert client_as("budget-holder", area=kernow).get(BOARD).status_code == 403


def test_figures_are_made_once_for_the_same_releases_and_anew_after_a_withdrawal(client_as, kernow, both):
    assert make_region_figures.apply().result is None
    assert RegionFigures.objects.count() == 1
    with in_area(kernow):
        actions.withdraw(area=kernow, number=1, reason="Prices were wrong", by=None)
    client = client_as("evaluator")
    assert "being made anew" in client.get(EXACT).text
    made = making.make()
    assert (made.number, made.releases) == (2, [["bristol", 1]])
    assert "being made anew" not in client.get(EXACT).text
    assert "99 people" in text_of(client.get(f"{EXACT}?figures=1"))
    # Bristol alone needs no merge.
    assert [band["band"] for band in made.result["bands"]] == ["0", "1", "2-3", "4+"]


def test_a_stricter_rule_hides_the_cost_of_settings_that_ten_people_may_have_made_up(bristol, tmp_path):
    disclosure.choose_rule(data_set="Regional finance releases", rule="S10R10", reason="Small places", by=None)
    releasing.set_terms()
    releasing.load(bristol, tmp_path, "b", BRISTOL)
    releasing.release(bristol)
    shown = making.make().shown
    # 15, 20, 12 and 12 people: to the nearest ten, halves upwards.
    assert shown["cells"] == [[20, 20, 10, 10]]
    assert set(shown["settings"]["bristol"].values()) == {None}
    assert all(band["cost"] for band in shown["bands"])


def test_what_was_shown_by_one_rule_is_not_shown_by_another(both):
    disclosure.choose_rule(data_set="Regional finance releases", rule="S10R10", reason="Small places", by=None)
    shown = board.show(both.terms, finance.newest(), both.result)
    assert set(shown) == {"refused"}
    assert "can't be compared" in shown["refused"]


def test_the_network_manager_sets_terms_and_nobody_else_does(client_as):
    typed = {
        "window_start-day": "1", "window_start-month": "4", "window_start-year": "2013", "window_end-day": "1",
        "window_end-month": "4", "window_end-year": "2014", "age_edges": "0, 65", "ltc_edges": "0, 2",
        "truncation_pence": "40,000", "inflation": "2.1", "growth": "1", "efficiency": "4",
        "reason": "The year that all have",
    }  # fmt: skip
    manager = client_as("network-manager")
    for wrong, words in (
        ({"age_edges": "5, 65"}, "begin with 0"),
        ({"ltc_edges": "0, two"}, "whole numbers with commas"),
        ({"window_end-year": "2013"}, "lies after"),
        ({"inflation": "100"}, "between -99 and 99"),
    ):
        page = manager.post(f"{EXACT}terms/set/", typed | wrong)
        assert (page.status_code, words in page.text) == (422, True), words
    assert client_as("evaluator").post(f"{EXACT}terms/set/", typed).status_code == 403
    page = manager.post(f"{EXACT}terms/set/", typed, follow=True)
    for words in ("Network terms 1", "0, 65", "£40,000.00", "Inflation 2.1%", "The year that all have"):
        assert words in page.text, words
    assert "Nothing differs" in manager.post(f"{EXACT}terms/set/", typed).text


def test_an_area_takes_the_regions_rates_as_reference_rates_and_says_whence(client_as, kernow, both):
    terms = terms_in(kernow, TERMS + '\n[capitation.reference]\n"1" = 7\n[price_index]\n"2012/13" = 98.1 # mine\n')
    client = client_as("finance-lead", area=kernow)
    page = f"/areas/kernow/finance/assumptions/{terms.pk}/reference/"
    rate = both.result["reference"]["1"]
    assert f"£{float(rate):,.2f}" in client.get(page).text
    client.post(page)
    with in_area(kernow):
        made = AssumptionSet.objects.filter(name="Base").first()
    parsed = assumptions.parse(made.text).capitation.reference
    assert {band: str(each) for band, each in parsed.items()} == both.result["reference"]
    assert f"region's figures 1 of {formats.date(both.as_at)}" in made.reason
    assert "# The region's rates: region's figures 1" in made.text
    assert '"2012/13" = 98.1 # mine' in made.text
    # The same again changes nothing, and is no new version.
    assert "Nothing differs" in client.post(f"/areas/kernow/finance/assumptions/{made.pk}/reference/").text
    assert client_as("area-lead", area=kernow).get(page).status_code == 403


def test_the_rates_of_one_area_alone_are_not_handed_to_another(client_as, kernow, bristol, tmp_path):
    releasing.set_terms()
    releasing.load(bristol, tmp_path, "b", BRISTOL)
    releasing.release(bristol)
    making.make()
    terms = terms_in(kernow)
    page = client_as("finance-lead", area=kernow).get(f"/areas/kernow/finance/assumptions/{terms.pk}/reference/")
    assert "at least two areas" in page.text
    with pytest.raises(reference.ReferenceNotPossible):
        reference.rates_for(terms, queries.newest_figures())


def test_pages_of_the_region_ask_no_more_of_the_database_with_another_area(client_as, kernow, bristol, both):
    reader = client_as("evaluator")
    clients = {EXACT: reader, f"{EXACT}benchmarks/": reader, BOARD: client_as("board-member")}
    for address, client in clients.items():
        client.get(address)
    two = {address: count_queries(client, address) for address, client in clients.items()}
    third = Area.objects.get(slug="somerset")
    document = {**PublishedFinance.objects.get(area=bristol).document, "area": third.slug}
    finance.publish(area=third, number=1, terms=1, document=document, code_version="x", is_sample=False)
    making.make()
    assert len(RegionFigures.objects.first().releases) == 3
    assert {address: count_queries(client, address) for address, client in clients.items()} == two
