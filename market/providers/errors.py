"""What is refused to providers and to those who check them. Each message is a finished sentence."""


class ProviderRefused(ValueError):
    """Something that can't be done with a provider."""


class NameTaken(ProviderRefused):
    """An organisation that the network knows already."""

    def __init__(self) -> None:
        super().__init__(
            "This organisation is in our list already. Ask somebody who writes for it, or your area’s commissioner, to "
            "invite you."
        )


class TooManyStarted(ProviderRefused):
    """Somebody who starts one organisation after another."""

    def __init__(self, most: int) -> None:
        super().__init__(f"You write for {most} organisations already. Ask your area’s commissioner to invite you.")


class NotWhole(ProviderRefused):
    """A profile that lacks something; `missing` says what, as (field, sentence)."""

    def __init__(self, missing: list[tuple[str, str]]) -> None:
        self.missing = missing
        super().__init__(" ".join(words for _, words in missing))


class WrongState(ProviderRefused):
    """A provider that stands otherwise by now."""

    def __init__(self, state: str) -> None:
        super().__init__(f"This can’t be done: it is “{state.lower()}” by now. Open its page again.")


class OwnCheck(ProviderRefused):
    """Somebody who would check what they write for."""

    def __init__(self) -> None:
        super().__init__("You write for this organisation, so another commissioner checks it.")


class NothingToLookAt(ProviderRefused):
    """A check that left something out; the message names it."""
