"""A person's rows in the marketplace, with their name in every text in which somebody might write it."""

from typing import Any

from market import rights_samples as samples
from market.directories.rights import a_directory, a_reading, a_service
from market.models import (
    Club,
    ClubAcceptance,
    ClubQuote,
    ClubSignal,
    Enquiry,
    Feedback,
    Message,
    MessageReport,
    OfferEdition,
    PlanLine,
    ProviderCheck,
    Shortlisted,
    UnmetNeed,
    YearPlan,
)
from tests.data_rights import everywhere_market_statements


def make(user: Any, other: Any, area: Any) -> None:
    """What the person wrote, checked, asked and said was missing there; `other` writes of them too."""
    offer = samples.an_offer(details=f"Ask for {user.name}")
    OfferEdition.objects.create(offer=offer, number=2, title=f"By {user.name}", written_by=user, check_note=user.name)
    ProviderCheck.objects.create(
        provider=offer.provider,
        checked_by=user,
        area=area,
        outcome="refused",
        note=f"{user.name} said so",
        checked_on=offer.confirmed_on,
    )
    samples.a_buyer(user)
    _other_directory(user, area)
    UnmetNeed.objects.create(
        said_by=user,
        area=area,
        need="therapy",
        place_kind="village",
        availability="regular",
        what=f"Therapy for {user.name}",
    )
    _talks(user, other, offer)
    _club(user, area, offer.provider)
    _plan(user, offer)
    everywhere_market_statements.make(user, other, area, offer.provider)


def _talks(user: Any, other: Any, offer: Any) -> None:
    """Talks of the person, and what they wrote for a provider and an area in talks of the other."""
    facts = {"provider": offer.provider, "offer": offer, "about": "Company in the evening"}
    own = Enquiry.objects.create(
        buyer=samples.a_buyer(user), shared_name=user.name, shared_email=user.email, shared_at=offer.changed_at, **facts
    )
    Message.objects.create(enquiry=own, is_of_buyer=True, words=f"I am {user.name}")
    said = Message.objects.create(enquiry=own, is_of_buyer=False, words=f"Dear {user.name}", written_by=other)
    MessageReport.objects.create(message=said, is_of_buyer=True, reported_by=user, reason="rude", words=user.name)
    Feedback.objects.create(
        buyer=own.buyer,
        enquiry=own,
        provider=offer.provider,
        helped="no",
        words=f"Ask {user.name}",
        state="shown",
        answer=f"Dear {user.name}",
        answer_state="shown",
    )
    theirs = Enquiry.objects.create(buyer=samples.a_buyer(other), **facts)
    Message.objects.create(enquiry=theirs, is_of_buyer=False, words=f"Yours, {user.name}", written_by=user)
    asked = Message.objects.create(enquiry=theirs, is_of_buyer=True, words=f"Is {user.name} there?")
    MessageReport.objects.create(
        message=asked,
        is_of_buyer=False,
        reported_by=user,
        reason="rude",
        state="kept",
        decided_by=user,
        decided_at=offer.changed_at,
        note=f"Kept by {user.name}",
    )
    Feedback.objects.create(
        buyer=theirs.buyer,
        enquiry=theirs,
        provider=offer.provider,
        helped="no",
        words=f"{user.name} did not come",
        state="shown",
        read_by=user,
        note=user.name,
        answer=f"{user.name} is sorry",
        answer_state="shown",
        answered_by=user,
        answer_read_by=user,
        answer_note=user.name,
    )


def _plan(user: Any, offer: Any) -> None:
    """An offer on the person's shortlist, and a plan of a year with two lines."""
    Shortlisted.objects.create(user=user, offer=offer, title="Company in the evening")
    plan = YearPlan.objects.create(user=user, name=f"A year of {user.name}", budget_pence=100_000)
    usual = {"plan": plan, "words": f"A swim with {user.name}"}
    PlanLine.objects.create(kind="offer", offer=offer, unit="hour", price_pence=900, quantity=1, per="week", **usual)
    PlanLine.objects.create(kind="assistant", hours_a_week=20, rate_pence=900, **usual)


def _club(user: Any, area: Any, provider: Any) -> None:
    day = provider.checked_until
    club = Club.objects.create(area=area, need="therapy", place_kind="village", availability="regular", until=day)
    ClubSignal.objects.create(club=club, buyer=samples.a_buyer(user))
    quote = ClubQuote.objects.create(
        club=club,
        provider=provider,
        price_pence=900,
        unit="hour",
        pattern=f"With {user.name}",
        minimum_people=2,
        until=day,
        given_by=user,
    )
    ClubAcceptance.objects.create(quote=quote, buyer=samples.a_buyer(user))


def _other_directory(user: Any, area: Any) -> None:
    """A directory that the person added, read and edited, whose documents name them."""
    directory = a_directory(area)
    directory.added_by = user
    directory.save()
    run = a_reading(directory)
    run.run_by, run.report = user, {"new": [{"kind": "service", "id": "1", "name": user.name}]}
    run.save()
    record = a_service(directory)
    record.name, record.document = user.name, {**record.document, "contacts": [{"id": "1", "name": user.name}]}
    record.edited_by, record.edited_at = user, record.directory.added_at
    record.waiting = record.document
    record.save()
