"""What a page that is shown to a browser is, and what may be done on it before it is looked at."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from playwright.sync_api import Page

A_FILE = "a file to download, no page"
# What happens on a page before it is looked at.
Act = Callable[[Page], Any]


@dataclass(frozen=True)
class Shown:
    """One page in one state. `path` may name a fact of the site: `{job-done}`. `who` is a demo person, "" nobody."""

    name: str
    route: str
    who: str
    path: str
    act: Act | None = None
    status: int = 200

    def address(self, facts: dict[str, Any]) -> str:
        """Its path, with the site's facts."""
        return re.sub(r"\{([^}]+)\}", lambda name: facts[name[1]], self.path)

    def open(self, page: Page, facts: dict[str, Any]) -> None:
        """Show it."""
        answer = page.goto(self.address(facts))
        assert answer is not None and answer.status == self.status, f"{self.name}: {answer and answer.status}"
        if self.act:
            self.act(page)
            page.wait_for_load_state("load")


def press(words: str) -> Act:
    """Press the button with these words in the page's main part."""
    whole = re.compile(f"^{re.escape(words)}$", re.IGNORECASE)
    return lambda page: page.get_by_role("main").get_by_role("button", name=whole).first.click()


def then(*acts: Act) -> Act:
    """One after the other."""

    def all_of_them(page: Page) -> None:
        for act in acts:
            act(page)

    return all_of_them


def fill(label: str, value: str) -> Act:
    """Write into a field."""
    return lambda page: page.get_by_label(label, exact=True).first.fill(value)


def choose(name: str, content: str) -> Act:
    """Choose a file with this content; with JavaScript a button stands before the field that takes it."""
    file = {"name": name, "mimeType": "text/csv", "buffer": content.encode()}
    return lambda page: page.locator("input[type=file]").set_input_files(file)


def open_all_details(page: Page) -> None:
    """Open whatever is folded: tables of charts, explanations."""
    page.evaluate("document.querySelectorAll('details').forEach(each => { each.open = true })")


def open_first_row(page: Page) -> None:
    """Follow the first link of the page's table."""
    page.get_by_role("table").get_by_role("link").first.click()
