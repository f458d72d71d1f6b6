"""What runs refuse, in finished sentences."""


class RunRefused(ValueError):
    """Nothing can be calculated now; the message says why, and what to do."""
