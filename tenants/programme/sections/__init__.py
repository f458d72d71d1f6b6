"""The views of the board, in the order in which the page and the pack show them. Rooms add theirs: `register`."""

from tenants.programme.sections import (
    budgets,
    cohorts,
    compared,
    equal_age,
    equality,
    found,
    maturity,
    mentoring,
    milestones,
    phases,
    promises,
    returns,
    risks,
    workstreams,
)
from tenants.programme.sections.base import Built, Section

SECTIONS: list[Section] = [
    phases.SECTION,
    budgets.SECTION,
    compared.SECTION,
    promises.SECTION,
    milestones.SECTION,
    cohorts.SECTION,
    mentoring.SECTION,
    equal_age.SECTION,
    risks.SECTION,
    returns.SECTION,
    equality.SECTION,
    maturity.SECTION,
    workstreams.SECTION,
    found.SECTION,
]
BY_KEY = {section.key: section for section in SECTIONS}
BY_TABLE = {key: section for section in SECTIONS for key in section.tables}


def register(section: Section, *, after: str) -> None:
    """Put a room's view behind the view of this key; once, when the applications load.

    Raises ValueError where a view or a table of the name is there already, KeyError for an unknown `after`.
    """
    if section.key in BY_KEY or set(section.tables) & set(BY_TABLE):
        raise ValueError(f"The board has a view or a table of {section.key!r} already.")
    SECTIONS.insert(SECTIONS.index(BY_KEY[after]) + 1, section)
    BY_KEY[section.key] = section
    BY_TABLE.update(dict.fromkeys(section.tables, section))


__all__ = ["BY_KEY", "BY_TABLE", "SECTIONS", "Built", "Section", "register"]
