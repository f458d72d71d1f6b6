"""The network's terms as the calculation takes them, and in words."""

from decimal import Decimal

from finance_models.calc.assumptions import CapitationTerms
from finance_models.calc.bands import Bands
from finance_models.calc.windows import Window
from tenants.returns.models import FinanceTerms
from ui import formats


def window_of(terms: FinanceTerms) -> Window:
    """The base year."""
    return Window(terms.window_start, terms.window_end)


def capitation_of(terms: FinanceTerms) -> CapitationTerms:
    """Bands, truncation and uplift. Without reference rates, so that credibility plays no part."""
    return CapitationTerms(
        truncation=Decimal(terms.truncation_pence) / 100,
        credibility=Decimal(0),
        inflation=terms.inflation,
        growth=terms.growth,
        efficiency=terms.efficiency,
        bands=Bands(tuple(terms.age_edges), tuple(terms.ltc_edges)),
    )


def in_rows(terms: FinanceTerms) -> list[tuple[str, str]]:
    """(what, words) for a summary list."""
    last = window_of(terms).last_day
    return [
        ("Base year", f"{formats.date(terms.window_start)} to {formats.date(last)}"),
        ("Ages from", _edges(terms.age_edges)),
        ("Long-term conditions from", _edges(terms.ltc_edges)),
        ("Truncation", f"{formats.pounds(terms.truncation_pence)}: what a person costs beyond it is spread over all"),
        ("Uplift", uplift_words(terms)),
        ("Why", terms.reason),
        ("Set", f"{formats.date(terms.set_on)}, by {terms.by.name if terms.by else 'sample data'}"),
    ]


def uplift_words(terms: FinanceTerms) -> str:
    """`Inflation 2.1%, growth 1%, efficiency 4%`."""
    shares = (("Inflation", terms.inflation), ("growth", terms.growth), ("efficiency", terms.efficiency))
    return ", ".join(f"{name} {(share * 100).normalize():f}%" for name, share in shares)


def _edges(edges: list[int]) -> str:
    return ", ".join(map(str, edges)) if len(edges) > 1 else "Not divided"
