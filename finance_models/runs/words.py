"""Words for what calculations call by short names, and where a figure is from."""

from finance_models.models import Run

SETTINGS = {
    "acute": "Acute hospital",
    "primary": "General practice",
    "community": "Community health",
    "mental_health": "Mental health",
    "social_care": "Social care",
    "education": "Education",
    "chc": "Continuing healthcare",
    "residential": "Residential care",
    "specialised": "Specialised services",
    "prescribing": "Prescribing",
    "equipment": "Equipment",
    "voluntary": "Voluntary sector",
}
SOURCES = {
    "actual": "Actual cost in the line",
    "tariff": "National tariff",
    "reference": "Reference costs",
    "local": "Local costs",
    "pssru": "PSSRU unit costs",
}
PARTNERS = {"ccg": "Clinical commissioning group", "council": "Council", "acute": "Acute hospital"}
SAMPLE = " Sample data: made up for this demonstration."
NOT_A_LIMIT = "A rate is not a limit on the care a person needs."


def service_words(service: str) -> str:
    """`Outpatient first` for `outpatient_first`."""
    text = service.replace("_", " ")
    return f"{text[:1].upper()}{text[1:]}"


def source_line(run: Run) -> str:
    """`Data version 3, Base version 2, run 12`."""
    by = f", {run.assumptions}" if run.assumptions else ""
    return f"{run.version}{by}, run {run.pk}"


def partner_words(partner: str) -> str:
    """A partner of an agreement, in words."""
    return PARTNERS.get(partner, service_words(partner))


def sample_words(run: Run) -> str:
    """What a chart of made-up data says after its description."""
    return SAMPLE if run.inputs.get("is_sample") else ""
