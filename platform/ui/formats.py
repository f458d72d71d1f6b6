"""How dates, money and numbers read on a page. Each function is also a Jinja filter of the same name."""

import datetime
from decimal import ROUND_HALF_UP, Decimal

from django.utils import timezone

PENCE_IN_A_POUND = 100


def date(value: datetime.date | None) -> str:
    """19 September 2014; an empty string for None. A moment is shown as its day in London."""
    if not value:
        return ""
    if isinstance(value, datetime.datetime):
        value = _in_london(value)
    return f"{value.day} {value:%B %Y}"


def month(value: datetime.date | None) -> str:
    """September 2014."""
    return f"{value:%B %Y}" if value else ""


def time(value: datetime.datetime | datetime.time | None) -> str:
    """4:05pm, midday and midnight as NHS pages write them."""
    if value is None:
        return ""
    if isinstance(value, datetime.datetime):
        value = _in_london(value)
    if (value.hour, value.minute) == (12, 0):
        return "midday"
    if (value.hour, value.minute) == (0, 0):
        return "midnight"
    hour = value.hour % 12 or 12
    minutes = f":{value:%M}" if value.minute else ""
    return f"{hour}{minutes}{'am' if value.hour < 12 else 'pm'}"


def date_and_time(value: datetime.datetime | None) -> str:
    """19 September 2014 at 4:05pm."""
    return f"{date(value)} at {time(value)}" if value else ""


def pounds(pence: int | Decimal | None, whole: bool = False) -> str:
    """£12,345.67 from pence; `whole` rounds to the nearest pound, halves upwards: £12,346."""
    if pence is None:
        return ""
    amount = Decimal(pence) / PENCE_IN_A_POUND
    sign = "−" if amount < 0 else ""
    amount = abs(amount)
    if whole:
        return f"{sign}£{amount.quantize(Decimal(1), ROUND_HALF_UP):,}"
    return f"{sign}£{amount.quantize(Decimal('0.01'), ROUND_HALF_UP):,}"


def whole_pounds(pence: int | Decimal | None) -> str:
    """£12,346 from 1234567 pence."""
    return pounds(pence, whole=True)


def number(value, decimals: int | None = None) -> str:
    """12,345 or, with decimals=1, 12,345.0. Words and None pass through, so that a cell may read "not known"."""
    if value is None:
        return ""
    if isinstance(value, bool) or not isinstance(value, (int, float, Decimal)):
        return value
    if decimals is None:
        return f"{value:,}".replace("-", "−")
    rounded = Decimal(str(value)).quantize(Decimal(1).scaleb(-decimals), ROUND_HALF_UP)
    return f"{rounded:,}".replace("-", "−")


def plural(count: int, singular: str, more: str | None = None) -> str:
    """1 area, 2 areas: the number with its noun. `more` is for nouns that take no s."""
    noun = singular if count == 1 else (more or f"{singular}s")
    return f"{number(count)} {noun}"


def _in_london(value: datetime.datetime) -> datetime.datetime:
    return timezone.localtime(value) if timezone.is_aware(value) else value


FILTERS = {
    "date": date,
    "month": month,
    "time": time,
    "datetime": date_and_time,
    "pounds": pounds,
    "whole_pounds": whole_pounds,
    "number": number,
    "plural": plural,
}
