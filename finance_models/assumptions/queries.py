"""Reading sets of assumptions, in the area's own schema."""

from finance_models.models import AssumptionSet


def latest() -> list[AssumptionSet]:
    """The latest version of each name, by name."""
    return list(AssumptionSet.objects.order_by("name", "-number").distinct("name").select_related("by"))


def find(number: int) -> AssumptionSet | None:
    """A version by its primary key."""
    return AssumptionSet.objects.select_related("by").filter(pk=number).first()


def versions_of(name: str) -> list[AssumptionSet]:
    """Every version of a name, the newest first."""
    return list(AssumptionSet.objects.filter(name=name).select_related("by"))
