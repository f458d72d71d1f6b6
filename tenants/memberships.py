"""Giving and ending roles: the only place that writes memberships."""

from django.db import transaction
from django.utils import timezone

import audit
from accounts import policy, wagtail_groups
from accounts.models import User
from tenants import notices
from tenants.models import Area, Membership, Organisation
from tenants.protected import writing


@transaction.atomic
def grant(
    *, user: User, role: str, area: Area | None = None, organisation: Organisation | None = None, by: User | None
) -> Membership:
    """Give a person a role; a role they have here already is returned as it is.

    Raises `policy.UnknownRole`, or `policy.WrongScope` when the role is not held in an area, an organisation or the
    network, as it is given here.
    """
    policy.check_scope(role, area=area, organisation=organisation)
    live = Membership.objects.live().filter(user=user, role=role, area=area, organisation=organisation).first()
    if live:
        return live
    with writing(Membership):
        membership = Membership.objects.create(
            user=user, role=role, area=area, organisation=organisation, granted_by=by
        )
    wagtail_groups.sync_person(user)
    audit.record(action="membership.grant", by=by, area=area, object=user, detail={"role": role})
    notices.role_given(membership, by=by)
    return membership


@transaction.atomic
def end(*, membership: Membership, by: User) -> Membership:
    """End a role. It counts from the person's next request; ending it twice changes nothing."""
    row = Membership.objects.select_for_update(of=("self",)).select_related("area", "user").get(pk=membership.pk)
    if row.ended_at:
        return row
    row.ended_at, row.ended_by = timezone.now(), by
    with writing(Membership):
        row.save(update_fields=["ended_at", "ended_by"])
    wagtail_groups.sync_person(row.user)
    audit.record(action="membership.end", by=by, area=row.area, object=row.user, detail={"role": row.role})
    notices.role_ended(row, by=by)
    return row
