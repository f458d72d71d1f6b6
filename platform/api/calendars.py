"""Calendar files (RFC 5545), and the calendars that a person can subscribe to by a secret address.

An event's `key` makes its UID, which never changes, so that a telephone moves an event instead of doubling it. Rooms
put no personal data into an event: whoever has the address reads it.
"""

import datetime
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from urllib.parse import urlsplit
from zoneinfo import ZoneInfo

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.utils.cache import get_conditional_response
from django.utils.http import quote_etag
from icalendar import Calendar as Document
from icalendar import Event as Entry

from accounts.access import Access
from api import secret_words

LONDON = ZoneInfo("Europe/London")
MEDIA_TYPE = "text/calendar; charset=utf-8"
ASK_AGAIN = datetime.timedelta(hours=12)
ONE_DAY = datetime.timedelta(days=1)


@dataclass(frozen=True)
class Event:
    """One event. A date lasts the whole day (`end` is its last day); a time is with its zone.

    `sequence` grows with each change, and `changed_at` says when it was.
    """

    key: str
    title: str
    start: datetime.date | datetime.datetime
    changed_at: datetime.datetime
    end: datetime.date | datetime.datetime | None = None
    about: str = ""
    address: str = ""
    sequence: int = 0


@dataclass(frozen=True)
class Calendar:
    """A calendar that a room offers: its events, and whether this person may read it, both asked at each request.

    `events` are the same for everybody who may read it; `events_of` are each person's own. A calendar has one of them.
    """

    key: str
    title: str
    about: str
    may_read: Callable[[Access], bool]
    events: Callable[[], Iterable[Event]] | None = None
    events_of: Callable[[Access], Iterable[Event]] | None = None

    def __post_init__(self) -> None:
        if (self.events is None) == (self.events_of is None):
            raise ValueError(f"{self.key}: give either events=… or events_of=….")

    def events_for(self, access: Access) -> Iterable[Event]:
        """What this person sees in it."""
        if self.events_of is not None:
            return self.events_of(access)
        assert self.events is not None  # noqa: S101 - one of the two is given
        return self.events()


_calendars: dict[str, Calendar] = {}


def register(calendar: Calendar) -> None:
    """Offer a calendar; the same key again replaces it."""
    _calendars[calendar.key] = calendar


def open_to(access: Access) -> list[Calendar]:
    """The calendars that this person may read, by title."""
    return sorted((each for each in _calendars.values() if each.may_read(access)), key=lambda each: each.title)


def find(key: str) -> Calendar | None:
    """The calendar with this key."""
    return _calendars.get(key)


def document(title: str, events: Iterable[Event]) -> bytes:
    """The file, lines folded; the same for the same events, so that asking again can be answered with 304."""
    made = Document()
    made.add("prodid", "-//IPC network//Calendars//EN")
    made.add("version", "2.0")
    made.add("method", "PUBLISH")
    made.add("x-wr-calname", title)
    made.add("x-wr-timezone", "Europe/London")
    made.add("refresh-interval", ASK_AGAIN, parameters={"VALUE": "DURATION"})
    for event in events:
        made.add_component(_entry(event))
    made.add_missing_timezones()
    return made.to_ical()


def response(request: HttpRequest, title: str, events: Iterable[Event], *, name: str) -> HttpResponse:
    """The calendar as an answer; 304 for somebody who has this very file."""
    body = document(title, events)
    answer = HttpResponse(body, content_type=MEDIA_TYPE)
    answer["Content-Disposition"] = f'inline; filename="{name}.ics"'
    answer["ETag"] = quote_etag(secret_words.digest(body.decode())[:32])
    return get_conditional_response(request, etag=answer["ETag"], response=answer)


def _entry(event: Event) -> Entry:
    made = Entry()
    made.add("uid", f"{event.key}@{urlsplit(settings.SITE_URL).hostname}")
    made.add("summary", event.title)
    made.add("dtstamp", event.changed_at.astimezone(datetime.UTC))
    made.add("last-modified", event.changed_at.astimezone(datetime.UTC))
    made.add("sequence", event.sequence)
    made.add("dtstart", _in_london(event.start))
    if event.end is not None:
        made.add("dtend", _end(event.end))
    elif not isinstance(event.start, datetime.datetime):
        made.add("dtend", event.start + ONE_DAY)
        made.add("transp", "TRANSPARENT")  # a day to know of, not a day that is taken
    if event.about:
        made.add("description", event.about)
    if event.address:
        made.add("url", settings.SITE_URL.rstrip("/") + event.address)
    return made


def _end(end: datetime.date | datetime.datetime) -> datetime.date | datetime.datetime:
    """The format's end is the first moment that is no longer part of it."""
    return _in_london(end) if isinstance(end, datetime.datetime) else end + ONE_DAY


def _in_london(when: datetime.date | datetime.datetime) -> datetime.date | datetime.datetime:
    return when.astimezone(LONDON) if isinstance(when, datetime.datetime) else when
