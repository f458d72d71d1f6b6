"""What publishing refuses, in finished sentences. `disclosure.releasing` has the refusal of the checks themselves."""


class PublishingError(Exception):
    """Something that can't be published as asked."""


class PeopleChanged(PublishingError):
    """The same criteria of the same version give other people than before."""

    def __init__(self, title: str) -> None:
        super().__init__(
            f"“{title}” was published from this version for people chosen in the same way, and they are not the same "
            "people now. Data that have been corrected are a new version: publish from that."
        )


class NotComparable(PublishingError):
    """There is an earlier release with which these figures can't be compared."""

    def __init__(self, title: str) -> None:
        super().__init__(
            f"These figures can't be compared with “{title}”, which was published from the same version, because we "
            "can't see who was counted there. Publish them as one, or publish from the next version of the data."
        )
