"""The pages of an area's return: typed, told what is wrong, mended, signed, corrected; nobody else's to see."""

import re

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from drafts.models import Draft
from tenants.contexts import in_area
from tenants.quarters import Quarter
from tenants.returns.models import ReturnDispute, SignedReturn
from tenants.returns.shape import SECTIONS
from tenants.rollout import return_drafts
from tests.tenants.returns.conftest import FIRST, SECOND, SPRING, WINTER, sign
from tests.tenants.returns.making import right, typed

pytestmark = pytest.mark.django_db

RETURNS = "/areas/kernow/returns/"
PAGE = f"{RETURNS}2015Q1/"


def text_of(answer):
    return " ".join(re.sub(r"<[^>]+>", " ", answer.content.decode()).split())


def section_data(key, figures, **changes):
    cells = typed(figures)
    section = next(section for section in SECTIONS if section.key == key)
    own = {cell.key: cells[cell.key] for table in section.tables for cell in table.cells()}
    return {**own, **changes}


def fill(client, figures, **changes):
    """Every section as by hand, one after the other."""
    client.post(f"{PAGE}begin/")
    for section in SECTIONS:
        own = section_data(section.key, figures)
        data = own | {key: value for key, value in changes.items() if key in own}
        assert client.post(f"{PAGE}sections/{section.key}/", data).status_code == 302


def test_a_return_with_an_error_is_told_where_mended_and_signed(lead, kernow):
    fill(lead, FIRST, **{"groups.new.none": "12 a"})
    shown = lead.get(f"{PAGE}check/")
    assert "1 fault to mend" in text_of(shown)
    assert f'href="{PAGE}sections/people/#id_groups.new.none"' in shown.content.decode()

    screen = lead.get(f"{PAGE}sections/people/").content.decode()
    assert 'value="12 a"' in screen
    assert 'href="#id_groups.new.none"' in screen
    assert lead.get(f"{PAGE}sign/", follow=True).redirect_chain[-1][0] == f"{PAGE}check/"
    assert lead.post(f"{PAGE}sign/", {"name": "Ailsa Lead"}, follow=True).redirect_chain[-1][0] == f"{PAGE}check/"
    assert not SignedReturn.objects.exists()

    lead.post(f"{PAGE}sections/people/", section_data("people", FIRST))
    assert "all figures fit together" in text_of(lead.get(f"{PAGE}check/"))
    assert "Sign the return" in text_of(lead.get(f"{PAGE}sign/"))
    assert lead.post(f"{PAGE}sign/", {"name": ""}).status_code == 422
    signed = lead.post(f"{PAGE}sign/", {"name": "Ailsa Lead"}, follow=True)
    assert "version 1. The board sees it now." in text_of(signed)
    assert SignedReturn.objects.get().figures == FIRST


def test_zeros_are_written_only_where_nothing_was_typed(lead, kernow):
    lead.post(f"{PAGE}begin/")
    lead.post(f"{PAGE}sections/offers/", {"offers.offered.none": "x", "offers.eligible.none": "4", "zeros": "1"})
    with in_area(kernow):
        found = return_drafts.find(WINTER).typed
    assert (found["offers.offered.none"], found["offers.eligible.none"], found["offers.declined.none"]) == (
        "x",
        "4",
        "0",
    )
    assert "groups.new.none" not in found


def test_the_progress_list_tells_empty_from_faulty_from_complete(lead, kernow):
    lead.post(f"{PAGE}begin/")
    lead.post(f"{PAGE}sections/activation/", section_data("activation", FIRST))
    lead.post(f"{PAGE}sections/money/", section_data("money", FIRST, **{"money.spent": "a lot"}))
    shown = text_of(lead.get(PAGE))
    assert "1 of 7 sections is complete." in shown
    assert re.search(r"Patient activation .{0,20}Complete", shown)
    assert re.search(r"Money .{0,20}Has faults .{0,30}1 fault to mend", shown)
    assert re.search(r"Offers .{0,20}Empty .{0,30}15 cells to fill in", shown)


def test_totals_and_the_quarter_before_stand_beside(lead, kernow):
    sign(kernow, WINTER, FIRST, lead.person)
    lead.post(f"{RETURNS}2015Q2/begin/")
    lead.post(f"{RETURNS}2015Q2/sections/people/", {f"groups.new.{group}": "2" for group in (
        "children_complex_needs", "multiple_ltc", "learning_disability", "mental_health", "none")})  # fmt: skip
    page = lead.get(f"{RETURNS}2015Q2/sections/people/").content.decode()
    assert 'id="id_groups.in_place.multiple_ltc-before">Before: 4<' in page
    assert ">10</strong>" in page  # new, all five rows
    assert ">not yet</strong>" in page  # in place, where nothing is typed


def test_what_was_typed_for_a_return_that_is_gone_is_kept_as_a_draft(lead, kernow):
    lead.post(f"{PAGE}begin/")
    with in_area(kernow):
        return_drafts.discard(area=kernow, quarter=WINTER, by=lead.person)
    answer = lead.post(f"{PAGE}sections/money/", {"money.spent": "77"}, follow=True)
    assert "What you typed is kept in your account, under Drafts." in text_of(answer)
    assert ["money.spent", "77"] in Draft.objects.get(user=lead.person).fields


