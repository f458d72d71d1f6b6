"""Why something can't be done with a case. Each message is a finished sentence for people."""


class CaseRefused(ValueError):
    """What was asked for can't be done; the message says how to mend it."""


class CaseClosed(CaseRefused):
    """The case is over."""

    def __init__(self) -> None:
        super().__init__("This case is closed. Open it again first, and say why.")


class NobodyToOpen(CaseRefused):
    """The case is not about a member."""

    def __init__(self) -> None:
        super().__init__("This case is not about a member of the peer network, so there is no identity to open.")


class ReasonMissing(CaseRefused):
    """An identity is opened for a reason alone."""

    def __init__(self) -> None:
        super().__init__("Say why you need to know who this is. It is kept with your name.")
