"""Easy Read versions and translations for tests."""

from typing import Any

from knowledge.versions import actions


def idea(sentences: str, **facts: Any) -> tuple[str, dict[str, Any]]:
    """One idea with a simple picture."""
    facts = {"drawing": "talk", "picture": None, "alt_text": "", **facts}
    return "idea", {"sentences": sentences, **facts}


def ideas(*sentences: str) -> list[tuple[str, dict[str, Any]]]:
    """Ideas of one sentence each."""
    return [idea(each) for each in sentences]


def easy_read(page: Any, by: Any, *sentences: str) -> Any:
    """A draft of the Easy Read version of a page."""
    made = actions.start(page=page, version=actions.EASY_READ, by=by)
    made.ideas = ideas(*sentences)
    return _kept(made)


def polish(page: Any, by: Any, title: str = "Pierwsza rozmowa", version: str = "pl") -> Any:
    """A draft of a translation of a page."""
    made = actions.start(page=page, version=version, by=by)
    made.title, made.summary, made.body = title, "Jak zacząć.", []
    return _kept(made)


def _kept(made: Any) -> Any:
    """In a revision and in the row: Wagtail keeps a draft's words there until it is published for the first time."""
    made.save_revision()
    made.save()
    return type(made).objects.get(pk=made.pk)
