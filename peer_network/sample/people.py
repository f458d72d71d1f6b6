"""The sample's members. Some are the demo's own people; behind the others stand accounts that nobody signs in to."""

from django.contrib.auth import get_user_model
from django.db import transaction

from accounts import registry
from config.today import sample_day
from embedded import demo_people
from peer_network.joining import actions
from peer_network.models import Member
from peer_network.sample.reading import day, email_of, read
from tenants.models import Area

# The demo's moderators are members too, and write nothing in the sample.
MODERATORS = {"moderator": "Lighthouse", "moderator-second": "Harbour"}
MODERATORS_JOINED = 120  # days ago


@transaction.atomic
def make() -> None:
    """Add what is missing; run again, nothing changes."""
    area = Area.objects.filter(slug=demo_people.HOME_AREA).first()
    for facts in read("people")["members"]:
        user = _account(facts["key"])
        if not user.memberships.exists():
            registry.grant(user=user, role=facts["role"], area=area, organisation=None, by=None)
        _member(user, facts["display_name"], facts["joined_days_ago"], facts["standing"])
    for sign_in, name in MODERATORS.items():
        user = get_user_model().objects.filter(email=f"{sign_in}@demo.example").first()
        if user:
            _member(user, name, MODERATORS_JOINED, Member.Standing.TRUSTED)


def _member(user, name: str, joined_days_ago: int, standing: str) -> None:
    if Member.objects.filter(user=user).exists():
        return
    with sample_day(day(joined_days_ago)):
        member = actions.join(display_name=name, is_adult=True, by=user, is_sample=True)
    Member.objects.filter(pk=member.pk).update(standing=standing)


def _account(key: str):
    """The account behind a member; nobody signs in to those that aren't the demo's."""
    people, email = get_user_model().objects, email_of(key)
    return people.filter(email=email).first() or people.create_user(email, None, name="Sample account")
