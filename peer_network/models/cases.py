"""Safeguarding cases: what worries, what was done, by whom. Seen by safeguarding leads alone.

Words and people of a case are sealed (`peer_network.safeguarding.sealing`): whoever reads the database without the
installation's key sees that there is a case, how urgent it is and who works on it, and neither about whom nor why.
"""

import uuid

import pgtrigger
from django.conf import settings
from django.db import models
from django.db.models import F, Q

from audit.append_only import AppendOnly
from config.today import moment

# As long as the NHS keeps the record of an adult's care (Records Management Code of Practice).
YEARS_KEPT = 8
PERSON = {"on_delete": models.PROTECT, "null": True, "blank": True, "related_name": "+"}


class AddedOnly(AppendOnly):
    """Refuses UPDATE and TRUNCATE, for raw SQL as well; `stays_with_case` decides about DELETE."""

    operation = pgtrigger.Update | pgtrigger.Truncate


def stays_with_case(of_case: str) -> pgtrigger.Trigger:
    """Refuses to delete a row before its case has been closed for as long as it has to be kept."""
    return pgtrigger.Trigger(
        name="stays_with_case",
        when=pgtrigger.Before,
        operation=pgtrigger.Delete,
        # Our own words alone, at the time when the migration is made.
        func=f"""
            IF NOT EXISTS (
                SELECT 1 FROM peer_network_case AS found WHERE found.id = OLD.{of_case}
                AND found.closed_at < now() - interval '{YEARS_KEPT} years'
            ) THEN
                RAISE EXCEPTION 'A safeguarding record stays for {YEARS_KEPT} years after its case is closed.'
                    USING ERRCODE = 'restrict_violation';
            END IF;
            RETURN OLD;
        """,  # noqa: S608
    )


class CaseQuerySet(models.QuerySet["Case"]):
    def going_on(self) -> "CaseQuerySet":
        """Cases that are not closed, the most urgent first."""
        return self.exclude(state=Case.State.CLOSED).order_by("urgency", "opened_at", "pk")


class Case(models.Model):
    """One safeguarding concern. `reference` is drawn by lot, so that nobody can count cases by it.

    `sealed` holds what worries, whom it is about, where it stands and how it ended; `about_mark` and `subject_mark`
    find the cases of a member or of a thing that they wrote, and only for whoever has the installation's key.
    """

    class Urgency(models.IntegerChoices):
        DANGER = 1, "Danger now"
        TODAY = 2, "Today"
        WEEK = 3, "Within a week"

    class State(models.TextChoices):
        OPEN = "open", "Open"
        WATCHING = "watching", "Watching"
        CLOSED = "closed", "Closed"

    class Origin(models.TextChoices):
        MODERATOR = "moderator", "Referred by a moderator"
        MEMBER = "member", "Told by a member"
        LEAD = "lead", "Opened by a safeguarding lead"

    class Outcome(models.TextChoices):
        EMERGENCY = "emergency", "Emergency services came"
        COUNCIL = "council", "Passed to a council’s safeguarding team"
        HEALTH = "health", "Passed to a health or care team"
        SUPPORT = "support", "Support is in place"
        ADVICE = "advice", "Advice was given"
        NOT_REACHED = "not_reached", "The person could not be reached"
        NO_CONCERN = "no_concern", "No concern was found"

    public_id = models.UUIDField("id in addresses", default=uuid.uuid4, unique=True, editable=False)
    reference = models.CharField("reference", max_length=12, unique=True, editable=False)
    origin = models.CharField("how it came", max_length=9, choices=Origin)
    urgency = models.PositiveSmallIntegerField("urgency", choices=Urgency, default=Urgency.TODAY)
    state = models.CharField("state", max_length=8, choices=State, default=State.OPEN)
    outcome = models.CharField("outcome", max_length=11, choices=Outcome, blank=True)
    lead = models.ForeignKey(settings.AUTH_USER_MODEL, verbose_name="safeguarding lead", **PERSON)
    opened_by = models.ForeignKey(settings.AUTH_USER_MODEL, verbose_name="who opened it", **PERSON)
    opened_at = models.DateTimeField("opened", default=moment)
    closed_at = models.DateTimeField("closed", null=True, blank=True)
    sealed_key = models.TextField("its own key, sealed", editable=False)
    sealed = models.TextField("words and people, sealed", editable=False)
    about_mark = models.CharField("mark of whom it is about", max_length=64, blank=True, editable=False)
    subject_mark = models.CharField("mark of what it is about", max_length=64, blank=True, editable=False)
    is_sample = models.BooleanField("sample", default=False)

    objects = CaseQuerySet.as_manager()

    class Meta:
        verbose_name = "safeguarding case"
        ordering = ["urgency", "opened_at", "pk"]
        indexes = [
            models.Index(fields=["urgency", "opened_at"], condition=~Q(state="closed"), name="peers_case_going_on"),
            models.Index(fields=["about_mark"], name="peers_case_about"),
            models.Index(fields=["subject_mark"], name="peers_case_subject"),
        ]
        constraints = [
            models.CheckConstraint(
                condition=Q(state="closed", closed_at__isnull=False) & ~Q(outcome="")
                | ~Q(state="closed") & Q(closed_at__isnull=True, outcome=""),
                name="peers_case_closed_with_outcome",
                violation_error_message="A closed case has an outcome and a time, and no other case has.",
            ),
        ]
        triggers = [stays_with_case("id")]

    def __str__(self) -> str:
        # Stands in the audit for good: the reference alone.
        return f"Case {self.reference}"

    @property
    def is_closed(self) -> bool:
        """Whether it is over."""
        return self.state == self.State.CLOSED


