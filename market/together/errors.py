"""Why something can't be done together. Each message is a finished sentence for people."""


class TogetherRefused(ValueError):
    """What was asked for can't be done; the message says how to mend it."""


class ClubOver(TogetherRefused):
    """Nobody joins or gives a price any more."""

    def __init__(self) -> None:
        super().__init__("This is over. You can look for others anew from what you could not find.")


class NotTold(TogetherRefused):
    """Providers give prices where people are told of."""

    def __init__(self) -> None:
        super().__init__("Prices can be given by providers who were checked, in an area of theirs.")


class PriceOver(TogetherRefused):
    """A price that was taken back, failed, or whose day has passed."""

    def __init__(self) -> None:
        super().__init__("This price is no longer open. Nothing was changed.")


class NotAmongThem(TogetherRefused):
    """Only people who look for the same say yes to its prices."""

    def __init__(self) -> None:
        super().__init__("Say first that you need this too. Then you can say yes to a price.")
