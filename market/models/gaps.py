"""What comes of gaps: providers who are interested, offers that answer one, and what the commissioner does."""

from django.conf import settings
from django.db import models
from django.db.models import Q

from config.today import today
from market import words
from market.models.statements import BY, Statement

NEED = {"max_length": 30, "blank": True}
AS_A_WHOLE = "The statement as a whole"


def need_words(need: str) -> str:
    """The name of a gap; of an empty one, the statement as a whole."""
    return words.Need(need).label if need else AS_A_WHOLE


class Interest(models.Model):
    """That a provider is interested in a statement as a whole (`need` empty), or in one of its gaps."""

    statement = models.ForeignKey(Statement, on_delete=models.PROTECT, related_name="interests")
    provider = models.ForeignKey("market.Provider", on_delete=models.CASCADE, related_name="interests")
    need = models.CharField("in which gap", **NEED)
    note = models.TextField("what you could do", max_length=600, blank=True)
    said_on = models.DateField("said on", default=today)
    said_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, blank=True, related_name="+"
    )
    ended_on = models.DateField("taken back on", null=True, blank=True)

    class Meta:
        verbose_name = "provider’s interest"
        verbose_name_plural = "providers’ interest"
        ordering = ["-said_on", "-pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["statement", "provider", "need"],
                condition=Q(ended_on__isnull=True),
                name="market_interest_once",
                violation_error_message="You have said so already.",
            ),
            models.CheckConstraint(
                condition=Q(need="") | Q(need__in=words.Need.values),
                name="market_interest_need",
                violation_error_message="Choose from the list.",
            ),
        ]

    def __str__(self) -> str:
        return f"Interest {self.pk}"

    def get_need_words(self) -> str:
        """The gap by name, or the statement as a whole."""
        return need_words(self.need)


class OfferAnswer(models.Model):
    """That an offer answers a statement, or one gap in it: said by its provider."""

    offer = models.ForeignKey("market.Offer", on_delete=models.CASCADE, related_name="answers")
    statement = models.ForeignKey(Statement, on_delete=models.PROTECT, related_name="answers")
    need = models.CharField("which gap", **NEED)
    said_on = models.DateField("said on", default=today)

    class Meta:
        verbose_name = "answer of an offer to a statement"
        verbose_name_plural = "answers of offers to statements"
        ordering = ["-said_on", "-pk"]
        constraints = [
            models.UniqueConstraint(fields=["offer", "statement", "need"], name="market_answer_once"),
            models.CheckConstraint(
                condition=Q(need="") | Q(need__in=words.Need.values),
                name="market_answer_need",
                violation_error_message="Choose from the list.",
            ),
        ]

    def __str__(self) -> str:
        return f"Answer {self.pk}"

    def get_need_words(self) -> str:
        """The gap by name, or the statement as a whole."""
        return need_words(self.need)


class Intervention(models.Model):
    """What an area does about a gap: how, by whom, and what came of it. `owner` is a role or an organisation."""

    class Kind(models.TextChoices):
        GRANT = "grant", "Grant"
        TENDER = "tender", "Tender"
        ADVICE = "advice", "Advice to providers"
        CO_PRODUCTION = "co_production", "Co-production with people"
        WORKFORCE = "workforce", "Training and workforce"
        OTHER = "other", "Something else"

    class State(models.TextChoices):
        PLANNED = "planned", "Planned"
        UNDER_WAY = "under_way", "Under way"
        DONE = "done", "Done"
        STOPPED = "stopped", "Stopped"

    area = models.ForeignKey(settings.TENANT_MODEL, on_delete=models.PROTECT, related_name="market_interventions")
    need = models.CharField("which gap", max_length=30, choices=words.Need)
    kind = models.CharField("how", max_length=13, choices=Kind)
    what = models.TextField("what is done", max_length=600)
    owner = models.CharField("who is responsible", max_length=120)
    state = models.CharField("state", max_length=9, choices=State, default=State.PLANNED)
    began_on = models.DateField("since", default=today)
    due_on = models.DateField("to be done by", null=True, blank=True)
    done_on = models.DateField("ended on", null=True, blank=True)
    result = models.TextField("what came of it", max_length=600, blank=True)
    written_by = models.ForeignKey(settings.AUTH_USER_MODEL, **BY)
    is_sample = models.BooleanField("sample", default=False)

    class Meta:
        verbose_name = "intervention in a market"
        verbose_name_plural = "interventions in markets"
        ordering = ["-began_on", "-pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(state__in=["planned", "under_way"], done_on__isnull=True)
                | (Q(state__in=["done", "stopped"], done_on__isnull=False) & ~Q(result="")),
                name="market_intervention_result",
                violation_error_message="Say what came of it.",
            ),
        ]

    def __str__(self) -> str:
        return f"Intervention {self.pk}"
