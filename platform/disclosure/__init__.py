"""Disclosure control: the one way by which counts of people leave an area's own teams.

`people(n)` wraps a true count, `publish` makes what others may see of it, and `tables.publish_table` does so
for figures that stand together. Pure Python, no database. `tables` loads scipy: import it by name.
"""

from disclosure.costs import COST_NOTE, PublishedCost, cost_cell, cost_of_checked
from disclosure.figures import PublishedFigure, difference, rate_per, share
from disclosure.published import HIDDEN_MARK, HIDDEN_NOTE, PublishedCount, Source, already_public, publish
from disclosure.raw import RawCount, RawCountShownError, own_figure, people
from disclosure.rules import S7R5, S10R10, LooserRuleError, Rule

__all__ = [
    "COST_NOTE",
    "HIDDEN_MARK",
    "HIDDEN_NOTE",
    "S7R5",
    "S10R10",
    "LooserRuleError",
    "PublishedCost",
    "PublishedCount",
    "PublishedFigure",
    "RawCount",
    "RawCountShownError",
    "Rule",
    "Source",
    "already_public",
    "cost_cell",
    "cost_of_checked",
    "difference",
    "own_figure",
    "people",
    "publish",
    "rate_per",
    "share",
]
