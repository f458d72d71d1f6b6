"""A finance cohort in a browser: counted while it is typed, put together in parts, saved; and without scripts."""

import re
from typing import Any

import pytest
from playwright.sync_api import Page, expect

NEW = "/areas/kernow/finance/cohorts/new/"


def main(page: Page) -> Any:
    return page.get_by_role("main")


def press(page: Page, words: str, at: int = 0) -> None:
    main(page).get_by_role("button", name=words, exact=True).nth(at).click()


def add(page: Page, part: int, measure: str) -> None:
    page.locator(f"[name=part{part}-add]").select_option(measure)
    press(page, "Add the criterion", part)


def test_the_size_follows_what_is_typed_and_parts_become_a_sentence(page_as: Any) -> None:
    lead = page_as("finance-lead")
    lead.goto(NEW)
    add(lead, 0, "ltc_count")
    box = lead.locator("[name=part0-0-at_least]")
    expect(box).to_be_focused()
    # The worked example has seven people: four with two conditions or more, two with four.
    box.fill("2")
    expect(lead.locator("#count")).to_contain_text("57.1% of 7")
    box.fill("4")
    expect(lead.locator("#count")).to_contain_text("28.6% of 7")
    expect(lead.locator("#count-news")).to_contain_text("2 people, £61,000 in the base year.")

    press(lead, "Add another part")
    lead.locator("[name=part1-combine]").select_option("none")
    add(lead, 1, "cost")
    lead.locator("[name=part1-0-at_least]").fill("50,000")
    expect(lead.locator("#count")).to_contain_text("14.3% of 7")
    lead.locator("[name=name]").fill("Many conditions")
    lead.locator("[name=reason]").fill("For the browser's own test")
    press(lead, "Save")
    lead.wait_for_url(re.compile(r"/cohorts/\d+/$"))
    expect(main(lead)).to_contain_text(
        "People who have 4 or more long-term conditions and didn't cost £50,000 or more in the window."
    )


@pytest.mark.parametrize("key", ["press", "enter"])
def test_without_scripts_a_button_gives_the_size(page_as: Any, key: str) -> None:
    lead = page_as("finance-lead", java_script_enabled=False)
    lead.goto(NEW)
    add(lead, 0, "ltc_count")
    lead.locator("[name=part0-0-at_least]").fill("2")
    if key == "enter":
        lead.locator("[name=part0-0-at_least]").press("Enter")
    else:
        press(lead, "Count")
    expect(lead.locator("#count")).to_contain_text("57.1% of 7")
    expect(lead.locator("[name=part0-0-at_least]")).to_have_value("2")
