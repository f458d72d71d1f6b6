"""Raw SQL that is committed: each way to break the ledger is refused, and goes through once its protection is gone."""

import uuid
from typing import Any

import pgtrigger
import psycopg
import pytest
from django.db import IntegrityError, connection, transaction

from tests import databases
from tests.timebank.attacks import ATTACKS, Attack
from timebank.ledger import accounts, holds, transfers, verifying
from timebank.models import AccountBalance, Entry, Transfer

TRIGGERS = """
    SELECT t.tgname FROM pg_trigger t JOIN pg_proc p ON p.oid = t.tgfoid
    WHERE t.tgrelid = %s::regclass AND p.proname = %s
"""


class Undone(Exception):
    """Takes back what a transaction did, after it was looked at."""


@pytest.fixture
def broken_into(committed_db: str) -> Any:
    """A ledger with a little in it, and a connection past all our code; gives the names that attacks use."""
    names = make_a_little()
    with psycopg.connect(databases.url_of(committed_db), autocommit=True) as raw:
        yield raw, names
    connection.close()


def make_a_little() -> dict[str, int]:
    """A transfer, one that was reversed, minutes that are reserved and some that were."""
    kernow, bristol, third, fourth, fifth = (
        accounts.by_slug(slug) for slug in ("kernow", "bristol", "swindon", "somerset", "wiltshire")
    )
    legs = [transfers.gave(kernow, 60), transfers.had(bristol, 60)]
    old = transfers.post(key="old", legs=legs).transfer_id
    undone = transfers.post(key="undone", legs=legs).transfer
    reversal = transfers.reverse(transfer=undone, reason="A mistake", by=None, key="undo").transfer_id
    sessions = uuid.uuid4(), uuid.uuid4()
    for session in sessions:
        holds.reserve(account=fifth, minutes=60, session_ref=session, by=None)
    holds.release(session_ref=sessions[1])
    names = {"old": old, "mine": kernow.pk, "theirs": bristol.pk, "third": third.pk, "fourth": fourth.pk}
    return {**names, "reversed": undone.pk, "reversal": reversal}


def carry_out(raw: psycopg.Connection, attack: Attack, names: dict[str, int]) -> None:
    for statement in attack.statements:
        raw.execute(statement.format(**names) if "{" in statement else statement)


def take_away(raw: psycopg.Connection, protection: str) -> None:
    """Drop a constraint, or the triggers of a table that run a function."""
    if "!" in protection:
        raw.execute("ALTER TABLE {} DROP CONSTRAINT {} CASCADE".format(*protection.split("!")))
        return
    table, function = protection.split(":")
    found = raw.execute(TRIGGERS, [table, function]).fetchall()
    assert found, f"There is no {protection}."
    for (name,) in found:
        raw.execute(f"DROP TRIGGER {name} ON {table}")


def broken(raw: psycopg.Connection) -> set[str]:
    """The promises that are broken, as this connection sees the ledger."""
    with raw.cursor() as cursor:
        return {check.key for check in verifying.checks(cursor) if not check.is_kept}


@pytest.mark.slow
def test_every_attack_is_refused_and_leaves_nothing(broken_into: Any) -> None:
    raw, names = broken_into
    before = list(Entry.objects.values()), list(AccountBalance.objects.values())

    for attack in ATTACKS:
        with pytest.raises(psycopg.Error) as refusal, raw.transaction():
            carry_out(raw, attack, names)
        assert attack.refused in str(refusal.value), attack.name

    assert (list(Entry.objects.values()), list(AccountBalance.objects.values())) == before
    assert broken(raw) == set()


@pytest.mark.slow
def test_every_attack_goes_through_without_its_protection(broken_into: Any) -> None:
    raw, names = broken_into

    for attack in ATTACKS:
        with pytest.raises(Undone), raw.transaction():
            for protection in attack.needs:
                take_away(raw, protection)
            carry_out(raw, attack, names)
            raw.execute("SET CONSTRAINTS ALL IMMEDIATE")
            assert "protected" in broken(raw), attack.name
            assert not attack.shows or attack.shows in broken(raw), attack.name
            raise Undone


def test_protections_cannot_be_switched_off_from_python(opened: Any, helped: Any) -> None:
    helped("bristol", "kernow", 60)

    for change in (
        lambda: Transfer.objects.update(note="Another"),
        lambda: Entry.objects.all().delete(),
        lambda: AccountBalance.objects.update(minutes=600),
        lambda: Transfer.objects.create(key="x", kind="exchange", minutes=60),
    ):
        with pgtrigger.ignore(), pytest.raises(IntegrityError), transaction.atomic():
            change()
            connection.cursor().execute("SET CONSTRAINTS ALL IMMEDIATE")
