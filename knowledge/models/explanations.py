"""Why something that the accessibility check found is right as it is, in a person's words."""

from django.conf import settings
from django.db import models
from django.db.models.functions import Now


class Explanation(models.Model):
    """A finding that a person looked at and left. It counts while the finding is the same to the letter."""

    resource = models.ForeignKey("knowledge.Resource", on_delete=models.CASCADE, related_name="explanations")
    finding = models.CharField("the finding", max_length=64)
    about = models.CharField("what was found", max_length=400)
    why = models.CharField("why it is right as it is", max_length=400)
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, related_name="+", verbose_name="account"
    )
    at = models.DateTimeField("when", db_default=Now(), editable=False)

    class Meta:
        verbose_name = "explanation of a finding"
        verbose_name_plural = "explanations of findings"
        constraints = [
            models.UniqueConstraint(
                fields=["resource", "finding"],
                name="finding_explained_once",
                violation_error_message="This finding is explained already.",
            )
        ]

    def __str__(self) -> str:
        return f"{self.about}: {self.why}"
