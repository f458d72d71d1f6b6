"""Who hears of statements: providers of a new one; commissioners of interest, and that the year is over."""

import datetime
from typing import Any

from django.urls import reverse

from accounts.permissions import Permission
from market.models import Interest, StatementVersion
from market.providers import editors
from notify.actions import notify_all
from notify.registry import NotificationKind, Way
from tenants.models import Area
from tenants.telling import people_who_may, whoever_may

PUBLISHED, INTEREST, DUE = "market-statement", "market-interest", "market-statement-due"
KINDS = (
    NotificationKind(
        key=PUBLISHED,
        label="Market position statements of your areas",
        describes="A commissioner has said what is missing in an area that you cover, and what they will buy.",
        mail_words="There is a new market position statement for an area that you cover. Sign in to read it.",
        default=Way.DAILY,
        concerns=whoever_may(Permission.MARKET_OFFER),
    ),
    NotificationKind(
        key=INTEREST,
        label="Providers who are interested in your statement",
        describes="A provider is interested in your market position statement, or in one of its gaps.",
        mail_words="A provider is interested in your market position statement. Sign in to see who.",
        default=Way.DAILY,
        concerns=whoever_may(Permission.MARKET_SHAPE),
    ),
    NotificationKind(
        key=DUE,
        label="Your market position statement is due",
        describes="A year has nearly passed since your area’s last market position statement.",
        mail_words="Your area’s market position statement is due on {date}. Sign in to write it.",
        default=Way.AT_ONCE,
        concerns=whoever_may(Permission.MARKET_SHAPE),
    ),
)


def published(version: StatementVersion, *, by: Any) -> None:
    """Tell the editors of checked providers that cover the area."""
    statement = version.statement
    if statement.is_sample:
        return
    what = "Market position statement" if version.number == 1 else "Changed: market position statement"
    notify_all(
        to=editors.people_in(statement.area),
        kind=PUBLISHED,
        title=f"{what} {statement.year}, {statement.area.name}",
        body="See what is missing, and say where you could help.",
        url=address_of(version),
        key=f"statement-{version.public_id}",
        by=by,
    )


def interested(interest: Interest, *, by: Any) -> None:
    """Tell the area's commissioners."""
    area = interest.statement.area
    notify_all(
        to=people_who_may(Permission.MARKET_SHAPE, area=area),
        kind=INTEREST,
        title=f"{interest.provider.organisation.name} is interested",
        body=interest.get_need_words(),
        url=reverse("market:statement-own", args=[area.slug]),
        area=area,
        key=f"interest-{interest.pk}",
        by=by,
    )


def due(area: Area, day: datetime.date) -> int:
    """Remind the area's commissioners, once a year; returns how many were told."""
    told = notify_all(
        to=people_who_may(Permission.MARKET_SHAPE, area=area),
        kind=DUE,
        title="Your market position statement is due",
        body="Its tables are filled in already. Write what you see, what is missing and what you will buy.",
        url=reverse("market:statement-own", args=[area.slug]),
        area=area,
        key=f"statement-due-{area.slug}-{day.isoformat()}",
        date=day,
    )
    return len(told)


def address_of(version: StatementVersion) -> str:
    """The public page of the statement."""
    return reverse("market:statement", args=[version.statement.area.slug, version.statement.year])
