"""Who may use the addresses of gain and loss shares; see `accounts.rights_table`."""

from typing import Any

from accounts.rights_table import Row
from finance_models.governance.rights import READERS


def _file(world: Any) -> dict[str, Any]:
    return {"ending": "csv"}


ROWS = [
    Row("finance:share", READERS),
    Row("finance:share-file", READERS, sample=_file),
    Row("finance:share-years", READERS),
    Row("finance:share-years-file", READERS, sample=_file),
]
