"""The register of sites: each joins one implementation cohort, and moves through stages."""

import pgtrigger
from django.conf import settings
from django.db import models
from django.db.models import F, Q

from tenants import groups
from tenants.history import no_truncate
from tenants.models import cascade


class Stage(models.IntegerChoices):
    """Where a site stands, in their order."""

    INTEREST = 1, "Interest"
    AGREED = 2, "Agreed"
    TRAINED = 3, "Trained"
    LIVE = 4, "Live"
    MENTORING = 5, "Mentoring"
    SUSTAINED = 6, "Sustained"


class Site(models.Model):
    """A micro-site: one area, one group, one implementation cohort. Written through `tenants.sites` only.

    Its stage is what its last move says: the database sets it, and refuses any other (`models.cascade`).
    """

    area = models.ForeignKey("tenants.Area", on_delete=models.PROTECT, related_name="sites")
    group = models.CharField("group", max_length=30, choices=groups.CHOICES)
    cohort = models.ForeignKey("tenants.ImplementationCohort", on_delete=models.PROTECT, related_name="sites")
    name = models.CharField("name", max_length=120)
    setting = models.CharField("where it works", max_length=200, blank=True)
    stage = models.PositiveSmallIntegerField("stage", choices=Stage, default=Stage.INTEREST)
    stage_since = models.DateField("at this stage since")
    is_sample = models.BooleanField("made up for a demonstration", default=False)

    class Meta:
        verbose_name = "site"
        ordering = ["cohort__number", "area__position", "name", "pk"]
        triggers = [cascade.SITE]
        constraints = [
            models.UniqueConstraint(
                fields=["area", "name"],
                name="site_name_once_in_area",
                violation_error_message="The area has a site of this name already.",
            ),
            models.CheckConstraint(
                condition=Q(stage__range=(1, 6)),
                name="site_stage_known",
                violation_error_message="Choose one of the six stages.",
            ),
        ]

    def __str__(self) -> str:
        return self.name


class SiteMoveQuerySet(models.QuerySet["SiteMove"]):
    def that_count(self) -> "SiteMoveQuerySet":
        """Moves that nobody took back."""
        return self.filter(takes_back__isnull=True, taken_back_by__isnull=True)


class SiteMove(models.Model):
    """One move of a site from stage to stage on a day. The first has no `from_stage`. Append-only.

    A mistake is mended by a row that `takes_back` the site's last move; the database writes its stages. Where that
    move was the first, `to_stage` is empty: the site is out of the register until it is moved again.
    """

    site = models.ForeignKey(Site, on_delete=models.PROTECT, related_name="moves")
    from_stage = models.PositiveSmallIntegerField("from", choices=Stage, null=True)
    to_stage = models.PositiveSmallIntegerField("to", choices=Stage, null=True)
    takes_back = models.OneToOneField(
        "self", on_delete=models.PROTECT, null=True, related_name="taken_back_by", verbose_name="the move it takes back"
    )
    on = models.DateField("on")
    reason = models.CharField("why", max_length=500, blank=True)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, related_name="+")
    at = models.DateTimeField("when", auto_now_add=True)

    objects = SiteMoveQuerySet.as_manager()

    class Meta:
        verbose_name = "move of a site"
        verbose_name_plural = "moves of sites"
        ordering = ["site", "on", "pk"]
        triggers = [
            pgtrigger.Protect(name="append_only", operation=pgtrigger.Update | pgtrigger.Delete),
            no_truncate(),
            cascade.MOVE_IN_ORDER,
            cascade.MOVE_SETS_STAGE,
        ]
        constraints = [
            models.CheckConstraint(
                condition=~Q(reason="")
                | Q(takes_back__isnull=True) & (Q(from_stage__isnull=True) | Q(to_stage__gt=F("from_stage"))),
                name="site_step_back_has_reason",
                violation_error_message="Say why the site steps back, or why a move is taken back.",
            ),
            models.CheckConstraint(
                condition=Q(from_stage__isnull=True) | ~Q(to_stage=F("from_stage")),
                name="site_move_goes_somewhere",
                violation_error_message="The site is at this stage already.",
            ),
            models.CheckConstraint(
                condition=Q(to_stage__isnull=False, to_stage__range=(1, 6))
                | Q(to_stage__isnull=True, takes_back__isnull=False),
                name="site_move_to_a_stage",
                violation_error_message="Choose one of the six stages.",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.site}: {self.get_to_stage_display() or 'out of the register'}"
