"""Erasing a person: what will go, what stays and why, and doing it as one transaction."""

from dataclasses import dataclass

from django.db import transaction

import audit
from accounts.models import User
from data_rights import mentions, registry
from data_rights.errors import CannotErase
from data_rights.parts.account import is_erased
from data_rights.registry import Kept

ALREADY = "This person was erased already."


@dataclass(frozen=True)
class Plan:
    """What an erasure would do. With `refusals` it can't be done yet."""

    goes: list[str]
    keeps: list[Kept]
    warnings: list[str]
    refusals: list[str]


@dataclass(frozen=True)
class Erased:
    """What an erasure did, a sentence for each thing, and what is kept by law."""

    done: list[str]
    keeps: list[Kept]


def plan(user: User) -> Plan:
    """What erasing this person would do, from every part."""
    parts = registry.parts()
    return Plan(
        goes=[part.title for part in parts if part.key != "audit"],
        keeps=[kept for part in parts for kept in part.keeps(user)],
        warnings=[words for part in parts for words in part.warns(user)],
        refusals=_refusals(user),
    )


def _refusals(user: User) -> list[str]:
    if is_erased(user):
        return [ALREADY]
    return [words for part in registry.parts() for words in part.refuses(user)]


@transaction.atomic
def erase(*, user: User, by: User | None, why: str) -> Erased:
    """Erase a person in every part; all of it is done, or nothing. Raises CannotErase with the reasons.

    `why` is one of a few fixed words for the audit ("asked", "by-hand"): a sentence might name the person again.
    """
    user = User.objects.select_for_update().get(pk=user.pk)
    faults = _refusals(user)
    if faults:
        raise CannotErase(faults)
    # Now: the parts take away the addresses and the name by which one looks.
    named, keeps = mentions.words_of(user), [kept for part in registry.parts() for kept in part.keeps(user)]
    done = [words for part in registry.parts() for words in part.erase(user, by)]
    done += mentions.remove(named)
    audit.record(action="person.erase", by=by, object=user, detail={"why": why, "parts": len(registry.parts())})
    return Erased(done=done, keeps=keeps)
