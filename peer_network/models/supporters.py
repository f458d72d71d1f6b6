"""Peer supporters who welcome others."""

from django.db import models

from peer_network.models.listings import Listing
from tenants.keys import GROUP_KEYS, keys_are_of, keys_field

LONGEST_ABOUT = 1_500  # characters


class Experience(models.TextChoices):
    """What somebody knows from their own life. Broad on purpose: nobody is to be found by it."""

    OWN_BUDGET = "own_budget", "I have a budget of my own"
    FAMILY_BUDGET = "family_budget", "I look after somebody else’s budget"
    CARING_CHILD = "caring_child", "I care for a child"
    CARING_ADULT = "caring_adult", "I care for an adult"
    EMPLOYING = "employing", "I employ personal assistants"
    PLANNING = "planning", "I made a care and support plan"
    MIND = "mind", "I know hard times with mental health"
    LEARNING = "learning", "I have a learning disability, or live with somebody who has"
    CONDITIONS = "conditions", "I live with long-term conditions"
    GROWING_UP = "growing_up", "I know the move from children’s to adults’ services"


class SupporterProfile(Listing):
    """What a peer supporter says of themselves. Nobody is listed by place, and nobody's contact stands here.

    `is_listed` and `takes_new` are the supporter's own switches, and need no moderator.
    """

    member = models.OneToOneField(
        "peer_network.Member", on_delete=models.CASCADE, related_name="supporter_profile", verbose_name="whose it is"
    )
    about = models.TextField("about me", max_length=LONGEST_ABOUT)
    can_help = models.TextField("what I can help with", max_length=LONGEST_ABOUT)
    groups = keys_field("groups")
    experience = keys_field("lived experience")
    is_listed = models.BooleanField("is in the directory", default=True)
    takes_new = models.BooleanField("takes new people", default=True)

    class Meta(Listing.Meta):
        verbose_name = "profile of a peer supporter"
        verbose_name_plural = "profiles of peer supporters"
        ordering = ["pk"]
        constraints = [
            *Listing.Meta.constraints,
            keys_are_of("groups", GROUP_KEYS, "peers_profile_groups"),
            keys_are_of("experience", Experience.values, "peers_profile_experience"),
        ]

    def __str__(self) -> str:
        return f"Profile {self.pk}"
