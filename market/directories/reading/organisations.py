"""Organisations of a directory, taken over as providers that nobody checked here and that have no editors."""

import hashlib
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlsplit

from django.db.models.functions import Lower
from django.utils.text import slugify

from config.today import moment
from market import listings
from market.directories import ids
from market.directories.reading.mapping import cut
from market.directories.reading.tidying import digest
from market.directories.reports import Report
from market.models import Directory, DirectoryRecord, Provider
from tenants.models import Organisation

KIND = DirectoryRecord.Kind.ORGANISATION
LONGEST_NAME = 200
# Scheme of a number -> the field of a provider, with the longest that it holds, and what kind of organisation has one.
SCHEMES = {
    "GB-CHC": ("charity_number", 12, Provider.Kind.CHARITY),
    "GB-COH": ("company_number", 8, Provider.Kind.COMPANY),
    "GB-NHS": ("ods_code", 10, Provider.Kind.NHS),
}


@dataclass(frozen=True)
class Change:
    """An organisation's document as the feed has it now."""

    key: str
    document: dict[str, Any]


def take(directory: Directory, changes: Iterable[Change], *, number: int, report: Report) -> dict[str, int]:
    """Make, change or leave these organisations; returns their providers' numbers by identifier."""
    by_key = {change.key: change.document for change in changes}
    rows = DirectoryRecord.objects.filter(directory=directory, kind=KIND, external_id__in=by_key)
    known = {row.external_id: row for row in rows.select_related("provider__organisation")}
    same = {key for key, record in known.items() if _is_same(record, by_key[key])}
    report.same += len(same)
    DirectoryRecord.objects.filter(pk__in=[known[key].pk for key in same]).update(last_seen=number)
    others = [record for key, record in known.items() if key not in same]
    for record in others:
        _refresh(record, by_key[record.external_id], number, report)
    DirectoryRecord.objects.bulk_update(others, ["document", "digest", "name", "state", "gone_on", "last_seen"])
    new = {key: document for key, document in by_key.items() if key not in known}
    made = _make(directory, new, number, report)
    return {key: row.provider_id for key, row in (known | made).items() if row.provider_id}


def _is_same(record: DirectoryRecord, document: dict[str, Any]) -> bool:
    return record.state == DirectoryRecord.State.LISTED and record.digest == digest(document)


def _refresh(record: DirectoryRecord, document: dict[str, Any], number: int, report: Report) -> None:
    record.last_seen, record.state, record.gone_on = number, DirectoryRecord.State.LISTED, None
    record.document, record.digest, record.name = document, digest(document), document["name"][:300]
    report.changed.add(KIND, record.external_id, document["name"])
    provider = record.provider
    assert provider is not None
    for name, value in _facts(document).items():
        setattr(provider, name, value)
    provider.changed_at = moment()
    provider.save()
    wanted = cut(document["name"], LONGEST_NAME)
    organisation = provider.organisation
    if not organisation.name.startswith(wanted):
        organisation.name = _free_names(record.directory, {record.external_id: wanted})[record.external_id]
        organisation.save()
        listings.refresh_all_of(provider)


def _make(
    directory: Directory, new: dict[str, dict[str, Any]], number: int, report: Report
) -> dict[str, DirectoryRecord]:
    names = _free_names(directory, {key: cut(document["name"], LONGEST_NAME) for key, document in new.items()})
    organisations = Organisation.objects.bulk_create(
        Organisation(slug=_slug(directory, key, names[key]), name=names[key], kind=Organisation.Kind.PROVIDER)
        for key in new
    )
    public_ids = _free_ids(new)
    providers = Provider.objects.bulk_create(
        Provider(
            organisation=organisation,
            directory=directory,
            areas=directory.areas,
            is_sample=directory.is_sample,
            **public_ids[key],
            **_facts(document),
        )
        for organisation, (key, document) in zip(organisations, new.items(), strict=True)
    )
    records = DirectoryRecord.objects.bulk_create(
        DirectoryRecord(
            directory=directory,
            kind=KIND,
            external_id=key,
            name=document["name"][:300],
            document=document,
            digest=digest(document),
            last_seen=number,
            provider=provider,
        )
        for provider, (key, document) in zip(providers, new.items(), strict=True)
    )
    for key, document in new.items():
        report.new.add(KIND, key, document["name"])
    return {record.external_id: record for record in records}


def _facts(document: dict[str, Any]) -> dict[str, Any]:
    website = document.get("website", "")
    is_link = urlsplit(website).scheme in ("http", "https") and len(website) <= 300
    found: dict[str, Any] = {
        "about": cut(document["description"], 1_500),
        "email": document.get("email", "")[:254],
        "website": website if is_link else "",
        "kind": "",
    }
    for each in document.get("organization_identifiers") or []:
        field, longest, kind = SCHEMES.get(str(each.get("identifier_scheme")).upper(), ("", 0, ""))
        if field and len(each["identifier"]) <= longest:
            found |= {field: each["identifier"], "kind": found["kind"] or kind}
    return found


def _free_names(directory: Directory, wanted: dict[str, str]) -> dict[str, str]:
    """Names that no organisation has yet: with the directory's name behind where one is taken, or the identifier."""
    tries = {key: _tries(directory, key, name) for key, name in wanted.items()}
    folded = {name.lower() for names in tries.values() for name in names}
    rows = Organisation.objects.annotate(small=Lower("name")).filter(small__in=folded)
    taken = set(rows.values_list("small", flat=True))
    found = {}
    for key, names in tries.items():
        found[key] = next((name for name in names if name.lower() not in taken), names[-1])
        taken.add(found[key].lower())
    return found


def _tries(directory: Directory, key: str, name: str) -> list[str]:
    tails = ("", f" ({directory.name})", f" ({directory.name}, {key[:36]})")
    return [f"{cut(name, LONGEST_NAME - len(tail))}{tail}" for tail in tails]


def _slug(directory: Directory, key: str, name: str) -> str:
    mark = hashlib.sha256(f"{directory.pk}:{key}".encode()).hexdigest()[:12]
    return f"{slugify(name)[:60] or 'organisation'}-{mark}"


def _free_ids(new: dict[str, Any]) -> dict[str, dict[str, Any]]:
    """The directory's own ids, where nothing here has them."""
    wanted = {key: ids.parsed(key) for key in new}
    rows = Provider.objects.filter(public_id__in=[each for each in wanted.values() if each])
    taken = set(rows.values_list("public_id", flat=True))
    return {key: {"public_id": each} if each and each not in taken else {} for key, each in wanted.items()}
