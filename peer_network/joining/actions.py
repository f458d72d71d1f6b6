"""Joining, accepting newer rules, changing one's display name, and leaving.

Nothing of this goes into the audit with the person's name: a row there beside a time would lead from a pseudonym to a
person. The room keeps its own record (`RulesAcceptance`), which safeguarding leads can open with a reason.
"""

from typing import Any

from django.db import IntegrityError, transaction

from peer_network.joining import errors, names, rules
from peer_network.models import Member, RulesAcceptance


@transaction.atomic
def join(*, display_name: str, is_adult: bool, by: Any, is_sample: bool = False) -> Member:
    """Make `by` a member who accepts today's house rules. Raises JoiningRefused."""
    if not is_adult:
        raise errors.JoiningRefused("The peer network is for people who are 18 or older.")
    name = names.check(display_name, real_name=by.name, email=by.email)
    try:
        with transaction.atomic():
            member = Member.objects.create(user=by, display_name=name, name_key=names.key_of(name), is_sample=is_sample)
    except IntegrityError as error:
        if "user_id" in str(error):
            raise errors.JoiningRefused("You have joined already.") from error
        raise errors.NameTaken from error
    RulesAcceptance.objects.create(member=member, version=rules.VERSION, is_adult=True)
    return member


@transaction.atomic
def accept_rules(*, member: Member) -> None:
    """Keep that a member accepts the rules as they are now; a second time changes nothing."""
    RulesAcceptance.objects.get_or_create(member=member, version=rules.VERSION, defaults={"is_adult": True})


@transaction.atomic
def rename(*, member: Member, display_name: str) -> Member:
    """Change a member's display name, everywhere at once. Raises JoiningRefused."""
    name = names.check(display_name, real_name=member.user.name, email=member.user.email)
    member.display_name, member.name_key = name, names.key_of(name)
    try:
        with transaction.atomic():
            member.save(update_fields=["display_name", "name_key"])
    except IntegrityError as error:
        raise errors.NameTaken from error
    return member
