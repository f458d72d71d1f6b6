"""Providers, and what commissioners checked of them."""

import uuid

from django.conf import settings
from django.db import models
from django.db.models import F, Q

from config.today import moment
from market.models.keys import keys_field


class Provider(models.Model):
    """What an organisation says of itself. Its editors are whoever holds the role `provider-editor` in it.

    A provider is checked once and then recognised by every area. `checked_until` is the day until which the last
    passed check counts; after it, the provider's offers are hidden.

    `submitted_on` stands while it waits for a check: the first one, or another one of a provider that is recognised
    (the check ends soon, or something that was checked has changed), which stays recognised meanwhile.

    One that was taken over from another directory names it in `directory`, has no check and no editors, and stays a
    draft.
    """

    class Kind(models.TextChoices):
        COMMUNITY_GROUP = "community_group", "Small community group"
        CHARITY = "charity", "Charity"
        SOCIAL_ENTERPRISE = "social_enterprise", "Social enterprise"
        USER_LED = "user_led", "Organisation led by disabled people or carers"
        COMPANY = "company", "Company"
        SOLE_TRADER = "sole_trader", "Somebody who works for themselves"
        NHS = "nhs", "NHS organisation"
        COUNCIL = "council", "Council"

    class State(models.TextChoices):
        DRAFT = "draft", "Not sent yet"
        SUBMITTED = "submitted", "Waits for its check"
        CHANGE_ASKED = "change_asked", "Something to mend"
        RECOGNISED = "recognised", "Checked"
        LAPSED = "lapsed", "The check has run out"
        REFUSED = "refused", "Not accepted"
        CLOSED = "closed", "Closed"

    public_id = models.UUIDField("id in addresses", default=uuid.uuid4, unique=True, editable=False)
    organisation = models.OneToOneField("tenants.Organisation", on_delete=models.PROTECT, related_name="provider")
    kind = models.CharField("kind", max_length=20, choices=Kind)
    about = models.TextField("what you do, in a few sentences", max_length=1_500, blank=True)
    areas = keys_field("areas")
    charity_number = models.CharField("charity number", max_length=12, blank=True)
    company_number = models.CharField("company number", max_length=8, blank=True)
    ods_code = models.CharField("ODS code", max_length=10, blank=True)
    cqc_number = models.CharField("Care Quality Commission number", max_length=20, blank=True)
    email = models.EmailField("e-mail for people who ask", blank=True)
    telephone = models.CharField("telephone", max_length=30, blank=True)
    website = models.URLField("website", max_length=300, blank=True)
    postal_address = models.TextField("address for letters", max_length=400, blank=True)
    directory = models.ForeignKey(
        "market.Directory",
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="providers",
        verbose_name="directory that it was taken over from",
    )
    is_broker = models.BooleanField("helps people to plan and buy (broker)", default=False)
    keeps_broker_standard_since = models.DateField("keeps the brokers’ standard since", null=True, blank=True)
    conflicts_of_interest = models.TextField("conflicts of interest", max_length=1_000, blank=True)
    state = models.CharField("state", max_length=12, choices=State, default=State.DRAFT)
    submitted_at = models.DateTimeField("sent for the check", null=True, blank=True)
    submitted_on = models.DateField("sent for the check on", null=True, blank=True)
    checked_until = models.DateField("checked until", null=True, blank=True)
    created_at = models.DateTimeField("began", default=moment)
    changed_at = models.DateTimeField("last changed", default=moment)
    is_sample = models.BooleanField("sample", default=False)

    class Meta:
        verbose_name = "provider"
        ordering = ["organisation__name", "pk"]
        indexes = [
            models.Index(
                fields=["submitted_on"], condition=Q(submitted_on__isnull=False), name="market_provider_waiting"
            )
        ]
        constraints = [
            models.CheckConstraint(
                condition=~Q(state="recognised") | Q(checked_until__isnull=False),
                name="market_provider_checked_until",
                violation_error_message="Say until when the check counts.",
            ),
            models.CheckConstraint(
                condition=~Q(state="submitted") | Q(submitted_at__isnull=False, submitted_on__isnull=False),
                name="market_provider_submitted_at",
                violation_error_message="Say when it was sent.",
            ),
        ]

    def __str__(self) -> str:
        return f"Provider {self.pk}"


class ProviderCheck(models.Model):
    """One check of a provider: what was looked at, by a commissioner of which area, and until when it counts."""

    class Outcome(models.TextChoices):
        PASSED = "passed", "Passed"
        CHANGE_ASKED = "change_asked", "Something to mend"
        REFUSED = "refused", "Not accepted"

    provider = models.ForeignKey(Provider, on_delete=models.CASCADE, related_name="checks")
    checked_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, related_name="+")
    area = models.ForeignKey(settings.TENANT_MODEL, on_delete=models.PROTECT, related_name="+")
    outcome = models.CharField("outcome", max_length=12, choices=Outcome)
    is_lighter = models.BooleanField("the lighter check for small community groups", default=False)
    looked_at = keys_field("what was looked at")
    note = models.TextField("note", max_length=1_000, blank=True)
    facts = models.JSONField("what the provider said then", default=dict, blank=True)
    waited_since = models.DateField("sent for the check on", null=True, blank=True)
    checked_on = models.DateField("checked on")
    valid_until = models.DateField("counts until", null=True, blank=True)

    class Meta:
        verbose_name = "check of a provider"
        verbose_name_plural = "checks of providers"
        ordering = ["-checked_on", "-pk"]
        constraints = [
            models.CheckConstraint(
                condition=~Q(outcome="passed") | Q(valid_until__gt=F("checked_on")),
                name="market_check_valid_until",
                violation_error_message="A passed check counts until a later day.",
            ),
            models.CheckConstraint(
                condition=Q(outcome="passed") | ~Q(note=""),
                name="market_check_says_why",
                violation_error_message="Say what has to be mended, or why not.",
            ),
        ]

    def __str__(self) -> str:
        return f"Check {self.pk}"
