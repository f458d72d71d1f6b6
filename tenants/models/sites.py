"""The register of sites: each joins one implementation cohort, moves through stages, and may mentor later ones."""

import pgtrigger
from django.conf import settings
from django.db import models
from django.db.models import F, Q

from tenants import groups


class Stage(models.IntegerChoices):
    """Where a site stands, in their order."""

    INTEREST = 1, "Interest"
    AGREED = 2, "Agreed"
    TRAINED = 3, "Trained"
    LIVE = 4, "Live"
    MENTORING = 5, "Mentoring"
    SUSTAINED = 6, "Sustained"


class Site(models.Model):
    """A micro-site: one area, one group, one implementation cohort. Written through `tenants.sites` only."""

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


class SiteMove(models.Model):
    """One move of a site from stage to stage on a day. The first has no `from_stage`. Append-only."""

    site = models.ForeignKey(Site, on_delete=models.PROTECT, related_name="moves")
    from_stage = models.PositiveSmallIntegerField("from", choices=Stage, null=True)
    to_stage = models.PositiveSmallIntegerField("to", choices=Stage)
    on = models.DateField("on")
    reason = models.CharField("why", max_length=500, blank=True)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, related_name="+")
    at = models.DateTimeField("when", auto_now_add=True)

    class Meta:
        verbose_name = "move of a site"
        verbose_name_plural = "moves of sites"
        ordering = ["site", "on", "pk"]
        triggers = [pgtrigger.Protect(name="append_only", operation=pgtrigger.Update | pgtrigger.Delete)]
        constraints = [
            models.CheckConstraint(
                condition=Q(from_stage__isnull=True) | Q(to_stage__gt=F("from_stage")) | ~Q(reason=""),
                name="site_step_back_has_reason",
                violation_error_message="Say why the site steps back.",
            ),
            models.CheckConstraint(
                condition=Q(from_stage__isnull=True) | ~Q(to_stage=F("from_stage")),
                name="site_move_goes_somewhere",
                violation_error_message="The site is at this stage already.",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.site}: {self.get_to_stage_display()}"


# The cascade: whoever mentors joined earlier than whoever is mentored, and is live at the time.
CASCADE = """
    SELECT c.number, s.stage INTO mentor_cohort, mentor_stage
      FROM public.tenants_site s JOIN public.tenants_implementationcohort c ON c.id = s.cohort_id
      WHERE s.id = NEW.mentor_id;
    SELECT c.number INTO mentee_cohort
      FROM public.tenants_site s JOIN public.tenants_implementationcohort c ON c.id = s.cohort_id
      WHERE s.id = NEW.mentee_id;
    IF mentor_cohort >= mentee_cohort THEN
      RAISE EXCEPTION 'A site mentors sites of later implementation cohorts only.'
        USING ERRCODE = 'check_violation', CONSTRAINT = 'mentoring_earlier_cohort';
    END IF;
    IF mentor_stage < 4 AND NEW.ended_on IS NULL THEN
      RAISE EXCEPTION 'A site mentors others once it is live.'
        USING ERRCODE = 'check_violation', CONSTRAINT = 'mentoring_live_site';
    END IF;
    RETURN NEW;
"""


class Mentoring(models.Model):
    """That one site mentors another, from a day until a day. Written through `tenants.sites` only."""

    mentor = models.ForeignKey(Site, on_delete=models.PROTECT, related_name="mentees")
    mentee = models.ForeignKey(Site, on_delete=models.PROTECT, related_name="mentors")
    started_on = models.DateField("from")
    ended_on = models.DateField("until", null=True, blank=True)

    class Meta:
        verbose_name = "mentoring"
        verbose_name_plural = "mentorings"
        ordering = ["started_on", "pk"]
        triggers = [
            pgtrigger.Trigger(
                name="cascade",
                when=pgtrigger.Before,
                operation=pgtrigger.Insert | pgtrigger.Update,
                func=CASCADE,
                declare=[("mentor_cohort", "integer"), ("mentee_cohort", "integer"), ("mentor_stage", "integer")],
            )
        ]
        constraints = [
            models.CheckConstraint(
                condition=~Q(mentor=F("mentee")),
                name="mentoring_of_another_site",
                violation_error_message="A site can't mentor itself.",
            ),
            models.UniqueConstraint(
                fields=["mentor", "mentee"],
                condition=Q(ended_on__isnull=True),
                name="mentoring_once_at_a_time",
                violation_error_message="This site mentors that one already.",
            ),
            models.CheckConstraint(
                condition=Q(ended_on__isnull=True) | Q(ended_on__gte=F("started_on")),
                name="mentoring_ends_after_it_starts",
                violation_error_message="It can't end before it starts.",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.mentor} mentors {self.mentee}"
