"""The things in a feed, whatever kind of document they come in: services, organisations, taxonomies, terms.

A service at a location, an organisation with its services inside, a page of a list: each is taken apart into the
services, organisations and taxonomies that are in it.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from market.directories import shapes
from market.directories.shapes import Shape
from market.models import DirectoryRecord

Kind = DirectoryRecord.Kind
SHAPES: dict[str, Shape] = {
    Kind.SERVICE: shapes.SERVICE,
    Kind.ORGANISATION: shapes.ORGANISATION,
    Kind.TAXONOMY: shapes.TAXONOMY,
    Kind.TERM: shapes.TERM,
}


@dataclass(frozen=True)
class Item:
    """One thing: what it is, where it stands in the feed, and its document."""

    kind: str
    where: str
    document: Any


def of(document: Any, where: str) -> Iterator[Item]:
    """What is in one document."""
    if not isinstance(document, dict):
        yield Item(Kind.SERVICE, where, document)
    elif isinstance(document.get("service"), dict):
        # Only a service at a location has a service in it.
        yield from _at_location(document, where)
    elif isinstance(document.get("services"), list):
        yield from _organisation(document, where)
    elif "taxonomy_terms" in document:
        yield Item(Kind.TAXONOMY, where, document)
    else:
        yield Item(_kind_of(document), where, document)


def _at_location(document: dict[str, Any], where: str) -> Iterator[Item]:
    place = {name: value for name, value in document.items() if name != "service"}
    service = {**document["service"], "service_at_locations": [place]}
    yield Item(Kind.SERVICE, where, service)


def _organisation(document: dict[str, Any], where: str) -> Iterator[Item]:
    about = {name: value for name, value in document.items() if name != "services"}
    yield Item(Kind.ORGANISATION, where, about)
    for number, service in enumerate(document["services"]):
        whole = {**service, "organization": about} if isinstance(service, dict) else service
        yield Item(Kind.SERVICE, f"{where}.services[{number}]", whole)


def _kind_of(document: dict[str, Any]) -> str:
    """Of a thing that doesn't say what it is. What looks like nothing else is checked as a service."""
    fields = set(document)
    if "status" in fields or fields & set(shapes.PARTS_OF_SERVICE) - {"attributes"}:
        return Kind.SERVICE
    if fields & {"term", "term_uri", "taxonomy", "taxonomy_id", "parent_id"}:
        return Kind.TERM
    if fields & {"website", "logo", "email", "parent_organization_id", "organization_identifiers"}:
        return Kind.ORGANISATION
    if "version" in fields:
        return Kind.TAXONOMY
    return Kind.SERVICE
