"""A fitted model as JSON: whole pence as numbers, everything else as text; sums of many people, never a row of one."""

from collections.abc import Iterator
from typing import Any

from finance_models.calc import money
from finance_models.calc.capitation import LEAST_RATIO, MOST_RATIO, Capitation
from finance_models.calc.complexity import BandPayment, Coefficient, ComplexityModel, payments
from finance_models.calc.totals import Totals
from finance_models.runs.documents import totals_document

PLACES = 4


def complexity_document(model: ComplexityModel, rates: Capitation, added: Totals) -> dict[str, Any]:
    """Everything that the page of the complexity-adjusted model shows."""
    return {
        **totals_document(added),
        "warnings": [*added.warnings, *_warnings(model)],
        "people": model.people,
        "power": str(model.power),
        "r_squared": _text(model.r_squared),
        "r_squared_of_bands": _text(model.r_squared_of_bands),
        "deviance_explained": _text(model.deviance_explained),
        "coefficients": [_coefficient(each) for each in model.coefficients],
        "tenths": [
            {
                "number": each.number,
                "people": each.people,
                "person_years": f"{each.person_years:.6f}",
                "predicted": each.predicted,
                "actual": each.actual,
            }
            for each in model.tenths
        ],
        "groups": [
            {
                "group": each.group,
                "people": each.people,
                "actual": each.actual,
                "predicted": each.predicted,
                "by_bands": each.by_bands,
            }
            for each in model.groups
        ],
        "left_out": list(model.left_out),
        "reference": dict(model.band_rates),
        "bands": [_band(each) for each in payments(model, rates)],
        "value": rates.value,
        "uplift": money.places(rates.uplift, 6),
    }


def _coefficient(each: Coefficient) -> dict[str, Any]:
    low, high = each.interval
    return {
        "term": each.term,
        "reference": each.reference,
        "people": each.people,
        "coefficient": _text(each.value),
        "error": _text(each.standard_error),
        "factor": _text(each.factor),
        "low": _text(low),
        "high": _text(high),
    }


def _band(each: BandPayment) -> dict[str, Any]:
    return {
        "band": each.band,
        "people": each.people,
        "person_years": money.places(each.person_years, 6),
        "banded": money.half_up(each.banded),
        "adjusted": money.half_up(each.adjusted),
        "banded_payment": each.banded_payment,
        "adjusted_payment": each.adjusted_payment,
    }


def _warnings(model: ComplexityModel) -> Iterator[str]:
    if model.r_squared <= model.r_squared_of_bands:
        yield (
            "The model explains no more of the differences between people's costs than the bands do. Here it gives no "
            "reason to leave the banded rates."
        )
    for each in model.tenths:
        if each.ratio is not None and not LEAST_RATIO <= each.ratio <= MOST_RATIO:
            yield (
                f"Tenth {each.number}: the model expects {each.ratio:.2f} times what these people cost. Between "
                f"{float(LEAST_RATIO):.2f} and {float(MOST_RATIO):.2f} would be near enough."
            )


def _text(value: float) -> str:
    return f"{value:.{PLACES}f}"
