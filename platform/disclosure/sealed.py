"""Values that only this package makes, so that having one proves that the rule was applied."""

from typing import Any, NoReturn, Self


class Sealed:
    """Base of immutable values with named slots, made by `_seal` and by nothing else.

    Compared, hashed, copied and pickled by what they show, since that is all they hold.
    """

    __slots__: tuple[str, ...] = ()
    made_by = "this package"

    def __new__(cls, *args: object, **kwargs: object) -> Self:
        raise TypeError(f"{cls.__name__} can't be made directly: use {cls.made_by}.")

    def __init_subclass__(cls, **kwargs: object) -> None:
        if not cls.__module__.startswith("disclosure."):
            raise TypeError("Types of published figures belong to the disclosure package alone.")
        super().__init_subclass__(**kwargs)

    @classmethod
    def _seal(cls, *values: object) -> Self:
        made = object.__new__(cls)
        for slot, value in zip(cls.__slots__, values, strict=True):
            object.__setattr__(made, slot, value)
        made._check()
        return made

    def _check(self) -> None:
        """Raise ValueError for values that no rule would show (a pickle can hold anything)."""

    def _values(self) -> tuple[Any, ...]:
        return tuple(getattr(self, slot) for slot in type(self).__slots__)

    def __setattr__(self, name: str, value: object) -> NoReturn:
        raise AttributeError(f"{type(self).__name__} can't be changed.")

    def __delattr__(self, name: str) -> NoReturn:
        raise AttributeError(f"{type(self).__name__} can't be changed.")

    def __eq__(self, other: object) -> bool:
        if type(other) is not type(self):
            return NotImplemented
        return self._values() == other._values()

    def __hash__(self) -> int:
        return hash((type(self).__name__, *self._values()))

    def __reduce__(self) -> tuple[Any, ...]:
        return _unseal, (type(self), self._values())


def _unseal(cls: type[Sealed], values: tuple[object, ...]) -> Sealed:
    return cls._seal(*values)