class CaseEntry(models.Model):
    """One line of a case's chronology; the database refuses any change of it. `step` is of the emergency script."""

    class Kind(models.TextChoices):
        OPENED = "opened", "Opened"
        REFERRED = "referred", "Referred again"
        NOTE = "note", "Note"
        SCRIPT = "script", "Emergency script"
        SPOKE = "spoke", "Spoke to somebody"
        STEP = "step", "Something to do"
        DONE = "done", "Done"
        IDENTITY = "identity", "Identity opened"
        LEAD = "lead", "Lead"
        URGENCY = "urgency", "Urgency"
        STATE = "state", "State"
        EXPORT = "export", "Taken out as a file"

    case = models.ForeignKey(Case, on_delete=models.CASCADE, related_name="entries", verbose_name="case")
    kind = models.CharField("kind", max_length=8, choices=Kind)
    step = models.CharField("step of the script", max_length=30, blank=True)
    happened_at = models.DateTimeField("when it happened")
    by = models.ForeignKey(settings.AUTH_USER_MODEL, verbose_name="who wrote it", **PERSON)
    at = models.DateTimeField("written", default=moment)
    sealed = models.TextField("words, sealed", editable=False)

    class Meta:
        verbose_name = "entry of a safeguarding case"
        verbose_name_plural = "entries of safeguarding cases"
        ordering = ["happened_at", "pk"]
        triggers = [AddedOnly(name="added_only", level=pgtrigger.Statement), stays_with_case("case_id")]

    def __str__(self) -> str:
        return f"Entry {self.pk}"


class CaseStep(models.Model):
    """Something that is to be done for a case: what and by whom (sealed), and by when."""

    public_id = models.UUIDField("id in addresses", default=uuid.uuid4, unique=True, editable=False)
    case = models.ForeignKey(Case, on_delete=models.CASCADE, related_name="steps", verbose_name="case")
    sealed = models.TextField("what and by whom, sealed", editable=False)
    due_on = models.DateField("by when")
    made_by = models.ForeignKey(settings.AUTH_USER_MODEL, verbose_name="who asked for it", **PERSON)
    made_at = models.DateTimeField("written", default=moment)
    done_by = models.ForeignKey(settings.AUTH_USER_MODEL, verbose_name="who says that it is done", **PERSON)
    done_at = models.DateTimeField("done", null=True, blank=True)

    class Meta:
        verbose_name = "step of a safeguarding case"
        verbose_name_plural = "steps of safeguarding cases"
        ordering = ["due_on", "pk"]
        indexes = [models.Index(fields=["due_on"], condition=Q(done_at__isnull=True), name="peers_step_due")]
        constraints = [
            models.CheckConstraint(
                condition=Q(done_at__isnull=True) | Q(done_at__gte=F("made_at")),
                name="peers_step_done_after_made",
                violation_error_message="It is done after it was asked for.",
            )
        ]
        triggers = [stays_with_case("case_id")]

    def __str__(self) -> str:
        return f"Step {self.pk}"


class IdentityLookup(models.Model):
    """That a safeguarding lead opened who a member is, for a case. Reason and member are sealed; never changed."""

    case = models.ForeignKey(Case, on_delete=models.CASCADE, related_name="lookups", verbose_name="case")
    by = models.ForeignKey(settings.AUTH_USER_MODEL, verbose_name="who looked", **PERSON)
    at = models.DateTimeField("when", default=moment)
    sealed = models.TextField("whom and why, sealed", editable=False)

    class Meta:
        verbose_name = "opening of an identity"
        verbose_name_plural = "openings of identities"
        ordering = ["-at", "-pk"]
        triggers = [AddedOnly(name="added_only", level=pgtrigger.Statement), stays_with_case("case_id")]

    def __str__(self) -> str:
        return f"Opening {self.pk}"
