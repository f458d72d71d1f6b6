"""Themes: what members ask the programme board, how many support it, and what the board answers."""

import datetime
import uuid

import pgtrigger
from django.conf import settings
from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.db.models import F, Q

from config.today import moment, today
from tenants.history import no_truncate

LONGEST_TITLE, LONGEST_SUMMARY, LONGEST_ANSWER = 120, 1_500, 5_000  # characters
# A theme goes on the agenda the moment it has the number needed, so that moment tells the number. Up to seven is a
# number that is never told (S7R5): see decision 31.
FEWEST_NEEDED, MOST_NEEDED, NEEDED_AT_FIRST = 8, 500, 8
BY = {"on_delete": models.PROTECT, "null": True, "blank": True, "related_name": "+"}


def never_changed() -> list[pgtrigger.Trigger]:
    """Rows that are added and stay; only an erased person's name is taken out of their words."""
    return [pgtrigger.Protect(name="stays", operation=pgtrigger.Update | pgtrigger.Delete), no_truncate()]


class ThemeQuerySet(models.QuerySet["Theme"]):
    def shown(self) -> "ThemeQuerySet":
        """What members may read."""
        return self.filter(state=Theme.State.SHOWN)

    def on_agenda(self, day: datetime.date | None = None) -> "ThemeQuerySet":
        """What stood before the board by a day, answered or not: the longest due first."""
        return self.shown().filter(agenda_on__lte=day or today()).order_by("due_on", "pk")


class Theme(models.Model):
    """What members ask of the board, in a member's own words, drawn from a topic.

    A moderator reads it before it gathers support. Nobody is told who proposed or supports it.
    """

    class State(models.TextChoices):
        WAITING = "waiting", "Waits for a moderator"
        SHOWN = "shown", "Shown"
        CHANGE_ASKED = "change_asked", "Change asked for"
        HIDDEN = "hidden", "Hidden"
        REMOVED = "removed", "Removed by a moderator"
        TAKEN_BACK = "taken_back", "Taken back by its writer"

    public_id = models.UUIDField("id in addresses", default=uuid.uuid4, unique=True, editable=False)
    topic = models.ForeignKey("peer_network.Topic", on_delete=models.SET_NULL, null=True, blank=True, related_name="+")
    proposed_by = models.ForeignKey(
        "peer_network.Member", on_delete=models.SET_NULL, null=True, blank=True, related_name="themes"
    )
    title = models.CharField("title", max_length=LONGEST_TITLE)
    summary = models.TextField("what members ask, and why", max_length=LONGEST_SUMMARY)
    state = models.CharField("state", max_length=12, choices=State, default=State.WAITING)
    proposed_at = models.DateTimeField("proposed", default=moment)
    shown_at = models.DateTimeField("first shown", null=True, blank=True)
    agenda_on = models.DateField("on the board’s agenda since", null=True, blank=True)
    needed = models.PositiveSmallIntegerField("supporters that were needed", null=True, blank=True)
    due_on = models.DateField("answer due", null=True, blank=True)
    answered_on = models.DateField("first answered", null=True, blank=True)
    is_sample = models.BooleanField("sample", default=False)

    objects = ThemeQuerySet.as_manager()

    class Meta:
        verbose_name = "theme for the board"
        verbose_name_plural = "themes for the board"
        ordering = ["-proposed_at", "-pk"]
        indexes = [
            models.Index(fields=["due_on"], condition=Q(state="shown", answered_on=None), name="peers_theme_due")
        ]
        constraints = [
            models.CheckConstraint(
                condition=Q(agenda_on__isnull=True, due_on__isnull=True, needed__isnull=True)
                | Q(shown_at__isnull=False, due_on__gt=F("agenda_on"), needed__gte=FEWEST_NEEDED),
                name="peers_theme_due_after_agenda",
                violation_error_message="What is on the agenda has been shown, and has a day by which it is answered.",
            ),
            models.CheckConstraint(
                condition=Q(answered_on__isnull=True) | Q(answered_on__gte=F("agenda_on")),
                name="peers_theme_answered_on_agenda",
                violation_error_message="Only what is on the agenda is answered.",
            ),
            models.CheckConstraint(
                condition=~Q(state="taken_back") | Q(agenda_on__isnull=True),
                name="peers_theme_on_agenda_stays",
                violation_error_message="What is on the board’s agenda can’t be taken back.",
            ),
        ]

    def __str__(self) -> str:
        # Stands in the audit for good, where a title might name somebody.
        return f"Theme {self.pk}"

    def is_late(self, day: datetime.date) -> bool:
        """Whether the board owed an answer before this day."""
        is_answered = self.answered_on is not None and self.answered_on <= day
        return self.due_on is not None and self.due_on < day and not is_answered


