"""What planning knows of somebody: their plans of a year."""

from data_rights.tables_part import tables_part

PART = tables_part(
    "market-plans",
    "Your plans of a year in the marketplace",
    own={"market.PlanLine": "plan__user", "market.YearPlan": "user"},
    order=48,
)
