"""Topics: a title, and posts one after another."""

import uuid

from django.db import models
from django.db.models import F, Q

from config.today import moment


class Topic(models.Model):
    """A topic of a space. Members see it once one of its posts is shown.

    `last_position`, `shown_posts` and `last_shown_at` follow from its posts, and are kept by `forum.showing` in the
    transaction in which a post is shown, hidden or removed.
    """

    public_id = models.UUIDField("id in addresses", default=uuid.uuid4, unique=True, editable=False)
    space = models.ForeignKey("peer_network.Space", on_delete=models.PROTECT, related_name="topics")
    author = models.ForeignKey(
        "peer_network.Member", on_delete=models.SET_NULL, null=True, blank=True, related_name="topics"
    )
    title = models.CharField("title", max_length=120)
    opened_at = models.DateTimeField("begun", default=moment)
    last_position = models.PositiveIntegerField("place of the newest post", default=0)
    shown_posts = models.PositiveIntegerField("posts that are shown", default=0)
    last_shown_at = models.DateTimeField("newest post shown", null=True, blank=True)
    is_pinned = models.BooleanField("stands at the top", default=False)
    closed_at = models.DateTimeField("closed for replies", null=True, blank=True)
    is_sample = models.BooleanField("sample", default=False)

    class Meta:
        verbose_name = "topic"
        ordering = ["-is_pinned", "-last_shown_at", "-pk"]
        indexes = [
            models.Index(
                fields=["space", "-is_pinned", "-last_shown_at", "-id"],
                condition=Q(shown_posts__gt=0),
                name="peers_topic_list",
            ),
            models.Index(fields=["-last_shown_at"], condition=Q(shown_posts__gt=0), name="peers_topic_newest"),
        ]
        constraints = [
            models.CheckConstraint(
                condition=Q(shown_posts__lte=F("last_position")),
                name="peers_topic_counts",
                violation_error_message="No more posts are shown than there are.",
            ),
        ]

    def __str__(self) -> str:
        # Without the title, in which somebody may be named: this can stand in the audit for good.
        return f"Topic {self.pk}"
