"""Atom feeds over Django's own: ids that never change, whole addresses, and nothing but plain text in them.

A feed is a class with `entries(request)`; `FeedOf` does the rest. What people wrote is escaped twice over, by saying
that it is text and by the XML: no reader shows markup of theirs.
"""

import datetime
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlsplit
from xml.sax.saxutils import XMLGenerator

from django.conf import settings
from django.contrib.syndication.views import Feed
from django.http import HttpRequest, HttpResponse
from django.utils.cache import get_conditional_response
from django.utils.feedgenerator import Atom1Feed
from django.utils.html import escape
from django.utils.http import quote_etag

from api import secret_words

BEGAN = "2014-11-28"  # the day of the network's application; part of every id, and never changed
# XML 1.0 has no place for these, not even escaped.
NO_CHARACTER = dict.fromkeys([*range(0x09), 0x0B, 0x0C, *range(0x0E, 0x20), 0xFFFE, 0xFFFF])


@dataclass(frozen=True)
class Entry:
    """One entry, in plain text. `key` never changes; `address` is a path of this site.

    `language` is the code of its words where they aren't English.
    """

    key: str
    title: str
    text: str
    address: str
    published_at: datetime.datetime
    updated_at: datetime.datetime | None = None
    language: str = ""


class PlainAtom(Atom1Feed):
    """Atom whose `updated` is the newest entry's, or fixed where there is none, and not the time of asking."""

    def latest_post_date(self) -> datetime.datetime:
        """When the feed last changed."""
        dates = [item["updateddate"] for item in self.items if item["updateddate"]]
        return max(dates, default=datetime.datetime.fromisoformat(f"{BEGAN}T00:00:00+00:00"))

    def item_attributes(self, item: dict[str, Any]) -> dict[str, str]:
        """The language of an entry, where it isn't the feed's own."""
        return {"xml:lang": item["language"]} if item["language"] else {}

    def add_root_elements(self, handler: XMLGenerator) -> None:
        super().add_root_elements(handler)
        handler.addQuickElement("generator", "IPC network")


class FeedOf(Feed):
    """A public feed. Give `key`, `title`, `subtitle`, `page` (a path) and `entries`."""

    feed_type = PlainAtom
    key = ""
    page = "/"
    author_name = "IPC network"

    def entries(self, request: HttpRequest) -> Iterable[Entry]:
        """What the feed holds, the newest first."""
        raise NotImplementedError

    def __call__(self, request: HttpRequest, *args: object, **kwargs: object) -> HttpResponse:
        """The feed, or 304 for somebody who has this very text."""
        answer = super().__call__(request, *args, **kwargs)
        answer["ETag"] = quote_etag(secret_words.digest(answer.content.decode())[:32])
        return get_conditional_response(request, etag=answer["ETag"], response=answer)

    def get_object(self, request: HttpRequest, *args: object, **kwargs: object) -> HttpRequest:
        """The request: entries may depend on the address asked."""
        return request

    def get_feed(self, obj: HttpRequest, request: HttpRequest) -> PlainAtom:
        """The entries as Atom, without Django's own addresses, which follow the Host header."""
        made = self.feed_type(
            title=plain(self.title),
            link=whole(self.page),
            description=None,
            subtitle=plain(self.subtitle),
            language="en-gb",
            feed_url=whole(request.path),
            feed_guid=tag(self.key),
            author_name=self.author_name,
        )
        for entry in self.entries(request):
            made.add_item(
                title=plain(entry.title),
                link=whole(entry.address),
                description=escape(plain(entry.text)),
                unique_id=tag(f"{self.key}:{entry.key}"),
                pubdate=entry.published_at,
                updateddate=entry.updated_at or entry.published_at,
                language=entry.language,
            )
        return made


def whole(path: str) -> str:
    """The path with the site's own address before it, whatever host was asked."""
    return settings.SITE_URL.rstrip("/") + path


def tag(key: str) -> str:
    """`tag:ipc.example,2014-11-28:plans:12`: an id that stays when addresses move (RFC 4151)."""
    return f"tag:{urlsplit(settings.SITE_URL).hostname},{BEGAN}:{key}"


def plain(text: str) -> str:
    """The text without characters that XML has no place for."""
    return text.translate(NO_CHARACTER)
