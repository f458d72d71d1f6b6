"""Who may use the addresses of the quality report; see `accounts.rights_table`."""

from typing import Any

from accounts.rights_table import Row
from finance_models.governance.rights import EDITORS, READERS
from finance_models.loading.rights import foreign_version, version_sample


def _table(world: Any) -> dict[str, Any]:
    return {**version_sample(world), "key": "checks", "ending": "csv"}


def _foreign_table(world: Any) -> dict[str, Any]:
    return {**foreign_version(world), "key": "checks", "ending": "csv"}


ROWS = [
    Row("finance:quality", READERS),
    Row("finance:quality-download", READERS, sample=_table, foreign=_foreign_table),
    Row(
        "finance:rows-file",
        EDITORS,
        sample=lambda world: {**version_sample(world), "which": "rejected-rows"},
        foreign=lambda world: {**foreign_version(world), "which": "rejected-rows"},
    ),
]
