"""What criteria look at: one row a person with all their measures in the window."""

import ibis

from finance_models.calc.activation import usable_level
from finance_models.calc.costing import COSTED, UNCOSTED, Costing
from finance_models.calc.people import person_costs

ACUTE = "acute"


def features(costing: Costing) -> ibis.Table:
    """The columns of `person_costs`, with `usable_pam_level`, `contacts`, `emergency_admissions`, `settings_used` and
    `cost_percentile`: how many of a hundred others cost less.

    Contacts are lines that count in the window, costed or not. An emergency admission is such a line of acute care
    that is marked as an emergency.
    """
    # The sums by setting come first: what each person cost is then added up from them.
    used = _uses(costing)
    people = person_costs(costing)
    admitted = _emergency_admissions(costing)
    joined = people.left_join(used, "person_id").drop("person_id_right")
    joined = joined.left_join(admitted, "person_id").drop("person_id_right")
    rank = ibis.percent_rank().over(ibis.window(order_by=joined.pence))
    return joined.mutate(
        usable_pam_level=usable_level(joined),
        contacts=joined.contacts.fill_null(0),
        settings_used=joined.settings_used.fill_null(0),
        emergency_admissions=joined.emergency_admissions.fill_null(0),
        cost_percentile=rank * 100,
    )


def _uses(costing: Costing) -> ibis.Table:
    """Contacts, and the number of settings, by person."""
    counted = costing.costs.filter(costing.costs.outcome.isin([COSTED, UNCOSTED]))
    by_setting = counted.group_by("person_id", "setting").agg(contacts=counted.lines.sum())
    return by_setting.group_by("person_id").agg(
        contacts=by_setting.contacts.sum().cast("int64"), settings_used=by_setting.count()
    )


def _emergency_admissions(costing: Costing) -> ibis.Table:
    lines = costing.lines.filter(costing.lines.outcome.isin([COSTED, UNCOSTED]), costing.lines.setting == ACUTE)
    emergencies = lines.filter(lines.emergency.cast("int32") == 1)
    return emergencies.group_by("person_id").agg(emergency_admissions=emergencies.count())
