"""Scores of risks and issues: likelihood times impact, 5 by 5, and the band and words of each.

The steps, their words and the bands (low 1 to 3, moderate 4 to 6, high 8 to 12, extreme 15 to 25) are those of "A risk
matrix for risk managers", National Patient Safety Agency, January 2008, which NHS organisations use. They stand once,
in `ui.charts.risks`, where the risk map draws them; everything else asks here.
"""

from ui.charts.risks import BANDS, IMPACTS, LIKELIHOODS, Band, band_of

__all__ = ["BANDS", "IMPACTS", "LIKELIHOODS", "Band", "band", "in_words", "rating", "tag"]

LIKELIHOOD_CHOICES = [(step, f"{step}: {words}") for step, words in LIKELIHOODS.items()]
IMPACT_CHOICES = [(step, f"{step}: {words}") for step, words in IMPACTS.items()]
NOT_SCORED = "Not scored"
EXTREME = "Extreme"


def rating(likelihood: int | None, impact: int | None) -> int | None:
    """Likelihood x impact, 1 to 25; None where it is not scored."""
    return None if likelihood is None or impact is None else likelihood * impact


def band(rated: int) -> Band:
    """The band of a rating. Raises StopIteration for a number that is no product of two steps."""
    return band_of(rated)


def in_words(likelihood: int | None, impact: int | None, otherwise: str = NOT_SCORED) -> str:
    """`12, high: likely (4) x moderate (3)`, or `otherwise` where it is not scored."""
    rated = rating(likelihood, impact)
    if likelihood is None or impact is None or rated is None:
        return otherwise
    parts = f"{LIKELIHOODS[likelihood].lower()} ({likelihood}) × {IMPACTS[impact].lower()} ({impact})"
    return f"{rated}, {band_of(rated).name.lower()}: {parts}"


def tag(likelihood: int, impact: int) -> str:
    """The status of the band's tag: `risk_extreme`."""
    return f"risk_{band_of(likelihood * impact).style}"
