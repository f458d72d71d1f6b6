"""A session that is about to end says so, and what is typed afterwards is not lost."""

from typing import Any

from playwright.sync_api import expect

PLAN = "/areas/kernow/rollout/groups/multiple-ltc/change/"


def test_a_session_warns_five_minutes_before_it_ends_and_one_click_keeps_it(page_as: Any) -> None:
    page = page_as("area-lead")
    page.clock.install()
    page.goto(PLAN)
    page.get_by_label("Who leads").first.fill("Somebody of the trust")
    page.clock.fast_forward("24:00")
    warning = page.locator(".ipc-session-ending")
    expect(warning).to_be_empty()
    page.clock.fast_forward("01:05")
    expect(warning).to_contain_text("You will be signed out in 5 minutes")
    with page.expect_response("**/me/stay/") as answer:
        warning.get_by_role("button", name="Stay signed in").click()
    assert answer.value.status == 204
    expect(warning).to_be_empty()
    expect(page.get_by_label("Who leads").first).to_have_value("Somebody of the trust")
