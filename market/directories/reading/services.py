"""Services of a directory, taken over as offers: new ones, changed ones, and those that somebody edited here."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from django.db.models import Max, OuterRef, Subquery

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
    same = {record.pk for record in known.values() if _is_same(record, by_key[record.external_id], number, report)}
    DirectoryRecord.objects.filter(pk__in=same).update(last_seen=number)
    others = [record for record in known.values() if record.pk not in same]
    touched = [record for record in others if _refresh(record, by_key[record.external_id], number, report)]
    DirectoryRecord.objects.bulk_update(others, RECORD_FIELDS)
    replace(directory, touched)
    _confirm([record.offer_id for record in known.values() if record.offer_id])
    new = [change for key, change in by_key.items() if key not in known]
    made = _make(directory, new, number, report)
    listings.refresh_many([record.offer_id for record in [*touched, *made] if record.offer_id])


def _is_same(record: DirectoryRecord, change: Change, number: int, report: Report) -> bool:
    """True where nothing has changed and nothing waits: what nearly all of a feed is at nearly every reading."""
    is_same = not _is_back(record) and record.waiting is None and record.digest == digest(change.document)
    report.same += is_same
    return is_same


def _is_back(record: DirectoryRecord) -> bool:
    assert record.offer is not None
    return record.state != DirectoryRecord.State.LISTED or record.offer.state == Offer.State.EXPIRED


def _refresh(record: DirectoryRecord, change: Change, number: int, report: Report) -> bool:
    """Note what the feed says now; True where the offer has to be written anew."""
    record.last_seen = number
    is_back = _is_back(record)
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
        assert record.offer is not None
        _put_in_place(record.offer, record.document, is_edited=record.edited_at is not None)
    Offer.objects.bulk_update(
        offers, ["provider", "shown", "state", "paused_reason", "published_at", "confirmed_on", "changed_at"]
    )
    OfferEdition.objects.filter(pk__in=[pk for pk in old if pk]).update(state=OfferEdition.State.REPLACED)


def _make(directory: Directory, new: list[Change], number: int, report: Report) -> list[DirectoryRecord]:
    public_ids = _free_ids(new)
    offers = [
        Offer(provider_id=change.provider_id, is_sample=directory.is_sample, **public_ids[change.key]) for change in new
    ]
    states = [_put_in_place(offer, change.document) for offer, change in zip(offers, new, strict=True)]
    for offer in offers:
        offer.state = Offer.State.DRAFT  # until its edition is there
    offers = Offer.objects.bulk_create(offers)
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
    OfferEdition.objects.bulk_create(_edition(directory, record, 1) for record in records)
    first = Subquery(OfferEdition.objects.filter(offer=OuterRef("pk")).values("pk")[:1])
    for state in set(states):
        pks = [offer.pk for offer, wanted in zip(offers, states, strict=True) if wanted == state]
        Offer.objects.filter(pk__in=pks).update(state=state, shown=first)
    for record in records:
        report.new.add(KIND, record.external_id, record.document["name"])
    return records


def _edition(directory: Directory, record: DirectoryRecord, number: int) -> OfferEdition:
    facts = content(record.document, directory)
    return OfferEdition(offer_id=record.offer_id, number=number, state=OfferEdition.State.IMPORTED, **facts)


def _put_in_place(offer: Offer, document: dict[str, Any], *, is_edited: bool = False) -> str:
    """The offer is published while the directory says that the service is active, else paused; its state."""
    status = document["status"]
    offer.state = Offer.State.PUBLISHED if status == ACTIVE else Offer.State.PAUSED
    offer.paused_reason = "" if status == ACTIVE else f"The directory says: {status}."
    offer.published_at = offer.published_at or moment()
    offer.confirmed_on = today()
    said = None if is_edited else moments.read(document.get("last_modified"))
    offer.changed_at = min(said or moment(), moment())
    return offer.state


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
