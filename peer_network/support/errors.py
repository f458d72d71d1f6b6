"""What can't be done, in finished sentences for people."""


class SupportRefused(ValueError):
    """What was asked for can't be done just now; the message says why, and what to do."""
