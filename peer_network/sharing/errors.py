"""Why a file can't be shared, in finished sentences for members."""


class SharingRefused(ValueError):
    """What was asked for can't be done; the message says how to mend it."""
