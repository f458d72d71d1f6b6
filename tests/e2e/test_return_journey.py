"""An area's return in a browser: filled with a mistake, mended, signed, seen by the board, corrected."""

import re
from typing import Any

from playwright.sync_api import Page, expect

from tenants.quarters import Quarter
from tenants.returns.shape import SECTIONS
from tenants.returns.typed import as_typed
from tests.tenants.returns.making import right

QUARTER = Quarter(2015, 1)
RETURN = f"/areas/kernow/returns/{QUARTER.key}/"
WRONG = "99"
# The site's first return (tests.e2e.prepare) left 4, 4 and 3 people in place; 3 more make 14.
FIGURES = right(
    before={"none": 4, "multiple_ltc": 4, "mental_health": 3},
    new={"learning_disability": 3},
    year_before={"none": 5, "multiple_ltc": 4, "mental_health": 3},
)
MISTAKEN = "groups.in_place.multiple_ltc"


def main(page: Page) -> Any:
    return page.get_by_role("main")


def press(page: Page, words: str) -> None:
    main(page).get_by_role("button", name=words, exact=True).first.click()


def fill_section(page: Page, key: str, typed: dict[str, str]) -> None:
    """One screen of the return, box by box as somebody would; ends on whatever comes next."""
    page.goto(f"{RETURN}sections/{key}/")
    for cell, text in typed.items():
        page.locator(f"[name='{cell}']").fill(text)
    page.locator("[name=note]").fill("Figures of the browser's own test.")
    press(page, "Save and go on")


def test_lead_is_told_of_a_mistake_mends_it_signs_and_the_board_sees_it(page_as: Any) -> None:
    lead, board = page_as("area-lead"), page_as("board-member")
    board.goto(f"/programme/returns/?quarter={QUARTER.key}")
    kernow = main(board).locator("tr", has_text="NHS Kernow").last
    expect(kernow).to_contain_text("Late")

    typed = as_typed(FIGURES)
    for section in SECTIONS:
        own = {cell.key: typed[cell.key] for table in section.tables for cell in table.cells()}
        fill_section(lead, section.key, {**own, MISTAKEN: WRONG} if section.key == "people" else own)

    lead.goto(f"{RETURN}check/")
    expect(main(lead)).to_contain_text("to mend before it can be signed")
    expect(main(lead).get_by_role("button", name="Go on to sign")).to_have_count(0)
    main(lead).get_by_role("link", name=re.compile("conditions: 4 before")).first.click()
    lead.wait_for_url("**/sections/people/**")
    box = lead.locator(f"[name='{MISTAKEN}']")
    expect(box).to_have_value(WRONG)  # as typed
    expect(box).to_have_attribute("aria-invalid", "true")
    box.fill(typed[MISTAKEN])
    press(lead, "Save and go on")

    lead.goto(f"{RETURN}check/")
    expect(main(lead)).to_contain_text("Every box is filled in, and all figures fit together.")
    main(lead).get_by_role("button", name="Go on to sign").click()
    lead.locator("[name=name]").fill("Ann Lead")
    press(lead, "Sign the return")
    lead.wait_for_url(f"**{RETURN}")
    expect(main(lead)).to_contain_text("Ann Lead")

    board.goto(f"/programme/returns/?quarter={QUARTER.key}")
    expect(main(board).locator("tr", has_text="NHS Kernow").last).to_contain_text("Received")
    board.goto("/programme/budgets/")
    # 14 people are rounded to the nearest 5.
    row = main(board).locator("tr", has=board.get_by_role("rowheader", name="Kernow", exact=True)).filter(has_text="15")
    expect(row.first).to_be_visible()
    _correct(lead, typed)


def _correct(lead: Page, typed: dict[str, str]) -> None:
    """A correction makes version 2, and both stay readable."""
    cell = "plan_offers.people"
    lead.goto(RETURN)
    press(lead, "Correct this return")
    lead.locator("[name=reason]").fill("Ten plans had been left out.")
    press(lead, "Begin the correction")
    lead.goto(f"{RETURN}sections/plans/")
    expect(lead.locator(f"[name='{cell}']")).to_have_value(typed[cell])
    lead.locator(f"[name='{cell}']").fill(str(int(typed[cell]) + 10))
    press(lead, "Save and go on")
    lead.goto(f"{RETURN}sign/")
    lead.locator("[name=name]").fill("Ann Lead")
    press(lead, "Sign the return")

    shown = {1: f"{int(typed[cell]):,}", 2: f"{int(typed[cell]) + 10:,}"}
    for version, number in shown.items():
        lead.goto(f"{RETURN}versions/{version}/")
        expect(main(lead)).to_contain_text(number)
    lead.goto(f"{RETURN}versions/")
    expect(main(lead)).to_contain_text("Ten plans had been left out.")
    for number in shown.values():
        expect(main(lead)).to_contain_text(number)


def test_another_areas_lead_finds_nothing_of_kernows_return(page_as: Any) -> None:
    other = page_as("area-lead-bristol")
    for path in ("", "check/", "versions/", "versions/1/", "template.xlsx", "national.csv"):
        answer = other.request.get(f"{RETURN}{path}")
        assert answer.status == 404, path
