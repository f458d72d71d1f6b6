"""What a directory no longer has: marked at once, taken off the list by a commissioner, or by itself after a while.

A feed that breaks off half way looks like one that lost its services. So nothing disappears at the first reading.
"""

import datetime
from collections.abc import Iterable

from django.db.models import QuerySet

from config.today import today
from market import listings
from market.directories.reports import Report
from market.models import Directory, DirectoryRecord, Offer

State = DirectoryRecord.State
HIDDEN_AFTER = datetime.timedelta(days=14)
REASON = "No longer in the directory that it came from."


def mark(directory: Directory, kinds: Iterable[str], *, number: int, report: Report) -> None:
    """Mark what this reading did not find, of the kinds that it had at all; hide what has been gone long enough."""
    missing = directory.records.filter(kind__in=list(kinds)).exclude(last_seen=number)
    for kind, key, name in missing.exclude(state=State.HIDDEN).values_list("kind", "external_id", "name").iterator():
        report.gone.add(kind, key, name)
    missing.filter(state=State.LISTED).update(state=State.GONE, gone_on=today())
    hide(missing.filter(state=State.GONE, gone_on__lte=today() - HIDDEN_AFTER))


def hide(rows: QuerySet[DirectoryRecord]) -> int:
    """Take these off the list; returns how many. A directory that has them again brings them back."""
    found = list(rows.values_list("pk", "offer"))
    offers = [offer for _, offer in found if offer]
    DirectoryRecord.objects.filter(pk__in=[pk for pk, _ in found]).update(state=State.HIDDEN)
    Offer.objects.filter(pk__in=offers).update(state=Offer.State.PAUSED, paused_reason=REASON)
    listings.refresh_many(offers)
    return len(found)
