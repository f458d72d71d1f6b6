"""A provider as an organisation of the standard."""

from typing import Any

from market.directories import ids
from market.directories.shapes import OF_ORGANISATION
from market.models import DirectoryRecord, Provider

# Field of a provider -> the scheme of its numbers in org-id.guide's list, and what the number is.
NUMBERS = {
    "charity_number": ("GB-CHC", "Charity number"),
    "company_number": ("GB-COH", "Company number"),
    "ods_code": ("GB-NHS", "ODS code"),
    "cqc_number": ("GB-CQC", "Care Quality Commission number"),
}


def brief(provider: Provider) -> dict[str, Any]:
    """What a list shows of an organisation: only fields that hold one thing."""
    if document := _document(provider):
        return one_to_one(document)
    name = provider.organisation.name
    found = {"id": str(provider.public_id), "name": name, "description": provider.about or name}
    more = {"email": provider.email, "website": provider.website}
    return {**found, **{field: value for field, value in more.items() if value}}


def with_identifiers(provider: Provider) -> dict[str, Any]:
    """The organisation with its numbers, without its services."""
    if document := _document(provider):
        return document
    numbers = [
        {
            "id": str(ids.part_of(provider.public_id, field)),
            "identifier_scheme": scheme,
            "identifier_type": words,
            "identifier": getattr(provider, field),
        }
        for field, (scheme, words) in NUMBERS.items()
        if getattr(provider, field)
    ]
    return {**brief(provider), **({"organization_identifiers": numbers} if numbers else {})}


def one_to_one(document: dict[str, Any]) -> dict[str, Any]:
    """Of an organisation only the fields that hold one thing."""
    return {name: value for name, value in document.items() if name in OF_ORGANISATION}


def _document(provider: Provider) -> dict[str, Any] | None:
    """As its directory wrote it, under the id that it has here; None for providers of our own."""
    record: DirectoryRecord | None = getattr(provider, "directory_record", None)
    return {**record.document, "id": str(provider.public_id)} if record else None
