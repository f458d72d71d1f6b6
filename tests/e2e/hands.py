"""Using a page as people do: with a mouse, or by keyboard alone."""

from typing import Any

from playwright.sync_api import Locator, Page, expect

TABS = 200  # more stops than any page has
IS_FOCUSED = "(element) => document.activeElement === element"
IN_GROUP = "(element) => document.activeElement.name === element.name && document.activeElement.type === 'radio'"


class Mouse:
    """Points and clicks."""

    def __init__(self, page: Page) -> None:
        self.page = page

    def press(self, target: Locator) -> None:
        """A button or a link that leads to a page."""
        with self.page.expect_navigation(wait_until="load"):
            target.click()

    def tick(self, target: Locator) -> None:
        """A box or a choice."""
        target.check()

    def write(self, target: Locator, words: str) -> None:
        """Into a field."""
        target.fill(words)


class Keyboard(Mouse):
    """Tab, arrows, Space, Enter and letters; nothing is pointed at."""

    def _reach(self, target: Locator, *, here: str = IS_FOCUSED) -> None:
        expect(target).to_have_count(1)
        self.page.evaluate("document.activeElement.blur()")
        for _ in range(TABS):
            if target.evaluate(here):
                return
            self.page.keyboard.press("Tab")
        raise AssertionError(f"{target} can't be reached by Tab")

    def press(self, target: Locator) -> None:
        self._reach(target)
        with self.page.expect_navigation(wait_until="load"):
            self.page.keyboard.press("Enter")

    def tick(self, target: Locator) -> None:
        if target.get_attribute("type") == "checkbox":
            self._reach(target)
            self.page.keyboard.press("Space")
        else:
            self._reach(target, here=IN_GROUP)
            for _ in range(30):
                if target.evaluate(IS_FOCUSED):
                    break
                self.page.keyboard.press("ArrowDown")
            self.page.keyboard.press("Space")
        expect(target).to_be_checked()

    def write(self, target: Locator, words: str) -> None:
        self._reach(target)
        self.page.keyboard.press("Control+A")
        self.page.keyboard.type(words)


HANDS: dict[str, Any] = {"mouse": Mouse, "keyboard": Keyboard}
