"""Why somebody can't join, or can't have a name. Each message is a finished sentence for people."""


class JoiningRefused(ValueError):
    """What was asked for can't be done; the message says how to mend it."""


class NameTaken(JoiningRefused):
    """Somebody has this name, or one that looks the same."""

    def __init__(self) -> None:
        super().__init__("Somebody has this name already, or one that looks very like it. Please choose another.")


class NameTellsWhoYouAre(JoiningRefused):
    """The name has a part of the person's own name or address."""

    def __init__(self) -> None:
        super().__init__(
            "This name has a part of your real name or e-mail in it. Choose one that doesn’t say who you are."
        )


class NameReserved(JoiningRefused):
    """The name would pass for somebody who runs the place."""

    def __init__(self) -> None:
        super().__init__("This name sounds like somebody who runs the peer network. Please choose another.")


class NameEmpty(JoiningRefused):
    """Nothing is left of the name once it is read."""

    def __init__(self) -> None:
        super().__init__("Use at least two letters or numbers in your name.")
