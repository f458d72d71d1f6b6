"""The register's line on the first page of finance models."""

from config.today import today
from finance_models.governance import presenters, queries
from finance_models.steps import Standing
from tenants.models import Area


def standing(area: Area) -> Standing:
    """Ready where a source is valid and no clock has run out."""
    entries, clocks = queries.entries(), queries.open_clocks()
    words = presenters.sentence(entries, clocks, today())
    if not any(entry.is_valid(today()) for entry in entries):
        return Standing("step_look", f"{words} Add one, so that data can be loaded.")
    return Standing("step_look" if clocks else "step_ready", words)
