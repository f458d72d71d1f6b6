"""Checking providers: once, for every area."""

import datetime

from django.db import transaction

import audit
from accounts.models import User
from config.today import moment, today
from market import listings
from market.models import Provider, ProviderCheck
from market.providers import checklist, notices
from market.providers.editors import writes_for
from market.providers.errors import NothingToLookAt, OwnCheck, ProviderRefused, WrongState
from market.providers.profile import CHECKED, WRITTEN
from tenants.models import Area

Outcome, State = ProviderCheck.Outcome, Provider.State
LONGEST_VALID = datetime.timedelta(days=3 * 366)


@transaction.atomic
def pass_check(
    *,
    provider: Provider,
    area: Area,
    looked_at: list[str],
    valid_until: datetime.date,
    by: User,
    note: str = "",
) -> ProviderCheck:
    """The provider is recognised by every area until the day. Raises ProviderRefused.

    `looked_at` holds at least what its kind asks for (`checklist.needed`), so that every area can rely on it.
    """
    found = _locked(provider, by)
    left = [item.words for item in checklist.needed(found) if item.key not in looked_at]
    if left:
        raise NothingToLookAt(f"Look at this too, and tick it: {'; '.join(left)}.")
    if not today() < valid_until <= today() + LONGEST_VALID:
        raise ProviderRefused("Choose a day from tomorrow to three years from today.")
    made = _record(found, area, by, Outcome.PASSED, note, looked_at=looked_at, valid_until=valid_until)
    found.state, found.checked_until = State.RECOGNISED, valid_until
    return _settle(found, made, by)


@transaction.atomic
def ask_for_change(*, provider: Provider, area: Area, note: str, by: User) -> ProviderCheck:
    """Say what has to be mended first; a recognised one stays so until its check runs out. Raises ProviderRefused."""
    found = _locked(provider, by)
    made = _record(found, area, by, Outcome.CHANGE_ASKED, _reason(note))
    if found.state != State.RECOGNISED:
        found.state = State.CHANGE_ASKED
    return _settle(found, made, by)


@transaction.atomic
def refuse(*, provider: Provider, area: Area, note: str, by: User) -> ProviderCheck:
    """Don't accept it, or accept it no longer: its offers are hidden at once. Raises ProviderRefused."""
    found = _locked(provider, by, waits=False)
    made = _record(found, area, by, Outcome.REFUSED, _reason(note))
    found.state = State.REFUSED
    return _settle(found, made, by)


def facts_of(provider: Provider) -> dict[str, object]:
    """What it says of itself now, as a check keeps it."""
    facts = {name: getattr(provider, name) for name in WRITTEN}
    since = provider.keeps_broker_standard_since
    return {
        **facts,
        "keeps_broker_standard_since": since.isoformat() if since else "",
        "name": provider.organisation.name,
    }


def changed_since(provider: Provider, check: ProviderCheck | None) -> list[str]:
    """The fields that a commissioner looks at and that read otherwise than at that check."""
    if check is None or not check.facts:
        return []
    now = facts_of(provider)
    return [name for name in ("name", *CHECKED) if check.facts.get(name) != now[name]]


def _reason(note: str) -> str:
    if not note.strip():
        raise ProviderRefused("Say why, so that they can mend it.")
    return note.strip()


def _locked(provider: Provider, by: User, *, waits: bool = True) -> Provider:
    found = Provider.objects.select_for_update(of=("self",)).select_related("organisation").get(pk=provider.pk)
    if writes_for(by, found):
        raise OwnCheck
    if found.submitted_on is None and (waits or found.state != State.RECOGNISED):
        raise WrongState(str(found.get_state_display()))
    return found


def _record(
    provider: Provider,
    area: Area,
    by: User,
    outcome: str,
    note: str,
    *,
    looked_at: list[str] | None = None,
    valid_until: datetime.date | None = None,
) -> ProviderCheck:
    return ProviderCheck.objects.create(
        provider=provider,
        area=area,
        checked_by=by,
        outcome=outcome,
        is_lighter=checklist.is_lighter(provider),
        looked_at=looked_at or [],
        note=note.strip(),
        facts=facts_of(provider),
        waited_since=provider.submitted_on,
        checked_on=today(),
        valid_until=valid_until,
    )


def _settle(provider: Provider, check: ProviderCheck, by: User) -> ProviderCheck:
    provider.submitted_at, provider.submitted_on, provider.changed_at = None, None, moment()
    provider.save()
    listings.refresh_all_of(provider)
    audit.record(
        action=f"market.provider_{check.outcome}", by=by, area=check.area, object=provider, detail={"check": check.pk}
    )
    notices.checked(provider, check, by=by)
    return check
