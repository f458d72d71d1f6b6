"""Short names of the four groups, for tables of sample data."""

CHILDREN, CONDITIONS, DISABILITY, MENTAL = (
    "children_complex_needs",
    "multiple_ltc",
    "learning_disability",
    "mental_health",
)
