"""Reading an area's data versions, in its own schema."""

from finance_models.models import DataVersion


def in_use() -> DataVersion | None:
    """The version that runs are made from."""
    return DataVersion.objects.filter(state=DataVersion.State.IN_USE).first()


def newest_waiting() -> DataVersion | None:
    """A version that was loaded after the one in use, and waits to be accepted."""
    return DataVersion.objects.filter(state=DataVersion.State.LOADED).order_by("-number").first()


def find(number: int) -> DataVersion | None:
    """The version of a number."""
    return DataVersion.objects.select_related("entry", "made_from", "by").filter(number=number).first()


def all_versions() -> list[DataVersion]:
    """Every version, the newest first; deleted ones too."""
    return list(DataVersion.objects.select_related("entry"))
