"""What moderators made of the lists of words that the checks look for. The starting lists are files."""

import uuid

from django.conf import settings
from django.db import models
from django.db.models import Q

from audit.append_only import AppendOnly
from config.today import moment


class PhraseEdition(models.Model):
    """One state of one line of a list; the newest of a `key` counts. Rows are added and never changed.

    Where the key is that of a line of the starting lists (`checks.lists`), the row stands in its place.
    """

    class List(models.TextChoices):
        CRISIS_EXPLICIT = "crisis_explicit", "Crisis, in plain words"
        CRISIS_OBLIQUE = "crisis_oblique", "Crisis, hinted at"
        CRISIS_HINTS = "crisis_hints", "Hints: weighed together"
        CRISIS_SAYINGS = "crisis_sayings", "Sayings that mean no harm"
        UNKIND = "unkind", "Words that may hurt"
        BLOCKED_SITES = "blocked_sites", "Sites that are not shown"
        GROUPS = "groups", "Groups of words"

    key = models.UUIDField("line", default=uuid.uuid4, db_index=True)
    list = models.CharField("list", max_length=15, choices=List)
    name = models.CharField("name of the group, or family of the hint", max_length=30, blank=True)
    points = models.SmallIntegerField("points of the hint", default=0)
    pattern = models.CharField("words", max_length=1_500)
    unless = models.CharField("not where", max_length=3_000, blank=True)
    is_active = models.BooleanField("in use", default=True)
    why = models.CharField("why", max_length=300)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+", verbose_name="by")
    at = models.DateTimeField("changed", default=moment)

    class Meta:
        verbose_name = "edition of a phrase"
        ordering = ["-pk"]
        constraints = [
            models.CheckConstraint(
                condition=~Q(pattern="") & ~Q(why=""),
                name="peers_phrase_has_words_and_why",
                violation_error_message="Write the words, and why you change them.",
            ),
            models.CheckConstraint(
                condition=Q(list="groups") & ~Q(name="") | Q(list="crisis_hints") | ~Q(list="groups") & Q(name=""),
                name="peers_phrase_group_has_a_name",
                violation_error_message="A group of words has a name, a hint may have a family; nothing else has one.",
            ),
            models.CheckConstraint(
                condition=Q(points=0) | Q(list="crisis_hints", points__range=(-3, 3)),
                name="peers_phrase_hint_has_points",
                violation_error_message="A hint has three points at most, and nothing else has points.",
            ),
        ]
        triggers = [AppendOnly(name="peers_phrase_append_only")]

    def __str__(self) -> str:
        return f"Line {self.key} of a word list"
