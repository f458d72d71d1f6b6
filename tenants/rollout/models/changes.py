"""The history of everything in the roll-out but plans: one row for each field that changed, and why."""

import pgtrigger
from django.conf import settings
from django.db import models


class Change(models.Model):
    """One change of one field of one thing: who, when, from what to what, and why. Append-only.

    `thing` and `thing_id` name a row of the same schema, but for sites, which are in the shared register. Written by
    `tenants.rollout.changes` only.
    """

    class Thing(models.TextChoices):
        MILESTONE = "milestone", "Milestone"
        RISK = "risk", "Risk or issue"
        PROMISE = "promise", "Promise"
        MATURITY = "maturity", "Service component"
        KEY_ACTION = "key_action", "Key action"
        EQUALITY = "equality", "Equality impact assessment"
        REFUSAL = "refusal", "Refusal that was reported"
        SITE = "site", "Site"

    thing = models.CharField("what kind of thing", max_length=12, choices=Thing)
    thing_id = models.PositiveIntegerField("its number")
    field = models.CharField("what changed", max_length=40)
    before = models.CharField("before", max_length=500, blank=True)
    after = models.CharField("after", max_length=500, blank=True)
    reason = models.CharField("why", max_length=500, blank=True)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, related_name="+")
    on = models.DateField("on")  # the field's date, so that a past day can be shown as it stood
    at = models.DateTimeField("when", auto_now_add=True)

    class Meta:
        verbose_name = "change in the roll-out"
        verbose_name_plural = "changes in the roll-out"
        ordering = ["-at", "-pk"]
        indexes = [models.Index(fields=["thing", "thing_id", "-at"], name="rollout_change_of_thing")]
        triggers = [pgtrigger.Protect(name="append_only", operation=pgtrigger.Update | pgtrigger.Delete)]

    def __str__(self) -> str:
        return f"{self.field}: {self.before} → {self.after}"
