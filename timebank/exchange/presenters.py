"""Offers and requests, ready for pages and files."""

from collections.abc import Iterable
from typing import Any

from django.urls import reverse

from config.today import today
from files.people import NO_PEOPLE
from files.tables import Table
from tenants import groups
from tenants.frameworks import COMPONENT_BY_KEY
from timebank.calc import hours
from timebank.exchange import queries
from timebank.exchange.notices import address
from timebank.models import Offer, Request
from ui import formats

SOURCE = "The time bank’s list of offers and requests"
TAGS = {
    "asked": "timebank_asked",
    "open": "timebank_open",
    "paused": "timebank_paused",
    "withdrawn": "timebank_withdrawn",
    "expired": "timebank_expired",
    "matched": "timebank_matched",
    "met": "timebank_met",
}


def offers_table(rows: Iterable[Offer]) -> Table:
    """Columns: offer, topic, from whom, who helps, hours a month, how, when."""
    found = list(rows)
    return Table(
        key="offers",
        caption="Offers of help",
        head=("Offer", "Topic", "From", "Who helps", "A month", "How", "When"),
        rows=tuple(
            [
                {"text": row.title, "href": address(row)},
                row.topic_words(),
                row.account.name,
                row.get_mentor_kind_display(),
                hours.short(row.minutes_a_month),
                row.get_how_display(),
                when_words(row),
            ]
            for row in found
        ),
        as_at=today(),
        source=SOURCE,
        people=NO_PEOPLE,
        sample=any(row.is_sample for row in found),
    )


def requests_table(rows: Iterable[Request]) -> Table:
    """Columns: request, topic, who asks, hours, of which still open, needed by, priority, how."""
    found = list(rows)
    left = queries.minutes_left(found)
    return Table(
        key="requests",
        caption="Requests for help",
        head=("Request", "Topic", "Who asks", "In all", "Still open", "Needed by", "Priority", "How"),
        rows=tuple(
            [
                {"text": row.title, "href": address(row)},
                row.topic_words(),
                row.account.name,
                hours.short(row.minutes),
                hours.short(left[row.pk]),
                row.needed_by,
                row.get_priority_display(),
                row.get_how_display(),
            ]
            for row in found
        ),
        as_at=today(),
        source=SOURCE,
        people=NO_PEOPLE,
        sample=any(row.is_sample for row in found),
    )


def table(kind: str, rows: Iterable[Any]) -> Table:
    """The table of a kind."""
    return offers_table(rows) if kind == "offer" else requests_table(rows)


def when_words(row: Offer) -> str:
    """`From 1 July 2015`, `1 July 2015 to 31 October 2015`."""
    first = formats.date(row.available_from)
    return f"{first} to {formats.date(row.available_until)}" if row.available_until else f"From {first}"


def details(row: Offer | Request, *, is_own: bool) -> list[tuple[str, Any]]:
    """(what, words) rows of one offer or request. Who the mentor is, is for the own side alone."""
    group = groups.BY_KEY[row.group].name if row.group else "No group in particular"
    component = COMPONENT_BY_KEY[row.component].name if row.component else "None in particular"
    rows: list[tuple[str, Any]] = [
        ("From" if isinstance(row, Offer) else "Who asks", row.account.name),
        ("Topic", row.get_topic_display()),
        ("Group", group),
        ("Service component", f"{row.component}: {component}" if row.component else component),
        ("Site", f"{row.site.name}" if row.site else "None in particular"),
        ("How", row.get_how_display()),
    ]
    if isinstance(row, Offer):
        rows += [
            ("Who helps", row.get_mentor_kind_display()),
            ("Hours a month", hours.in_words(row.minutes_a_month)),
            ("When", when_words(row)),
            ("More about it", row.details or "Nothing more is written."),
        ]
        if is_own and row.mentor:
            rows.append(("The mentor (only you see this)", row.mentor.name))
    else:
        rows += [
            ("Hours", hours.in_words(row.minutes)),
            ("Of which nobody has agreed to yet", hours.in_words(queries.minutes_left([row])[row.pk])),
            ("Needed by", formats.date(row.needed_by)),
            ("Priority of the area", row.get_priority_display()),
            ("Why", row.why),
        ]
    rows.append(("On the list until", formats.date(row.expires_on)))
    return [*rows, ("Why it stands so", row.state_reason)] if row.state_reason else rows


def own_rows(rows: Iterable[Offer | Request]) -> list[list[Any]]:
    """Title, state, hours and until when, of an account's own rows; the newest first."""
    return [
        [
            {"text": row.title, "href": address(row)},
            {"status": TAGS[row.state]},
            row.topic_words(),
            hours.short(row.minutes_a_month if isinstance(row, Offer) else row.minutes),
            row.expires_on,
        ]
        for row in rows
    ]


def ending_table(offers: Iterable[Offer], requests: Iterable[Request]) -> Table:
    """Columns: what, kind, whose, leaves the list after, reminded on."""
    found: list[Offer | Request] = sorted([*offers, *requests], key=lambda row: (row.expires_on, row.title))
    return Table(
        key="ending",
        caption="What leaves the list within four weeks",
        head=("What", "Kind", "Whose", "On the list until", "Reminded on"),
        rows=tuple(
            [
                {"text": row.title, "href": address(row)},
                str(row._meta.verbose_name).capitalize(),
                row.account.name,
                row.expires_on,
                row.reminded_on or "Not yet",
            ]
            for row in found
        ),
        as_at=today(),
        source=SOURCE,
        people=NO_PEOPLE,
        sample=any(row.is_sample for row in found),
    )


def steps(row: Offer | Request) -> list[tuple[str, str, str]]:
    """(words, address, kind) of what whoever acts for its account can do with it now. Kind: post, or a page."""
    noun, state = str(row._meta.model_name), type(row).State
    here = lambda verb: reverse(f"timebank:{noun}-{verb}", args=[row.public_id])  # noqa: E731
    alive = row.state in ("asked", "open", "paused", "matched")
    found = []
    if alive:
        found.append(("Change it", here("change"), "page"))
    if isinstance(row, Offer) and row.state == Offer.State.OPEN:
        found.append(("Pause it", here("pause"), "post"))
    if isinstance(row, Offer) and row.state == Offer.State.PAUSED:
        found.append(("Put it back on the list", here("resume"), "post"))
    if alive or row.state == state.EXPIRED:
        found.append(("List it for longer", here("extend"), "page"))
    if alive:
        found.append(("Withdraw it", here("withdraw"), "page"))
    return found
