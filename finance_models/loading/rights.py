"""Who may use the addresses of an area's linked data; see `accounts.rights_table`."""

from typing import Any

from accounts.rights_table import Row
from finance_models.governance.rights import EDITORS, FORM, READERS, entry_in
from tenants.contexts import in_area

# Numbers are an area's own: this one is in the other area alone.
OF_THE_OTHER_AREA = 900_001


def version_in(area: Any, number: int = 0) -> Any:
    """A version of an area as a row alone: its folder is there, and empty."""
    from config.today import today
    from finance_models.loading import folders
    from finance_models.models import DataVersion

    entry = entry_in(area)
    with in_area(area):
        folder = folders.make(area)
        (folders.path_of(area, folder) / folders.REJECTED).write_text("table,file,row,column,reason\n")
        number = number or DataVersion.objects.count() + 1
        return DataVersion.objects.create(
            number=number, entry=entry, folder=folder, checksum="x", loaded_on=today(), rows={}
        )


def version_sample(world: Any) -> dict[str, Any]:
    return {"number": version_in(world.area).number}


def foreign_version(world: Any) -> dict[str, Any]:
    from finance_models.models import DataVersion

    with in_area(world.other_area):
        there = DataVersion.objects.filter(number=OF_THE_OTHER_AREA).exists()
    return {"number": OF_THE_OTHER_AREA if there else version_in(world.other_area, OF_THE_OTHER_AREA).number}


def _columns(world: Any) -> dict[str, Any]:
    return {"number": entry_in(world.area).pk, "table": "people"}


ROWS = [
    Row("finance:data", READERS),
    Row("finance:versions-download", READERS, sample=lambda world: {"ending": "csv"}),
    Row("finance:load", EDITORS, FORM, also=(422,)),
    Row("finance:columns", EDITORS),
    Row("finance:columns-table", EDITORS, FORM, sample=_columns),
    Row("finance:table-template", EDITORS, sample=lambda world: {"table": "people"}),
    Row("finance:version", READERS, sample=version_sample, foreign=foreign_version),
    Row(
        "finance:version-download",
        READERS,
        sample=lambda world: {**version_sample(world), "ending": "csv"},
        foreign=lambda world: {**foreign_version(world), "ending": "csv"},
    ),
    Row("finance:version-accept", EDITORS, ("POST",), sample=version_sample, foreign=foreign_version),
    Row("finance:version-delete", EDITORS, FORM, sample=version_sample, foreign=foreign_version),
]
