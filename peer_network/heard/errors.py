"""Why something can't be done with a theme. Each message is a finished sentence for people."""


class ThemeRefused(ValueError):
    """What was asked for can't be done; the message says how to mend it."""


class ThemeClosed(ThemeRefused):
    """A theme that isn't shown, or not any more."""

    def __init__(self) -> None:
        super().__init__("This theme isn’t shown just now, so it can’t be supported or answered.")


class NotYours(ThemeRefused):
    """Only a theme's own writer changes it, where a moderator asked for it."""

    def __init__(self) -> None:
        super().__init__("You can’t change this theme now.")


class BeforeTheBoard(ThemeRefused):
    """What is on the agenda belongs to everybody who supports it."""

    def __init__(self) -> None:
        super().__init__("This is before the board now, and other people support it. So you can’t take it back.")


class AskedAlready(ThemeRefused):
    """There is a theme of this topic."""

    def __init__(self) -> None:
        super().__init__("Somebody has asked the board about this topic already. You can support what they ask.")


class NotOnAgenda(ThemeRefused):
    """The board answers what is on its agenda."""

    def __init__(self) -> None:
        super().__init__("This isn’t on the board’s agenda, so it can’t be answered yet.")
