"""Percentages, rates and differences, worked out from shown figures alone.

So they tell nothing that the reader couldn't work out alone. Anything made from a hidden figure is hidden.
"""

from decimal import ROUND_HALF_UP, Decimal
from typing import Any

from disclosure.published import HIDDEN_MARK, PublishedCount, Source
from disclosure.sealed import Sealed

# Shown where there is nothing to divide by.
NO_FIGURE = "no figure"


class PublishedFigure(Sealed):
    """A number worked out from published counts.

    `value` is a Decimal, or None when it's hidden or (with `is_hidden` False) when nothing can be divided.
    `form` is "percent", "rate" or "change" and decides the text.
    """

    __slots__ = ("value", "is_hidden", "form", "sources")
    made_by = "share(), rate_per() or difference()"

    value: Decimal | None
    is_hidden: bool
    form: str
    sources: tuple[Source, ...]

    def _check(self) -> None:
        if self.is_hidden and self.value is not None:
            raise ValueError("A hidden figure holds no value.")
        if self.form not in ("percent", "rate", "change"):
            raise ValueError(f"Unknown form of figure: {self.form}.")

    def __str__(self) -> str:
        if self.is_hidden:
            return HIDDEN_MARK
        if self.value is None:
            return NO_FIGURE
        size = f"{abs(self.value):,}"
        if self.form == "percent":
            return f"{size}%"
        if self.form == "rate" or self.value == 0:
            return size
        return f"+{size}" if self.value > 0 else f"\N{MINUS SIGN}{size}"

    def __html__(self) -> str:
        # Digits, signs and fixed words: nothing to escape.
        return str(self)

    def __format__(self, spec: str) -> str:
        return format(str(self), spec)

    def __repr__(self) -> str:
        return f"<PublishedFigure {self}>"

    def to_json(self) -> dict[str, Any]:
        """Shape: {"value": 12.5 or None, "text": "12.5%", "hidden": False}."""
        value = None if self.value is None else float(self.value)
        return {"value": value, "text": str(self), "hidden": self.is_hidden}

    def for_csv(self) -> Decimal | str:
        """The number with no sign or mark of its kind, a star, or "no figure"."""
        if self.is_hidden:
            return HIDDEN_MARK
        return NO_FIGURE if self.value is None else self.value


def share(part: PublishedCount, whole: PublishedCount, *, decimals: int = 0) -> PublishedFigure:
    """`part` as a percentage of `whole`: "25%". "no figure" when the whole is 0."""
    return _ratio(part, whole, times=100, decimals=decimals, form="percent")


def rate_per(
    count: PublishedCount, population: int | PublishedCount, *, per: int = 100_000, decimals: int = 1
) -> PublishedFigure:
    """People for each `per` of the population: "12.5". A public population is a plain number."""
    return _ratio(count, population, times=per, decimals=decimals, form="rate")


def difference(now: PublishedCount, before: PublishedCount) -> PublishedFigure:
    """How much more `now` is than `before`: "+10", "0" or "−5"."""
    a, b = _shown(now), _shown(before)
    value = None if a is None or b is None else Decimal(a - b)
    return PublishedFigure._seal(value, value is None, "change", _sources(now, before))


def _ratio(
    part: PublishedCount, whole: int | PublishedCount, *, times: int, decimals: int, form: str
) -> PublishedFigure:
    top = _shown(part)
    bottom = whole if isinstance(whole, int) else _shown(whole)
    if bottom is not None and bottom < 0:
        raise ValueError("A population can't be below 0.")
    value = None
    if top is not None and bottom:
        step = Decimal(1).scaleb(-decimals)
        value = (Decimal(top) * times / Decimal(bottom)).quantize(step, rounding=ROUND_HALF_UP)
    return PublishedFigure._seal(value, top is None or bottom is None, form, _sources(part, whole))


def _shown(count: object) -> int | None:
    if not isinstance(count, PublishedCount):
        raise TypeError("Percentages, rates and differences are made from published counts only.")
    return count.shown


def _sources(*counts: object) -> tuple[Source, ...]:
    found = (source for count in counts if isinstance(count, PublishedCount) for source in count.sources)
    return tuple(dict.fromkeys(found))
