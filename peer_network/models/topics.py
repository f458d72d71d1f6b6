"""Topics: a title, and posts one after another."""

import uuid

from django.contrib.postgres.indexes import GinIndex
from django.db import models
from django.db.models import F, Q

from config.today import moment
from find.full_text import vector_of

TITLE_TAKEN_AWAY = "The first post was taken away"


class TopicQuerySet(models.QuerySet["Topic"]):
    def shown(self) -> "TopicQuerySet":
        """What members see: topics of which a post is shown."""
        return self.filter(shown_posts__gt=0)


class Topic(models.Model):
    """A topic of a space. Members see it once one of its posts is shown.

    `last_position`, `shown_posts`, `last_shown_at` and `is_title_shown` (it goes with the post that begins the topic)
    follow from its posts, and are kept by `forum.showing` in the transaction in which a post is shown or hidden.
    """

    public_id = models.UUIDField("id in addresses", default=uuid.uuid4, unique=True, editable=False)
    space = models.ForeignKey("peer_network.Space", on_delete=models.PROTECT, related_name="topics")
    author = models.ForeignKey(
        "peer_network.Member", on_delete=models.SET_NULL, null=True, blank=True, related_name="topics"
    )
    title = models.CharField("title", max_length=120)
    is_title_shown = models.BooleanField("title is shown", default=True)
    opened_at = models.DateTimeField("begun", default=moment)
    last_position = models.PositiveIntegerField("place of the newest post", default=0)
    shown_posts = models.PositiveIntegerField("posts that are shown", default=0)
    last_shown_at = models.DateTimeField("newest post shown", null=True, blank=True)
    is_pinned = models.BooleanField("stands at the top", default=False)
    closed_at = models.DateTimeField("closed for replies", null=True, blank=True)
    is_sample = models.BooleanField("sample", default=False)

    objects = TopicQuerySet.as_manager()

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
            GinIndex(vector_of("title", []), name="peers_topic_words"),
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

    @property
    def heading(self) -> str:
        """The title as members read it: it is out of sight together with the post that came with it."""
        return self.title if self.is_title_shown else TITLE_TAKEN_AWAY
