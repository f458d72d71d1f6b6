"""Fitting the model, and how well it predicts."""

import math
from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

import numpy as np

from finance_models.calc import money
from finance_models.calc.assumptions import CapitationTerms
from finance_models.calc.complexity.design import LEAST_PEOPLE, Kinds, Term, frame, kinds_of, terms_of
from finance_models.calc.complexity.predicting import TENTHS, band_rates, by_bands, groups, tenths
from finance_models.calc.complexity.results import Coefficient, ComplexityModel
from finance_models.calc.costing import Costing

if TYPE_CHECKING:
    import pandas as pd

# Tweedie powers lie between Poisson (1) and gamma (2): many people cost nothing, and few cost very much.
POWERS = (1.1, 1.3, 1.5, 1.7, 1.9)
NORMAL_95 = 1.96
MOST_STEPS = 200


class NoModel(ValueError):
    """No model can be fitted to these people. The message is a finished sentence."""


def fit(costing: Costing, terms: CapitationTerms, *, power: float | None = None) -> ComplexityModel:
    """Fit the model to everybody eligible in the window, their cost cut at the truncation; bands are for its rates.

    Without a `power` (above 1 and below 2), that of `POWERS` is taken whose predictions miss people's costs least, by
    squares. Raises NoModel where there are too few people, nobody costs anything, somebody's refunds are above their
    cost, or the fit doesn't settle.
    """
    people = frame(costing, terms)
    _check(people, power)
    kinds = kinds_of(people, costing.window.days)
    kept, left_out = terms_of(kinds)
    cost = people["pence"].to_numpy() / money.PENCE_IN_A_POUND
    years = people["days"].to_numpy() / costing.window.days
    fits = [found for each in ([power] if power else POWERS) if (found := _fitted(kinds, kept, each))]
    if not fits:
        raise NoModel(f"The fit didn't settle in {MOST_STEPS} steps. More people may help.")
    result, chosen = min(fits, key=lambda each: _squares(cost, _predicted(each[0], kinds, cost)))
    predicted = _predicted(result, kinds, cost)
    even = cost.sum() / years.sum() * years
    banded = by_bands(people, years)
    family = result.model.family
    return ComplexityModel(
        people=len(people),
        power=chosen,
        coefficients=_coefficients(result, kinds, kept, cost, chosen),
        tenths=tenths(people, years, predicted),
        groups=groups(people, predicted, banded),
        r_squared=float(1 - _squares(cost, predicted) / _squares(cost, even)),
        deviance_explained=float(1 - family.deviance(cost, result.mu[kinds.of_person]) / family.deviance(cost, even)),
        scale=float(cost.sum() / result.mu[kinds.of_person].sum()),
        left_out=tuple(left_out),
        band_rates=band_rates(people, years, predicted),
        r_squared_of_bands=float(1 - _squares(cost, banded) / _squares(cost, even)),
    )


def _check(people: "pd.DataFrame", power: float | None) -> None:
    if power is not None and not 1 < power < 2:
        raise NoModel(f"A Tweedie power of {power} doesn't fit costs. Choose one above 1 and below 2.")
    least = TENTHS * LEAST_PEOPLE
    if len(people) < least:
        raise NoModel(f"There are {len(people)} people, and the model needs at least {least}.")
    if (people["pence"] < 0).any():
        raise NoModel("Somebody's refunds are above their cost, which this model can't describe. Check those lines.")
    if people["pence"].nunique() == 1:
        raise NoModel("Everybody costs the same, so there is nothing to explain.")


def _fitted(kinds: Kinds, kept: Sequence[Term], power: float) -> tuple[Any, float] | None:
    """The result of statsmodels, one row a kind, and the power; None where the fit doesn't settle.

    For the fit it is the same as one row a person.
    """
    import statsmodels.api as sm

    family = sm.families.Tweedie(link=sm.families.links.Log(), var_power=power)
    columns = np.column_stack([each.column for each in kept])
    model = sm.GLM(kinds.cost, columns, family=family, exposure=kinds.years, freq_weights=kinds.people)
    result = model.fit(maxiter=MOST_STEPS)
    return (result, power) if result.converged and np.isfinite(result.params).all() else None


def _predicted(result: Any, kinds: Kinds, cost: np.ndarray) -> np.ndarray:
    """What each person is expected to cost, in pounds; together as much as they do."""
    expected = result.mu[kinds.of_person]
    return expected * (cost.sum() / expected.sum())


def _squares(cost: np.ndarray, expected: np.ndarray) -> float:
    return float(((cost - expected) ** 2).sum())


def _robust_errors(result: Any, kinds: Kinds, columns: np.ndarray, cost: np.ndarray, power: float) -> np.ndarray:
    """Standard errors that hold without the variance being right (HC1), from each person's own residual.

    statsmodels sees kinds only. The sandwich is that of one row a person: its inside adds up residuals by kind.
    """
    mean = result.mu
    squares = np.bincount(kinds.of_person, weights=(cost - mean[kinds.of_person]) ** 2, minlength=len(mean))
    # The second and the first derivative of the quasi-likelihood, with log link and variance mean ** power.
    second = (2 - power) * mean ** (2 - power) + (power - 1) * kinds.cost * mean ** (1 - power)
    bread = np.linalg.inv(columns.T @ (columns * (kinds.people * second)[:, None]))
    inside = columns.T @ (columns * (squares * mean ** (2 - 2 * power))[:, None])
    people, terms = len(cost), columns.shape[1]
    # Where everybody costs what is predicted, rounding may leave a hair below nought.
    variances = np.maximum(np.diag(bread @ inside @ bread), 0)
    return np.sqrt(variances * people / (people - terms))


def _coefficients(
    result: Any, kinds: Kinds, kept: Sequence[Term], cost: np.ndarray, power: float
) -> tuple[Coefficient, ...]:
    columns = np.column_stack([each.column for each in kept])
    errors = _robust_errors(result, kinds, columns, cost, power)
    return tuple(
        Coefficient(
            term=each.name,
            reference=each.reference,
            people=int(each.column @ kinds.people),
            value=float(value),
            standard_error=float(error),
            factor=float(np.exp(value)),
            interval=(float(np.exp(value - NORMAL_95 * error)), float(np.exp(value + NORMAL_95 * error))),
            p_value=_p_value(float(value), float(error)),
        )
        for each, value, error in zip(kept, result.params, errors, strict=True)
    )


def _p_value(value: float, error: float) -> float:
    """How often chance alone would bring a coefficient as far from nought; 0 where there is no error at all."""
    return math.erfc(abs(value) / error / math.sqrt(2)) if error else 0.0
