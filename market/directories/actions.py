"""What commissioners do with other directories and what was taken over from them."""

from typing import Any

from django.db import transaction
from django.db.models import Max

import audit
from config.today import moment
from market import listings
from market.directories.errors import DirectoryRefused
from market.directories.reading import gone, services
from market.models import Directory, DirectoryRecord, Offer, OfferEdition

# What may be edited here of an offer that was taken over; the rest stays the directory's.
BATCH = 200
EDITABLE = ("title", "summary", "details", "needs", "groups", "outcomes", "mechanisms", "goes_rural", "comes_to_you")


@transaction.atomic
def add(*, by: Any, area: Any, **facts: Any) -> Directory:
    """Add a directory; nothing is read yet."""
    directory = Directory.objects.create(area=area, added_by=by, **facts)
    audit.record(action="directory.add", by=by, area=area, object=directory)
    return directory


@transaction.atomic
def change(*, directory: Directory, by: Any, **facts: Any) -> Directory:
    """Change how a directory is read and whether it is shown; its offers are listed accordingly at once.

    Areas and kinds of support count for offers from their next change on, or at once where nobody edited them here.
    """
    before = (list(directory.areas), list(directory.needs))
    for name, value in facts.items():
        setattr(directory, name, value)
    directory.save()
    if before != (list(directory.areas), list(directory.needs)):
        directory.providers.update(areas=directory.areas)
        rows = directory.records.filter(kind=services.KIND, offer__isnull=False, edited_at__isnull=True)
        numbers = list(rows.filter(state=DirectoryRecord.State.LISTED).values_list("pk", flat=True))
        for some in (numbers[start : start + BATCH] for start in range(0, len(numbers), BATCH)):
            services.replace(directory, list(rows.filter(pk__in=some).select_related("offer__shown")))
    offers = Offer.objects.filter(provider__directory=directory)
    listings.refresh_many(offers.values_list("pk", flat=True))
    audit.record(action="directory.change", by=by, area=directory.area, object=directory)
    return directory


@transaction.atomic
def edit(*, record: DirectoryRecord, by: Any, **words: Any) -> OfferEdition:
    """Put our words in the place of the directory's; they stay until somebody accepts a change of the directory."""
    offer = _locked_offer(record)
    shown = offer.shown
    assert shown is not None
    last = offer.editions.aggregate(found=Max("number"))["found"]
    content = {name: getattr(shown, name) for name in OfferEdition.CONTENT} | words
    state = OfferEdition.State.IMPORTED
    edition = OfferEdition.objects.create(offer=offer, number=last + 1, state=state, written_by=by, **content)
    OfferEdition.objects.filter(pk=shown.pk).update(state=OfferEdition.State.REPLACED)
    offer.shown, offer.changed_at = edition, moment()
    offer.save()
    record.edited_at, record.edited_by = moment(), by
    record.save(update_fields=["edited_at", "edited_by"])
    listings.refresh(offer)
    audit.record(action="directory.edit", by=by, area=record.directory.area, object=record)
    return edition


@transaction.atomic
def accept(*, record: DirectoryRecord, by: Any) -> None:
    """Take what the directory says now, in the place of our words."""
    offer = _locked_offer(record)
    document = record.waiting or record.document
    services.accept(record, document)
    record.edited_at = record.edited_by = None
    record.save()
    services.replace(record.directory, [record])
    listings.refresh(offer)
    audit.record(action="directory.accept", by=by, area=record.directory.area, object=record)


@transaction.atomic
def keep(*, record: DirectoryRecord, by: Any) -> None:
    """Keep our words; what the directory says now is noted, and asked about again when it changes."""
    if record.waiting is None:
        raise DirectoryRefused("There is no change that waits. Somebody may have answered it.")
    services.accept(record, record.waiting)
    record.save()
    listings.refresh(_locked_offer(record))
    audit.record(action="directory.keep", by=by, area=record.directory.area, object=record)


@transaction.atomic
def hide_gone(*, directory: Directory, by: Any) -> int:
    """Take everything off the list that the directory no longer has; returns how many."""
    count = gone.hide(directory.records.filter(state=DirectoryRecord.State.GONE))
    audit.record(action="directory.hide", by=by, area=directory.area, object=directory, detail={"records": count})
    return count


def _locked_offer(record: DirectoryRecord) -> Offer:
    offer = (
        Offer.objects.select_for_update(of=("self",)).select_related("shown").filter(pk=record.offer_id or 0).first()
    )
    if offer is None:
        raise DirectoryRefused("This is not a service, so there is nothing to edit.")
    record.offer = offer
    return offer
