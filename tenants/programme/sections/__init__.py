"""The views of the board, in the order in which the page and the pack show them."""

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

SECTIONS: tuple[Section, ...] = (
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
)
BY_KEY = {section.key: section for section in SECTIONS}
BY_TABLE = {key: section for section in SECTIONS for key in section.tables}

__all__ = ["BY_KEY", "BY_TABLE", "SECTIONS", "Built", "Section"]
