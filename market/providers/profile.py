"""What a provider says of itself: written, sent for the check, and closed."""

from typing import Any

from django.db import transaction

import audit
from accounts.models import User
from config.today import moment, today
from market import listings
from market.models import Provider
from market.providers import notices
from market.providers.errors import NameTaken, NotWhole, ProviderRefused, WrongState
from tenants.models import Organisation

# What an editor may write, and what of it a commissioner looks at.
WRITTEN = (
    "kind", "about", "areas", "charity_number", "company_number", "ods_code", "cqc_number", "email", "telephone",
    "website", "postal_address", "is_broker", "keeps_broker_standard_since", "conflicts_of_interest",
)  # fmt: skip
CHECKED = (
    "kind", "charity_number", "company_number", "ods_code", "cqc_number", "is_broker", "keeps_broker_standard_since",
    "conflicts_of_interest",
)  # fmt: skip
State = Provider.State


@transaction.atomic
def write(*, provider: Provider, values: dict[str, Any], by: User) -> Provider:
    """Write some fields of `WRITTEN`. Raises ValidationError, ProviderRefused.

    What a commissioner looks at can be changed at any time too: then it is looked at again, and a provider that is
    recognised stays so meanwhile.
    """
    found = _locked(provider)
    changed = [name for name, value in values.items() if name in WRITTEN and getattr(found, name) != value]
    if not changed:
        return found
    for name in changed:
        setattr(found, name, values[name])
    found.changed_at = moment()
    if found.state == State.RECOGNISED and set(changed) & set(CHECKED) and found.submitted_on is None:
        found.submitted_at, found.submitted_on = moment(), today()
    found.full_clean()
    found.save()
    audit.record(action="market.provider_change", by=by, object=found, detail={"fields": sorted(changed)})
    return found


@transaction.atomic
def rename(*, provider: Provider, name: str, by: User) -> Provider:
    """Write another name, before the first check. Raises NameTaken, ProviderRefused."""
    found = _locked(provider)
    words = " ".join(name.split())
    if words == found.organisation.name:
        return found
    if found.checks.filter(outcome="passed").exists():
        raise ProviderRefused("The name was checked. Ask your area’s commissioner how to change it.")
    if Organisation.objects.filter(name__iexact=words).exclude(pk=found.organisation_id).exists():
        raise NameTaken
    found.organisation.name = words
    found.organisation.full_clean()
    found.organisation.save()
    listings.refresh_all_of(found)
    audit.record(action="market.provider_change", by=by, object=found, detail={"fields": ["name"]})
    return found


@transaction.atomic
def submit(*, provider: Provider, by: User) -> Provider:
    """Send it for its check: the first one, another after its check ran out, or the next one early. Raises NotWhole."""
    found = _locked(provider)
    if found.state == State.CLOSED or found.submitted_on is not None:
        raise WrongState(str(found.get_state_display()))
    lacking = missing(found)
    if lacking:
        raise NotWhole(lacking)
    found.submitted_at, found.submitted_on, found.changed_at = moment(), today(), moment()
    if found.state != State.RECOGNISED:
        found.state = State.SUBMITTED
    found.save()
    audit.record(action="market.provider_submit", by=by, object=found)
    notices.waits_for_check(found)
    return found


@transaction.atomic
def close(*, provider: Provider, by: User) -> Provider:
    """The organisation offers nothing any longer: its offers are hidden. Raises WrongState."""
    found = _locked(provider)
    if found.state == State.CLOSED:
        raise WrongState(str(found.get_state_display()))
    found.state, found.submitted_at, found.submitted_on, found.changed_at = State.CLOSED, None, None, moment()
    found.save()
    listings.refresh_all_of(found)
    audit.record(action="market.provider_close", by=by, object=found)
    return found


@transaction.atomic
def open_again(*, provider: Provider, by: User) -> Provider:
    """A closed one begins anew: it is checked again before its offers show. Raises WrongState."""
    found = _locked(provider)
    if found.state != State.CLOSED:
        raise WrongState(str(found.get_state_display()))
    found.state, found.changed_at = State.DRAFT, moment()
    found.save()
    audit.record(action="market.provider_open", by=by, object=found)
    return found


def missing(provider: Provider) -> list[tuple[str, str]]:
    """What has to be said before it can be checked, as (field, sentence)."""
    lacks = []
    if not provider.about.strip():
        lacks.append(("about", "Say in a few sentences what you do."))
    if not provider.areas:
        lacks.append(("areas", "Choose at least one area."))
    if not (provider.email or provider.telephone):
        lacks.append(("email", "Give an e-mail address or a telephone number."))
    if provider.is_broker and provider.keeps_broker_standard_since is None:
        lacks.append(("keeps_broker_standard_since", "Say that you keep the brokers’ standard."))
    if provider.is_broker and not provider.conflicts_of_interest.strip():
        lacks.append(("conflicts_of_interest", "Say whom else you work for, or that there is nobody."))
    return lacks


def _locked(provider: Provider) -> Provider:
    return Provider.objects.select_for_update(of=("self",)).select_related("organisation").get(pk=provider.pk)
