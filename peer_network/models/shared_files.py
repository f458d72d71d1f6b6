"""Files that members share: rotas, job adverts, policies."""

from django.db import models
from django.db.models import Q

from config.today import moment
from peer_network.models.listings import Listing
from tenants.keys import GROUP_KEYS, keys_are_of, keys_field


class SharedFile(Listing):
    """A file, cleaned of what it says of its writer. `kept` is its name in private storage; `removed` what was taken
    out, and `found` what the checks found in its text: kinds and explanations, never the words themselves.
    """

    class Kind(models.TextChoices):
        ROTA = "rota", "Rota"
        ADVERT = "advert", "Job advert"
        POLICY = "policy", "Policy"
        AGREEMENT = "agreement", "Contract or agreement"
        BUDGET = "budget", "Budget sheet"
        PLAN = "plan", "Plan or checklist"
        OTHER = "other", "Something else"

    member = models.ForeignKey(
        "peer_network.Member", related_name="shared_files", on_delete=models.SET_NULL, null=True, blank=True
    )
    title = models.CharField("title", max_length=80)
    purpose = models.TextField("what it is for", max_length=1_000)
    kind = models.CharField("kind", max_length=9, choices=Kind)
    groups = keys_field("for whom")
    topic = models.ForeignKey(
        "peer_network.Topic", on_delete=models.SET_NULL, null=True, blank=True, related_name="shared_files"
    )
    kept = models.CharField("name in private storage", max_length=120, unique=True)
    ending = models.CharField("kind of file", max_length=5)
    size_bytes = models.PositiveIntegerField("size in bytes")
    removed = models.JSONField("what was taken out", default=list, blank=True)
    found = models.JSONField("what the checks found", default=list, blank=True)

    class Meta(Listing.Meta):
        verbose_name = "shared file"
        ordering = ["-shown_at", "-pk"]
        constraints = [
            *Listing.Meta.constraints,
            keys_are_of("groups", GROUP_KEYS, "peers_shared_file_groups"),
            models.CheckConstraint(
                condition=Q(size_bytes__gt=0),
                name="peers_shared_file_size",
                violation_error_message="The file is empty.",
            ),
        ]

    def __str__(self) -> str:
        return f"File {self.pk}"


class FileThanks(models.Model):
    """Thanks for a file. Others see how many there are, not whose they are."""

    file = models.ForeignKey(SharedFile, on_delete=models.CASCADE, related_name="thanks")
    member = models.ForeignKey("peer_network.Member", on_delete=models.CASCADE, related_name="+")
    at = models.DateTimeField("said", default=moment)

    class Meta:
        verbose_name = "thanks for a file"
        verbose_name_plural = "thanks for files"
        constraints = [
            models.UniqueConstraint(
                fields=["file", "member"],
                name="peers_file_thanks_once",
                violation_error_message="You have said so already.",
            )
        ]

    def __str__(self) -> str:
        return f"Thanks for {self.file_id}"
