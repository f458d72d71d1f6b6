"""Everything of a provider, or of an area's marketplace, as tables: each part of the room adds its own.

exports.register_of_provider(lambda provider: [enquiries_table(provider)])
"""

from collections.abc import Callable
from typing import Any

from files.tables import Table
from market.models import Provider

OfProvider = Callable[[Provider], list[Table]]
OfArea = Callable[[Any], list[Table]]
_of_provider: list[OfProvider] = []
_of_area: list[OfArea] = []


def register_of_provider(tables: OfProvider) -> None:
    """Add tables to what a provider takes out; asked for a provider that the person writes for."""
    if tables not in _of_provider:
        _of_provider.append(tables)


def register_of_area(tables: OfArea) -> None:
    """Add tables to what a commissioner takes out of their area. Counts of people come published (`disclosure`)."""
    if tables not in _of_area:
        _of_area.append(tables)


def of_provider(provider: Provider) -> list[Table]:
    """All that the room holds of a provider."""
    return [table for tables in _of_provider for table in tables(provider)]


def of_area(area: Any) -> list[Table]:
    """All that the room holds of an area's market."""
    return [table for tables in _of_area for table in tables(area)]
