"""What areas' finance models know of the people who work on them: that they loaded, ran or recorded something."""

from collections.abc import Iterable
from typing import Any

from django.db.models import Q, QuerySet

from data_rights import rows
from data_rights.registry import Kept, Part, Section
from tenants.data_part.areas import areas

_model = rows.models_of("finance_models")

# Model -> title of the section, and the fields of a copy: those about the person, not an area's figures.
OWN = {
    "DataVersion": ("Data that you loaded in {area}", ("number", "loaded_on", "by", "at")),
    "PriceTable": ("Prices that you loaded in {area}", ("kind", "number", "by", "at")),
    "ColumnMapping": ("How you mapped columns in {area}", ("table", "by", "at")),
    "AssumptionSet": ("Assumptions that you wrote in {area}", ("name", "number", "by", "at")),
    "CohortDefinition": ("Finance cohorts that you defined in {area}", ("name", "number", "by", "at")),
    "RegionalRelease": (
        "Releases to the region in {area} that you proposed, decided or withdrew",
        ("number", "proposed_by", "proposed_on", "decided_by", "decided_on", "withdrawn_by", "withdrawn_on"),
    ),
    "Run": ("Calculations that you made in {area}", ("kind", "made_on", "by", "at")),
    "GovernanceEntry": ("What you recorded in {area}’s information governance register", ("by", "at")),
    "Objection": ("Objections that you recorded in {area}", ("by", "at")),
    "GovernanceClock": ("Requests and breaches that you recorded in {area}", ("kind", "opened_at", "by")),
    "Case": ("Cases that you recorded last in {area}", ("by", "at")),
    "CaseRelease": (
        "Releases of cases in {area} that you proposed or decided",
        ("number", "proposed_by", "proposed_on", "decided_by", "decided_on"),
    ),
    "Contract": ("Contracts that you recorded in {area}", ("by", "at")),
    "ContractChange": ("Changes of contracts that you recorded in {area}", ("stage", "by", "at")),
}
# The fields by which a row knows a person, where that isn't `by`.
PATHS = {
    "CaseRelease": ("proposed_by", "decided_by"),
    "RegionalRelease": ("proposed_by", "decided_by", "withdrawn_by"),
}
WHY = (
    "Who loaded, calculated or recorded what has to be answerable for as long as figures rest on it (UK GDPR article "
    "5(2)). The rows know you by number."
)


def export(user: Any) -> Iterable[Section]:
    """In each area, what the person loaded, ran and recorded."""
    for area in areas():
        for name, (title, only) in OWN.items():
            found = _rows(name, user).order_by("pk")
            section = f"{_model(name)._meta.model_name}-{area.slug}"
            yield rows.section_of(section, title.format(area=area.name), found, user, only=only)


def erase(user: Any, by: Any) -> Iterable[str]:
    """Nothing of its own: rows stay by number, and names in texts go by `data_rights.mentions`."""
    return ()


def keeps(user: Any) -> list[Kept]:
    """How many rows know the person by number."""
    count = 0
    for _ in areas():
        count += sum(_rows(name, user).count() for name in OWN)
    what = "That you loaded, calculated or recorded something of an area's finance models, and when"
    return [Kept(what, WHY, "for as long as the network runs", count)] if count else []


def _rows(name: str, user: Any) -> QuerySet[Any]:
    known = Q()
    for path in PATHS.get(name, ("by",)):
        known |= Q(**{path: user})
    return _model(name)._default_manager.filter(known)


PART = Part(
    key="finance",
    title="What you did in finance models",
    models=(*(f"finance_models.{name}" for name in OWN), "finance_models.CaseLine"),
    export=export,
    erase=erase,
    keeps=keeps,
    order=40,
)
