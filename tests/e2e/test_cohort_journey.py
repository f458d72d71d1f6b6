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
    # Kernow in `tests.finance_models.releasing`: 17 of 40 people have two conditions or more, and four have four.
    # The four cost 852.37, 859.37, 866.37 and 5,039.37, and two visits 37.05 and 39.05.
    box.fill("2")
    expect(lead.locator("#count")).to_contain_text("42.5% of 40")
    box.fill("4")
    expect(lead.locator("#count")).to_contain_text("10.0% of 40")
    expect(lead.locator("#count-news")).to_contain_text("4 people, £7,694 in the base year.")

    press(lead, "Add another part")
    lead.locator("[name=part1-combine]").select_option("none")
    add(lead, 1, "cost")
    lead.locator("[name=part1-0-at_least]").fill("5,000")
    expect(lead.locator("#count")).to_contain_text("7.5% of 40")
    lead.locator("[name=name]").fill("Many conditions")
    lead.locator("[name=reason]").fill("For the browser's own test")
    press(lead, "Save")
    lead.wait_for_url(re.compile(r"/cohorts/\d+/$"))
    expect(main(lead)).to_contain_text(
        "People who have 4 or more long-term conditions and didn't cost £5,000 or more in the window."
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
    expect(lead.locator("#count")).to_contain_text("42.5% of 40")
    expect(lead.locator("[name=part0-0-at_least]")).to_have_value("2")
