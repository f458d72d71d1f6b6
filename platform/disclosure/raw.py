"""True counts of people, wrapped so that no page, file or log can show one by mistake."""

import operator
from typing import NoReturn, Self, SupportsIndex


class RawCountShownError(RuntimeError):
    """Something tried to show, store or compare a true count of people.

    Not a TypeError or ValueError: template filters such as `int` swallow those and would print 0.
    """

    def __init__(self) -> None:
        super().__init__(
            "A true count of people can't be shown, stored or compared. Others may see publish(count); "
            "an area's own teams may see own_figure(count)."
        )


class RawCount:
    """How many people there are, before any rule. Counts can be added up; nothing else can be done with one.

    There is no ordering, not even between two of them: sorted rows would tell which of two hidden counts is
    larger. Sort by `PublishedCount.sort_key`.
    """

    __slots__ = ("__people",)
    __people: int

    def __init__(self, n: SupportsIndex) -> None:
        if isinstance(n, bool):
            raise TypeError("A count of people is a whole number, not yes or no.")
        value = operator.index(n)
        if value < 0:
            raise ValueError("A count of people can't be below 0.")
        object.__setattr__(self, "_RawCount__people", value)

    def __add__(self, other: object) -> "RawCount":
        if isinstance(other, RawCount):
            return RawCount(self.__people + other.__people)
        # sum() starts at 0.
        if type(other) is int and other == 0:
            return self
        return NotImplemented

    __radd__ = __add__

    def __copy__(self) -> Self:
        return self

    def __deepcopy__(self, memo: object) -> Self:
        return self

    def __repr__(self) -> str:
        # Logs and error pages print this.
        return "<true count of people: not shown>"

    def _refuse(self, *args: object) -> NoReturn:
        raise RawCountShownError

    __str__ = __format__ = __html__ = __bytes__ = _refuse
    __int__ = __float__ = __index__ = __round__ = __bool__ = _refuse
    __eq__ = __ne__ = __lt__ = __le__ = __gt__ = __ge__ = _refuse
    __hash__ = __reduce_ex__ = __setattr__ = __delattr__ = _refuse


def people(n: SupportsIndex) -> RawCount:
    """Wrap a count of people taken from rows: `people(patients.count())`.

    Raises ValueError below 0, TypeError for anything but a whole number (None too: is an empty sum 0 here?).
    """
    return RawCount(n)


def own_figure(count: RawCount) -> int:
    """The true number, for pages and files that only the area's own roll-out and finance teams can open."""
    if not isinstance(count, RawCount):
        raise TypeError("own_figure() takes a count made by people().")
    return object.__getattribute__(count, "_RawCount__people")
