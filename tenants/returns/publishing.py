"""One dated row of what an area publishes; plans have their own action (`tenants.returns.actions`).

Rows of an area's schema are read by their shape, since there is no foreign key from here to them.
"""

import datetime
from typing import Any, TypeVar

from config.today import today
from tenants.models import Area
from tenants.returns.models import PublishedMilestone, PublishedRisk
from tenants.returns.models.base import Published

Row = TypeVar("Row", bound=Published)
NOT_SHARED_ANY_MORE = "Not shared with the board any more."
MILESTONE_FACTS = (
    "key", "is_national", "title", "group", "due", "forecast", "done_on", "comment", "override", "override_reason",
)  # fmt: skip
RISK_FACTS = (
    "kind", "title", "description", "group", "likelihood_before", "impact_before", "mitigation", "likelihood_after",
    "impact_after", "owner", "review_on", "closed_on",
)  # fmt: skip


def publish(
    model: type[Row],
    *,
    area: Area,
    reason: str,
    is_sample: bool = False,
    as_at: datetime.date | None = None,
    **facts: Any,
) -> Row:
    """A new row as of today (or `as_at`), inside the caller's transaction. Earlier rows stay as they were."""
    return model._default_manager.create(
        area=area, reason=reason, source=f"{area.name}'s own word", as_at=as_at or today(), is_sample=is_sample, **facts
    )


def publish_milestone(
    *, area: Area, milestone: Any, reason: str, as_at: datetime.date | None = None
) -> PublishedMilestone:
    """A milestone (MILESTONE_FACTS, `evidence`, `withdrawn_on`, `is_sample`) as it stands from now on.

    That there is evidence leaves the area; what it is does not.
    """
    return publish(
        PublishedMilestone,
        area=area,
        reason=reason,
        is_sample=milestone.is_sample,
        as_at=as_at,
        has_evidence=bool(milestone.evidence.strip()),
        is_withdrawn=milestone.withdrawn_on is not None,
        **_facts(milestone, MILESTONE_FACTS),
    )


def publish_risk(
    *, area: Area, risk: Any, number: int, reason: str, as_at: datetime.date | None = None
) -> PublishedRisk:
    """A shared risk or issue (RISK_FACTS, `is_sample`) as it stands from now on."""
    facts = _facts(risk, RISK_FACTS)
    return publish(
        PublishedRisk, area=area, reason=reason, is_sample=risk.is_sample, as_at=as_at, number=number, **facts
    )


def withdraw_risk(*, area: Area, number: int, as_at: datetime.date | None = None) -> PublishedRisk | None:
    """Take a risk off the board's list; None where it is not on it.

    The row repeats what the board saw last. Whatever was written when the risk stopped being shared stays in the area.
    """
    last = PublishedRisk.objects.filter(area=area, number=number).order_by("-as_at", "-pk").first()
    if last is None or last.is_withdrawn:
        return None
    return publish(
        PublishedRisk,
        area=area,
        reason=NOT_SHARED_ANY_MORE,
        is_sample=last.is_sample,
        as_at=as_at,
        number=number,
        is_withdrawn=True,
        **_facts(last, RISK_FACTS),
    )


def _facts(thing: Any, names: tuple[str, ...]) -> dict[str, Any]:
    return {name: getattr(thing, name) for name in names}
