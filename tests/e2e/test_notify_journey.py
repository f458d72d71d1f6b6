"""Hearing what is new, choosing how, and leaving: as people do it in a browser."""

import re
from typing import Any

from playwright.sync_api import Locator, Page, expect

from tests.e2e.site import Site


def main(page: Page) -> Locator:
    return page.get_by_role("main")


def test_lead_finds_what_is_new_opens_it_and_chooses_how_to_hear_of_it(page_as: Any) -> None:
    page = page_as("area-lead")
    page.goto("/home/")
    entry = page.get_by_role("banner").get_by_role("link", name=re.compile("^Notifications"))
    before = int(re.search(r"\d+", entry.inner_text())[0])
    entry.click()
    page.wait_for_url("**/notifications/")
    expect(main(page)).to_contain_text(f"{before} things are new.")

    main(page).get_by_role("link", name="Sample: A colleague has changed the plan for mental health").click()
    page.wait_for_url("**/rollout/groups/mental-health/")
    expect(entry).to_have_text(re.compile(rf"Notifications\s+{before - 1}\b"))

    page.goto("/notifications/?state=unread")
    main(page).get_by_role("link", name="Choose what comes by e-mail").click()
    page.wait_for_url("**/me/notifications/")
    page.get_by_label("Changes to your area's plan").select_option("By e-mail, at once")
    main(page).get_by_role("button", name="Save your choices").click()
    expect(main(page)).to_contain_text("Your choices are saved.")
    expect(page.get_by_label("Changes to your area's plan")).to_have_value("at_once")


def test_the_demos_mail_page_shows_an_invitation_and_its_link_works(page_as: Any, site: Site) -> None:
    assert site.mails_to("somebody@example.org")
    page = page_as("", java_script_enabled=False)
    page.goto("/demo/mail/")
    page.get_by_role("row", name=re.compile("somebody@example.org")).get_by_role("link").first.click()
    main(page).locator("a[href*='/account/invitation/']").first.click()
    expect(page.get_by_role("heading", level=1)).to_have_text("You are invited")


def test_mails_are_left_without_signing_in_and_without_javascript(page_as: Any, site: Site) -> None:
    page = page_as("", java_script_enabled=False)
    page.goto(site.facts["leave-mails"])
    expect(main(page)).to_contain_text("These e-mails will stop: A role of yours has ended.")
    main(page).get_by_role("button", name="Stop these e-mails").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("You get no more of these e-mails")
