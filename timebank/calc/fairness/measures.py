"""How equally help is shared: received ÷ entitled, the Gini coefficient, the smallest ratio."""

from collections.abc import Mapping, Sequence


def ratios(received: Mapping[str, float], entitled: Mapping[str, float]) -> dict[str, float]:
    """Received ÷ entitled of each area. An area that is entitled to nothing has no ratio and is left out.

    Where nothing has been given at all, everybody is entitled to 0 minutes and nobody has a ratio.
    """
    return {area: received.get(area, 0) / share for area, share in entitled.items() if share}


def gini(values: Sequence[float]) -> float | None:
    """The Gini coefficient: 0 where all are equal, towards 1 where one has everything. None where all are 0, or none.

    Half the relative mean difference: the sum of |x - y| over all ordered pairs, ÷ (2 × n² × mean). Corrado Gini,
    "Variabilità e mutabilità" (1912); in this form in A. Sen, "On Economic Inequality" (1973), section 2.

        gini([1, 1, 1, 1]) == 0.0; gini([0, 0, 0, 4]) == 0.75
    """
    values = sorted(values)  # floats add up to the same in any order of the areas
    total, count = sum(values), len(values)
    if not total:
        return None
    differences = sum(abs(one - other) for one in values for other in values)
    return differences / (2 * count * total)


def minimum(values: Sequence[float]) -> float | None:
    """The smallest ratio; None where there is none."""
    return min(values, default=None)
