"""Attempts to publish words that nobody with lived experience has agreed, by every way that there is.

Each is a function of a `Scene` and may do whatever it likes; afterwards the words with the mark must not be shown.
"""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from tests.knowledge.making import MARK, body_with

Attempt = Callable[["Scene"], Any]
ALL: dict[str, Attempt] = {}


@dataclass
class Scene:
    """`draft` was never published; `page` is, and its newest revision holds words that nobody agreed."""

    draft: Any
    page: Any
    editor: Any  # a client that is signed in as a knowledge editor
    index: Any
    settings: Any

    @property
    def person(self) -> Any:
        """The editor."""
        return self.editor.person

    def revision(self) -> Any:
        """The draft's latest revision."""
        return self.draft.get_latest_revision()


def attempt(function: Attempt) -> Attempt:
    """Add an attempt, named as the function."""
    ALL[function.__name__] = function
    return function


def unagreed(page: Any) -> Any:
    """The page with words that nobody has agreed, as a new revision."""
    page.body = body_with(MARK)
    page.save_revision()
    return page
