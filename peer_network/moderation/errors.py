"""Why something of moderating can't be done. Each message is a finished sentence for people."""


class ModerationRefused(ValueError):
    """What was asked for can't be done; the message says how to mend it."""


class ClaimedByAnother(ModerationRefused):
    """Another moderator looks at it."""

    def __init__(self) -> None:
        super().__init__("Another moderator looks at this now. Choose another one, or take it over with a reason.")


class NotClaimed(ModerationRefused):
    """Whoever wants to decide hasn't taken it up."""

    def __init__(self) -> None:
        super().__init__("Take it up first, so that no two moderators decide the same thing.")


class Decided(ModerationRefused):
    """It is closed."""

    def __init__(self) -> None:
        super().__init__("This is decided already. Somebody was quicker.")


class NeedsAnother(ModerationRefused):
    """Whoever wants to decide has acted in it before, or it is about themselves."""

    def __init__(self) -> None:
        super().__init__("Another moderator has to look at this: you acted in it yourself, or it is about you.")


class NotOffered(ModerationRefused):
    """This can't be decided about this thing."""

    def __init__(self) -> None:
        super().__init__("That can’t be decided here. Open the item again to see what can.")


class AppealedAlready(ModerationRefused):
    """There is an appeal."""

    def __init__(self) -> None:
        super().__init__("You have asked already. A second moderator will look at it, and you hear from them here.")


class NotAppealable(ModerationRefused):
    """This decision can't be appealed."""

    def __init__(self) -> None:
        super().__init__("There is nothing to look at again: this was taken back, or changed nothing for you.")
