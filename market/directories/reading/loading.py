"""Loading a feed into the marketplace: all of it or nothing, a batch at a time.

Memory holds a batch of documents, the identifiers seen so far, and the report.
"""

from collections.abc import Callable, Iterable
from typing import Any

from django.db import transaction

from market.directories.errors import FeedRefused
from market.directories.reading import checking, gone, items, organisations, services
from market.directories.reading.items import Item
from market.directories.reading.tidying import digest, tidied
from market.directories.reports import Report
from market.models import Directory, DirectoryRecord

BATCH = 200
Kind = DirectoryRecord.Kind
Progress = Callable[[int, int | None], None]


def load(
    directory: Directory,
    documents: Iterable[tuple[str, Any]],
    *,
    number: int,
    is_dry: bool,
    progress: Progress | None = None,
) -> Report:
    """Take over what is in the documents; `number` is this reading's. Where anything is wrong nothing is changed.

    Dry, everything is done and taken back, so that the report says what a load would do.
    """
    loading = _Loading(directory, number)
    with transaction.atomic():
        # One reading of a directory at a time.
        Directory.objects.select_for_update().get(pk=directory.pk)
        try:
            for place, document in documents:
                for item in items.of(document, place):
                    loading.add(item)
                if progress and loading.report.read % BATCH == 0:
                    progress(loading.report.read, None)
            loading.finish()
        except FeedRefused as refused:
            for fault in refused.found:
                loading.report.fault(fault.where, fault.what, fault.mend)
        if is_dry or loading.report.refused:
            transaction.set_rollback(True)
    return loading.report


class _Loading:
    """One reading while it goes on."""

    def __init__(self, directory: Directory, number: int) -> None:
        self.directory, self.number, self.report = directory, number, Report()
        self._seen: dict[str, set[str]] = {kind: set() for kind in Kind}
        self._providers: dict[str, int] = {}
        self._batch: list[Item] = []

    def add(self, item: Item) -> None:
        """Look at one thing, and take it with its batch."""
        self.report.read += 1
        found = checking.faults(item.document, items.SHAPES[item.kind], item.where)
        for fault in found:
            self.report.fault(fault.where, fault.what, fault.mend)
        if found:
            return
        key = str(item.document["id"]).lower()
        if key in self._seen[item.kind]:
            what = f"The identifier {key} stands twice in the feed."
            self.report.fault(f"{item.where}.id", what, "Give each service an identifier of its own.")
            return
        self._seen[item.kind].add(key)
        document = tidied(item.document, items.SHAPES[item.kind])
        self._batch.append(Item(item.kind, item.where, document))
        if len(self._batch) >= BATCH:
            self._take()

    def finish(self) -> None:
        """Take the last batch, and mark what the feed no longer has."""
        self._take()
        if not self.report.read:
            self.report.fault("feed", "There is nothing in it.", "Send the directory’s services.")
        if not self.report.refused:
            kinds = [kind for kind, seen in self._seen.items() if seen]
            kinds += [Kind.ORGANISATION] if self._providers else []
            gone.mark(self.directory, kinds, number=self.number, report=self.report)

    def _take(self) -> None:
        batch, self._batch = self._batch, []
        self._take_organisations(batch)
        wanted = [each for each in batch if each.kind == Kind.SERVICE]
        changes = [change for each in wanted if (change := self._change(each))]
        if not self.report.refused:
            services.take(self.directory, changes, number=self.number, report=self.report)
            self._take_lists([each for each in batch if each.kind in (Kind.TAXONOMY, Kind.TERM)])

    def _take_organisations(self, batch: list[Item]) -> None:
        """Those that stand for themselves, and those that services name; the first document of each counts."""
        found: dict[str, dict[str, Any]] = {}
        for each in batch:
            document = each.document if each.kind == Kind.ORGANISATION else each.document.get("organization")
            if document and each.kind in (Kind.ORGANISATION, Kind.SERVICE):
                key = str(document["id"]).lower()
                if key not in self._providers:
                    found.setdefault(key, document)
        changes = [organisations.Change(key, document) for key, document in found.items()]
        if changes and not self.report.refused:
            made = organisations.take(self.directory, changes, number=self.number, report=self.report)
            self._providers |= made

    def _change(self, item: Item) -> services.Change | None:
        document = item.document
        organisation = (document.get("organization") or {}).get("id") or document.get("organization_id")
        provider = self._providers.get(str(organisation).lower())
        if provider is None and not self.report.refused:
            what = "Nothing says which organisation offers this service."
            self.report.fault(
                f"{item.where}.organization", what, "Send the organisation with the service, or before it."
            )
        if provider is None:
            return None
        whole = {name: value for name, value in document.items() if name != "organization"}
        return services.Change(str(document["id"]).lower(), whole, provider)

    def _take_lists(self, batch: list[Item]) -> None:
        """Taxonomies and terms are kept as they are."""
        for each in batch:
            key = str(each.document["id"]).lower()
            facts = {"name": each.document["name"][:300], "document": each.document, "digest": digest(each.document)}
            where = {"directory": self.directory, "kind": each.kind, "external_id": key}
            before = DirectoryRecord.objects.filter(**where).values_list("digest", flat=True).first()
            state = {"state": DirectoryRecord.State.LISTED, "gone_on": None, "last_seen": self.number}
            DirectoryRecord.objects.update_or_create(**where, defaults=facts | state)
            if before is None:
                self.report.new.add(each.kind, key, facts["name"])
            elif before != facts["digest"]:
                self.report.changed.add(each.kind, key, facts["name"])
            else:
                self.report.same += 1
