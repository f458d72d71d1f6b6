"""What is assessed: the plan of each of the four groups, and finance cohorts that the area names."""

from dataclasses import dataclass

from django.urls import reverse

from tenants import groups
from tenants.models import Area
from tenants.rollout.models import EqualityAssessment

COHORT = "cohort-"


@dataclass(frozen=True)
class Subject:
    """Something to be assessed: `key` in addresses, its name, and its assessment where one was begun."""

    key: str
    name: str
    assessment: EqualityAssessment | None

    @property
    def is_agreed(self) -> bool:
        """Whether an assessment stands."""
        return self.assessment is not None and self.assessment.state == EqualityAssessment.State.AGREED

    @property
    def is_plan(self) -> bool:
        """A group's plan, not a finance cohort."""
        return not self.key.startswith(COHORT)

    def href(self, area: Area) -> str:
        """Its page."""
        return reverse("rollout:equality-item", args=[area.slug, self.key])


def all_subjects() -> list[Subject]:
    """The four plans in the groups' order, then finance cohorts by name; in the area's schema. One query."""
    found = list(EqualityAssessment.objects.order_by("finance_cohort", "pk"))
    plans = {row.group: row for row in found if row.subject == EqualityAssessment.Subject.PLAN}
    subjects = [Subject(group.slug, f"The plan for: {group.name}", plans.get(group.key)) for group in groups.GROUPS]
    cohorts = [row for row in found if row.subject == EqualityAssessment.Subject.FINANCE_COHORT]
    return [*subjects, *(_of_cohort(row) for row in cohorts)]


def find(key: str) -> Subject | None:
    """The subject that an address names."""
    return next((subject for subject in all_subjects() if subject.key == key), None)


def key_of(assessment: EqualityAssessment) -> str:
    """The key of an assessment's subject in addresses."""
    if assessment.subject == EqualityAssessment.Subject.PLAN:
        return groups.BY_KEY[assessment.group].slug
    return f"{COHORT}{assessment.pk}"


def _of_cohort(row: EqualityAssessment) -> Subject:
    return Subject(f"{COHORT}{row.pk}", f"Finance cohort: {row.finance_cohort}", row)
