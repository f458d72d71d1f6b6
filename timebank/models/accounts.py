"""Accounts of the time bank, and what the database keeps of each."""

import uuid

from django.core.validators import RegexValidator
from django.db import models
from django.db.models import F, Q

from tenants.history import tracked
from timebank.ledger import triggers

SLUG_SHAPE = r"^[a-z0-9-]{2,80}$"
NETWORK_SLUG = "network"


@tracked
class Account(models.Model):
    """Who gives and has minutes: an area, the network's pool of grants, or a region-wide partner.

    Its slug is the area's, the partner's, or `network`, and never changes. `own_limit` is how many minutes it may be
    below zero, where the network manager set that; empty, the rule for all holds (`LimitRule`).
    """

    class Kind(models.TextChoices):
        AREA = "area", "Area"
        NETWORK = "network", "Network pool"
        PARTNER = "partner", "Region-wide partner"

    public_id = models.UUIDField("id in addresses", default=uuid.uuid4, unique=True, editable=False)
    slug = models.CharField("name in addresses", max_length=80, unique=True, validators=[RegexValidator(SLUG_SHAPE)])
    kind = models.CharField("kind", max_length=7, choices=Kind)
    area = models.OneToOneField(
        "tenants.Area", on_delete=models.PROTECT, null=True, related_name="timebank_account", verbose_name="area"
    )
    organisation = models.OneToOneField(
        "tenants.Organisation",
        on_delete=models.PROTECT,
        null=True,
        related_name="timebank_account",
        verbose_name="organisation",
    )
    opened_on = models.DateField("opened on")
    own_limit = models.PositiveIntegerField("minutes that it may be below zero, of its own", null=True)
    own_limit_reason = models.CharField("why it has a limit of its own", max_length=500, blank=True)

    class Meta:
        verbose_name = "time bank account"
        ordering = ["kind", "area__position", "slug"]
        constraints = [
            models.CheckConstraint(
                condition=Q(kind="area", area__isnull=False, organisation__isnull=True)
                | Q(kind="partner", area__isnull=True, organisation__isnull=False)
                | Q(kind="network", area__isnull=True, organisation__isnull=True, slug=NETWORK_SLUG),
                name="timebank_account_has_one_owner",
                violation_error_message="An account belongs to an area, to a partner, or is the network's pool.",
            ),
            models.CheckConstraint(
                condition=Q(own_limit__isnull=True) | ~Q(own_limit_reason=""),
                name="timebank_account_own_limit_explained",
                violation_error_message="Say why this account has a limit of its own.",
            ),
        ]
        triggers = [triggers.RunsAfter("keeps_balance", "timebank_account_kept", "insert update")]

    def __str__(self) -> str:
        return self.name

    @property
    def name(self) -> str:
        """What the account is called: the area's or partner's name."""
        if self.kind == self.Kind.NETWORK:
            return "The network’s pool"
        return str(self.area if self.kind == self.Kind.AREA else self.organisation)


class AccountBalance(models.Model):
    """What an account's entries and holds come to, in minutes. Kept by triggers; the database refuses other writes.

    `floor` is the lowest that `minutes` less `reserved` may be: zero or below. It follows from `given` by the three
    numbers before it: the account's own limit, or the newest rule's, so that a posting looks up neither.
    """

    account = models.OneToOneField(
        Account, on_delete=models.PROTECT, primary_key=True, related_name="balance", verbose_name="account"
    )
    minutes = models.BigIntegerField("balance in minutes")
    reserved = models.BigIntegerField("minutes reserved for sessions")
    given = models.BigIntegerField("minutes given")
    had = models.BigIntegerField("minutes had")
    base = models.BigIntegerField("minutes that it may be below zero", default=0)
    growth_percent = models.BigIntegerField("grows by this share of minutes given, in per cent", default=0)
    growth_cap = models.BigIntegerField("grows by no more than these minutes", default=0)
    floor = models.BigIntegerField("lowest balance in minutes")
    last_entry = models.BigIntegerField("number of the last entry")

    class Meta:
        verbose_name = "balance of an account"
        constraints = [
            models.CheckConstraint(
                condition=Q(minutes__gte=F("floor") + F("reserved")),
                name="timebank_balance_within_limit",
                violation_error_message="This would take the account below its limit.",
            ),
        ]
        triggers = [
            triggers.Guard("only_triggers", "timebank_only_triggers", "insert update delete truncate"),
            triggers.AtCommit("follows", "timebank_balance_true", "insert update"),
        ]

    def __str__(self) -> str:
        return f"{self.account_id}: {self.minutes} minutes"

    @property
    def free(self) -> int:
        """Minutes that the account can still spend before its limit."""
        return self.minutes - self.reserved - self.floor
