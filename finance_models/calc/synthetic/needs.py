"""Who lives in a synthetic area: ages, conditions and groups. Shares are illustrative and rounded.

The sources of each figure, and what was guessed, stand in `docs/finance/synthetic.md`.
"""

from collections.abc import Sequence

# First age of a stretch, how many years it has, and people in a thousand: older than England, as the South West is.
AGES = (
    (0, 5, 56),
    (5, 13, 140),
    (18, 7, 84),
    (25, 20, 229),
    (45, 20, 275),
    (65, 10, 116),
    (75, 10, 70),
    (85, 15, 30),
)
# Age from which the row holds, and the share of people with 0, 1, 2 … 8 long-term conditions.
CONDITIONS = (
    (0, (0.930, 0.058, 0.009, 0.002, 0.001)),
    (18, (0.870, 0.100, 0.022, 0.006, 0.002)),
    (45, (0.660, 0.210, 0.085, 0.030, 0.010, 0.004, 0.001)),
    (65, (0.380, 0.270, 0.180, 0.095, 0.045, 0.020, 0.007, 0.002, 0.001)),
    (75, (0.230, 0.240, 0.220, 0.150, 0.090, 0.045, 0.017, 0.006, 0.002)),
    (85, (0.150, 0.200, 0.220, 0.190, 0.120, 0.070, 0.033, 0.012, 0.005)),
)
COMPLEX_CHILD = 0.012  # of people under 18
LEARNING_DISABILITY = 0.005
MENTAL_HEALTH = 0.009  # of people from 18
MANY_CONDITIONS = 3  # long-term conditions from which the group `multiple_ltc` begins
ETHNICITIES = (("white", 0.945), ("asian", 0.022), ("mixed", 0.015), ("black", 0.012), ("other", 0.006))
# A register, and the share of people on it for each long-term condition that they have.
REGISTERS = (
    ("diabetes", 0.20),
    ("copd", 0.09),
    ("heart_failure", 0.06),
    ("coronary_heart_disease", 0.13),
    ("kidney_disease", 0.11),
    ("asthma", 0.12),
    ("depression", 0.14),
    ("dementia", 0.05),
)
# The published cut-offs of the patient activation measure: a level begins above the score.
ACTIVATION_LEVELS = ((2, 47.0), (3, 55.1), (4, 72.4))


def places(weights: Sequence[float], count: int) -> list[int]:
    """How many of `count` places each weight gets, by largest remainder; they add up to `count`.

    A weight below one place in `count` may get none.
    """
    total = sum(weights)
    exact = [weight / total * count for weight in weights]
    whole = [int(part) for part in exact]
    by_remainder = sorted(range(len(exact)), key=lambda at: whole[at] - exact[at])
    for at in by_remainder[: count - sum(whole)]:
        whole[at] += 1
    return whole


def case_by_draw(draw: str, shares: Sequence[tuple[object, float]]) -> str:
    """SQL that turns an even draw from 0 to 1 into one of the values, by their shares."""
    total = sum(share for _, share in shares)
    reached, whens = 0.0, []
    for value, share in shares[:-1]:
        reached += share / total
        whens.append(f"WHEN {draw} < {reached:.6f} THEN {literal(value)}")
    return f"CASE {' '.join(whens)} ELSE {literal(shares[-1][0])} END"


def literal(value: object) -> str:
    """A value of ours as SQL. Text has no quotes in it: it comes from these modules, or is checked by `Sample`."""
    return f"'{value}'" if isinstance(value, str) else str(value)
