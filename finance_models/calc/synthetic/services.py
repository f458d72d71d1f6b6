"""The services of synthetic activity: who uses them how often, and what a unit costs.

Rates and prices are illustrative: round figures of a plausible size, which come from no price list.
`docs/finance/synthetic.md` says what they rest on.
"""

from dataclasses import dataclass

AGES = ("child", "adult", "older")
CONDITION_LEVELS = ("0", "1", "2-3", "4+")
NEEDS = ("none", "complex_child", "learning_disability", "mental_health", "extraordinary")
UNPRICED = "service_without_price"


@dataclass(frozen=True)
class Service:
    """One service. `rates`: lines a year of a child, an adult to 64 and an older person without conditions.

    `by_conditions`: factors for 1, 2-3 and 4 or more conditions. `by_need`: factors for people of a group; `adds`:
    lines a year that such a need brings whatever the age. `units`: fewest and most of a line, in steps of `step`.
    """

    setting: str
    name: str
    unit: str
    price: str
    rates: tuple[float, float, float]
    by_conditions: tuple[float, float, float] = (1, 1, 1)
    by_need: tuple[tuple[str, float], ...] = ()
    adds: tuple[tuple[str, float], ...] = ()
    units: tuple[int, int] = (1, 1)
    step: str = "1"
    emergency: bool = False
    funder: str = "ccg"
    sources: tuple[str, ...] = ("reference", "local")
    has_actual_costs: bool = False
    only_year: str = ""

    def rate(self, age: int, level: int, need: str) -> float:
        """Lines a year of a person of this age (0 to 2), level of conditions (0 to 3) and need."""
        factor = (1.0, *self.by_conditions)[level] * dict(self.by_need).get(need, 1.0)
        return self.rates[age] * factor + dict(self.adds).get(need, 0.0)


ACUTE = ("tariff", "reference")
CARE = ("reference", "local", "pssru")
MIND = ("local", "reference")

SERVICES = (
    Service(
        "acute", "emergency_admission", "spell", "2100.00", (0.06, 0.05, 0.14), (1.7, 2.6, 4.5),
        by_need=(("complex_child", 6), ("extraordinary", 3)), emergency=True, sources=ACUTE,
    ),
    Service("acute", "planned_admission", "spell", "2950.00", (0.01, 0.03, 0.07), (1.5, 1.9, 2.3), sources=ACUTE),
    Service("acute", "day_case", "spell", "690.00", (0.02, 0.07, 0.18), (1.5, 2.0, 2.4), sources=ACUTE),
    Service("acute", "outpatient_attendance", "attendance", "112.00", (0.5, 0.8, 1.7), (1.6, 2.3, 3.2), sources=ACUTE),
    Service(
        "acute", "emergency_department", "attendance", "118.00", (0.35, 0.28, 0.3), (1.3, 1.8, 2.7),
        sources=ACUTE,
    ),
    Service(
        "primary", "doctor_consultation", "consultation", "45.00", (2.2, 2.6, 4.2), (1.5, 2.0, 2.7),
        funder="nhs_england", sources=("reference", "pssru"),
    ),
    Service(
        "primary", "nurse_consultation", "consultation", "13.70", (0.8, 1.0, 2.4), (1.8, 2.4, 3.2),
        funder="nhs_england", sources=("pssru",), only_year="before",
    ),
    Service("community", "district_nurse_visit", "visit", "38.50", (0.02, 0.05, 0.8), (2.0, 4.0, 9.0)),
    Service(
        "community", "therapy_visit", "visit", "54.25", (0.15, 0.12, 0.4), (1.5, 2.2, 3.5),
        adds=(("complex_child", 14),),
    ),
    Service(
        "mental_health", "community_contact", "contact", "148.00", (0.05, 0.1, 0.1), (1.3, 1.6, 2.0),
        adds=(("mental_health", 14),), sources=MIND,
    ),
    Service(
        "mental_health", "inpatient_stay", "day", "332.00", (0, 0.001, 0.001), adds=(("mental_health", 0.25),),
        units=(5, 60), sources=MIND,
    ),
    Service(
        "social_care", "home_care_week", "hour", "16.40", (0, 0.01, 0.5), (2.0, 5.0, 14.0),
        adds=(("learning_disability", 12), ("extraordinary", 10)), units=(4, 28), step="0.25", funder="council",
        sources=CARE, only_year="after",
    ),
    Service(
        "social_care", "day_service", "session", "47.00", (0, 0, 0.08), (1.5, 2.5, 4.0),
        adds=(("learning_disability", 40),), funder="council", sources=CARE,
    ),
    Service(
        "education", "support_in_school", "hour", "24.80", (0.02, 0, 0), adds=(("complex_child", 30),), units=(4, 25),
        step="0.5", funder="education", sources=("local",),
    ),
    Service(
        "chc", "care_package_week", "week", "1180.00", (0, 0, 0.002), (1.0, 2.0, 6.0), adds=(("extraordinary", 30),),
        units=(1, 3), sources=("local",), has_actual_costs=True,
    ),
    Service(
        "residential", "care_home_week", "week", "565.00", (0, 0, 0.12), (1.5, 4.0, 9.0),
        adds=(("learning_disability", 8), ("extraordinary", 20)), units=(1, 4), funder="council",
        sources=("local", "pssru"), has_actual_costs=True,
    ),
    Service(
        "specialised", "specialised_day", "day", "940.00", (0.002, 0.003, 0.004), (1.5, 2.0, 2.5),
        adds=(("complex_child", 1.5), ("extraordinary", 12)), units=(1, 6), funder="nhs_england",
    ),
    Service(
        "prescribing", "items_dispensed", "item", "8.2000", (0.8, 1.6, 3.6), (2.2, 3.2, 4.2), units=(1, 6),
        funder="nhs_england", has_actual_costs=True,
    ),
    Service(
        "equipment", "equipment_on_loan", "item", "92.00", (0.01, 0.01, 0.1), (1.5, 2.5, 4.0),
        sources=("local",), only_year="without_index",
    ),
    Service(
        "voluntary", "support_session", "session", "21.50", (0.02, 0.04, 0.15), (1.5, 2.0, 2.5), sources=("local",)
    ),
)  # fmt: skip
