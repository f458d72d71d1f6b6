"""What somebody agreed to, whose story is told. Kept apart from the page: few people see it, and it outlives words."""

import pgtrigger
from django.conf import settings
from django.contrib.postgres.fields import ArrayField
from django.db import models

from config.today import moment, today
from knowledge.consents import choices

AGREED = ("scopes", "how", "given_by", "given_on", "ends_on")


class ConsentQuerySet(models.QuerySet["Consent"]):
    """Consents by whether they count."""

    def open(self) -> "ConsentQuerySet":
        """Those that nobody has taken back and that have not been ended; the database holds stories to these."""
        return self.filter(withdrawn_at__isnull=True, ended_at__isnull=True)

    def valid(self) -> "ConsentQuerySet":
        """Those that count today."""
        return self.open().filter(given_on__lte=today(), ends_on__gt=today())


class Consent(models.Model):
    """One consent to a story. Written by `knowledge.consents` only; what was agreed is never changed.

    Whoever wants to agree to more, or for longer, gives a new one. It has no name: the page doesn't have one either.
    `email` is where the person gets their link and a notice before the end; it goes when the consent has ended.
    """

    story = models.ForeignKey("knowledge.Story", on_delete=models.CASCADE, related_name="consents")
    scopes = ArrayField(models.CharField(max_length=10, choices=choices.SCOPES), verbose_name="what it covers")
    how = models.CharField("how they said it", max_length=10, choices=choices.WAYS)
    given_by = models.CharField("who agreed", max_length=10, choices=choices.SPEAKERS)
    given_on = models.DateField("agreed on")
    ends_on = models.DateField("ends on", help_text="From this day on the story is no longer shown.")
    email = models.EmailField("e-mail address", blank=True)
    recorded_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, related_name="+", verbose_name="written down by"
    )
    recorded_at = models.DateTimeField("written down", default=moment, editable=False)
    told_at = models.DateTimeField("told that it ends soon", null=True)
    withdrawn_at = models.DateTimeField("taken back", null=True)
    withdrawn_by_link = models.BooleanField("taken back by the person's own link", default=False)
    withdrawn_why = models.TextField("why", max_length=500, blank=True)
    ended_at = models.DateTimeField("ended", null=True)

    objects = ConsentQuerySet.as_manager()

    class Meta:
        verbose_name = "consent to a story"
        verbose_name_plural = "consents to stories"
        ordering = ["-given_on", "-pk"]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(ends_on__gt=models.F("given_on")),
                name="consent_ends_after_it_begins",
                violation_error_message="The consent has to end after the day on which it was given.",
            ),
            models.CheckConstraint(
                condition=models.Q(scopes__len__gt=0),
                name="consent_covers_something",
                violation_error_message="Say what the consent covers.",
            ),
        ]
        triggers = [
            pgtrigger.Protect(
                name="agreed_is_never_changed", operation=pgtrigger.Update, condition=pgtrigger.AnyChange(*AGREED)
            ),
            pgtrigger.Protect(
                name="taken_back_for_good",
                operation=pgtrigger.Update,
                condition=pgtrigger.Q(old__withdrawn_at__isnull=False, new__withdrawn_at__isnull=True)
                | pgtrigger.Q(old__ended_at__isnull=False, new__ended_at__isnull=True),
            ),
        ]

    def __str__(self) -> str:
        return f"Consent of {self.given_on} to {self.story_id}"

    @property
    def is_open(self) -> bool:
        """Whether nobody has taken it back and it has not ended."""
        return self.withdrawn_at is None and self.ended_at is None

    @property
    def scope_words(self) -> list[str]:
        """What it covers, as people read it."""
        return [words for key, words in choices.SCOPES if key in self.scopes]
