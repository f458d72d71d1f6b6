"""The ledger: transfers with their entries, and minutes that are reserved. Rows are added and never changed.

Written by the database's own functions (`timebank.ledger.sql`), which `timebank.ledger.transfers` and `holds` call. The
triggers hold every rule for raw SQL too; `docs/rooms/timebank.md` says which.
"""

import uuid
from typing import Any

from django.conf import settings
from django.contrib.postgres.functions import TransactionNow
from django.db import models
from django.db.models import F, Q
from django.db.models.functions import Mod, Now

from audit.append_only import AppendOnly
from timebank.ledger import triggers
from timebank.models.accounts import Account

MINUTES_STEP = 15  # an entry is a multiple of a quarter of an hour
IN_QUARTERS = Q(minutes=F("minutes") - Mod(F("minutes"), MINUTES_STEP))
PERSON = {"on_delete": models.DO_NOTHING, "db_constraint": False, "db_index": False, "null": True, "related_name": "+"}

# The trigger that adds an entry looks both up, and neither is ever deleted; the database's own look at a foreign key
# would be a second one.
LOOKED_UP = {"on_delete": models.PROTECT, "db_constraint": False, "db_index": False}


class TransactionIdField(models.Field):
    """PostgreSQL's `xid8`: which database transaction made the row."""

    def db_type(self, connection: Any) -> str:
        return "xid8"


class Transfer(models.Model):
    """Minutes that went from accounts to accounts, in one piece, by one key. `minutes` is the sum that arrived.

    A reversal names what it reverses. `by` is nobody for the operator. People stand here by number alone, because the
    row can't be cleared of a name (decision 14).
    """

    class Kind(models.TextChoices):
        EXCHANGE = "exchange", "Help given"
        GRANT = "grant", "Grant of the network"
        REVERSAL = "reversal", "Reversal"

    public_id = models.UUIDField("id in addresses", default=uuid.uuid4, unique=True, editable=False)
    key = models.CharField("key, by which a repeated request is known", max_length=200)
    kind = models.CharField("kind", max_length=8, choices=Kind)
    minutes = models.IntegerField("minutes")
    note = models.CharField("note", max_length=500, blank=True)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, verbose_name="person", **PERSON)
    reverses = models.OneToOneField(
        "self", on_delete=models.PROTECT, null=True, related_name="reversed_by", verbose_name="reverses"
    )
    session_ref = models.UUIDField("session", null=True)
    posted_at = models.DateTimeField("posted", db_default=TransactionNow(), editable=False)
    txid = TransactionIdField("database transaction", db_default=triggers.CurrentTransaction(), editable=False)

    class Meta:
        verbose_name = "transfer"
        ordering = ["-pk"]
        constraints = [
            # As a constraint of its own it has one index; a unique field of text would have a second, for LIKE.
            models.UniqueConstraint(fields=["key"], name="timebank_transfer_key_once"),
            models.CheckConstraint(condition=~Q(key=""), name="timebank_transfer_key"),
            # What its entries decide, `timebank_transfer_whole` looks at: its minutes, its kind, what it reverses.
        ]
        indexes = [
            models.Index(
                fields=["session_ref"], condition=Q(session_ref__isnull=False), name="timebank_transfer_session"
            )
        ]
        triggers = [
            AppendOnly(name="append_only"),
            triggers.AtCommit("balanced", "timebank_transfer_whole", "insert"),
        ]

    def __str__(self) -> str:
        return f"{self.minutes} minutes, {self.key}"


class Entry(models.Model):
    """One account's part of a transfer: plus for minutes that arrive, minus for minutes that leave.

    `side` says which of the account's two sums it counts in; a reversal keeps the side and turns the sign. What the
    account had after it stands beside it, so that a statement of any period needs no sum over all that was before.
    """

    class Side(models.TextChoices):
        GAVE = "gave", "Gave"
        HAD = "had", "Had"
        GRANT = "grant", "Grant"

    transfer = models.ForeignKey(Transfer, related_name="entries", verbose_name="transfer", **LOOKED_UP)
    account = models.ForeignKey(Account, related_name="entries", verbose_name="account", **LOOKED_UP)
    minutes = models.IntegerField("minutes")
    side = models.CharField("side", max_length=5, choices=Side)
    posted_at = models.DateTimeField("posted", editable=False)
    balance_after = models.BigIntegerField("balance after it")
    given_after = models.BigIntegerField("minutes given until then")
    had_after = models.BigIntegerField("minutes had until then")

    class Meta:
        verbose_name = "entry"
        verbose_name_plural = "entries"
        ordering = ["pk"]
        constraints = [
            models.UniqueConstraint(fields=["transfer", "account"], name="timebank_entry_account_once"),
            models.CheckConstraint(condition=~Q(minutes=0) & IN_QUARTERS, name="timebank_entry_minutes"),
        ]
        indexes = [
            models.Index(fields=["account", "posted_at", "id"], name="timebank_entry_statement"),
        ]
        triggers = [
            AppendOnly(name="append_only"),
            triggers.RunsBefore("stamp", "timebank_entry_stamp", "insert"),
        ]

    def __str__(self) -> str:
        return f"{self.minutes} minutes of {self.account_id}"


class Hold(models.Model):
    """Minutes of an account that are reserved for a session. They are spent or released once; nothing else changes."""

    class Outcome(models.TextChoices):
        SPENT = "spent", "Spent"
        RELEASED = "released", "Released"

    account = models.ForeignKey(
        Account, on_delete=models.PROTECT, related_name="holds", db_index=False, verbose_name="account"
    )
    session_ref = models.UUIDField("session")
    minutes = models.PositiveIntegerField("minutes")
    by = models.ForeignKey(settings.AUTH_USER_MODEL, verbose_name="person", **PERSON)
    made_at = models.DateTimeField("reserved", db_default=Now(), editable=False)
    ended_at = models.DateTimeField("ended", null=True)
    outcome = models.CharField("how it ended", max_length=8, choices=Outcome, blank=True)

    class Meta:
        verbose_name = "reserved minutes"
        verbose_name_plural = "reserved minutes"
        ordering = ["pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["session_ref", "account"], condition=Q(ended_at__isnull=True), name="timebank_hold_open_once"
            ),
            models.CheckConstraint(condition=Q(minutes__gt=0) & IN_QUARTERS, name="timebank_hold_minutes"),
            models.CheckConstraint(
                condition=Q(ended_at__isnull=True, outcome="")
                | Q(ended_at__isnull=False, outcome__in=["spent", "released"]),
                name="timebank_hold_outcome",
            ),
        ]
        indexes = [models.Index(fields=["account"], condition=Q(ended_at__isnull=True), name="timebank_hold_open")]
        triggers = [
            triggers.Guard("never_removed", "refuse_change", "delete truncate"),
            triggers.RunsBefore("ends_once", "timebank_hold_guard", "insert update"),
            triggers.RunsAfter("keeps_reserved", "timebank_hold_kept", "insert update"),
        ]

    def __str__(self) -> str:
        return f"{self.minutes} minutes of {self.account_id} for {self.session_ref}"
