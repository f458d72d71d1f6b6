"""Sessions between two areas, by the real actions; today is 15 July 2015, moved on by `days_later`."""

import datetime
from collections.abc import Callable
from typing import Any

import pytest
from django.utils import timezone

from timebank.models import Session
from timebank.sessions import bookings, dates

TODAY = datetime.date(2015, 7, 15)
VALUES = {"title": "How to build a finance model", "topic": "finance-models"}


def at(day: datetime.date, hour: int = 14) -> datetime.datetime:
    """That hour in London."""
    return timezone.make_aware(datetime.datetime.combine(day, datetime.time(hour)))


@pytest.fixture(autouse=True)
def the_day(settings: Any) -> Callable[[int], None]:
    """Moves the field's clock: `the_day(20)` is twenty days after 15 July 2015."""
    settings.IPC_TODAY = TODAY

    def move(days: int) -> None:
        settings.IPC_TODAY = TODAY + datetime.timedelta(days=days)

    return move


@pytest.fixture
def begun(opened: Callable[[str], Any]) -> Callable[..., Session]:
    """A session that looks for a date; Bristol gives Kernow two hours unless somebody says otherwise."""

    def make(
        giving: tuple[str, ...] = ("bristol",), receiving: tuple[str, ...] = ("kernow",), minutes: int = 120
    ) -> Session:
        givers = [opened(slug) for slug in giving]
        return bookings.agree(
            giving=givers,
            receiving=[opened(slug) for slug in receiving],
            minutes=minutes,
            values=dict(VALUES),
            account=givers[0],
            by=None,
        )

    return make


@pytest.fixture
def booked(begun: Callable[..., Session], opened: Callable[[str], Any]) -> Callable[..., Session]:
    """A session that is booked for a day: 16 July 2015 unless somebody says otherwise."""

    def make(day: datetime.date = TODAY + datetime.timedelta(days=1), **facts: Any) -> Session:
        session = begun(**facts)
        accounts = [part.account for part in session.parts.all()]
        [date] = dates.propose(session=session, account=accounts[0], starts_at=[at(day)], by=None)
        for account in accounts[1:]:
            dates.answer(date=date, account=account, can=True, by=None)
        session.refresh_from_db()
        return session

    return make


@pytest.fixture
def swindon(db: None) -> Any:
    """The area NHS Swindon, which has no part in these sessions."""
    from tenants.models import Area

    return Area.objects.get(slug="swindon")
