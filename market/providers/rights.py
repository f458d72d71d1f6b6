"""Who may use the addresses of providers and their checks; see `accounts.rights_table`."""

from typing import Any

from accounts.rights_table import PUBLIC, SIGNED_IN, Row
from market.rights_samples import COMMISSIONERS, FORM, POST, PROVIDERS, a_provider, own_provider


def _own(world: Any) -> dict[str, Any]:
    return {"public_id": own_provider(world).public_id}


def _foreign(world: Any) -> dict[str, Any]:
    return {"public_id": a_provider().public_id}


def _draft(world: Any) -> dict[str, Any]:
    from market.models import Provider

    found = own_provider(world)
    Provider.objects.filter(pk=found.pk).update(state="draft", email="hello@provider.test")
    return {"public_id": found.public_id}


def _step(world: Any) -> dict[str, Any]:
    return {**_own(world), "step": "contact"}


def _foreign_step(world: Any) -> dict[str, Any]:
    return {**_foreign(world), "step": "contact"}


def _csv(world: Any) -> dict[str, Any]:
    return {"ending": "csv"}


def _own_csv(world: Any) -> dict[str, Any]:
    return {**_own(world), **_csv(world)}


def _foreign_csv(world: Any) -> dict[str, Any]:
    return {**_foreign(world), **_csv(world)}


def _membership(world: Any) -> dict[str, Any]:
    """Somebody else's role in the provider of whoever asks."""
    from market.providers.editors import ROLE
    from tenants import memberships

    found = own_provider(world)
    row = memberships.grant(user=world.people["carer"], role=ROLE, organisation=found.organisation, by=None)
    return {"public_id": found.public_id, "membership": row.pk}


def _foreign_membership(world: Any) -> dict[str, Any]:
    return {**_foreign(world), "membership": 1}


def _invitation(world: Any) -> dict[str, Any]:
    from market.providers import editors

    found = own_provider(world)
    row = editors.invite(organisation=found.organisation, email="ann@provider.test", by=None)
    return {"public_id": found.public_id, "invitation": row.pk}


def _foreign_invitation(world: Any) -> dict[str, Any]:
    return {**_foreign(world), "invitation": 1}


def area_to_check(world: Any) -> str:
    """An area of the commissioner who asks; any area for everybody else."""
    membership = world.me and world.me.memberships.filter(role="commissioner").select_related("area").first()
    return membership.area.slug if membership else world.area.slug


def _waits(world: Any) -> dict[str, Any]:
    from config.today import moment, today
    from market.models import Provider

    found = a_provider()
    facts = {"state": "submitted", "submitted_at": moment(), "submitted_on": today(), "areas": [area_to_check(world)]}
    Provider.objects.filter(pk=found.pk).update(**facts)
    return {"public_id": found.public_id}


def _elsewhere(world: Any) -> dict[str, Any]:
    from market.models import Provider

    found = a_provider()
    Provider.objects.filter(pk=found.pk).update(areas=["swindon"])
    return {"public_id": found.public_id}


def _area(world: Any) -> dict[str, Any]:
    return {"area": area_to_check(world), **_csv(world)}


def _other_area(world: Any) -> dict[str, Any]:
    return {"area": "swindon", **_csv(world)}


ROWS = [
    Row("market:brokers-standard", PUBLIC),
    Row("market:provider-join", PUBLIC),
    Row("market:provider-start", SIGNED_IN, FORM, also=(422,)),
    Row("market:provider-home", PROVIDERS, FORM, also=(422,)),
    Row("market:provider-own", PROVIDERS, sample=_own, foreign=_foreign),
    Row("market:provider-profile", PROVIDERS, FORM, sample=_step, foreign=_foreign_step, also=(422,)),
    Row("market:provider-send", PROVIDERS, POST, sample=_draft, foreign=_foreign),
    Row("market:provider-close", PROVIDERS, FORM, sample=_own, foreign=_foreign),
    Row("market:provider-file", PROVIDERS, sample=_own_csv, foreign=_foreign_csv),
    Row("market:provider-zip", PROVIDERS, sample=_own, foreign=_foreign),
    Row("market:provider-people", PROVIDERS, FORM, sample=_own, foreign=_foreign, also=(422,)),
    Row("market:provider-people-end", PROVIDERS, POST, sample=_membership, foreign=_foreign_membership),
    Row("market:provider-uninvite", PROVIDERS, POST, sample=_invitation, foreign=_foreign_invitation),
    Row("market:checks", COMMISSIONERS),
    Row("market:checks-file", COMMISSIONERS, sample=_csv),
    Row("market:check-providers", COMMISSIONERS),
    Row("market:check-providers-file", COMMISSIONERS, sample=_csv),
    Row("market:check-invite", COMMISSIONERS, FORM, also=(422,)),
    Row("market:check-provider", COMMISSIONERS, FORM, sample=_waits, foreign=_elsewhere, also=(422,)),
    Row("market:area-everything", COMMISSIONERS, sample=_area, foreign=_other_area),
]
