"""The latest tables of prices, in the area's own schema."""

from finance_models.models import PriceTable


def latest(kind: str) -> PriceTable | None:
    """The version that counts: the one loaded last."""
    return PriceTable.objects.filter(kind=kind).order_by("-number").first()


def versions() -> list[PriceTable]:
    """Every version without its rows, the newest first."""
    return list(PriceTable.objects.defer("rows").order_by("-at", "kind"))
