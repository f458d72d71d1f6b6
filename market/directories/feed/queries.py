"""The rows that the feed answers with: only what is listed, in a few queries whatever the number of rows."""

import json
from typing import Any
from uuid import UUID

from django.db.models import BooleanField, Exists, F, Func, OuterRef, Prefetch, Q, QuerySet, Value

from market.directories.feed import clock, lists
from market.models import DirectoryRecord, ListedPlace, Listing, Provider
from tenants.models import Area

# With these a listing is written without another query.
WITH_ALL = (
    "provider__organisation",
    "provider__directory_record",
    "offer__shown",
    "offer__directory_record",
)
PLACES = Prefetch("places", ListedPlace.objects.order_by("number"))
# A service that was taken over says its own days and hours; all three of one schedule.
SCHEDULE = "$.schedules[*] ? ({})"


def services(asked: dict[str, Any]) -> QuerySet[Listing]:
    """Listings as asked (`parameters.read`), in an order that never changes between pages."""
    rows = Listing.objects.defer("vector").select_related(*WITH_ALL).order_by("pk")
    return rows.filter(_asked(asked))


def at_locations(asked: dict[str, Any]) -> QuerySet[ListedPlace]:
    """Places of listings as asked."""
    rest = {name: value for name, value in asked.items() if name != "postcode"}
    rows = ListedPlace.objects.filter(listing__in=Listing.objects.filter(_asked(rest)))
    if "postcode" in asked:
        rows = rows.filter(district=asked["postcode"])
    whole = (f"listing__{name}" for name in WITH_ALL)
    return rows.select_related("listing", *whole).defer("listing__vector").order_by("listing", "number")


def organisations(asked: dict[str, Any]) -> QuerySet[Provider]:
    """Providers with something listed, and organisations of directories that are shown."""
    shown = Listing.objects.filter(provider=OuterRef("pk"))
    taken_over = Q(directory__is_shown=True, directory_record__state=DirectoryRecord.State.LISTED)
    rows = Provider.objects.filter(Exists(shown) | taken_over)
    if "search" in asked:
        rows = rows.filter(
            Exists(shown.filter(vector=asked["search"].query)) | Q(organisation__name__icontains=asked["search"].text)
        )
    if "modified_after" in asked:
        rows = rows.filter(changed_at__gte=asked["modified_after"])
    return rows.select_related("organisation", "directory_record").order_by("pk")


def services_of(providers: list[Provider]) -> dict[int, list[Listing]]:
    """The listings of these providers, by provider."""
    found: dict[int, list[Listing]] = {provider.pk: [] for provider in providers}
    rows = services({}).filter(provider__in=providers).prefetch_related(PLACES)
    for row in rows:
        found[row.provider_id].append(row)
    return found


def records(kind: str) -> QuerySet[DirectoryRecord]:
    """Taxonomies or terms of directories that are shown."""
    rows = DirectoryRecord.objects.filter(kind=kind, state=DirectoryRecord.State.LISTED, directory__is_shown=True)
    return rows.order_by("pk")


def area_names() -> dict[str, str]:
    """Names of areas by slug."""
    return dict(Area.objects.values_list("slug", "name"))


def _asked(asked: dict[str, Any]) -> Q:
    found = Q()
    if "search" in asked:
        found &= Q(vector=asked["search"].query)
    for name, lookup in (
        ("modified_after", "changed_at__gte"),
        ("organization_id", "provider__public_id"),
        ("minimum_age", "minimum_age__gte"),
        ("maximum_age", "maximum_age__lte"),
        ("postcode", "places__district"),
    ):
        if name in asked:
            found &= Q(**{lookup: asked[name]})
    if "taxonomy_term_id" in asked:
        found &= _has_term(asked["taxonomy_term_id"])
    if "taxonomy_id" in asked:
        found &= _has_list(asked["taxonomy_id"])
    if {"day", "start_time", "end_time"} & set(asked):
        found &= _is_at(asked)
    return found


# A taken-over offer is written with our terms only where somebody here edited it.
WRITTEN_BY_US = Q(directory_name="") | Q(offer__directory_record__edited_at__isnull=False)


def _has_term(term: UUID) -> Q:
    theirs = _document_has({"taxonomy_term": {"id": str(term)}}) | _document_has({"taxonomy_term_id": str(term)})
    if term not in lists.TERMS:
        return theirs
    found, key = lists.TERMS[term]
    return (WRITTEN_BY_US & Q(**{f"{found.field}__contains": [key]})) | (~WRITTEN_BY_US & theirs)


def _has_list(taxonomy: UUID) -> Q:
    theirs = _document_has({"taxonomy_term": {"taxonomy_id": str(taxonomy)}})
    if taxonomy not in lists.BY_ID:
        return theirs
    found = lists.BY_ID[taxonomy]
    return (WRITTEN_BY_US & Q(**{f"{found.field}__len__gt": 0})) | (~WRITTEN_BY_US & theirs)


def _document_has(attribute: dict[str, Any]) -> Q:
    return Q(offer__directory_record__document__contains={"attributes": [attribute]})


def _is_at(asked: dict[str, Any]) -> Q:
    day, opens, closes = asked.get("day", ""), asked.get("start_time"), asked.get("end_time")
    ours = Q(directory_name="", times__overlap=clock.times_at(day, opens, closes))
    conditions, values = [], {}
    # Times are compared as they are written: with seconds or without, and with a zone or without.
    for condition, name, value in (
        (f'@.byday like_regex "{day}"', "day", day),
        ("@.opens_at >= $opens", "opens", opens and opens.isoformat().removesuffix(":00")),
        ("@.closes_at <= $closes", "closes", closes and f"{closes.isoformat()}~"),
    ):
        if value:
            conditions.append(f"({condition})")
            values[name] = value
    path = Func(Value(SCHEDULE.format(" && ".join(conditions))), template="%(expressions)s::jsonpath")
    given = Func(Value(json.dumps(values)), template="%(expressions)s::jsonb")
    is_at = Func(F("document"), path, given, function="jsonb_path_exists", output_field=BooleanField())
    records = DirectoryRecord.objects.filter(is_at, kind=DirectoryRecord.Kind.SERVICE)
    return ours | Q(offer__in=records.values("offer"))
