"""How far the area's way of working has come: service components, key actions, promises, equality."""

from django.db import models
from django.db.models import Q

from tenants import groups
from tenants.frameworks import COMPONENT_CHOICES, KEY_ACTION_CHOICES

LEVELS = [
    (1, "1: Not started"),
    (2, "2: Being set up"),
    (3, "3: In use with some people"),
    (4, "4: The usual way of working"),
]


class ComponentMaturity(models.Model):
    """On which of four levels one of the ten service components (1A to 5B) stands. No row: not assessed."""

    component = models.CharField("service component", max_length=2, choices=COMPONENT_CHOICES, unique=True)
    level = models.PositiveSmallIntegerField("level", choices=LEVELS)
    evidence = models.CharField("evidence", max_length=500)
    next_step = models.CharField("what would take it one level up", max_length=500, blank=True)
    assessed_on = models.DateField("assessed on")

    class Meta:
        verbose_name = "maturity of a service component"
        verbose_name_plural = "maturity of service components"
        ordering = ["component"]
        constraints = [
            models.CheckConstraint(
                condition=Q(level__range=(1, 4)),
                name="maturity_level_1_to_4",
                violation_error_message="The level is 1, 2, 3 or 4.",
            )
        ]

    def __str__(self) -> str:
        return f"{self.component}: level {self.level}"


class KeyAction(models.Model):
    """Where the area stands with one of the handbook's ten key actions, and by when it plans to have done it."""

    class State(models.TextChoices):
        NOT_STARTED = "not_started", "Not started"
        UNDER_WAY = "under_way", "Under way"
        DONE = "done", "Done"

    number = models.PositiveSmallIntegerField("key action", choices=KEY_ACTION_CHOICES, unique=True)
    state = models.CharField("state", max_length=12, choices=State)
    planned_by = models.DateField("planned by", null=True, blank=True)
    done_on = models.DateField("done on", null=True, blank=True)
    # Most of the actions are a share that grows: of contracts, of pathways. Hundredths of a percent are too fine here.
    share_done = models.PositiveSmallIntegerField("share done so far, in %", null=True, blank=True)
    note = models.CharField("note", max_length=500, blank=True)

    class Meta:
        verbose_name = "key action"
        ordering = ["number"]
        constraints = [
            models.CheckConstraint(
                condition=Q(number__range=(1, 10)),
                name="key_action_1_to_10",
                violation_error_message="There are ten key actions.",
            ),
            models.CheckConstraint(
                condition=Q(share_done__isnull=True) | Q(share_done__lte=100),
                name="key_action_share_to_100",
                violation_error_message="A share is 0% to 100%.",
            ),
            models.CheckConstraint(
                condition=Q(state="done", done_on__isnull=False) | (~Q(state="done") & Q(done_on__isnull=True)),
                name="key_action_done_has_date",
                violation_error_message="An action that is done has the date on which it was; another has none.",
            ),
        ]

    def __str__(self) -> str:
        return f"Key action {self.number}: {self.get_state_display()}"


class PromiseStanding(models.Model):
    """Where the area stands with one of the application's promises (`tenants.Promise.key`)."""

    class Status(models.TextChoices):
        NOT_STARTED = "not_started", "Not started"
        ON_COURSE = "on_course", "On course"
        AT_RISK = "at_risk", "At risk"
        KEPT = "kept", "Kept"
        MISSED = "missed", "Missed"

    key = models.SlugField("promise", max_length=60, unique=True)
    status = models.CharField("status", max_length=12, choices=Status)
    where_it_stands = models.CharField("where it stands", max_length=500)
    expected_by = models.DateField("expected by", null=True, blank=True)
    said_on = models.DateField("said on")

    class Meta:
        verbose_name = "standing of a promise"
        verbose_name_plural = "standings of promises"
        ordering = ["key"]

    def __str__(self) -> str:
        return f"{self.key}: {self.get_status_display()}"


class EqualityAssessment(models.Model):
    """An equality impact assessment of a group's plan, or of a finance cohort (named by `finance_cohort`).

    `findings`: {characteristic key: {"impact": positive | neutral | negative | not_known, "words": text}} for each
    of `tenants.frameworks.CHARACTERISTICS`.
    """

    class Subject(models.TextChoices):
        PLAN = "plan", "A group's plan"
        FINANCE_COHORT = "finance_cohort", "A finance cohort"

    class State(models.TextChoices):
        DRAFT = "draft", "Being written"
        AGREED = "agreed", "Agreed"

    subject = models.CharField("what is assessed", max_length=14, choices=Subject)
    group = models.CharField("group", max_length=30, choices=groups.CHOICES, blank=True)
    finance_cohort = models.CharField("finance cohort", max_length=120, blank=True)
    state = models.CharField("state", max_length=6, choices=State, default=State.DRAFT)
    involved = models.TextField("who was involved", blank=True)
    evidence = models.TextField("what it rests on", blank=True)
    findings = models.JSONField("findings", default=dict)
    actions = models.TextField("what will be done", blank=True)
    owner = models.CharField("owner", max_length=120, blank=True)
    agreed_on = models.DateField("agreed on", null=True, blank=True)
    review_on = models.DateField("review by", null=True, blank=True)

    class Meta:
        verbose_name = "equality impact assessment"
        ordering = ["subject", "group", "finance_cohort", "pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(subject="plan", finance_cohort="") & ~Q(group="")
                | Q(subject="finance_cohort") & ~Q(finance_cohort=""),
                name="equality_has_its_subject",
                violation_error_message="Say which group's plan, or which finance cohort, is assessed.",
            ),
            models.UniqueConstraint(
                fields=["subject", "group", "finance_cohort"],
                name="equality_once_for_a_subject",
                violation_error_message="This has an assessment already. Change that one.",
            ),
            models.CheckConstraint(
                condition=Q(state="draft") | Q(agreed_on__isnull=False, review_on__isnull=False),
                name="equality_agreed_has_dates",
                violation_error_message="An agreed assessment has its date, and a date by which it is looked at again.",
            ),
        ]

    def __str__(self) -> str:
        return self.finance_cohort or str(self.get_group_display())
