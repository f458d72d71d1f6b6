"""What readers say of a resource: an area used it, and what that changed; it helped somebody, or it didn't."""

from django.conf import settings
from django.db import models

from config.today import moment


class Use(models.Model):
    """An area has used a resource. One row for an area; its words stand on the resource's page."""

    resource = models.ForeignKey("knowledge.Resource", on_delete=models.CASCADE, related_name="uses")
    area = models.ForeignKey("tenants.Area", on_delete=models.CASCADE, related_name="+")
    changed = models.CharField("what it changed", max_length=400)
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, related_name="+", verbose_name="account"
    )
    at = models.DateTimeField("when", default=moment)

    class Meta:
        verbose_name = "use of a resource"
        verbose_name_plural = "uses of resources"
        constraints = [
            models.UniqueConstraint(
                fields=["resource", "area"],
                name="use_once_by_an_area",
                violation_error_message="Your area has said already that it used this. Change those words.",
            )
        ]

    def __str__(self) -> str:
        return f"{self.resource}, used by {self.area}"


class Opinion(models.Model):
    """Whether a resource helped a reader, and why. Nothing says who, but for people with an account."""

    resource = models.ForeignKey("knowledge.Resource", on_delete=models.CASCADE, related_name="opinions")
    # Empty for somebody who isn't signed in: nothing at all is kept of who they are.
    user = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.CASCADE,
        null=True,
        blank=True,
        related_name="+",
        verbose_name="account",
    )
    is_helpful = models.BooleanField("helped")
    why = models.CharField("why", max_length=200, blank=True)
    at = models.DateTimeField("when", default=moment)

    class Meta:
        verbose_name = "opinion on a resource"
        verbose_name_plural = "opinions on resources"
        indexes = [models.Index(fields=["at"], name="opinion_at")]
        constraints = [
            models.UniqueConstraint(
                fields=["resource", "user"],
                condition=models.Q(user__isnull=False),
                name="opinion_once_by_an_account",
                violation_error_message="You have said this already. Change your answer.",
            )
        ]

    def __str__(self) -> str:
        return f"{self.resource}: {'helped' if self.is_helpful else 'did not help'}"
