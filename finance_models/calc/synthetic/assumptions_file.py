"""An assumptions file that fits a sample: its window, its price index, and terms for a first run."""

from finance_models.calc.synthetic.prices import price_index
from finance_models.calc.synthetic.sample import Sample

TEXT = """\
# Assumptions for synthetic data. Every figure is illustrative, to be replaced by the area's own.

[window]
start = {start}
end = {end}

[capitation]
truncation = 40000
credibility = 50
inflation = 0.021
growth = 0.01
efficiency = 0.04
ltc_bands = [0, 1, 2, 4]
age_bands = [0, 18, 65, 75, 85]

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


def assumptions_text(sample: Sample) -> str:
    """The file as TOML."""
    index = "\n".join(f'"{year}" = {level}' for year, level in price_index(sample).items())
    return TEXT.format(start=sample.start.isoformat(), end=sample.end.isoformat(), index=index)
