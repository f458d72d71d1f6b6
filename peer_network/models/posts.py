"""Posts, and each of their editions."""

import uuid

from django.contrib.postgres.indexes import GinIndex
from django.db import models
from django.db.models import F, Q

from config.today import moment
from find.full_text import vector_of
from peer_network.models.private_rules import HELP_AGREED

LONGEST_POST = 5_000  # characters


class PostQuerySet(models.QuerySet["Post"]):
    def shown(self) -> "PostQuerySet":
        """What members may read."""
        return self.filter(state=Post.State.SHOWN)

    def placed(self) -> "PostQuerySet":
        """What has a place in its topic: shown now, or shown once and hidden, removed or taken back since."""
        return self.filter(position__isnull=False)


class Post(models.Model):
    """What a member wrote, as plain text.

    `position` counts from 1 in its topic, and is given when the post is first shown: whatever was held and is shown
    later comes after what people have read already, so that "unread" stays right. It is never given again.
    """

    class State(models.TextChoices):
        WAITING = "waiting", "Waits for a moderator"
        SHOWN = "shown", "Shown"
        CHANGE_ASKED = "change_asked", "Change asked for"
        HIDDEN = "hidden", "Hidden"
        REMOVED = "removed", "Removed by a moderator"
        TAKEN_BACK = "taken_back", "Taken back by its writer"

    public_id = models.UUIDField("id in addresses", default=uuid.uuid4, unique=True, editable=False)
    topic = models.ForeignKey("peer_network.Topic", on_delete=models.PROTECT, related_name="posts")
    author = models.ForeignKey(
        "peer_network.Member", on_delete=models.SET_NULL, null=True, blank=True, related_name="posts"
    )
    helped_by = models.ForeignKey(
        "peer_network.Member",
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        related_name="posts_helped_with",
        verbose_name="peer supporter who wrote it down for them",
    )
    body = models.TextField("text", max_length=LONGEST_POST)
    quotes = models.ForeignKey("self", on_delete=models.SET_NULL, null=True, blank=True, related_name="+")
    quoted_words = models.CharField("words that are quoted", max_length=500, blank=True)
    state = models.CharField("state", max_length=12, choices=State, default=State.WAITING)
    position = models.PositiveIntegerField("place in the topic", null=True, blank=True)
    written_at = models.DateTimeField("written", default=moment)
    shown_at = models.DateTimeField("first shown", null=True, blank=True)
    edited_at = models.DateTimeField("last changed by its writer", null=True, blank=True)
    gone_at = models.DateTimeField("removed or taken back", null=True, blank=True)
    is_sample = models.BooleanField("sample", default=False)

    objects = PostQuerySet.as_manager()

    class Meta:
        verbose_name = "post"
        ordering = ["topic", "position", "pk"]
        triggers = [HELP_AGREED]
        indexes = [
            models.Index(fields=["author", "-written_at"], name="peers_post_by_author"),
            GinIndex(vector_of("body", []), condition=Q(state="shown"), name="peers_post_words"),
            models.Index(fields=["state", "written_at"], condition=~Q(state="shown"), name="peers_post_not_shown"),
        ]
        constraints = [
            models.UniqueConstraint(
                fields=["topic", "position"],
                name="peers_post_position_once",
                violation_error_message="There is a post at this place already.",
            ),
            models.CheckConstraint(
                condition=(~Q(state="shown") | Q(position__isnull=False))
                & (Q(position__isnull=True, shown_at__isnull=True) | Q(position__gt=0, shown_at__isnull=False)),
                name="peers_post_shown_has_a_place",
                violation_error_message="A post that is shown has a place in its topic, and a time.",
            ),
            models.CheckConstraint(
                condition=~Q(state="waiting") | Q(position__isnull=True),
                name="peers_post_waiting_was_never_shown",
                violation_error_message="A post that was shown is hidden, and doesn't wait.",
            ),
            models.CheckConstraint(
                condition=Q(helped_by__isnull=True) | Q(author__isnull=True) | ~Q(helped_by=F("author")),
                name="peers_post_helped_by_another",
                violation_error_message="Help with writing comes from somebody else.",
            ),
        ]

    def __str__(self) -> str:
        return f"Post {self.pk}"

    @property
    def is_first(self) -> bool:
        """Whether it stands at the top of its topic."""
        return self.position == 1

    @property
    def begins_topic(self) -> bool:
        """Whether it was written with the topic's title, shown or not. One query."""
        return not Post.objects.filter(topic_id=self.topic_id, pk__lt=self.pk).exists()


class PostEdition(models.Model):
    """A text that a post has had: the first, and one for each change. Never changed afterwards.

    Members see that and when a post was changed; its writer and moderators see the editions.
    """

    post = models.ForeignKey(Post, on_delete=models.CASCADE, related_name="editions")
    number = models.PositiveSmallIntegerField("number")
    title = models.CharField("title of the topic", max_length=120, blank=True)
    body = models.TextField("text", max_length=LONGEST_POST)
    at = models.DateTimeField("written", default=moment)

    class Meta:
        verbose_name = "edition of a post"
        ordering = ["post", "number"]
        constraints = [
            models.UniqueConstraint(
                fields=["post", "number"],
                name="peers_post_edition_once",
                violation_error_message="There is an edition of this number already.",
            )
        ]

    def __str__(self) -> str:
        return f"Edition {self.number} of post {self.post_id}"
