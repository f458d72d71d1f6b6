"""Sharing files: cleaned first, then seen once more by the writer, then read by a moderator, then shown.

None of this is in the audit: a row with a name and a time would lead from a pseudonym to a person.
"""

from typing import Any, BinaryIO

from django.core.files.base import ContentFile
from django.db import transaction

from config.today import moment
from files import private
from peer_network.models import FileThanks, Member, QueueItem, SharedFile, Topic
from peer_network.sharing import checked, files, limits
from peer_network.sharing.cleaning import kinds
from peer_network.sharing.cleaning.results import LIMITS
from peer_network.sharing.errors import SharingRefused
from peer_network.support import listings

SUBJECT = "file"
WORDS = ("title", "purpose")


def upload(
    *, member: Member, source: BinaryIO, name: str, values: dict[str, Any], topic: Topic | None = None
) -> SharedFile:
    """Clean a file and keep it as a draft that nobody else sees. Raises SharingRefused, `files.faults.Refused`."""
    limits.check(member)
    clean = kinds.clean(source, name)
    kept = private.keep(
        ContentFile(clean.content, name=f"file{clean.ending}"),
        area=None,
        purpose=files.PURPOSE,
        limit_bytes=2 * LIMITS.packed_bytes,
    )
    findings = checked.look(clean.text, member)
    with transaction.atomic():
        return SharedFile.objects.create(
            member=member,
            topic=topic,
            kept=kept,
            ending=clean.ending,
            size_bytes=len(clean.content),
            removed=list(clean.removed),
            found=checked.kept(findings),
            state=SharedFile.State.DRAFT,
            is_sample=member.is_sample,
            **values,
        )


@transaction.atomic
def send(
    *, member: Member, row: SharedFile, title: str, purpose: str, found: Any = (), is_crisis: bool = False
) -> None:
    """Send a draft, or one that a moderator asked to change, to the moderators. Raises SharingRefused."""
    row = SharedFile.objects.select_for_update().get(pk=row.pk)
    if row.state not in (SharedFile.State.DRAFT, SharedFile.State.CHANGE_ASKED):
        raise SharingRefused("This file was sent already.")
    row.title, row.purpose = title, purpose
    listings.send(
        row,
        kind=QueueItem.Kind.FILE,
        subject=SUBJECT,
        about=member,
        found=[*row.found, *found],
        is_urgent=is_crisis,
    )


@transaction.atomic
def take_back(*, row: SharedFile) -> None:
    """Its writer takes it away: a draft is deleted, one that others may have is hidden, and its file deleted."""
    row = SharedFile.objects.select_for_update().get(pk=row.pk)
    if row.state in listings.CHANGEABLE:
        QueueItem.objects.filter(
            subject_kind=SUBJECT, subject_id=row.public_id, kind=QueueItem.Kind.FILE, closed_at__isnull=True
        ).update(closed_at=moment(), outcome="taken_back")
        files.delete([row])


@transaction.atomic
def thank(*, member: Member, row: SharedFile) -> None:
    """Thank for a file; a second time takes it back. Nobody thanks themselves."""
    if row.member_id == member.pk:
        return
    thanks, is_new = FileThanks.objects.get_or_create(file=row, member=member)
    if not is_new:
        thanks.delete()
