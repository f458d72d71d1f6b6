"""Filling in every form that pages of the room show, and reading what comes back; nothing of it stays."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from html.parser import HTMLParser
from typing import Any
from urllib.parse import urljoin, urlsplit

from django.db import transaction
from django.test import Client
from django.urls import resolve

from tests.peer_network.crawling import Answer, answer_of

TYPED = {"text", "search", "email", "url", "tel"}
TAKEN_AS_THEY_STAND = {"hidden", "date", "time", "number", "password"}


@dataclass
class Form:
    """A form as a page shows it: `texts` are typed into, and may have lines or not; `rest` is sent as it stands."""

    action: str
    texts: dict[str, bool] = field(default_factory=dict)
    rest: dict[str, str] = field(default_factory=dict)

    @property
    def key(self) -> str:
        """What tells this form from others that ask for the same."""
        return f"{resolve(urlsplit(self.action).path).view_name} {' '.join(sorted(self.texts))}"


class Reader(HTMLParser):
    """The forms of a page that are sent with POST to the room and have something to type."""

    def __init__(self, address: str) -> None:
        super().__init__()
        self.address, self.found, self.now, self.choice = address, [], None, ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = dict(attrs)
        name, value, kind = given.get("name") or "", given.get("value") or "", given.get("type") or "text"
        if tag == "form":
            action = urljoin(self.address, given.get("action") or "")
            self.now = Form(action) if (given.get("method") or "").lower() == "post" else None
        elif self.now is None or (not name and tag != "option"):
            return
        elif tag == "textarea" or (tag == "input" and kind in TYPED):
            self.now.texts[name] = tag == "textarea"
        elif tag == "select":
            self.choice = name
        elif tag == "option":
            self.now.rest[self.choice] = value  # the last one: the first often asks to choose
        elif tag == "button" or kind in {"radio", "checkbox"}:
            self.now.rest.setdefault(name, value or "on")
        elif kind in TAKEN_AS_THEY_STAND:
            self.now.rest[name] = value

    def handle_endtag(self, tag: str) -> None:
        if tag == "form" and self.now is not None:
            if self.now.texts and self.now.action.startswith("/peers/"):
                self.found.append(self.now)
            self.now = None


def forms_of(address: str, answer: Answer) -> list[Form]:
    """Each form of a page into which something can be typed."""
    reader = Reader(address)
    reader.feed(answer.words)
    return reader.found


def typed(client: Client, form: Form, texts: dict[str, str]) -> Iterator[tuple[str, Answer]]:
    """(address, answer) of sending the form, and of the page that it leads to; then all is as it was."""
    with transaction.atomic():
        answer: Any = client.post(form.action, {**form.rest, **texts})
        yield form.action, answer_of(answer)
        if answer.status_code in (302, 303):
            yield answer["Location"], answer_of(client.get(answer["Location"]))
        transaction.set_rollback(True)
