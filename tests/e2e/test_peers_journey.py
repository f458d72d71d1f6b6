"""The peer network in a browser, once with a mouse and once by keyboard alone.

Somebody joins; their first post is held, approved and answered; the answer is reported, taken away with a reason, and
shown again after a second moderator has looked. And somebody writes words of crisis.
"""

from typing import Any

import pytest
from playwright.sync_api import Page, expect

from tests.e2e.hands import HANDS

NEWEST_ITEM = (
    "SELECT public_id FROM peer_network_queueitem WHERE kind = %s AND closed_at IS NULL ORDER BY id DESC LIMIT 1"
)
ROOM = "/peers/spaces/journey-room/"


class Somebody:
    """One person at one window, with their hands."""

    def __init__(self, page: Page, hands: str) -> None:
        self.page, self.hands = page, HANDS[hands](page)

    @property
    def main(self) -> Any:
        return self.page.get_by_role("main")

    def at(self, path: str) -> "Somebody":
        self.page.goto(path)
        return self

    def press(self, words: str) -> None:
        """A button, or a link."""
        button, link = (self.main.get_by_role(role, name=words, exact=True) for role in ("button", "link"))
        self.hands.press(button.or_(link).first)

    def tick(self, words: str) -> None:
        self.hands.tick(self.main.get_by_label(words, exact=True).first)

    def write(self, label: str, words: str) -> None:
        self.hands.write(self.main.get_by_label(label, exact=True).first, words)

    def sees(self, words: str) -> None:
        expect(self.main).to_contain_text(words)

    def sees_not(self, words: str) -> None:
        expect(self.main).not_to_contain_text(words)


@pytest.fixture(params=list(HANDS))
def hands(request: Any) -> str:
    return request.param


@pytest.fixture
def people(page_as: Any, hands: str) -> dict[str, Somebody]:
    names = {"newcomer": f"newcomer-{hands}", "carer": "carer", "moderator": "moderator"}
    names |= {"second": "moderator-third", "holder": "budget-holder"}
    return {name: Somebody(page_as(who), hands) for name, who in names.items()}


def item_of(site: Any, kind: str) -> str:
    """The address of the newest open item of the queue."""
    with site.rows() as rows:
        return f"/peers/moderation/items/{rows.execute(NEWEST_ITEM, [kind]).fetchone()[0]}/"


def join(newcomer: Somebody, name: str) -> None:
    newcomer.at("/peers/")
    newcomer.write("Your display name", name)
    newcomer.tick("I am 18 or older")
    newcomer.tick("I have read the house rules, and I agree to them")
    newcomer.press("Join")
    newcomer.page.wait_for_url("**/peers/")


def first_post_is_held(newcomer: Somebody, carer: Somebody, title: str) -> None:
    newcomer.at(ROOM).press("Begin a topic")
    newcomer.write("What is it about?", title)
    newcomer.write("What would you like to say or ask?", "I am new here. How do you plan a quiet week?")
    newcomer.press("Send")
    newcomer.sees("Because you are new, a moderator reads it before others see it.")
    carer.at(ROOM).sees_not(title)


def decide(moderator: Somebody, item: str, act: str, reason: str, words: str, submit: str) -> None:
    moderator.at(item).press("Look at this")
    moderator.press(act)
    moderator.tick(reason)
    moderator.tick("Only my own words, below")
    moderator.hands.write(moderator.main.locator("[name=words]"), words)
    moderator.press(submit)


def test_from_joining_to_an_appeal(people: dict[str, Somebody], site: Any, hands: str) -> None:
    newcomer, carer, moderator, second, _ = people.values()
    title = f"A quiet week, by {hands}"
    join(newcomer, {"mouse": "Marsh Warbler", "keyboard": "Reed Warbler"}[hands])
    first_post_is_held(newcomer, carer, title)
    decide(
        moderator,
        item_of(site, "first_posts"),
        "Show it",
        "It keeps the house rules",
        "Welcome. It is shown now.",
        "Show it",
    )

    carer.at(ROOM).press(title)
    answer = f"We leave Wednesdays free. It helps us a lot ({hands})."
    carer.write("Your reply", answer)
    carer.press("Send")
    carer.sees(answer)
    topic = carer.page.url.partition("?")[0].partition("#")[0]

    newcomer.at(topic).sees(answer)
    newcomer.hands.press(newcomer.main.locator("#post-2").get_by_role("link", name="Report"))
    newcomer.tick("It is unkind")
    newcomer.press("Go on")
    newcomer.press("Send the report")
    newcomer.sees("Your report is sent")

    words = "Please write about yourself only."
    decide(
        moderator, item_of(site, "report"), "Remove it", "Unkind words about a person or a group", words, "Remove it"
    )
    newcomer.at(topic).sees("A moderator took this post away.")
    newcomer.sees_not(answer)

    carer.at("/notifications/")
    carer.hands.press(carer.main.get_by_role("link", name="Your post").first)
    carer.sees(words)
    carer.press("Ask for another look")
    carer.hands.write(carer.main.locator("textarea").first, "I only said what helps us.")
    carer.press("Ask for another look")
    decision = carer.page.url

    appeal = item_of(site, "appeal")
    moderator.at(appeal).sees("Another moderator")
    assert moderator.main.get_by_role("button", name="Look at this").count() == 0, "not who decided it"
    second.at(appeal).press("Look at this")
    second.press("Decide the appeal")
    second.tick("It is taken back")
    second.write("What do you write to the member?", "You are right, and we are sorry.")
    second.hands.press(second.main.locator("form button[type=submit]").last)
    carer.at(decision).sees("You are right, and we are sorry.")
    newcomer.at(topic).sees(answer)


def test_words_of_crisis_bring_help_at_once_and_are_read_by_a_person_first(
    people: dict[str, Somebody], site: Any, hands: str
) -> None:
    carer, moderator = people["carer"], people["moderator"]
    words = f"I want to kill myself tonight ({hands})"
    carer.at(ROOM).press("Begin a topic")
    carer.write("What is it about?", "Tonight")
    carer.write("What would you like to say or ask?", words)
    carer.press("Send")
    carer.sees("Help is there for you now")
    for number in ("999", "111", "116 123", "85258"):
        expect(carer.main.locator("xpath=//h2[contains(., 'Help is there')]/..").first).to_contain_text(number)
    carer.sees("A person will read this before others see it.")
    people["holder"].at(ROOM).sees("Journey room")
    people["holder"].sees_not("Tonight")

    moderator.at("/peers/moderation/")
    expect(moderator.main.get_by_role("table").locator("tbody tr").first).to_contain_text("Words of crisis")
    moderator.at(item_of(site, "crisis")).sees_not(words)
    moderator.press("Look at this")
    moderator.press("Open the words")
    moderator.sees(words)
