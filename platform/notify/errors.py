"""What notifications and e-mail refuse, in finished sentences."""


class UnknownKind(LookupError):
    """No kind of notification of this name is registered."""

    def __init__(self, key: str) -> None:
        super().__init__(f"There is no kind of notification called {key!r}: register it with notify.registry.register.")


class NotInTransaction(Exception):
    """A notification, and its e-mail, are kept together with the change that they tell of, or not at all."""

    def __init__(self, what: str) -> None:
        super().__init__(f"Tell people of {what} inside the transaction that makes the change.")


class AddressElsewhere(ValueError):
    """A notification leads to a page of this site only."""

    def __init__(self, url: str) -> None:
        super().__init__(f"A notification leads to a path of this site, such as /areas/kernow/, not to {url!r}.")


class WayNotAllowed(ValueError):
    """This kind can't be had this way."""

    def __init__(self, label: str) -> None:
        super().__init__(f"“{label}” can't be turned off on the page. Choose another way.")


class BadToken(ValueError):
    """A link's token was not made here, or was changed."""

    def __init__(self) -> None:
        super().__init__("This link does not work. Copy the whole link from the e-mail.")


class SealBroken(ValueError):
    """A waiting e-mail can't be opened: it was sealed with another SECRET_KEY."""

    def __init__(self) -> None:
        super().__init__("This e-mail was sealed with another SECRET_KEY, so it can't be sent.")
