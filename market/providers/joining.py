"""Joining the marketplace as a provider."""

from django.db import IntegrityError, transaction
from django.utils.text import slugify

import audit
from accounts.models import User
from config.today import is_sample_activity
from market.models import Provider
from market.providers.editors import ROLE
from market.providers.errors import NameTaken, ProviderRefused, TooManyStarted
from tenants import memberships
from tenants.models import Membership, Organisation

MOST_STARTED = 5  # organisations that one person writes for, before a commissioner has to invite them
SLUG_LETTERS = 70
KINDS = Organisation.Kind
# Of which kind the organisation is in the network's list.
ORGANISATION_KINDS = {
    Provider.Kind.COMMUNITY_GROUP: KINDS.VOLUNTARY,
    Provider.Kind.CHARITY: KINDS.VOLUNTARY,
    Provider.Kind.USER_LED: KINDS.USER_LED,
    Provider.Kind.NHS: KINDS.NHS_PROVIDER,
    Provider.Kind.COUNCIL: KINDS.LOCAL_AUTHORITY,
}


@transaction.atomic
def start(*, name: str, kind: str, by: User) -> Provider:
    """A new organisation with the profile of a provider; whoever starts it writes for it. Raises ProviderRefused.

    An organisation that is in the network's list is not taken over by its name: its people invite others.
    """
    words = " ".join(name.split())
    if Membership.objects.live().filter(user=by, role=ROLE).count() >= MOST_STARTED:
        raise TooManyStarted(MOST_STARTED)
    if Organisation.objects.filter(name__iexact=words).exists():
        raise NameTaken
    try:
        with transaction.atomic():
            organisation = Organisation.objects.create(
                slug=_free_slug(words), name=words, kind=ORGANISATION_KINDS.get(Provider.Kind(kind), KINDS.PROVIDER)
            )
    except IntegrityError as error:  # somebody else was quicker
        raise NameTaken from error
    memberships.grant(user=by, role=ROLE, organisation=organisation, by=by)
    return start_for(organisation=organisation, kind=kind, by=by)


@transaction.atomic
def start_for(*, organisation: Organisation, kind: str, by: User) -> Provider:
    """The profile of an organisation that the person writes for already. Raises ProviderRefused."""
    if not Membership.objects.live().filter(user=by, role=ROLE, organisation=organisation).exists():
        raise ProviderRefused("Only somebody who writes for an organisation starts its profile.")
    made, is_new = Provider.objects.get_or_create(
        organisation=organisation, defaults={"kind": kind, "is_sample": is_sample_activity()}
    )
    if is_new:
        audit.record(action="market.provider_start", by=by, object=made)
    return made


def _free_slug(name: str) -> str:
    """`age-care-kernow`, or with a number where that is taken."""
    first = slugify(name)[:SLUG_LETTERS].strip("-") or "provider"
    taken = set(Organisation.objects.filter(slug__startswith=first).values_list("slug", flat=True))
    number = 2
    slug = first
    while slug in taken:
        slug, number = f"{first}-{number}", number + 1
    return slug
