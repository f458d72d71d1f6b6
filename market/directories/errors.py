"""Refusals of this part. Each holds a finished sentence, or several in `faults`."""

from market.directories.reports import Fault


class FeedRefused(Exception):
    """The feed has faults, so nothing of it was taken; `faults` has a line for each, `found` the faults themselves."""

    def __init__(self, found: list[Fault]) -> None:
        super().__init__("The feed has faults, so nothing was changed.")
        self.found = found

    @property
    def faults(self) -> list[str]:
        """A line for each fault."""
        return [str(fault) for fault in self.found]


class AddressRefused(Exception):
    """The address may not be fetched, or did not answer as a feed does; the text says why and what to do."""


class DirectoryRefused(Exception):
    """Something that can't be done with a directory or a record now; the text says why."""
