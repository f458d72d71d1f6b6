"""Synthetic providers and unit costs. Every price is illustrative: none comes from a published list."""

import datetime
from decimal import Decimal

from finance_models.calc import windows
from finance_models.calc.synthetic.sample import Sample
from finance_models.calc.synthetic.services import SERVICES, Service

PROVIDERS_EACH = {"acute": 3, "primary": 4, "community": 2, "social_care": 4, "residential": 3, "voluntary": 3}
MARKET_FORCES = ("1.0412", "1.0187", "1.0655")
# A source's price beside the service's own, and what a year adds.
BY_SOURCE = {"tariff": "1.00", "reference": "1.04", "local": "0.97", "pssru": "1.02"}
YEARLY_RISE = Decimal("0.02")
FIRST_PROVIDER = Decimal("1.05")
IN_BUDGETS = {"community", "mental_health", "social_care", "education", "chc", "residential", "voluntary", "equipment"}
FIRST_INDEX = Decimal("98.1")

UNIT_COST_TYPES = (
    "source VARCHAR, service VARCHAR, provider VARCHAR, unit VARCHAR, year VARCHAR, unit_cost DECIMAL(12,4), "
    "in_budget INTEGER"
)
PROVIDER_TYPES = "provider VARCHAR, name VARCHAR, mff DECIMAL(9,4)"


def providers_by_setting(sample: Sample) -> dict[str, list[str]]:
    """The codes of the providers in each setting: `SYN-kernow-acute-1`."""
    settings = dict.fromkeys(service.setting for service in SERVICES)
    return {
        setting: [f"SYN-{sample.area}-{setting}-{number}" for number in range(1, PROVIDERS_EACH.get(setting, 1) + 1)]
        for setting in settings
    }


def providers(sample: Sample) -> list[tuple[str, str, str]]:
    """Rows of the providers file. Those of acute care have market forces factors; the last of them isn't listed."""
    rows = []
    for setting, codes in providers_by_setting(sample).items():
        listed = codes[:-1] if setting == "acute" else codes
        for number, code in enumerate(listed):
            factor = MARKET_FORCES[number] if setting == "acute" else "1.0000"
            rows.append((code, f"Synthetic {setting.replace('_', ' ')} provider {number + 1}", factor))
    return rows


def unit_costs(sample: Sample) -> list[tuple[str, str, str, str, str, str, int]]:
    """Rows of the unit costs file, for each financial year of the window."""
    first = {setting: codes[0] for setting, codes in providers_by_setting(sample).items()}
    rows = []
    for service in SERVICES:
        for source in service.sources:
            for year in _years(sample, service):
                rows.append(_row(sample, service, source, "", year))
                if source == "local":
                    rows.append(_row(sample, service, source, first[service.setting], year))
    return rows


def price_index(sample: Sample) -> dict[str, Decimal]:
    """The index from the year before the window to the year after: enough for all but one service's prices."""
    first, last = _ends(sample)
    years = range(first - 1, last + 2)
    return {windows.name_of_year(year): _risen(FIRST_INDEX, year - years[0], "0.1") for year in years}


def _ends(sample: Sample) -> tuple[int, int]:
    """The first and the last financial year of the window, by the year in which they start."""
    last_day = sample.end - datetime.timedelta(days=1)
    first, last = windows.financial_year(sample.start), windows.financial_year(last_day)
    return windows.start_of_year(first), windows.start_of_year(last)


def _years(sample: Sample, service: Service) -> list[int]:
    """The years for which a service has prices. An odd one has another year's only."""
    first, last = _ends(sample)
    if sample.oddities.other_years:
        odd = {"before": [first - 1], "after": [last + 1], "without_index": [first - 3]}
        if service.only_year in odd:
            return odd[service.only_year]
    return list(range(first, last + 1))


def _row(
    sample: Sample, service: Service, source: str, provider: str, year: int
) -> tuple[str, str, str, str, str, str, int]:
    price = Decimal(service.price) * Decimal(BY_SOURCE[source]) * (FIRST_PROVIDER if provider else 1)
    price = _risen(price, year - _ends(sample)[0], "0.0001")
    name = windows.name_of_year(year)
    return (source, service.name, provider, service.unit, name, str(price), int(service.setting in IN_BUDGETS))


def _risen(value: Decimal, years: int, places: str) -> Decimal:
    return (value * (1 + YEARLY_RISE) ** years).quantize(Decimal(places))
