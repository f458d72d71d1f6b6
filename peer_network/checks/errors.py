"""Why a change of a word list is refused."""


class LineRefused(ValueError):
    """The line can't be kept; the message is a finished sentence for the moderator, `field` the field it is about."""

    def __init__(self, words: str, field: str = "pattern") -> None:
        super().__init__(words)
        self.field = field


class WouldHoldOrdinaryPosts(LineRefused):
    """The line is met by sentences that nobody has to worry about."""

    def __init__(self, sentences: list[str]) -> None:
        told = "; ".join(f"“{sentence}”" for sentence in sentences[:3])
        super().__init__(
            f"It would be met by ordinary words: {told}. Make it narrower, say under “not where” when it isn’t meant,"
            " or tick the box below."
        )
