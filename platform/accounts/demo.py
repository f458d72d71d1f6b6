"""The demo's people: their accounts and roles; and the rule that a real network has none of them."""

from allauth.account.models import EmailAddress
from django.db import transaction
from django_tenants.utils import get_tenant_model

from accounts import policy, registry
from accounts.models import Invitation, User
from embedded import demo_people

DEMO_DOMAIN = "@demo.example"


@transaction.atomic
def make_demo_people() -> None:
    """Make the demo's sign-ins with their roles, where they are not there yet."""
    areas = {area.slug: area for area in get_tenant_model().objects.all()}
    for person in demo_people.PEOPLE:
        user = _account(person)
        role = policy.role(person.role)
        area = areas.get(person.area) if person.area else None
        organisation = _organisation(person.organisation) if role.scope is policy.Scope.ORGANISATION else None
        if role.scope is policy.Scope.ORGANISATION and organisation is None:
            continue
        registry.grant(user=user, role=role.slug, area=area, organisation=organisation, by=None)


def _account(person: demo_people.DemoPerson) -> User:
    user = User.objects.filter(email=person.email).first()
    if user is None:
        user = User.objects.create_user(person.email, demo_people.password(), name=f"{person.name} (sample)")
    elif not user.check_password(demo_people.password()):
        user.set_password(demo_people.password())
        user.save(update_fields=["password"])
    EmailAddress.objects.get_or_create(user=user, email=user.email, defaults={"verified": True, "primary": True})
    return user


def _organisation(slug: str | None):
    """An invented organisation, so that no real one gets a made-up editor."""
    organisations = Invitation._meta.get_field("organisation").related_model._default_manager
    return organisations.filter(slug=slug).first()


def problems_outside_demo() -> list[str]:
    """For `ipc check`: what is wrong with demo people in a network that is no demo, one sentence each."""
    count = User.objects.filter(email__endswith=DEMO_DOMAIN).count()
    if not count:
        return []
    return [f"{count} people sign in with an address at demo.example and a known password. Delete or disable them."]
