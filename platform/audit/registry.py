"""The actions that an audit row may tell of, each with the words people read."""

import re

from audit.errors import UnknownAction

SHAPE = re.compile(r"^[a-z_]+\.[a-z_]+$")

_words: dict[str, str] = {}


def register(action: str, words: str) -> None:
    """Allow the action `noun.verb`; `words` say it in the past tense: "Changed a plan".

    Raises ValueError where the shape is wrong or the action has other words already.
    """
    if not SHAPE.match(action):
        raise ValueError(f"An audit action is written noun.verb in small letters, not {action!r}.")
    if _words.setdefault(action, words) != words:
        raise ValueError(f"The audit action {action!r} is registered already, as {_words[action]!r}.")


def words_for(action: str) -> str:
    """What the action is called on a page; raises UnknownAction."""
    try:
        return _words[action]
    except KeyError:
        raise UnknownAction(action) from None


def all_actions() -> dict[str, str]:
    """Every registered action and its words, in order of the words."""
    return dict(sorted(_words.items(), key=lambda pair: pair[1]))
