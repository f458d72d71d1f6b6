"""The `[price_index]` and `[orders]` parts: whose price comes first, and how prices move between years."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Any

from finance_models.calc import tables, windows
from finance_models.calc.assumptions.sections import Section

INDEX, ORDERS = "price_index", "orders"
REFERENCE_FIRST = ("reference", "local", "pssru")
DEFAULT_ORDERS: Mapping[str, tuple[str, ...]] = {
    setting: {
        "acute": ("tariff", "reference", "local", "pssru"),
        "mental_health": ("local", "reference", "pssru"),
    }.get(setting, REFERENCE_FIRST)
    for setting in tables.SETTINGS
}


@dataclass(frozen=True)
class CostingTerms:
    """`price_index` by financial year (any base); `orders`: the sources by setting, the first choice first."""

    price_index: Mapping[str, Decimal] = field(default_factory=dict)
    orders: Mapping[str, tuple[str, ...]] = field(default_factory=lambda: dict(DEFAULT_ORDERS))

    def validate(self) -> list[str]:
        """Every fault, as a line that says where, what and how to mend it."""
        faults = []
        for year, level in self.price_index.items():
            try:
                windows.start_of_year(year)
            except ValueError as error:
                faults.append(f"[{INDEX}] {year}: {error}")
            if level <= 0:
                faults.append(f"[{INDEX}] {year}: {level} is not above 0; write the index, such as 98.1")
        return faults + self._order_faults()

    def _order_faults(self) -> list[str]:
        settings, sources = ", ".join(tables.SETTINGS), ", ".join(tables.SOURCES)
        faults = []
        for setting, order in self.orders.items():
            if setting not in tables.SETTINGS:
                faults.append(f"[{ORDERS}] {setting}: this is no setting; the settings are {settings}")
            for source in order:
                if source not in tables.SOURCES:
                    faults.append(f"[{ORDERS}] {setting}: {source} is no source; the sources are {sources}")
            if len(set(order)) < len(order):
                faults.append(f"[{ORDERS}] {setting}: a source stands twice; write each once, the first choice first")
        return faults


def read(document: Mapping[str, Any]) -> tuple[CostingTerms | None, list[str]]:
    """The terms in an assumptions document whose numbers are decimals, or none, and every fault."""
    index = Section(INDEX, values := document.get(INDEX, {}), known=values if isinstance(values, Mapping) else ())
    orders = Section(ORDERS, values := document.get(ORDERS, {}), known=values if isinstance(values, Mapping) else ())
    levels = {year: index.decimal(year, level, "write the index, such as 98.1") for year, level in index.values.items()}
    terms = CostingTerms(
        price_index={year: Decimal(1) if level is None else level for year, level in levels.items()},
        orders={**DEFAULT_ORDERS, **_orders(orders)},
    )
    faults = index.faults + orders.faults + terms.validate()
    return (None, faults) if faults else (terms, [])


def _orders(section: Section) -> dict[str, tuple[str, ...]]:
    read_orders = {}
    for setting, order in section.values.items():
        if isinstance(order, list) and all(isinstance(source, str) for source in order):
            read_orders[setting] = tuple(order)
        else:
            section.fault(setting, f'{order!r} is not a list of sources; write such as ["tariff", "reference"]')
    return read_orders
