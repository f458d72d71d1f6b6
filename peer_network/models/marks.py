"""What a member marks for themselves, or for others to see as a count."""

from django.db import models
from django.db.models import F, Q

from config.today import moment

MEMBER = {"on_delete": models.CASCADE, "related_name": "+"}


class ReadMark(models.Model):
    """How far a member has read a topic: the place of the newest post that they were shown."""

    member = models.ForeignKey("peer_network.Member", on_delete=models.CASCADE, related_name="read_marks")
    topic = models.ForeignKey("peer_network.Topic", on_delete=models.CASCADE, related_name="read_marks")
    position = models.PositiveIntegerField("read up to")
    at = models.DateTimeField("read", default=moment)

    class Meta:
        verbose_name = "read mark"
        constraints = [
            models.UniqueConstraint(
                fields=["member", "topic"],
                name="peers_read_mark_once",
                violation_error_message="There is a mark for this topic already.",
            )
        ]

    def __str__(self) -> str:
        return f"Read up to {self.position}"


def _one_of_two(name: str) -> models.CheckConstraint:
    return models.CheckConstraint(
        condition=Q(topic__isnull=False, space__isnull=True) | Q(topic__isnull=True, space__isnull=False),
        name=name,
        violation_error_message="Choose a topic or a space.",
    )


def _once(name: str) -> models.UniqueConstraint:
    return models.UniqueConstraint(
        fields=["member", "topic", "space"],
        nulls_distinct=False,
        name=name,
        violation_error_message="You have chosen this already.",
    )


class Following(models.Model):
    """That a member hears of new posts of a topic, or of new topics of a space."""

    member = models.ForeignKey("peer_network.Member", on_delete=models.CASCADE, related_name="followings")
    topic = models.ForeignKey("peer_network.Topic", null=True, blank=True, **MEMBER)
    space = models.ForeignKey("peer_network.Space", null=True, blank=True, **MEMBER)
    at = models.DateTimeField("since", default=moment)

    class Meta:
        verbose_name = "following"
        constraints = [_one_of_two("peers_following_one"), _once("peers_following_once")]

    def __str__(self) -> str:
        return f"Follows {self.topic or self.space}"


class Mute(models.Model):
    """That a member wants neither news nor unread marks of a topic or a space."""

    member = models.ForeignKey("peer_network.Member", on_delete=models.CASCADE, related_name="mutes")
    topic = models.ForeignKey("peer_network.Topic", null=True, blank=True, **MEMBER)
    space = models.ForeignKey("peer_network.Space", null=True, blank=True, **MEMBER)
    at = models.DateTimeField("since", default=moment)

    class Meta:
        verbose_name = "mute"
        constraints = [_one_of_two("peers_mute_one"), _once("peers_mute_once")]

    def __str__(self) -> str:
        return f"Mutes {self.topic or self.space}"


class Block(models.Model):
    """That a member doesn't want to see what another writes, or be written to by them. The other is not told."""

    member = models.ForeignKey("peer_network.Member", on_delete=models.CASCADE, related_name="blocks")
    blocked = models.ForeignKey("peer_network.Member", on_delete=models.CASCADE, related_name="blocked_by")
    at = models.DateTimeField("since", default=moment)

    class Meta:
        verbose_name = "block"
        constraints = [
            models.UniqueConstraint(
                fields=["member", "blocked"],
                name="peers_block_once",
                violation_error_message="You have blocked this member already.",
            ),
            models.CheckConstraint(
                condition=~Q(member=F("blocked")),
                name="peers_block_another",
                violation_error_message="You can't block yourself.",
            ),
        ]

    def __str__(self) -> str:
        return "A block"


class Mark(models.Model):
    """Thanks for a post, or that it helped. Others see how many there are, not whose they are."""

    class Kind(models.TextChoices):
        THANKS = "thanks", "Thank you"
        HELPFUL = "helpful", "This helped me"

    post = models.ForeignKey("peer_network.Post", on_delete=models.CASCADE, related_name="marks")
    member = models.ForeignKey("peer_network.Member", on_delete=models.CASCADE, related_name="marks")
    kind = models.CharField("kind", max_length=7, choices=Kind)
    at = models.DateTimeField("since", default=moment)

    class Meta:
        verbose_name = "thanks"
        verbose_name_plural = "thanks"
        constraints = [
            models.UniqueConstraint(
                fields=["post", "member", "kind"],
                name="peers_mark_once",
                violation_error_message="You have said so already.",
            )
        ]

    def __str__(self) -> str:
        return str(self.get_kind_display())
