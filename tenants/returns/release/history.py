"""Each release of a quarter, kept in the history of all that was published."""

from typing import Any

from disclosure import Rule, actions
from disclosure import queries as published
from disclosure.selections import key_of
from tenants.quarters import Quarter
from tenants.returns.models import ReleasedQuarter, SignedReturn
from tenants.returns.release.tables import Shown, tables_of
from tenants.returns.release.units import SHOWABLE

DATA_SET = "Quarterly returns"
SELECTION = "People with a personal health budget or a plan, and people offered one"


def keep(
    released: ReleasedQuarter, *, quarter: Quarter, new: list[SignedReturn], is_network_new: bool, by: Any
) -> None:
    """An entry for each area with a new version, and one for the network where its totals are new."""
    for signed in new:
        area: Any = signed.area
        source = f"Return of {area}, version {signed.version}, signed by {signed.signed_name}"
        _keep(
            released, quarter, area, released.shown["areas"][area.slug], released.rule["areas"][area.slug], source, by
        )
    if is_network_new:
        many = len(released.returns)
        source = f"Signed returns of {many} area{'' if many == 1 else 's'}"
        _keep(released, quarter, None, released.shown["network"], released.rule["network"], source, by)


def _keep(
    released: ReleasedQuarter, quarter: Quarter, area: Any, shown: Shown, rule: list[int], source: str, by: Any
) -> None:
    criteria = {"quarter": quarter.key}
    earlier = published.with_figures_of(DATA_SET, area).filter(selection_key=key_of(criteria))
    actions.register_checked(
        area=area,
        data_set=DATA_SET,
        version=f"{quarter.key}, release {released.number}",
        title=f"{area or 'All areas that signed'}: {quarter}",
        selection=SELECTION,
        criteria=criteria,
        tables=tables_of({key: number for key, number in shown.items() if key in SHOWABLE}),
        rule=Rule(*rule),
        source=source,
        as_at=quarter.last_day,
        by=by,
        replaces=earlier.filter(replaced_by__isnull=True).first(),
    )
