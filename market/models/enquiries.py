"""What people ask providers, what both write, and messages that somebody reported."""

import uuid

from django.conf import settings
from django.db import models
from django.db.models import Q

from config.today import moment, today

LONGEST_MESSAGE = 2_000
LONGEST_REPORT = 500


class Enquiry(models.Model):
    """A talk between a buyer, known by the name that they chose, and a provider, about an offer or a shared price.

    `first_answer_days` are the working days until the provider first answered: counted when it did, so that a later
    change of the calendar moves no response time. `shared_…` is what the buyer shows of themselves now; empty where
    they show nothing, or took it back.
    """

    class State(models.TextChoices):
        WAITING = "waiting", "Waits for the provider"
        ANSWERED = "answered", "Answered"
        CLOSED = "closed", "Closed"

    public_id = models.UUIDField("id in addresses", default=uuid.uuid4, unique=True, editable=False)
    buyer = models.ForeignKey("market.Buyer", on_delete=models.CASCADE, related_name="enquiries")
    provider = models.ForeignKey("market.Provider", on_delete=models.PROTECT, related_name="enquiries")
    offer = models.ForeignKey("market.Offer", on_delete=models.PROTECT, null=True, blank=True, related_name="enquiries")
    quote = models.ForeignKey(
        "market.ClubQuote", on_delete=models.PROTECT, null=True, blank=True, related_name="enquiries"
    )
    about = models.CharField("about", max_length=120)
    state = models.CharField("state", max_length=8, choices=State, default=State.WAITING)
    asked_on = models.DateField("asked on", default=today)
    asked_at = models.DateTimeField("asked", default=moment)
    answered_on = models.DateField("first answered on", null=True, blank=True)
    first_answer_days = models.PositiveSmallIntegerField("working days to the first answer", null=True, blank=True)
    last_at = models.DateTimeField("last message", default=moment)
    closed_at = models.DateTimeField("closed", null=True, blank=True)
    shared_name = models.CharField("name that the provider sees", max_length=150, blank=True)
    shared_email = models.EmailField("e-mail that the provider sees", blank=True)
    shared_telephone = models.CharField("telephone that the provider sees", max_length=30, blank=True)
    shared_at = models.DateTimeField("shared since", null=True, blank=True)
    is_sample = models.BooleanField("sample", default=False)

    class Meta:
        verbose_name = "enquiry"
        verbose_name_plural = "enquiries"
        ordering = ["-last_at", "-pk"]
        indexes = [
            models.Index(fields=["provider", "answered_on"], name="market_enquiry_answered"),
            models.Index(fields=["provider", "asked_at"], condition=Q(state="waiting"), name="market_enquiry_waiting"),
        ]
        constraints = [
            models.CheckConstraint(
                condition=~Q(state="answered") | Q(answered_on__isnull=False),
                name="market_enquiry_answered_on",
                violation_error_message="An answered enquiry was answered on some day.",
            ),
            models.CheckConstraint(
                condition=Q(answered_on__isnull=True, first_answer_days__isnull=True)
                | Q(answered_on__isnull=False, first_answer_days__isnull=False),
                name="market_enquiry_answer_counted",
                violation_error_message="The first answer took some working days.",
            ),
            models.CheckConstraint(
                condition=~Q(state="closed") | Q(closed_at__isnull=False),
                name="market_enquiry_closed_at",
                violation_error_message="A closed enquiry was closed at some time.",
            ),
            models.CheckConstraint(
                condition=Q(shared_at__isnull=False) | Q(shared_name="", shared_email="", shared_telephone=""),
                name="market_enquiry_shared_by_choice",
                violation_error_message="Contact details are there only since somebody chose to share them.",
            ),
        ]

    def __str__(self) -> str:
        return f"Enquiry {self.pk}"


class Message(models.Model):
    """One message. `written_by` is the provider's editor; None for the buyer's own, who is the enquiry's."""

    enquiry = models.ForeignKey(Enquiry, on_delete=models.CASCADE, related_name="messages")
    public_id = models.UUIDField("id in addresses", default=uuid.uuid4, unique=True, editable=False)
    is_of_buyer = models.BooleanField("from whoever asked")
    written_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, blank=True, related_name="market_messages"
    )
    words = models.TextField("message", max_length=LONGEST_MESSAGE)
    at = models.DateTimeField("written", default=moment)
    hidden_at = models.DateTimeField("hidden", null=True, blank=True)

    class Meta:
        verbose_name = "message of an enquiry"
        verbose_name_plural = "messages of enquiries"
        ordering = ["at", "pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(is_of_buyer=False) | Q(written_by__isnull=True),
                name="market_message_of_buyer",
                violation_error_message="Whoever asks is known by the enquiry alone.",
            ),
        ]

    def __str__(self) -> str:
        return f"Message {self.pk}"


class MessageReport(models.Model):
    """A message that isn't right, put before the commissioners of the provider's areas. One open report a message."""

    class Reason(models.TextChoices):
        UNSAFE = "unsafe", "Somebody may not be safe"
        RUDE = "rude", "It is rude or hurts"
        PRIVATE = "private", "It tells something private of somebody"
        MONEY = "money", "It asks for money or bank details"
        OTHER = "other", "Something else"

    class State(models.TextChoices):
        OPEN = "open", "Waits for a commissioner"
        HIDDEN = "hidden", "The message was hidden"
        KEPT = "kept", "The message stays"

    message = models.ForeignKey(Message, on_delete=models.CASCADE, related_name="reports")
    public_id = models.UUIDField("id in addresses", default=uuid.uuid4, unique=True, editable=False)
    is_of_buyer = models.BooleanField("reported by whoever asked")
    reported_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, related_name="market_reports"
    )
    reason = models.CharField("what isn’t right", max_length=8, choices=Reason)
    words = models.TextField("more about it", max_length=LONGEST_REPORT, blank=True)
    at = models.DateTimeField("reported", default=moment)
    state = models.CharField("state", max_length=6, choices=State, default=State.OPEN)
    decided_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, blank=True, related_name="+"
    )
    decided_at = models.DateTimeField("decided", null=True, blank=True)
    note = models.TextField("what the commissioner said", max_length=LONGEST_REPORT, blank=True)

    class Meta:
        verbose_name = "reported message"
        ordering = ["at", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["message"],
                condition=Q(state="open"),
                name="market_report_open_once",
                violation_error_message="This message is reported already. A commissioner will look at it.",
            ),
            models.CheckConstraint(
                condition=Q(state="open") | (Q(decided_at__isnull=False) & ~Q(note="")),
                name="market_report_decided",
                violation_error_message="Say what you decided and why.",
            ),
        ]

    def __str__(self) -> str:
        return f"Report {self.pk}"
