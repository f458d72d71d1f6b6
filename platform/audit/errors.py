"""What audit refuses, in finished sentences."""


class AuditError(Exception):
    """A row that can't be written as asked: a fault of the calling code."""


class UnknownAction(AuditError, LookupError):
    """The action was never registered."""

    def __init__(self, action: str) -> None:
        super().__init__(f"The audit action {action!r} is not registered: add audit.registry.register({action!r}, …).")


class NotInTransaction(AuditError):
    """There is no transaction that would take the row back together with the change it tells of."""

    def __init__(self, action: str) -> None:
        super().__init__(f"Record {action!r} inside the transaction that makes the change.")


class DetailTooLong(AuditError):
    """The detail is a copy of something, not a note about it."""

    def __init__(self, action: str, size: int, limit: int) -> None:
        super().__init__(f"The detail of {action!r} is {size} characters long; keep it below {limit}.")


class WrongKind(AuditError):
    """A row about reading was asked for with an action that changes something."""

    def __init__(self, action: str) -> None:
        super().__init__(f"{action!r} is not registered as a read or an export: give audit.registry.register its kind.")
