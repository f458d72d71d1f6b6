"""The milestones of an area, national and its own, in the area's schema."""

import datetime
import re
from dataclasses import dataclass

from tenants.models import NationalMilestone
from tenants.rollout import rag
from tenants.rollout.models import Milestone

LOCAL_KEY = re.compile(r"local-([1-9][0-9]{0,9})")
LOCAL_STAGE = "The area's own"


@dataclass(frozen=True)
class AreaMilestone:
    """One milestone as the area sees it: a national one (`national`), its row (`row`, None: nothing said), or both."""

    national: NationalMilestone | None
    row: Milestone | None

    @property
    def key(self) -> str:
        """The national set's key, or `local-<number>`."""
        return self.national.key if self.national else f"local-{self.stated.pk}"

    @property
    def stated(self) -> Milestone:
        """What the area says; an empty row, not stored, where it has said nothing."""
        return self.row or Milestone(national_key=self.national.key if self.national else "")

    @property
    def is_national(self) -> bool:
        return self.national is not None

    @property
    def title(self) -> str:
        return self.national.activity if self.national else self.stated.title

    @property
    def deliverable(self) -> str:
        """What is to be in place; the national set says it of each, an area's own have their title alone."""
        return self.national.deliverable if self.national else ""

    @property
    def stage(self) -> str:
        """`Planning`, `Finance` …, or that it is the area's own."""
        return self.national.stage.capitalize() if self.national else LOCAL_STAGE

    @property
    def due(self) -> datetime.date:
        """The national date for a national milestone, else the area's."""
        due = self.national.due if self.national else self.stated.due
        assert due is not None  # noqa: S101 - the constraint milestone_local_has_title_and_due
        return due

    @property
    def is_due_in_a_month(self) -> bool:
        """True where the source gives a month and no day."""
        return bool(self.national and self.national.precision == NationalMilestone.Precision.MONTH)

    @property
    def group(self) -> str:
        return self.stated.group

    @property
    def forecast(self) -> datetime.date | None:
        return self.stated.forecast

    @property
    def done_on(self) -> datetime.date | None:
        return self.stated.done_on

    @property
    def evidence(self) -> str:
        return self.stated.evidence

    @property
    def comment(self) -> str:
        return self.stated.comment

    @property
    def owner(self) -> str:
        return self.stated.owner

    @property
    def override(self) -> str:
        return self.stated.override

    @property
    def override_reason(self) -> str:
        return self.stated.override_reason

    @property
    def is_sample(self) -> bool:
        return self.stated.is_sample

    @property
    def withdrawn_on(self) -> datetime.date | None:
        return self.stated.withdrawn_on

    def status(self, on: datetime.date) -> rag.Status:
        """Red, amber, green or done on a day."""
        return rag.status(
            due=self.due,
            forecast=self.forecast,
            done_on=self.done_on,
            has_evidence=bool(self.evidence.strip()),
            on=on,
            override=self.override,
            override_reason=self.override_reason,
        )


def everything() -> list[AreaMilestone]:
    """National and local milestones by their due dates, those that were taken off the plan too. Two queries."""
    rows = list(Milestone.objects.all())
    said = {row.national_key: row for row in rows if row.national_key}
    found = [AreaMilestone(national, said.get(national.key)) for national in NationalMilestone.objects.all()]
    found += [AreaMilestone(None, row) for row in rows if not row.national_key]
    return sorted(found, key=lambda milestone: milestone.due)


def in_force() -> list[AreaMilestone]:
    """All that stand in the plan, by their due dates. Two queries."""
    return [milestone for milestone in everything() if milestone.withdrawn_on is None]


def overdue(on: datetime.date) -> list[AreaMilestone]:
    """Those that were due before the day and are not done, the longest overdue first."""
    return [each for each in in_force() if each.due < on and (each.done_on is None or each.done_on > on)]


def find(key: str) -> AreaMilestone | None:
    """The milestone of a key, in the plan or taken off it."""
    local = LOCAL_KEY.fullmatch(key)
    if local:
        row = Milestone.objects.filter(pk=int(local[1]), national_key="").first()
        return AreaMilestone(None, row) if row else None
    national = NationalMilestone.objects.filter(key=key).first()
    return AreaMilestone(national, Milestone.objects.filter(national_key=key).first()) if national else None
