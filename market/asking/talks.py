"""Enquiries: asking a provider, writing to and fro, showing who one is, and closing.

What people write to each other is not in the audit: a row with a name and a time would lead from a chosen name to a
person.
"""

from typing import Any

from django.db import transaction

from config.today import moment, today
from market.asking import notices
from market.asking.errors import AskingRefused, NotAsked, NothingShared, NothingWritten, TalkClosed
from market.models import Buyer, Enquiry, Listing, Message, Offer
from market.models.enquiries import LONGEST_MESSAGE
from tenants import working_days
from tenants.models import Membership

State = Enquiry.State
SHARED = ("shared_name", "shared_email", "shared_telephone")


def open_about(buyer: Buyer, offer: Offer) -> Enquiry | None:
    """The buyer's enquiry about this offer that isn't closed. One query."""
    return buyer.enquiries.filter(offer=offer).exclude(state=State.CLOSED).first()


@transaction.atomic
def ask(*, offer: Offer, words: str, by: Buyer, is_sample: bool = False) -> Enquiry:
    """Ask about an offer that is shown, under the chosen name. Asked again, it goes on where it was.

    Raises NotAsked, NothingWritten.
    """
    Buyer.objects.select_for_update().get(pk=by.pk)
    going_on = open_about(by, offer)
    if going_on is not None:
        return write(enquiry=going_on, words=words, by=by)
    listing = Listing.objects.filter(offer=offer).first()
    if listing is None:
        raise NotAsked
    if not listing.is_checked:
        raise NotAsked(is_elsewhere=True)
    own = Membership.objects.live().filter(user=by.user_id, organisation=offer.provider.organisation_id)
    if own.exists():
        raise NotAsked(is_own=True)
    enquiry = Enquiry.objects.create(
        buyer=by, provider=offer.provider, offer=offer, about=listing.title, asked_on=today(), asked_at=moment(),
        is_sample=is_sample,
    )  # fmt: skip
    _add(enquiry, words, is_of_buyer=True)
    notices.asked(enquiry)
    return enquiry


@transaction.atomic
def write(*, enquiry: Enquiry, words: str, by: Buyer) -> Enquiry:
    """The buyer writes again; it waits for the provider then. Raises TalkClosed, NothingWritten."""
    enquiry = _lock_open(enquiry)
    if enquiry.buyer_id != by.pk:
        raise AskingRefused("This isn’t your enquiry.")
    _add(enquiry, words, is_of_buyer=True)
    was_waiting = enquiry.state == State.WAITING
    enquiry.state = State.WAITING
    enquiry.save(update_fields=["state"])
    if not was_waiting:
        notices.asked(enquiry)
    return enquiry


@transaction.atomic
def answer(*, enquiry: Enquiry, words: str, by: Any) -> Enquiry:
    """An editor of the provider answers. The first answer is what response times count.

    Raises TalkClosed, NothingWritten.
    """
    enquiry = _lock_open(enquiry)
    _add(enquiry, words, is_of_buyer=False, written_by=by)
    enquiry.state = State.ANSWERED
    if enquiry.answered_on is None:
        enquiry.answered_on = today()
        enquiry.first_answer_days = max(0, working_days.between(enquiry.asked_on, enquiry.answered_on))
    enquiry.save(update_fields=["state", "answered_on", "first_answer_days"])
    notices.answered(enquiry)
    return enquiry


@transaction.atomic
def share(*, enquiry: Enquiry, by: Buyer, name: str = "", email: str = "", telephone: str = "") -> Enquiry:
    """Show the provider exactly these of one's contact details, in place of what was shown before.

    Raises NothingShared, TalkClosed.
    """
    enquiry = _lock_open(enquiry)
    if enquiry.buyer_id != by.pk or not (name.strip() or email.strip() or telephone.strip()):
        raise NothingShared
    enquiry.shared_name, enquiry.shared_email, enquiry.shared_telephone = name.strip(), email.strip(), telephone.strip()
    enquiry.shared_at = moment()
    enquiry.save(update_fields=[*SHARED, "shared_at"])
    notices.shared(enquiry)
    return enquiry


@transaction.atomic
def stop_sharing(*, enquiry: Enquiry, by: Buyer) -> Enquiry:
    """Show the provider nothing more from now on. What they wrote down before can't be taken back."""
    enquiry = Enquiry.objects.select_for_update().get(pk=enquiry.pk, buyer=by)
    for field in SHARED:
        setattr(enquiry, field, "")
    enquiry.shared_at = None
    enquiry.save(update_fields=[*SHARED, "shared_at"])
    return enquiry


@transaction.atomic
def close(*, enquiry: Enquiry, is_of_buyer: bool) -> Enquiry:
    """Either side closes it: nobody writes in it, and what was shared is shown no longer. Raises TalkClosed."""
    enquiry = _lock_open(enquiry)
    enquiry.state, enquiry.closed_at, enquiry.shared_at = State.CLOSED, moment(), None
    for field in SHARED:
        setattr(enquiry, field, "")
    enquiry.save(update_fields=["state", "closed_at", "shared_at", *SHARED])
    notices.closed(enquiry, is_of_buyer=is_of_buyer)
    return enquiry


def _add(enquiry: Enquiry, words: str, *, is_of_buyer: bool, written_by: Any = None) -> None:
    text = words.strip()
    if not text:
        raise NothingWritten
    if len(text) > LONGEST_MESSAGE:
        raise AskingRefused(f"Use up to {LONGEST_MESSAGE:,} letters.")
    now = moment()
    Message.objects.create(enquiry=enquiry, is_of_buyer=is_of_buyer, written_by=written_by, words=text, at=now)
    enquiry.last_at = now
    enquiry.save(update_fields=["last_at"])


def _lock_open(enquiry: Enquiry) -> Enquiry:
    found = Enquiry.objects.select_for_update(of=("self",)).select_related("buyer__user", "provider").get(pk=enquiry.pk)
    if found.state == State.CLOSED:
        raise TalkClosed
    return found
