"""The assumptions of a run: frozen, read from a TOML file whose numbers are decimals, with every fault at once.

    [window]
    start = 2013-04-01
    end = 2014-04-01          # the day after the last

    [capitation]
    truncation = 30000        # pounds
    credibility = 2           # person-years
    inflation = 0.021
    growth = 0.01
    efficiency = 0.04
    ltc_bands = [0, 1, 2, 4]  # lower edges
    age_bands = [0, 18, 65, 75, 85]

Optional: `[capitation.reference]`, `[price_index]`, `[orders]`, `[gain_share]` with `[gain_share.split]`.
"""

from finance_models.calc.assumptions.capitation import CapitationTerms
from finance_models.calc.assumptions.costing import DEFAULT_ORDERS, CostingTerms
from finance_models.calc.assumptions.gain_share import GainShareTerms, Tier
from finance_models.calc.assumptions.reading import Assumptions, from_document, read

__all__ = [
    "DEFAULT_ORDERS",
    "Assumptions",
    "CapitationTerms",
    "CostingTerms",
    "GainShareTerms",
    "Tier",
    "from_document",
    "read",
]
