"""Who saw and changed what: rows that the application can add and never alter.

audit.record(action="plan.change", by=user, area=area, object=entry, detail={"phase": 2})
"""

from typing import Any


def record(**facts: Any) -> Any:
    """Add one audit row in the caller's transaction: see `audit.actions.record`."""
    from audit import actions  # models can't be imported while the applications are loading

    return actions.record(**facts)


def read(**facts: Any) -> Any:
    """Add one row about personal data that somebody is shown or takes out: see `audit.actions.read`."""
    from audit import actions

    return actions.read(**facts)
