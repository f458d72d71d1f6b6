"""What releases refuse, in finished sentences."""


class ReleaseNotPossible(ValueError):
    """This can't be done with the release now; the message says why, and what to do."""
