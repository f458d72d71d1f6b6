"""Assumptions to begin with: every figure is an example, to be replaced by the area's own."""

import datetime
from collections.abc import Mapping
from decimal import Decimal

TEXT = """\
# {heading} `end` is the day after the last.
[window]
start = {start}
end = {end}

[capitation]
truncation = 40000         # pounds: what a person costs beyond this is spread over everybody
credibility = 50           # person-years: how far a small band leans on its reference rate
inflation = 0.021
growth = 0.01
efficiency = 0.04
ltc_bands = [0, 1, 2, 4]   # lower edges: long-term conditions
age_bands = [0, 18, 65, 75, 85]

# Reference rates in pounds, where there are any.
# [capitation.reference]
# "65-74/2-3" = 5000

[price_index]
{index}

[gain_share]
corridor = 0.02
tiers = [[0.03, 0.5], [0, 0.3]]
cap = 0.02
quality = 0.85

[gain_share.split]
ccg = 0.40
council = 0.25
acute = 0.20
community = 0.10
voluntary = 0.05
"""


def text(
    *,
    start: datetime.date,
    end: datetime.date,
    index: Mapping[str, Decimal | int | str],
    heading: str = "The base year.",
) -> str:
    """An assumptions file as TOML; `end` exclusive, `index` the level of prices by financial year."""
    levels = "\n".join(f'"{year}" = {level}' for year, level in index.items())
    return TEXT.format(start=start.isoformat(), end=end.isoformat(), index=levels, heading=heading)
