"""Why something can't be done with what somebody misses. Each message is a finished sentence for people."""


class NeedRefused(ValueError):
    """What was asked for can't be done; the message says how to mend it."""


class NeedClosed(NeedRefused):
    """It was found, or taken back, before."""

    def __init__(self) -> None:
        super().__init__("You have told us about this one already. Nothing was changed.")
