"""Figures about people that were public before this network had a platform, entered in the history of releases."""

from accounts.models import User
from disclosure import actions, queries
from disclosure.models import Release
from tenants.models import BudgetBaseline

DATA_SET = "Personal health budgets in place"
TITLE = "Personal health budgets by area, as the programme began"
SELECTION = "Everybody with a personal health budget"


def keep_baseline(*, by: User | None) -> Release | None:
    """Enter the baseline of budgets as it was published elsewhere; None where there is none.

    The same figures again change nothing; figures that were put right take the place of those before.
    """
    baselines = list(BudgetBaseline.objects.select_related("area"))
    if not baselines:
        return None
    as_at = max(baseline.as_at for baseline in baselines)
    rows: list[list[object]] = [[baseline.area.name, baseline.in_place] for baseline in baselines]
    rows.append(["All areas together", sum(baseline.in_place for baseline in baselines)])
    before = queries.releases(data_set=DATA_SET).filter(area=None, replaced_by__isnull=True).first()
    return actions.register_public(
        data_set=DATA_SET,
        version=f"{as_at:%B %Y}",
        title=TITLE,
        selection=SELECTION,
        tables=[{"caption": "By area", "head": ["Area", "In place"], "rows": rows}],
        source=baselines[0].source,
        as_at=as_at,
        by=by,
        replaces=before,
    )
