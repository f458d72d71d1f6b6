"""What data rights refuses, in finished sentences."""


class DataRightsError(Exception):
    """Refused; the message says why and what to do."""


class CannotErase(DataRightsError):
    """Something has to happen first; `faults` has a sentence for each."""

    def __init__(self, faults: list[str]) -> None:
        super().__init__(" ".join(faults))
        self.faults = faults


class RequestOver(DataRightsError):
    """It was answered, carried out or taken back already."""

    def __init__(self) -> None:
        super().__init__("This request is over already.")


class CopyUnderWay(DataRightsError):
    """One at a time."""

    def __init__(self) -> None:
        super().__init__("A copy of your data is being made already. You find it here when it is ready.")


class NotDeclared(DataRightsError, LookupError):
    """A model that no `personal_data.py` speaks of."""

    def __init__(self, label: str) -> None:
        super().__init__(f"{label} is declared nowhere: add it to its app's personal_data.py.")
