"""What somebody may do while they act for another: nothing of their own, and of the other's what the scope names."""

from functools import cached_property
from typing import Any

from accounts.access import Access


class ActingAccess(Access):
    """The access of somebody who acts for another: no membership of theirs or of the other's counts."""

    @cached_property
    def memberships(self) -> list[Any]:
        """None."""
        return []
