"""Who writes for a provider: whoever holds the role `provider-editor` in its organisation."""

from typing import Any

from django.db import transaction
from django.db.models import QuerySet

from accounts import invitations
from accounts.models import Invitation, User
from market.models import Provider
from market.providers.errors import ProviderRefused
from tenants import memberships
from tenants.models import Area, Membership, Organisation

ROLE = "provider-editor"


def of(provider: Provider) -> QuerySet[Membership]:
    """The live memberships of the people who write for it, the longest first."""
    rows = Membership.objects.live().filter(role=ROLE, organisation=provider.organisation_id)
    return rows.select_related("user").order_by("granted_at", "pk")


def people_of(provider: Provider) -> list[User]:
    """The people who write for it."""
    return [row.user for row in of(provider)]


def people_in(area: Area) -> list[User]:
    """The people who write for checked providers that work in the area, each once. One query."""
    providers = Provider.objects.filter(state=Provider.State.RECOGNISED, areas__contains=[area.slug])
    rows = Membership.objects.live().filter(role=ROLE, organisation__in=providers.values("organisation_id"))
    return list({row.user_id: row.user for row in rows.select_related("user")}.values())


def writes_for(user: Any, provider: Provider) -> bool:
    """Whether the person writes for it now."""
    return of(provider).filter(user=user).exists()


def invite(*, organisation: Organisation, email: str, by: User) -> Invitation:
    """Send somebody an invitation to write for an organisation. Raises what `invitations.invite` raises."""
    return invitations.invite(email=email, role=ROLE, organisation=organisation, by=by)


@transaction.atomic
def end(*, membership: Membership, provider: Provider, by: User) -> Membership:
    """Somebody writes for it no longer. The last one stays. Raises ProviderRefused."""
    Provider.objects.select_for_update().get(pk=provider.pk)
    if of(provider).count() == 1:
        raise ProviderRefused("Nobody else writes for it. Invite somebody first, then leave.")
    return memberships.end(membership=membership, by=by)


def open_invitations(provider: Provider) -> QuerySet[Invitation]:
    """Invitations that nobody has answered yet."""
    return Invitation.objects.open().filter(role=ROLE, organisation=provider.organisation_id).order_by("pk")
