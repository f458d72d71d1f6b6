"""The end of a check: reminded 60 and 14 days before; the day after, the provider's offers are hidden.

And the clock of those who wait: their commissioners are told once a day of what is due.
"""

import datetime
from collections import Counter

from django.db import transaction

import audit
from accounts.models import User
from config.today import moment, today
from market import checkers, listings
from market.models import OfferEdition, Provider
from market.providers import clock, notices

REMINDED_DAYS_BEFORE = (14, 60)
State = Provider.State


def keep() -> tuple[int, int]:
    """Remind of checks that end within 60 days, and end those that are over: (reminded, ended)."""
    day, reminded, ended = today(), 0, 0
    soon = day + datetime.timedelta(days=max(REMINDED_DAYS_BEFORE))
    rows = Provider.objects.filter(state=State.RECOGNISED, checked_until__lte=soon)
    for pk in list(rows.values_list("pk", flat=True)):
        with transaction.atomic():
            found = (
                Provider.objects.select_for_update(of=("self",))
                .select_related("organisation")
                .filter(pk=pk, state=State.RECOGNISED, checked_until__lte=soon)
                .first()
            )
            if found is None:
                continue
            assert found.checked_until is not None
            left = (found.checked_until - day).days
            if left < 0:
                _end(found)
                ended += 1
            elif found.submitted_on is None:
                days = min(each for each in REMINDED_DAYS_BEFORE if left <= each)
                reminded += bool(notices.runs_out_soon(found, days=days))
    return reminded, ended


def tell_of_due_checks() -> int:
    """Tell each commissioner how many checks of their areas are due; says how many people were told."""
    day, due = today(), Counter[int]()
    people: dict[int, User] = {}
    for since, areas in _waiting():
        if clock.wait_of(since, day).is_due:
            for person in checkers.commissioners_of(areas):
                people[person.pk] = person
                due[person.pk] += 1
    with transaction.atomic():
        return sum(notices.checks_due(people[pk], number=number, day=day) for pk, number in due.items())


def _waiting() -> list[tuple[datetime.date, list[str]]]:
    providers = Provider.objects.filter(submitted_on__isnull=False).exclude(state=State.CLOSED)
    editions = OfferEdition.objects.filter(state=OfferEdition.State.SUBMITTED)
    return [*providers.values_list("submitted_on", "areas"), *editions.values_list("submitted_on", "areas")]


def _end(provider: Provider) -> None:
    provider.state, provider.changed_at = State.LAPSED, moment()
    provider.save(update_fields=["state", "changed_at"])
    listings.refresh_all_of(provider)
    audit.record(action="market.provider_lapse", object=provider)
    notices.has_run_out(provider)
