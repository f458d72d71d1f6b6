"""Consent to help with writing: given by the member themselves, ended by either of the two at once."""

import datetime

from django.db import IntegrityError, transaction

from config.today import moment, today
from peer_network.models import Member, SupporterProfile, WritingConsent
from peer_network.support import notices
from peer_network.support.errors import SupportRefused

LONGEST = datetime.timedelta(days=366)


@transaction.atomic
def agree(
    *, member: Member, profile: SupporterProfile, scope: str, until: datetime.date, is_sample: bool = False
) -> WritingConsent:
    """The member lets a listed supporter write posts down for them; both are told. Raises SupportRefused."""
    if profile.member_id == member.pk:
        raise SupportRefused("Help with writing comes from somebody else.")
    if not today() <= until <= today() + LONGEST:
        raise SupportRefused("Choose a day from today to a year from now.")
    end_past(WritingConsent.objects.filter(member=member, supporter=profile.member))
    facts = {"scope": scope, "until": until, "is_sample": is_sample or member.is_sample, "given_at": given_at()}
    try:
        with transaction.atomic():
            made = WritingConsent.objects.create(member=member, supporter=profile.member, **facts)
    except IntegrityError as error:
        raise SupportRefused("You have agreed to this already. End it first if you want to change it.") from error
    notices.consent_given(made)
    return made


@transaction.atomic
def end(*, consent: WritingConsent, leaves: Member | None = None) -> None:
    """One of the two ends it: from this moment nothing more can be written down. A second time does nothing.

    Both are told, but for one who `leaves` the room.
    """
    row = WritingConsent.objects.select_for_update(of=("self",)).get(pk=consent.pk)
    if row.withdrawn_at is None:
        row.withdrawn_at = moment()
        row.save(update_fields=["withdrawn_at"])
        notices.consent_ended(row, but_not=leaves)


def is_live(consent: WritingConsent) -> bool:
    """Whether posts can be written down now."""
    return consent.withdrawn_at is None and consent.until >= today()


def held_by(supporter: Member) -> list[WritingConsent]:
    """The consents by which a supporter may write now, with their members. One query."""
    rows = WritingConsent.objects.filter(supporter=supporter, withdrawn_at__isnull=True, until__gte=today())
    return list(rows.select_related("member"))


def end_past(rows) -> int:  # type: ignore[no-untyped-def]
    """End those whose last day is over; nobody is told, since they knew the day."""
    return rows.filter(withdrawn_at__isnull=True, until__lt=today()).update(withdrawn_at=moment())


def given_at() -> datetime.datetime:
    """When it was given, by the clock of posts."""
    return moment()