class ThemeSupportQuerySet(models.QuerySet["ThemeSupport"]):
    def counting(self) -> "ThemeSupportQuerySet":
        """What counts: not that of a member whose account moderators closed."""
        return self.exclude(member__state="closed")


class ThemeSupport(models.Model):
    """That a member supports a theme: once, and told to nobody but themselves."""

    theme = models.ForeignKey(Theme, on_delete=models.CASCADE, related_name="supports")
    member = models.ForeignKey("peer_network.Member", on_delete=models.CASCADE, related_name="supports")
    on = models.DateField("since", default=today)

    objects = ThemeSupportQuerySet.as_manager()

    class Meta:
        verbose_name = "support of a theme"
        verbose_name_plural = "support of themes"
        constraints = [
            models.UniqueConstraint(
                fields=["theme", "member"],
                name="peers_theme_support_once",
                violation_error_message="You support this already.",
            )
        ]

    def __str__(self) -> str:
        return "Support of a theme"


class ThemeRule(models.Model):
    """How many supporters a theme needs, as the board set it; the newest counts. Never changed."""

    needed = models.PositiveSmallIntegerField(
        "supporters needed", validators=[MinValueValidator(FEWEST_NEEDED), MaxValueValidator(MOST_NEEDED)]
    )
    reason = models.CharField("why", max_length=500)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, verbose_name="who set it", **BY)
    on = models.DateField("from", default=today)

    class Meta:
        verbose_name = "rule of themes"
        verbose_name_plural = "rules of themes"
        ordering = ["-pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(needed__range=(FEWEST_NEEDED, MOST_NEEDED)),
                name="peers_theme_rule_needed",
                violation_error_message="Choose 8 or more: a smaller number would be told by reaching it.",
            ),
            models.CheckConstraint(
                condition=~Q(reason=""), name="peers_theme_rule_reason", violation_error_message="Say why."
            ),
        ]
        triggers = never_changed()

    def __str__(self) -> str:
        return f"{self.needed} supporters"


class ThemeAnswer(models.Model):
    """One version of the board's answer. The newest counts; all stay to be read."""

    class Kind(models.TextChoices):
        YES = "yes", "We will do this"
        PARTLY = "partly", "We will do a part of this"
        NO = "no", "We won’t do this"

    theme = models.ForeignKey(Theme, on_delete=models.PROTECT, related_name="answers")
    number = models.PositiveSmallIntegerField("version")
    kind = models.CharField("answer", max_length=6, choices=Kind)
    heard = models.TextField("what we heard", max_length=LONGEST_ANSWER)
    doing = models.TextField("what we will do", max_length=LONGEST_ANSWER, blank=True)
    done_by = models.DateField("by when", null=True, blank=True)
    why_not = models.TextField("why not", max_length=LONGEST_ANSWER, blank=True)
    changed_because = models.CharField("why it was changed", max_length=500, blank=True)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, verbose_name="who wrote it for the board", **BY)
    on = models.DateField("answered", default=today)

    class Meta:
        verbose_name = "answer of the board"
        verbose_name_plural = "answers of the board"
        ordering = ["theme", "-number"]
        constraints = [
            models.UniqueConstraint(
                fields=["theme", "number"],
                name="peers_theme_answer_once",
                violation_error_message="Somebody else has just changed this answer. Look at it first.",
            ),
            models.CheckConstraint(
                condition=(Q(kind="no", doing="", done_by__isnull=True) & ~Q(why_not=""))
                | (~Q(kind="no") & ~Q(doing="") & Q(done_by__isnull=False)),
                name="peers_theme_answer_whole",
                violation_error_message="Say what will be done and by when, or why not.",
            ),
            models.CheckConstraint(
                condition=Q(number=1, changed_because="") | (Q(number__gt=1) & ~Q(changed_because="")),
                name="peers_theme_answer_change_has_reason",
                violation_error_message="Say why the answer is changed.",
            ),
        ]
        triggers = never_changed()

    def __str__(self) -> str:
        return f"Answer {self.number} to theme {self.theme_id}"


class ThemeUpdate(models.Model):
    """What came of an answer, told later. Never changed."""

    theme = models.ForeignKey(Theme, on_delete=models.PROTECT, related_name="updates")
    words = models.TextField("what came of it", max_length=LONGEST_ANSWER)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, verbose_name="who wrote it for the board", **BY)
    on = models.DateField("told", default=today)

    class Meta:
        verbose_name = "news of what came of a theme"
        verbose_name_plural = "news of what came of themes"
        ordering = ["-on", "-pk"]
        triggers = never_changed()

    def __str__(self) -> str:
        return f"News of theme {self.theme_id}"
