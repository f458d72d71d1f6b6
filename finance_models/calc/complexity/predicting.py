"""What a model predicts, added up: by tenth, by group and by band, beside what one rate a band would give."""

from fractions import Fraction
from typing import TYPE_CHECKING

import numpy as np

from finance_models.calc import money
from finance_models.calc.complexity.results import GroupSum, Tenth
from finance_models.calc.tables import GROUPS

if TYPE_CHECKING:
    import pandas as pd

TENTHS = 10


def tenths(people: "pd.DataFrame", years: np.ndarray, predicted: np.ndarray) -> tuple[Tenth, ...]:
    """People from the lowest predicted cost for a person-year on; equal ones in the order of pseudonyms."""
    order = np.argsort(np.round(predicted / years, 6), kind="stable")
    pence = people["pence"].to_numpy()
    return tuple(
        Tenth(
            number=number,
            people=len(inside),
            person_years=float(years[inside].sum()),
            predicted=_pence(predicted[inside].sum()),
            actual=int(pence[inside].sum()),
        )
        for number, inside in enumerate(np.array_split(order, TENTHS), start=1)
    )


def by_bands(people: "pd.DataFrame", years: np.ndarray) -> np.ndarray:
    """What each person would cost by their band's raw rate, in pounds: the sum of its costs by its person-years."""
    pounds = people["pence"] / money.PENCE_IN_A_POUND
    sums = people[["band"]].assign(cost=pounds, years=years).groupby("band").transform("sum")
    return (sums["cost"] / sums["years"]).to_numpy() * years


def groups(people: "pd.DataFrame", predicted: np.ndarray, banded: np.ndarray) -> tuple[GroupSum, ...]:
    """Each group that somebody is in: what its people cost, and what the model and the bands expect."""
    found = []
    for group in GROUPS:
        inside = people[group].to_numpy() == 1
        if inside.any():
            actual = int(people["pence"].to_numpy()[inside].sum())
            sums = (_pence(each[inside].sum()) for each in (predicted, banded))
            found.append(GroupSum(group, int(inside.sum()), actual, *sums))
    return tuple(found)


def band_rates(people: "pd.DataFrame", years: np.ndarray, predicted: np.ndarray) -> dict[str, int]:
    """Pence for a person-year of each band, as predicted for its people."""
    sums = people[["band"]].assign(predicted=predicted, years=years).groupby("band").sum()
    return {str(band): _pence(row["predicted"] / row["years"]) for band, row in sums.iterrows()}


def _pence(pounds: float) -> int:
    return money.pence(Fraction(float(pounds)))
