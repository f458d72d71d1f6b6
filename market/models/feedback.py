"""What people say of a provider after it answered them, and what it says to that."""

import uuid

from django.conf import settings
from django.db import models
from django.db.models import Q

from config.today import moment

LONGEST_FEEDBACK = 1_000


class Reason(models.TextChoices):
    """Why words are not shown. That they are critical is no reason, so it isn't in the list."""

    PRIVATE = "private", "It tells something private of somebody"
    HEALTH = "health", "It tells of somebody’s health"
    RUDE = "rude", "It is rude or hurts somebody"
    UNLAWFUL = "unlawful", "It accuses somebody of a crime: that belongs to safeguarding or the police"
    ADVERT = "advert", "It advertises something"
    ELSEWHERE = "elsewhere", "It isn’t about this provider"


class Feedback(models.Model):
    """One person's feedback, shown without their name once a commissioner has read it.

    A provider may answer once; its answer is read first too.
    """

    class Helped(models.TextChoices):
        YES = "yes", "Yes"
        PARTLY = "partly", "Partly"
        NO = "no", "No"

    class State(models.TextChoices):
        WAITING = "waiting", "Waits to be read"
        SHOWN = "shown", "Shown"
        REFUSED = "refused", "Not shown"

    public_id = models.UUIDField("id in addresses", default=uuid.uuid4, unique=True, editable=False)
    buyer = models.ForeignKey("market.Buyer", on_delete=models.CASCADE, related_name="feedback")
    enquiry = models.OneToOneField(
        "market.Enquiry", on_delete=models.SET_NULL, null=True, blank=True, related_name="feedback"
    )
    provider = models.ForeignKey("market.Provider", on_delete=models.PROTECT, related_name="feedback")
    helped = models.CharField("did it help", max_length=6, choices=Helped)
    words = models.TextField("what others should know", max_length=LONGEST_FEEDBACK, blank=True)
    at = models.DateTimeField("written", default=moment)
    state = models.CharField("state", max_length=7, choices=State, default=State.WAITING)
    reason = models.CharField("why it isn’t shown", max_length=9, choices=Reason, blank=True)
    note = models.TextField("what the commissioner said", max_length=500, blank=True)
    read_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, blank=True, related_name="+"
    )
    read_at = models.DateTimeField("read", null=True, blank=True)

    answer = models.TextField("the provider’s answer", max_length=LONGEST_FEEDBACK, blank=True)
    answered_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, blank=True, related_name="+"
    )
    answered_at = models.DateTimeField("answered", null=True, blank=True)
    answer_state = models.CharField("state of the answer", max_length=7, choices=State, blank=True)
    answer_reason = models.CharField("why the answer isn’t shown", max_length=9, choices=Reason, blank=True)
    answer_note = models.TextField("what the commissioner said of the answer", max_length=500, blank=True)
    answer_read_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, blank=True, related_name="+"
    )
    answer_read_at = models.DateTimeField("answer read", null=True, blank=True)
    is_sample = models.BooleanField("sample", default=False)

    class Meta:
        verbose_name = "feedback"
        verbose_name_plural = "feedback"
        ordering = ["-at", "-pk"]
        indexes = [models.Index(fields=["provider", "-at"], condition=Q(state="shown"), name="market_feedback_shown")]
        constraints = [
            models.CheckConstraint(
                condition=(Q(state="refused") & ~Q(reason="")) | (~Q(state="refused") & Q(reason="")),
                name="market_feedback_reason",
                violation_error_message="Say why it isn’t shown. That it is critical is no reason.",
            ),
            models.CheckConstraint(
                condition=(Q(answer_state="refused") & ~Q(answer_reason=""))
                | (~Q(answer_state="refused") & Q(answer_reason="")),
                name="market_feedback_answer_reason",
                violation_error_message="Say why the answer isn’t shown.",
            ),
            models.CheckConstraint(
                condition=Q(answer="", answer_state="") | (~Q(answer="") & ~Q(answer_state="") & Q(state="shown")),
                name="market_feedback_answer_whole",
                violation_error_message="A provider answers feedback that is shown.",
            ),
        ]

    def __str__(self) -> str:
        return f"Feedback {self.pk}"
