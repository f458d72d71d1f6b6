"""What moderators decide. Acts are never changed; the words that go with one can be taken away with the person."""

import uuid

import pgtrigger
from django.conf import settings
from django.db import models
from django.db.models import F, Q

from audit.append_only import AppendOnly
from config.today import moment

NEVER = {"on_delete": models.PROTECT, "null": True, "blank": True}


class SecondModerator(pgtrigger.Trigger):
    """Refuses what needs somebody else than the moderator who acted first; a function of the database's own."""

    when = pgtrigger.Before

    def __init__(self, name: str, function: str, operation: pgtrigger.Operation) -> None:
        self.runs = function
        super().__init__(name=name, operation=operation)

    def get_func(self, model: type[models.Model]) -> str:
        """The body that pgtrigger asks for; nothing runs it."""
        return "RETURN NEW;"

    def render_execute(self, model: type[models.Model]) -> str:
        """What the database runs."""
        return f"public.{self.runs}()"


class Act(models.Model):
    """One decision: about a subject, about a member, or that nothing needs doing. `by` None is the system.

    `about` and `item` are ids without a reference: members can be erased and items are deleted in time, and this row
    stays as it is. `seconds` is the act that this one confirms, `undoes` the act that it takes back.
    """

    class Kind(models.TextChoices):
        SHOW = "show", "Shown"
        HIDE = "hide", "Hidden"
        ASK_CHANGE = "ask_change", "Change asked for"
        REMOVE = "remove", "Removed"
        RESTORE = "restore", "Shown again"
        NO_ACTION = "no_action", "Left as it is"
        WRITE = "write", "Written to"
        WARN = "warn", "Warned"
        UNWARN = "unwarn", "Warning taken back"
        PAUSE = "pause", "Paused"
        UNPAUSE = "unpause", "Pause ended"
        CLOSING = "closing", "Closing proposed"
        CLOSE = "close", "Account closed"
        NOT_CLOSED = "not_closed", "Not closed"
        REOPEN = "reopen", "Account opened again"
        STANDING = "standing", "Standing changed"
        LET_IN = "let_in", "Let in"
        NOT_LET_IN = "not_let_in", "Not let in"

    class Reason(models.TextChoices):
        KIND = "kind", "It keeps the house rules"
        UNKIND = "unkind", "Unkind words about a person or a group"
        HARM = "harm", "It could hurt somebody"
        DETAILS = "details", "It tells who somebody is, or where they live"
        SELLS = "sells", "It sells something or is full of links"
        ELSEWHERE = "elsewhere", "It belongs somewhere else"
        UNTRUE = "untrue", "It is not true and could do harm"
        AGAIN = "again", "It happened again after a warning"
        NOT_THEM = "not_them", "They pass for somebody else, or are under age"
        APPEAL = "appeal", "Looked at again after an appeal"
        NIGHT = "night", "Reported by several members while nobody was on duty"
        KNOWN = "known", "How long and how well the member is known"
        OTHER = "other", "Something else, told in the message"

    public_id = models.UUIDField("id in addresses", default=uuid.uuid4, unique=True, editable=False)
    kind = models.CharField("what was decided", max_length=10, choices=Kind)
    reason = models.CharField("why", max_length=9, choices=Reason)
    subject_kind = models.CharField("what it is about", max_length=20)
    subject_id = models.UUIDField("which one")
    about = models.UUIDField("id of the member whose it is", null=True, blank=True, db_index=True)
    item = models.UUIDField("id of the item of the queue", null=True, blank=True, db_index=True)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, related_name="+", verbose_name="by", **NEVER)
    at = models.DateTimeField("decided", default=moment)
    until = models.DateTimeField("until", null=True, blank=True)
    seconds = models.ForeignKey("self", related_name="seconded_by", verbose_name="confirms", **NEVER)
    undoes = models.ForeignKey("self", related_name="undone_by", verbose_name="takes back", **NEVER)
    is_sample = models.BooleanField("sample", default=False)

    class Meta:
        verbose_name = "decision of a moderator"
        verbose_name_plural = "decisions of moderators"
        ordering = ["-at", "-pk"]
        indexes = [
            models.Index(fields=["subject_kind", "subject_id", "-id"], name="peers_act_subject"),
            models.Index(fields=["at"], name="peers_act_at"),
        ]
        constraints = [
            models.CheckConstraint(
                condition=~Q(kind__in=["close", "not_closed"]) | Q(seconds__isnull=False, by__isnull=False),
                name="peers_act_close_needs_a_second",
                violation_error_message="An account is closed by two moderators: one proposes, another confirms.",
            ),
            models.CheckConstraint(
                condition=Q(by__isnull=False) | Q(kind__in=["hide", "pause", "standing", "unpause"]),
                name="peers_act_by_a_person",
                violation_error_message="By itself the system hides, pauses, and changes standing; nothing else.",
            ),
            models.CheckConstraint(
                condition=Q(until__isnull=True) | (Q(kind="pause") & Q(until__gt=F("at"))),
                name="peers_act_until",
                violation_error_message="Only a pause has an end, and it comes after its beginning.",
            ),
            models.UniqueConstraint(
                fields=["undoes"],
                condition=Q(undoes__isnull=False),
                name="peers_act_undone_once",
                violation_error_message="This was taken back already.",
            ),
            models.UniqueConstraint(
                fields=["seconds"],
                condition=Q(seconds__isnull=False),
                name="peers_act_seconded_once",
                violation_error_message="A second moderator has decided this already.",
            ),
        ]
        triggers = [
            AppendOnly(name="peers_act_append_only"),
            SecondModerator("peers_act_second", "peers_act_second", pgtrigger.Insert),
        ]

    def __str__(self) -> str:
        return f"Decision {self.pk}"