def test_a_correction_makes_version_2_and_both_can_be_read_side_by_side(lead, kernow):
    sign(kernow, WINTER, FIRST, lead.person)
    assert lead.post(f"{PAGE}correct/", {"reason": ""}).status_code == 422
    lead.post(f"{PAGE}correct/", {"reason": "Two offers were missed."})
    lead.post(f"{PAGE}sections/offers/", section_data("offers", FIRST, **{"offers.offered.none": "4"}))
    lead.post(f"{PAGE}sign/", {"name": "Ailsa Lead"})
    side = text_of(lead.get(f"{PAGE}versions/"))
    assert "Two offers were missed." in side
    assert re.search(r"Offered in the quarter: None of the four groups .*Offers by group .* 2 .* 4 .* Changed", side)
    for version, offered in ((1, "2"), (2, "4")):
        file = lead.get(f"{PAGE}versions/{version}/figures.csv").content.decode()
        assert (
            f"offers.offered.none,Offers,Offers by group,None of the four groups,Offered in the quarter,{offered}"
            in file
        )
    assert "True counts of people, for the area's own team" in file
    everything = lead.get(f"{PAGE}versions/versions.csv").content.decode()
    assert len(everything.splitlines()) > 160


def test_a_return_is_thrown_away_only_after_asking(lead, kernow):
    lead.post(f"{PAGE}begin/")
    assert "It can’t be brought back." in text_of(lead.get(f"{PAGE}discard/"))
    with in_area(kernow):
        assert return_drafts.find(WINTER)
    lead.post(f"{PAGE}discard/")
    with in_area(kernow):
        assert return_drafts.find(WINTER) is None


def test_the_list_says_what_came_what_is_due_and_what_is_late(lead, kernow):
    sign(kernow, WINTER, FIRST, lead.person)
    file = lead.get(f"{RETURNS}returns.csv").content.decode()
    assert "April to June 2015 (Q1 2015/16),Due,2015-07-30" in file
    assert "January to March 2015 (Q4 2014/15),Received,2015-04-30,1,Ailsa Lead,2015-07-15" in file
    assert "October to December 2014 (Q3 2014/15),Late,2015-01-30" in file


def test_the_national_collection_has_one_row_of_true_figures_for_the_lead_alone(lead, client_as, kernow):
    sign(kernow, WINTER, FIRST, lead.person)
    file = lead.get(f"{PAGE}national.csv").content.decode().splitlines()
    head, row = file[0].lstrip("\ufeff").split(","), file[1]
    assert head[:4] == ["Organisation code", "Organisation", "Quarter", "Ends on"]
    # Year to date, in place, new, ended: 9 before, 3 new, 1 ended.
    assert row.startswith("11N,NHS Kernow,January to March 2015 (Q4 2014/15),2015-03-31,12,11,3,1,")
    assert client_as("practitioner", area=kernow).get(f"{PAGE}national.csv").status_code == 403


def test_home_asks_the_lead_for_the_return(lead, kernow):
    shown = text_of(lead.get("/home/"))
    assert "Send Kernow’s return for April to June 2015 (Q1 2015/16)" in shown
    assert "Due on 30 July 2015." in shown


def test_home_names_to_the_manager_who_is_late_quarter_by_quarter(manager, lead, kernow):
    sign(kernow, Quarter(2014, 4), FIRST, lead.person)
    page = manager.get("/home/").content.decode()
    assert f"10 returns late: {Quarter(2014, 4)}" in page and f"11 returns late: {WINTER}" in page
    assert f"late: {SPRING}" not in page  # not due before 30 July
    assert "NHS Kernow, NHS New Devon and Plymouth City" in page and "and 7 others" in page
    assert 'href="/programme/returns/?quarter=2014Q4"' in page


def test_a_section_in_which_nothing_is_written_is_one_thing_to_do(lead, kernow):
    lead.post(f"{PAGE}begin/")
    lead.post(f"{PAGE}sections/money/", section_data("money", FIRST, **{"money.spent": ""}))
    page = lead.get(f"{PAGE}check/").content.decode()
    assert page.count("nothing that counts is written there yet") == len(SECTIONS) - 1
    assert f'href="{PAGE}sections/money/#id_money.spent"' in page
    assert f'href="{PAGE}sections/equality/"' in page


