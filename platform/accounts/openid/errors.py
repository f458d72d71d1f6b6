"""Why somebody could not sign in with another organisation's account."""


class ProviderRefused(Exception):
    """What the provider sent can't be believed. `why` is a word for the log; the person gets one plain page for all."""

    def __init__(self, why: str, detail: str = "") -> None:
        super().__init__(f"{why}: {detail}" if detail else why)
        self.why = why


class ProviderUnreachable(ProviderRefused):
    """The provider did not answer, or not with what was asked for."""

    def __init__(self, detail: str = "") -> None:
        super().__init__("unreachable", detail)


class TooLittleAssurance(ProviderRefused):
    """The provider knows less of the person than this network asks for."""

    def __init__(self, detail: str = "") -> None:
        super().__init__("too-little-assurance", detail)
