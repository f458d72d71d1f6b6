"""How a run was made, in rows for a page: data, prices, assumptions, code, and each figure's formula in words."""

from typing import Any

from django.urls import reverse

from finance_models.models import Run
from tenants.models import Area
from ui import formats

Rows = list[tuple[str, str]]
COST_FORMULAS: Rows = [
    (
        "Cost of a line",
        "The cost that stands in the line; else units times price, rounded half-up to the penny. The price is looked "
        "up source by source in the order for the setting, the line's own provider before any, then the year of the "
        "line or the nearest, carried over by the price index. A tariff price is multiplied by the provider's market "
        "forces factor.",
    ),
    ("Lines that count", "Those in the base year and within their person's eligibility."),
    ("Uncosted", "Lines without a price: they are counted, and no total has their cost in it."),
    ("Person-years", "Eligible days in the base year divided by its days."),
]
RATE_FORMULAS: Rows = [
    *COST_FORMULAS,
    ("Raw rate of a band", "The sum of its people's costs, each cut at the truncation, divided by their person-years."),
    (
        "Blended rate",
        "Where there is a reference rate: Z times the raw rate, and the rest times the reference rate brought to this "
        "area's level. Z is person-years divided by person-years plus the credibility constant.",
    ),
    (
        "Rate",
        "The blended rate times a scale, by which all rates together cover the total cost, times the uplift: "
        "(1 + inflation) times (1 + growth) times (1 less efficiency). Rounded half-up to the penny.",
    ),
    (
        "Baseline value",
        "Total cost times the uplift. Before rounding, all rates times their person-years add up to it.",
    ),
    ("95% interval", "1.96 standard errors below and above the raw rate."),
    ("Shadow payment", "For each month, each band's rate times its person-years of that month, added up."),
]
COMPLEXITY_FORMULAS: Rows = [
    *COST_FORMULAS,
    (
        "The model",
        "A generalised linear model with log link and Tweedie variance, by statsmodels, fitted to each person's cost, "
        "cut at the truncation, with person-years as exposure. Of five powers of the variance, that which misses "
        "people's costs least, by squares, is taken.",
    ),
    (
        "What it looks at",
        "Age, number of long-term conditions, the four groups, and the activation level where it was measured and is "
        "suitable: not for severe mental illness, dementia or a learning disability.",
    ),
    ("Factor", "How many times as much somebody costs as one who is alike but for what the row names."),
    (
        "95% interval",
        "The factor 1.96 standard errors below and above, on the log scale. Standard errors are robust (HC1).",
    ),
    (
        "R² (differences explained)",
        "1 less the squared misses of the predictions divided by the squared misses of one rate for all.",
    ),
    ("Predictive ratio", "Predicted cost divided by actual cost, of a tenth or a group. Above 1 too much is expected."),
    (
        "Rate and payment by the model",
        "The mean that the model predicts for the people of a band, for a person-year, times one level for all bands, "
        "by which they together cover the total cost, times the uplift. The payment is the rate times person-years.",
    ),
    ("Rate by band", "As on the page of rates, by the same assumptions and of the same people."),
]
COHORT_FORMULAS: Rows = [
    *COST_FORMULAS,
    ("People", "Everybody with an eligible day in the base year who meets the criteria, one after another as listed."),
    ("Not known", "People without a value for a criterion: they don't meet it, and so “none of” keeps them."),
    ("Share", "People in the cohort divided by everybody with an eligible day in the base year."),
]
RELEASE_FORMULAS: Rows = [
    *COST_FORMULAS,
    ("Base year, bands, truncation", "Those of the network's terms, whatever the assumptions say."),
    (
        "Bands merged",
        "A band of fewer than ten people, or of which two people hold over 90% of the cost, is merged with the next "
        "lower number of conditions of its age (the lowest with the next higher), else with the neighbouring age.",
    ),
    (
        "Settings together",
        "A setting of a band which fewer than ten people used, or of which two hold over 90% of the cost, stands with "
        "the next smallest under one name, until nobody can be worked out from what is left.",
    ),
    ("Sums", "Over the people of a band: days, cost cut at the truncation and beyond it, and their squares."),
]
FORMULAS = {
    Run.Kind.COST: COST_FORMULAS,
    Run.Kind.CAPITATE: RATE_FORMULAS,
    Run.Kind.COMPLEXITY: COMPLEXITY_FORMULAS,
    Run.Kind.COHORT: COHORT_FORMULAS,
    Run.Kind.RELEASE: RELEASE_FORMULAS,
}


def rows(area: Area, run: Run) -> list[tuple[Any, ...]]:
    """(what, words, link words, link) of everything that went into a run."""
    version = reverse("finance:version", args=[area.slug, run.version.number])
    found: list[tuple[Any, ...]] = [
        ("Data", f"{run.version}, {run.version.entry.source}, checksum {run.checksum[:16]}", "Open it", version),
        ("Unit costs", f"{run.unit_costs} ({run.unit_costs.source})" if run.unit_costs else "None"),
        ("Providers", str(run.providers) if run.providers else "None"),
    ]
    if run.assumptions:
        address = reverse("finance:assumptions", args=[area.slug, run.assumptions.pk])
        found.append(("Assumptions", str(run.assumptions), "Open them", address))
    if run.cohort:
        found.append(("Finance cohort", f"{run.cohort}. {run.cohort.sentence}"))
    if run.version.deleted_on:
        on = formats.date(run.version.deleted_on)
        gone = f"The files were deleted on {on}. These figures stay, but can't be made once more."
        found.insert(1, ("The data are gone", gone))
    if terms := run.inputs.get("terms"):
        found.append(("Terms of the network", f"Version {terms}"))
    return [
        *found,
        ("People left out because they object", str(run.inputs.get("objections", 0))),
        ("Code", run.code_version),
        ("Made", f"{formats.date(run.made_on)}, by {run.by.name if run.by else 'sample data'}"),
    ]


def formulas(run: Run) -> list[list[str]]:
    """What each figure is, in words."""
    return [list(row) for row in FORMULAS[Run.Kind(run.kind)]]
