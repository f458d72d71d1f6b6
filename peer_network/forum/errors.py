"""Why something can't be written or changed. Each message is a finished sentence for members."""


class PostingRefused(ValueError):
    """What was asked for can't be done; the message says why, and what can be done instead."""


class PostingClosed(PostingRefused):
    """Nobody is there to look after posts; the message says until when."""


class TooManyPosts(PostingRefused):
    """A member has written more in an hour than somebody of their standing can."""

    def __init__(self, limit: int) -> None:
        super().__init__(
            f"You have written {limit} times in the last hour. That is as much as we can look after well. "
            "Your words are still here: please send them a little later."
        )


class SpaceClosed(PostingRefused):
    """The space, or the topic, takes no new posts."""

    def __init__(self, what: str) -> None:
        super().__init__(f"This {what} is closed. You can read it, and write in another one.")


class NotChangeable(PostingRefused):
    """A post that its writer can't change now."""

    def __init__(self) -> None:
        super().__init__("You can’t change this post now. A moderator is looking at it, or it was taken away.")
