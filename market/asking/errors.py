"""Why something can't be done with an enquiry or feedback. Each message is a finished sentence for people."""


class AskingRefused(ValueError):
    """What was asked for can't be done; the message says how to mend it."""


class NotAsked(AskingRefused):
    """The offer isn't shown now, is the person's own, or is another directory's, where nobody reads what is asked."""

    def __init__(self, is_own: bool = False, is_elsewhere: bool = False) -> None:
        why = "This is an offer of your own organisation." if is_own else "This offer isn’t shown just now."
        if is_elsewhere:
            why = "This offer is from another directory. Ask the provider as their page says."
        super().__init__(f"{why} Nothing was sent.")


class TalkClosed(AskingRefused):
    """Nobody writes in a closed enquiry."""

    def __init__(self) -> None:
        super().__init__("This enquiry is closed, so nothing can be sent. You can ask again from the offer’s page.")


class NothingWritten(AskingRefused):
    """A message without words."""

    def __init__(self) -> None:
        super().__init__("Write something first.")


class NothingShared(AskingRefused):
    """Sharing without a choice."""

    def __init__(self) -> None:
        super().__init__("Choose at least one thing to show, or go back.")


class NotReportable(AskingRefused):
    """One's own message, a hidden one, or one that is reported already."""

    def __init__(self) -> None:
        super().__init__("This message is reported already, or is hidden. A commissioner looks at it.")


class FeedbackRefused(AskingRefused):
    """Feedback comes once, after an answer."""


class DecidedAlready(AskingRefused):
    """Somebody else was quicker."""

    def __init__(self) -> None:
        super().__init__("Somebody has decided this already. Nothing was changed.")
