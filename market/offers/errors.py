"""What is refused about offers. Each message is a finished sentence."""


class OfferRefused(ValueError):
    """Something that can't be done with an offer."""


class NotWhole(OfferRefused):
    """An offer that lacks something; `missing` says what, as (field, sentence)."""

    def __init__(self, missing: list[tuple[str, str]]) -> None:
        self.missing = missing
        super().__init__(" ".join(words for _, words in missing))


class WrongState(OfferRefused):
    """An offer that stands otherwise by now."""

    def __init__(self, state: str) -> None:
        super().__init__(f"This can’t be done: it is “{state.lower()}” by now. Open its page again.")


class WaitsForCheck(OfferRefused):
    """Words that somebody is checking just now."""

    def __init__(self) -> None:
        super().__init__("It waits for its check. Take it back first, then change it.")


class NothingToCheck(OfferRefused):
    """A check of something that isn't sent, or was checked meanwhile."""

    def __init__(self) -> None:
        super().__init__("Nothing of this offer waits for a check. Somebody may have checked it meanwhile.")


class ReasonMissing(OfferRefused):
    """Something that people will ask about has no reason."""

    def __init__(self) -> None:
        super().__init__("Say why, so that they can mend it.")


class OwnCheck(OfferRefused):
    """Somebody who would check what they write for."""

    def __init__(self) -> None:
        super().__init__("You write for this organisation, so another commissioner checks it.")
