"""Totals that are made from a return's cells and released beside them."""

from tenants.returns.shape import total_of

BUDGETS, ADULT_CHC, OTHERS, INTEGRATED, PLANS = "budgets", "adult_chc", "others", "integrated", "plans"

# Two of the five are cells of the return; the others have keys of their own in a release.
KEYS = {
    BUDGETS: "total.budgets",
    ADULT_CHC: "eligibility.in_place.adult_chc",
    OTHERS: "total.others",
    INTEGRATED: "funding.in_place.integrated",
    PLANS: "total.plans",
}
NAMES = {
    BUDGETS: "Everybody with a budget in place",
    ADULT_CHC: "Adults in NHS Continuing Healthcare with a budget in place",
    OTHERS: "All others with a budget in place",
    INTEGRATED: "Integrated budgets in place",
    PLANS: "Plans that meet all five criteria",
}
DERIVED = {KEYS[kind]: NAMES[kind] for kind in (BUDGETS, OTHERS, PLANS)}


def derived(figures: dict[str, int]) -> dict[str, int]:
    """True totals that are no cells of the return: in place; the same without adult continuing healthcare; plans."""
    in_place = total_of("groups", figures, "in_place")
    return {
        KEYS[BUDGETS]: in_place,
        KEYS[OTHERS]: in_place - figures.get(KEYS[ADULT_CHC], 0),
        KEYS[PLANS]: total_of("plans", figures, "in_place"),
    }
