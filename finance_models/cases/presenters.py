"""The case baseline, ready for a page."""

import datetime
from typing import Any

from django.urls import reverse

from files.people import OWN_TEAM
from files.tables import Table, numeric
from finance_models.models import Case
from finance_models.models.cases import COSTS
from tenants.models import Area
from ui import formats


def sentence(cases: list[Case]) -> str:
    """`12 cases. A year cost £24,000 before the plan on average, and £19,500 after it.`"""
    if not cases:
        return "No cases yet."
    count = f"{len(cases)} case{'s' if len(cases) > 1 else ''}"
    both = [(case.total("before"), case.total("after")) for case in cases]
    known = [(before, after) for before, after in both if before is not None and after is not None]
    if not known:
        return f"{count}. Costs before and after the plan are not known for any of them yet."
    before, after = (sum(pair[at] for pair in known) // len(known) for at in (0, 1))
    means = f"a year cost {formats.whole_pounds(before)} before the plan on average, and {formats.whole_pounds(after)}"
    return f"{count}. Where both are known ({len(known)}), {means} after it."


def table(area: Area, cases: list[Case], on: datetime.date) -> Table:
    """Columns: pseudonym, site, group, consent, yearly totals before and after, each cost."""
    return Table(
        key="cases",
        caption="Cases",
        head=(
            "Pseudonym", "Site", "Group", "Consents", numeric("Before, a year"), numeric("After, a year"),
            numeric("Plan, a year"),
        ),
        rows=tuple(
            [
                {"text": each.pseudonym, "href": reverse("finance:case", args=[area.slug, each.pk])},
                each.site,
                each.get_group_display(),
                "Yes" if each.has_consent else "No",
                _pounds(each.total("before")),
                _pounds(each.total("after")),
                formats.pounds(sum(line.pence for line in each.lines.all())),
            ]
            for each in cases
        ),
        as_at=on,
        source=f"{area.name}'s own cases",
        people=OWN_TEAM,
        sample=any(each.is_sample for each in cases),
    )  # fmt: skip


def costs_table(area: Area, case: Case) -> Table:
    """Columns: what, before, after; a row for each cost, and the total."""
    rows: list[list[Any]] = [
        [name, _pounds(getattr(case, f"before_{key}")), _pounds(getattr(case, f"after_{key}"))] for key, name in COSTS
    ]
    return Table(
        key="costs",
        caption="What a year costs",
        head=("What", numeric("Before the plan"), numeric("After the plan")),
        rows=(*rows, ["Total of what is known", _pounds(case.total("before")), _pounds(case.total("after"))]),
        as_at=case.recorded_on,
        source=f"{area.name}'s own cases",
        people=OWN_TEAM,
        sample=case.is_sample,
    )


def _pounds(pence: int | None) -> str:
    return "Not known" if pence is None else formats.pounds(pence)
