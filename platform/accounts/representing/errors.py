"""Why a representation is refused, each with a finished sentence."""

from accounts.errors import AccountError


class RepresentationRefused(AccountError):
    """Refused; the message says why and what to do. `field` is the form's field that it belongs to."""

    def __init__(self, message: str, field: str | None = None) -> None:
        super().__init__(message)
        self.field = field


class NotLive(RepresentationRefused):
    """It has ended, run out, or not begun; or it isn't this person's. The four read the same."""

    def __init__(self) -> None:
        super().__init__("You can't act for this person now. It has ended or has not begun.")
