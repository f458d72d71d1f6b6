"""Services of a directory, taken over as offers: new ones, changed ones, and those that somebody edited here."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from django.db.models import Max

from config.today import moment, today
from market import listings
from market.directories import ids, moments
from market.directories.reading.mapping import content
from market.directories.reading.tidying import digest
from market.directories.reports import Report
from market.models import Directory, DirectoryRecord, Listing, Offer, OfferEdition

KIND = DirectoryRecord.Kind.SERVICE
ACTIVE = "active"
RECORD_FIELDS = ["document", "digest", "name", "waiting", "state", "gone_on", "last_seen"]


@dataclass(frozen=True)
class Change:
    """A service's document as the feed has it now, and its provider here."""

    key: str
    document: dict[str, Any]
    provider_id: int


def take(directory: Directory, changes: Iterable[Change], *, number: int, report: Report) -> None:
    """Make, change or leave these services, and list what is to be listed."""
    by_key = {change.key: change for change in changes}
    rows = DirectoryRecord.objects.filter(directory=directory, kind=KIND, external_id__in=by_key)
    known = {row.external_id: row for row in rows.select_related("offer__shown")}
    touched = [record for record in known.values() if _refresh(record, by_key[record.external_id], number, report)]
    DirectoryRecord.objects.bulk_update(known.values(), RECORD_FIELDS)
    replace(directory, touched)
    _confirm([record.offer_id for record in known.values() if record.offer_id])
    new = [change for key, change in by_key.items() if key not in known]
    made = _make(directory, new, number, report)
    listings.refresh_many([record.offer_id for record in [*touched, *made] if record.offer_id])


def _refresh(record: DirectoryRecord, change: Change, number: int, report: Report) -> bool:
    """Note what the feed says now; True where the offer has to be written anew."""
    record.last_seen = number
    assert record.offer is not None
    is_back = record.state != DirectoryRecord.State.LISTED or record.offer.state == Offer.State.EXPIRED
    record.state, record.gone_on = DirectoryRecord.State.LISTED, None
    if record.digest == digest(change.document):
        record.waiting = None
        report.same += not is_back
        if is_back:
            report.changed.add(KIND, change.key, record.name)
        return is_back
    if record.edited_at:
        record.waiting = change.document
        report.waits.add(KIND, change.key, change.document["name"])
        return is_back
    report.changed.add(KIND, change.key, change.document["name"])
    accept(record, change.document)
    offer = record.offer
    assert offer is not None
    offer.provider_id = change.provider_id
    return True


def accept(record: DirectoryRecord, document: dict[str, Any]) -> None:
    """Make this the record's document; the caller saves it and writes the offer (`replace`)."""
    record.document, record.digest, record.name = document, digest(document), document["name"][:300]
    record.waiting = None


def replace(directory: Directory, records: list[DirectoryRecord]) -> None:
    """Write the offers of these records anew from their documents, but for those that were edited here."""
    offers = [record.offer for record in records if record.offer]
    fresh = [record for record in records if record.offer and not record.edited_at]
    old = [record.offer.shown_id for record in fresh if record.offer]
    last = dict(OfferEdition.objects.filter(offer__in=offers).values_list("offer").annotate(Max("number")).order_by())
    editions = OfferEdition.objects.bulk_create(
        _edition(directory, record, last[record.offer_id] + 1) for record in fresh if record.offer_id
    )
    for record, edition in zip(fresh, editions, strict=True):
        assert record.offer is not None
        record.offer.shown = edition
    for record in records:
        _put_in_place(record)
    Offer.objects.bulk_update(
        offers, ["provider", "shown", "state", "paused_reason", "published_at", "confirmed_on", "changed_at"]
    )
    OfferEdition.objects.filter(pk__in=[pk for pk in old if pk]).update(state=OfferEdition.State.REPLACED)


def _make(directory: Directory, new: list[Change], number: int, report: Report) -> list[DirectoryRecord]:
    public_ids = _free_ids(new)
    offers = Offer.objects.bulk_create(
        Offer(provider_id=change.provider_id, is_sample=directory.is_sample, **public_ids[change.key]) for change in new
    )
    records = DirectoryRecord.objects.bulk_create(
        DirectoryRecord(
            directory=directory,
            kind=KIND,
            external_id=change.key,
            name=change.document["name"][:300],
            document=change.document,
            digest=digest(change.document),
            last_seen=number,
            offer=offer,
        )
        for offer, change in zip(offers, new, strict=True)
    )
    editions = OfferEdition.objects.bulk_create(_edition(directory, record, 1) for record in records)
    for record, edition in zip(records, editions, strict=True):
        assert record.offer is not None
        record.offer.shown = edition
        _put_in_place(record)
        report.new.add(KIND, record.external_id, record.document["name"])
    fields = ["shown", "state", "paused_reason", "published_at", "confirmed_on", "changed_at"]
    Offer.objects.bulk_update(offers, fields)
    return records


def _edition(directory: Directory, record: DirectoryRecord, number: int) -> OfferEdition:
    facts = content(record.document, directory)
    return OfferEdition(offer_id=record.offer_id, number=number, state=OfferEdition.State.IMPORTED, **facts)


def _put_in_place(record: DirectoryRecord) -> None:
    """The offer is published while the directory says that the service is active, else paused."""
    offer = record.offer
    assert offer is not None
    status = record.document["status"]
    offer.state = Offer.State.PUBLISHED if status == ACTIVE else Offer.State.PAUSED
    offer.paused_reason = "" if status == ACTIVE else f"The directory says: {status}."
    offer.published_at = offer.published_at or moment()
    offer.confirmed_on = today()
    said = None if record.edited_at else moments.read(record.document.get("last_modified"))
    offer.changed_at = min(said or moment(), moment())


def _confirm(offers: list[int]) -> None:
    """The directory has them still: that counts as this year's confirmation."""
    for rows in (Offer.objects.filter(pk__in=offers), Listing.objects.filter(pk__in=offers)):
        rows.exclude(confirmed_on=today()).update(confirmed_on=today())


def _free_ids(new: list[Change]) -> dict[str, dict[str, Any]]:
    """The directory's own ids, where nothing here has them."""
    wanted = {change.key: ids.parsed(change.key) for change in new}
    rows = Offer.objects.filter(public_id__in=[each for each in wanted.values() if each])
    taken = set(rows.values_list("public_id", flat=True))
    return {key: {"public_id": each} if each and each not in taken else {} for key, each in wanted.items()}
