"""What a command refuses to do, in a finished sentence."""


class Refused(Exception):
    """A command can't go on. Each of `faults` is one finished sentence for the person who typed it."""

    def __init__(self, *faults: str) -> None:
        super().__init__("\n".join(faults))
        self.faults: list[str] = list(faults)


class ServicesNotRunning(Refused):
    """No `DATABASE_URL` or `REDIS_URL` is set and this installation's own services are not running."""
