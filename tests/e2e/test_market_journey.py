"""The marketplace in a browser: an offer is written, checked, found, compared, planned with and asked about.

And what somebody could not find comes back as a statement, and as an offer that answers it.
"""

import re
from typing import Any

from playwright.sync_api import Page, expect

OFFER = "Journey: sitting up at night"
ANSWERS = "Journey: lifts to the hospital"


def main(page: Page) -> Any:
    return page.get_by_role("main")


def press(page: Page, words: str) -> None:
    main(page).get_by_role("button", name=words, exact=True).first.click()
    page.wait_for_load_state("load")


def follow(page: Page, words: str) -> None:
    main(page).get_by_role("link", name=words).first.click()
    page.wait_for_load_state("load")


def tick(page: Page, *words: str) -> None:
    for each in words:
        main(page).get_by_label(each, exact=True).check()


def write_and_send(provider: Page, title: str, *, need: str, when: str) -> None:
    """The wizard's first seven questions, and no more; then the preview, and off it goes."""
    provider.goto("/market/provider/")
    press(provider, "Write an offer")
    provider.get_by_label("What do you call it?").fill(title)
    press(provider, "Save and go on")
    provider.get_by_label("What is it, and for whom?").fill("Somebody is with you. For adults who live alone.")
    press(provider, "Save and go on")
    tick(provider, need)
    press(provider, "Save and go on")
    tick(provider, "NHS Kernow", "We go to villages and the countryside too")
    press(provider, "Save and go on")
    tick(provider, "For an hour")
    provider.get_by_label("The price", exact=True).fill("14.50")
    press(provider, "Save and go on")
    tick(provider, "Direct payment")
    press(provider, "Save and go on")
    tick(provider, when)
    press(provider, "Save and stop")
    press(provider, "Go on writing")
    expect(main(provider)).to_contain_text("£14.50 an hour")
    press(provider, "Send it for its check")


def check(commissioner: Page, title: str) -> None:
    commissioner.goto("/market/checks/")
    follow(commissioner, title)
    expect(main(commissioner)).to_contain_text("£14.50 an hour")
    main(commissioner).get_by_label("Publish it").check()
    press(commissioner, "Decide")


def test_offer_is_published_checked_found_compared_asked_about_and_judged(page_as: Any) -> None:
    provider, commissioner, buyer = page_as("provider-editor"), page_as("commissioner"), page_as("budget-holder")
    write_and_send(provider, OFFER, need="Care at home", when="Regular (every week or so)")
    nobody = page_as("")
    nobody.goto("/market/?q=sitting+up+at+night")
    expect(main(nobody)).not_to_contain_text(OFFER)
    check(commissioner, OFFER)

    buyer.goto("/market/")
    buyer.get_by_label("What are you looking for?").fill("sitting up")
    buyer.get_by_label("Kind of support").select_option("care_at_home")
    press(buyer, "Show offers")
    assert "q=sitting" in buyer.url and "need=care_at_home" in buyer.url
    main(buyer).get_by_role("checkbox", name=re.compile(OFFER)).check()
    press(buyer, "Compare what I ticked")
    expect(main(buyer)).to_contain_text("£14.50")
    follow(buyer, OFFER)
    offer = buyer.url
    plan_a_year(buyer)
    buyer.goto(offer)
    ask_and_hear(buyer, provider)
    judge(buyer, commissioner, provider)


def plan_a_year(buyer: Page) -> None:
    """Three hours a week at £14.50 are £2,262.00 in 52 weeks; £738.00 of £3,000.00 are left."""
    press(buyer, "Keep it on my shortlist")
    press(buyer, "Put it into a plan")
    if "/plans/add/" in buyer.url:
        follow(buyer, "A new plan")
    buyer.get_by_label("What do you call this plan?").fill("Journey: nights")
    buyer.get_by_label("Your budget for the year").fill("3,000")
    press(buyer, "Begin the plan")
    buyer.get_by_label("How many hours?").fill("3")
    tick(buyer, "Each week")
    press(buyer, "Put it into the plan")
    expect(main(buyer)).to_contain_text("£2,262.00")
    expect(main(buyer)).to_contain_text("£738.00")


def ask_and_hear(buyer: Page, provider: Page) -> None:
    press(buyer, "Ask about this")
    if buyer.url.split("?")[0].endswith("/name/"):
        buyer.get_by_label("What should providers call you?").fill("Juniper")
        press(buyer, "Go on")
    buyer.get_by_label("What would you like to know?").fill("Do you come to Mullion?")
    press(buyer, "Send")
    expect(main(buyer)).to_contain_text("Do you come to Mullion?")

    provider.goto("/market/provider/enquiries/")
    follow(provider, OFFER)
    expect(main(provider)).to_contain_text("Enquiry from")
    expect(provider.locator("body")).not_to_contain_text("Bea Budget")
    provider.get_by_label("Your message").fill("Yes, on every night but Monday.")
    press(provider, "Send the answer")
    buyer.goto("/market/enquiries/")
    follow(buyer, OFFER)
    expect(main(buyer)).to_contain_text("on every night but Monday")