def test_no_address_of_returns_answers_another_areas_lead(lead, client_as, kernow, bristol):
    sign(kernow, WINTER, FIRST, lead.person)
    lead.post(f"{RETURNS}2015Q2/begin/")
    other = client_as("area-lead", area=bristol)
    second = f"{RETURNS}2015Q2/"
    gets = (
        RETURNS, f"{RETURNS}returns.csv", PAGE, second, f"{second}sections/people/", f"{second}check/",
        f"{second}sign/",
        f"{second}discard/", f"{PAGE}correct/", f"{second}template.xlsx", f"{second}upload/", f"{PAGE}national.csv",
        f"{PAGE}versions/", f"{PAGE}versions/versions.xlsx", f"{PAGE}versions/1/", f"{PAGE}versions/1/figures.pdf",
    )  # fmt: skip
    posts = ("begin/", "sections/people/", "sign/", "discard/", "upload/", "upload/confirm/")
    assert {other.get(address).status_code for address in gets} == {404}
    assert {other.post(second + address, {"name": "Mallory"}).status_code for address in posts} == {404}
    assert other.post(f"{PAGE}correct/", {"reason": "x"}).status_code == 404
    # In their own area the same addresses find nothing of Kernow's.
    for address in ("2015Q1/versions/1/", "2015Q1/national.csv", "2015Q1/correct/", "2015Q2/sections/people/"):
        assert other.get(f"/areas/bristol/returns/{address}").status_code == 404, address


def test_the_manager_disputes_in_words_and_the_area_reads_them(lead, manager, kernow):
    sign(kernow, WINTER, FIRST, lead.person)
    board = "/programme/returns/"
    assert manager.post(f"{board}kernow/2015Q1/dispute/", {"words": " "}).status_code == 422
    manager.post(f"{board}kernow/2015Q1/dispute/", {"words": "Twice as many new as in the plan?"})
    assert "Twice as many new as in the plan?" in text_of(lead.get(PAGE))
    assert "1 of 11 areas has sent its return" in text_of(manager.get(f"{board}?quarter=2015Q1"))
    assert "10 are late and 1 is in dispute" in text_of(manager.get(f"{board}?quarter=2015Q1"))
    assert "is in dispute already" in text_of(
        manager.post(f"{board}kernow/2015Q1/dispute/", {"words": "Again"}, follow=True)
    )
    manager.post(f"{board}kernow/2015Q1/settle/", {"words": "Three children moved in."})
    assert "Three children moved in." in text_of(lead.get(PAGE))
    assert ReturnDispute.objects.get().settled_by == manager.person
    assert manager.get(f"{board}kernow/2015Q1/settle/").status_code == 404


def test_the_board_page_asks_as_much_of_the_database_for_one_return_as_for_many(lead, manager, kernow):
    def queries():
        with CaptureQueriesContext(connection) as found:
            manager.get("/programme/returns/?quarter=2015Q1")
        return len(found)

    queries()
    before = queries()
    sign(kernow, WINTER, FIRST, lead.person)
    for number in range(2, 6):
        SignedReturn.objects.create(
            area=kernow,
            quarter="2015Q1",
            version=number,
            figures=FIRST,
            reason="x",
            signed_name="A",
            signed_on="2015-07-15",
        )
    assert queries() == before


def test_the_board_page_has_one_quarter_and_its_file_of_all_has_every_one(manager):
    """On 15 July 2015 three quarters are over: the newest stands there, and any can be asked for."""
    assert "Every area, April to June 2015" in text_of(manager.get("/programme/returns/"))
    asked_for = text_of(manager.get("/programme/returns/?quarter=2014Q4"))
    assert "Every area, October to December 2014" in asked_for and "Every area, April" not in asked_for
    assert rows_of(manager.get("/programme/returns/returns.csv")) == 3 * 11
    assert rows_of(manager.get("/programme/returns/returns.csv?quarter=2014Q4")) == 11


def test_the_board_page_lists_who_is_late_with_any_quarter(lead, manager, kernow):
    """On 15 July 2015 returns for two quarters are late; those for April to June are due on 30 July."""
    sign(kernow, Quarter(2014, 4), FIRST, lead.person)
    manager.post("/programme/returns/kernow/2014Q4/dispute/", {"words": "Is this so?"})
    page = text_of(manager.get("/programme/returns/"))
    late = page[page.index("Whose returns are late") : page.index("All quarters in one file")]
    assert late.index("January to March 2015") < late.index("October to December 2014")
    assert late.count("Bristol") == 2 and late.count("Kernow") == 2
    assert "April to June" not in late


def rows_of(file):
    return sum("NHS" in line.split(",")[1] for line in file.content.decode().splitlines() if line.count(",") > 5)


def test_a_signed_return_that_no_longer_follows_on_says_so(lead, kernow):
    sign(kernow, WINTER, FIRST, lead.person)
    sign(kernow, SPRING, SECOND, lead.person)
    assert "no longer follows on" not in text_of(lead.get(f"{RETURNS}2015Q2/"))
    lead.post(f"{PAGE}correct/", {"reason": "One more had ended."})
    fewer = right(before={"none": 5, "multiple_ltc": 4}, new={"mental_health": 3}, ended={"none": 2})
    with in_area(kernow):
        return_drafts.replace_all(area=kernow, quarter=WINTER, typed=typed(fewer), notes={}, by=lead.person)
        return_drafts.sign(area=kernow, quarter=WINTER, by=lead.person, name="Ailsa Lead")
    assert "no longer follows on" in text_of(lead.get(f"{RETURNS}2015Q2/"))
