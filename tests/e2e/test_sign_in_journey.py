"""Signing in with a passkey, and acting for somebody, in a browser from the first click to the last."""

from collections.abc import Iterator
from typing import Any

import pytest
from playwright.sync_api import Page, expect

from tests.e2e.conftest import sign_in
from tests.e2e.test_axe import assert_no_violations, open_after_password

AUTHENTICATOR = {
    "protocol": "ctap2",
    "transport": "internal",
    "hasResidentKey": True,
    "hasUserVerification": True,
    "isUserVerified": True,
    "automaticPresenceSimulation": True,
}


def main(page: Page) -> Any:
    return page.get_by_role("main")


@pytest.fixture
def with_device(page_as: Any) -> Iterator[Page]:
    """A page whose browser has a device with a fingerprint, made of Chromium's virtual authenticator."""
    page = page_as(own=True)
    devices = page.context.new_cdp_session(page)
    devices.send("WebAuthn.enable")
    devices.send("WebAuthn.addVirtualAuthenticator", {"options": AUTHENTICATOR})
    yield page
    devices.send("WebAuthn.disable")


def test_a_passkey_is_added_signs_in_alone_and_is_removed(with_device: Page, site: Any) -> None:
    page = with_device
    sign_in(page, site, "peer-supporter")
    open_after_password(page, site, "/account/2fa/webauthn/add/")
    page.get_by_label("Name, so that you know it again").fill("My phone")
    expect(page.get_by_label("Sign in with it alone")).to_be_checked()
    main(page).get_by_role("button", name="Add the passkey").click()
    page.wait_for_url("**/account/2fa/recovery-codes/**")

    page.goto("/account/2fa/webauthn/")
    expect(main(page)).to_contain_text("My phone")
    assert_no_violations(page)
    page.goto("/account/2fa/")
    expect(main(page)).to_contain_text("You have 1.")
    assert_no_violations(page)

    page.get_by_role("button", name="Sign out").click()
    page.goto("/account/login/")
    page.get_by_role("button", name="Sign in with a passkey").click()
    page.wait_for_url("**/home/")
    expect(page.get_by_role("button", name="Sign out")).to_be_visible()

    page.goto("/account/2fa/webauthn/")
    page.get_by_role("link", name="Rename My phone").click()
    assert_no_violations(page)
    page.goto("/account/2fa/webauthn/")
    page.get_by_role("link", name="Remove My phone").click()
    if "/reauthenticate/" in page.url:
        page.get_by_label("Password", exact=True).fill(site.password)
        page.locator("main form button[type=submit]").first.click()
    assert_no_violations(page)
    page.get_by_role("button", name="Remove the passkey").click()
    page.wait_for_url("**/account/2fa/webauthn/")
    expect(main(page)).to_contain_text("You have none yet.")


def test_without_javascript_the_sign_in_page_says_what_needs_it_beside_the_button(page_as: Any) -> None:
    page = page_as("", java_script_enabled=False)
    page.goto("/account/login/")
    # Chromium keeps the text of <noscript> out of the page that a test can read, so its source is looked at.
    source = page.content()
    assert source.count("needs JavaScript") == 1
    assert source.index("needs JavaScript") < source.index('id="passkey_login"') < source.index("<footer")


def test_a_representative_is_recorded_acts_and_is_ended_by_the_person(page_as: Any) -> None:
    lead = page_as("area-lead", own=True)
    lead.goto("/areas/kernow/representatives/new/")
    lead.get_by_label("For whom").fill("budget-holder@demo.example")
    lead.get_by_label("Who acts").fill("carer@demo.example")
    lead.get_by_label("As what").select_option("nominee")
    lead.get_by_label("See their name and roles").check()
    lead.get_by_label("Paper that you saw").select_option("nomination")
    for name, day in (("evidence_seen_on", "14 7 2015"), ("starts", "15 7 2015"), ("ends", "31 12 2015")):
        for part, value in zip(("day", "month", "year"), day.split(), strict=True):
            lead.locator(f"[name={name}-{part}]").fill(value)
    assert_no_violations(lead)
    main(lead).get_by_role("button", name="Record it").click()
    expect(main(lead)).to_contain_text("Carys Carer (sample) may act for Bea Budget (sample).")
    assert_no_violations(lead)

    carer = page_as("carer", own=True)
    carer.goto("/me/representatives/")
    assert_no_violations(carer)
    carer.get_by_role("button", name="Act for Bea Budget").click()
    carer.wait_for_url("**/me/acting/")
    expect(carer.get_by_role("region", name="Acting for somebody")).to_contain_text("Bea Budget (sample)")
    expect(main(carer)).to_contain_text("Budget holder of NHS Kernow")
    assert_no_violations(carer)
    assert carer.goto("/me/").status == 403
    expect(main(carer)).to_contain_text("To open it for yourself, stop acting first.")

    bea = page_as("budget-holder", own=True)
    bea.goto("/me/representatives/")
    main(bea).get_by_role("link", name="End it").click()
    assert_no_violations(bea)
    bea.get_by_label("Why does it end?").fill("I do it myself now")
    main(bea).get_by_role("button", name="End it").click()
    expect(main(bea)).to_contain_text("Nobody acts for you")

    carer.goto("/me/acting/")
    expect(main(carer)).to_contain_text("You can't act for this person any more.")
    expect(carer.get_by_role("region", name="Acting for somebody")).to_have_count(0)
