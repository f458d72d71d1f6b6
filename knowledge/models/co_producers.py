"""Who made a resource together: by role, and by name only where the person agreed to be named."""

from django.db import models
from modelcluster.fields import ParentalKey
from wagtail.admin.panels import FieldPanel
from wagtail.models import Orderable

from knowledge.coproduction import roles


class CoProducer(Orderable):
    """Somebody, or several people in one role, who made a resource together with others."""

    resource = ParentalKey("knowledge.Resource", related_name="co_producers", on_delete=models.CASCADE)
    role = models.CharField("role", max_length=20, choices=roles.CHOICES)
    did = models.CharField("what they did", max_length=120, blank=True, help_text="“Wrote the first draft.”")
    name = models.CharField(
        "name", max_length=100, blank=True, help_text="Only with consent. The page says the role if this is empty."
    )
    consents_to_be_named = models.BooleanField("has agreed to be named on the page", default=False)

    panels = [FieldPanel("role"), FieldPanel("did"), FieldPanel("name"), FieldPanel("consents_to_be_named")]

    class Meta(Orderable.Meta):
        verbose_name = "person who made it"
        constraints = [
            models.CheckConstraint(
                condition=models.Q(name="") | models.Q(consents_to_be_named=True),
                name="co_producer_named_with_consent",
                violation_error_message="Leave the name out, or tick that the person has agreed to be named.",
            )
        ]

    def __str__(self) -> str:
        return self.credit

    @property
    def credit(self) -> str:
        """The person as the page names them: `Ann Ash, family member or carer`, else the role alone."""
        role = roles.BY_KEY[self.role].name
        return f"{self.name}, {role[:1].lower()}{role[1:]}" if self.name and self.consents_to_be_named else role
