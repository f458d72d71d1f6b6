"""What is refused in the exchange. Each message is a finished sentence."""


class ExchangeRefused(ValueError):
    """Something that can't be done with an offer or a request."""


class NothingChanged(ExchangeRefused):
    """Nothing differs from what is stored."""

    def __init__(self) -> None:
        super().__init__("Nothing has changed. Change a field first, or leave the page.")


class WrongState(ExchangeRefused):
    """An offer or a request that stands otherwise by now."""

    def __init__(self, state: str) -> None:
        super().__init__(f"This can't be done: it is “{state.lower()}” by now. Open its page again.")


class ReasonMissing(ExchangeRefused):
    """Something that people will ask about has no reason."""

    def __init__(self) -> None:
        super().__init__("Say why, so that the others know.")