def judge(buyer: Page, commissioner: Page, provider: Page) -> None:
    press(buyer, "Give feedback")
    tick(buyer, "Partly")
    buyer.get_by_label("What should others know?").fill("Kind, and late twice.")
    press(buyer, main(buyer).get_by_role("button").first.inner_text())
    commissioner.goto("/market/checks/words/")
    waiting = main(commissioner).get_by_role("link", name="Sample: Tamar Company")
    for address in [each.get_attribute("href") for each in waiting.all()]:
        commissioner.goto(address)
        if "late twice" in main(commissioner).inner_text():
            break
    tick(commissioner, "Show it")
    press(commissioner, "Decide")
    provider.goto("/market/provider/feedback/")
    expect(main(provider)).to_contain_text("Kind, and late twice.")


def test_what_nobody_offers_is_said_counted_published_and_answered(page_as: Any, site: Any) -> None:
    carer, commissioner, provider = page_as("carer"), page_as("commissioner"), page_as("provider-editor")
    say_what_is_missing(carer)
    others_said_so_last_month(site)
    commissioner.goto("/market/areas/kernow/gaps/")
    row = main(commissioner).get_by_role("row").filter(has_text="Getting around").first
    expect(row).to_contain_text("10 people look")
    publish_a_statement(commissioner)

    provider.goto("/market/statements/")
    main(provider).get_by_role("link", name=re.compile("Kernow")).first.click()
    expect(main(provider)).to_contain_text("Lifts, most of all.")
    press(provider, "Say that you are interested")
    tick(provider, "Getting around")
    press(provider, "Tell them")
    write_and_send(provider, ANSWERS, need="Getting around", when="Now and then")
    own = provider.url
    check(commissioner, ANSWERS)
    provider.goto(own)
    press(provider, "Which gaps it answers")
    main(provider).get_by_role("checkbox", name=re.compile("Getting around")).first.check()
    press(provider, "Save")
    nobody = page_as("")
    nobody.goto("/market/statements/kernow/2015/")
    expect(main(nobody)).to_contain_text(ANSWERS)
    assert nobody.request.get("/market/statements/feed/").ok


def say_what_is_missing(carer: Page) -> None:
    """Looked for and not found; what was looked for isn't asked again, the rest is, one question a page."""
    carer.goto("/market/?need=getting_around&area=kernow&come=village&availability=crisis")
    expect(main(carer)).to_contain_text("Nothing found yet")
    press(carer, "I can’t find what I need")
    tick(carer, "Weekends")
    press(carer, "Go on")
    tick(carer, "Somebody else, or I would rather not say")
    press(carer, "Go on")
    carer.get_by_role("textbox").last.fill("Somebody to drive us to Treliske")
    press(carer, "Go on")
    press(carer, "Send it")
    expect(main(carer)).to_contain_text("Somebody to drive us to Treliske")


def others_said_so_last_month(site: Any) -> None:
    """People are counted to the end of the last month, and told of from eight on: seven others, all in June."""
    with site.rows() as rows:
        rows.execute("UPDATE market_unmetneed SET said_on = '2015-06-10' WHERE what LIKE '%Treliske%'")
        rows.execute(
            'INSERT INTO market_unmetneed (public_id, area_id, need, "group", place_kind, availability, times, what,'
            ' origin, state, said_on, said_at, is_sample) SELECT gen_random_uuid(), area_id, need, "group",'
            " place_kind, availability, times, '', origin, state, said_on, said_at, true"
            " FROM market_unmetneed, generate_series(1, 7) WHERE what LIKE '%Treliske%'"
        )


def publish_a_statement(commissioner: Page) -> None:
    commissioner.goto("/market/areas/kernow/statement/")
    main(commissioner).get_by_role("button", name=re.compile("Begin your|Change the|Go on")).first.click()
    for part, words in (
        ("see", "More people choose for themselves."),
        ("missing", "Lifts, most of all."),
        ("buy", "Lifts in villages, from October."),
        ("work", "Ring us on any Tuesday."),
    ):
        commissioner.goto(f"/market/areas/kernow/statement/draft/{part}/")
        commissioner.get_by_role("main").get_by_role("textbox").fill(words)
        press(commissioner, "Save")
    press(commissioner, "Publish")
    reason = commissioner.get_by_label("Why is the statement changed?")
    if reason.count():
        reason.fill("Lifts came to light.")
    press(commissioner, "Publish it")
    commissioner.goto("/market/statements/kernow/2015/")
    expect(main(commissioner)).to_contain_text("Getting around")