class Letter(models.Model):
    """The words that a moderator sent with a decision. They go when the member is erased; the decision stays."""

    act = models.OneToOneField(Act, on_delete=models.PROTECT, related_name="letter", verbose_name="decision")
    words = models.TextField("message", max_length=2_000, blank=True)
    note = models.CharField("note for moderators", max_length=500, blank=True)
    read_at = models.DateTimeField("read", null=True, blank=True)

    class Meta:
        verbose_name = "message of a moderator"
        verbose_name_plural = "messages of moderators"

    def __str__(self) -> str:
        return f"Message {self.pk}"


class ReadyMessage(models.Model):
    """A message that moderators can send as it is, for one kind of decision; empty for what reporters read."""

    key = models.SlugField("name", max_length=60, unique=True)
    act = models.CharField("for", max_length=10, choices=Act.Kind, blank=True)
    title = models.CharField("what it is for", max_length=120)
    body = models.TextField("message", max_length=2_000)
    is_active = models.BooleanField("offered", default=True)
    changed_at = models.DateTimeField("changed", default=moment)
    changed_by = models.ForeignKey(settings.AUTH_USER_MODEL, related_name="+", verbose_name="changed by", **NEVER)

    class Meta:
        verbose_name = "ready-written message"
        ordering = ["title"]

    def __str__(self) -> str:
        return self.title


class Appeal(models.Model):
    """That the author asks for another look, once, in their own words; decided by another moderator."""

    class Outcome(models.TextChoices):
        NOT_YET = "", "Not decided yet"
        UPHELD = "upheld", "Taken back"
        REFUSED = "refused", "It stays"

    public_id = models.UUIDField("id in addresses", default=uuid.uuid4, unique=True, editable=False)
    act = models.OneToOneField(Act, on_delete=models.PROTECT, related_name="appeal", verbose_name="decision")
    member = models.ForeignKey("peer_network.Member", on_delete=models.SET_NULL, null=True, related_name="+")
    words = models.TextField("in their words", max_length=2_000)
    made_at = models.DateTimeField("made", default=moment)
    decided_by = models.ForeignKey(settings.AUTH_USER_MODEL, related_name="+", verbose_name="decided by", **NEVER)
    decided_at = models.DateTimeField("decided", null=True, blank=True)
    outcome = models.CharField("outcome", max_length=7, choices=Outcome, blank=True)
    answer = models.TextField("answer", max_length=2_000, blank=True)
    is_sample = models.BooleanField("sample", default=False)

    class Meta:
        verbose_name = "appeal"
        ordering = ["made_at", "pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(decided_at__isnull=True, decided_by__isnull=True, outcome="")
                | (Q(decided_at__isnull=False, decided_by__isnull=False) & ~Q(outcome="")),
                name="peers_appeal_decided",
                violation_error_message="What is decided has an outcome, a time, and somebody who decided.",
            ),
        ]
        triggers = [
            SecondModerator("peers_appeal_second", "peers_appeal_second", pgtrigger.Insert | pgtrigger.Update),
        ]

    def __str__(self) -> str:
        return f"Appeal {self.pk}"
