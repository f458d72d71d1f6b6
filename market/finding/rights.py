"""Who may use the addresses of finding; see `accounts.rights_table`."""

from typing import Any

from accounts.rights_table import PUBLIC, Row
from market import rights_samples as samples


def _csv(world: Any) -> dict[str, Any]:
    return {"ending": "csv"}


def _provider(world: Any) -> dict[str, Any]:
    return {"public_id": samples.a_provider().public_id}


ROWS = [
    Row("market:find", PUBLIC),
    Row("market:find-file", PUBLIC, sample=_csv),
    Row("market:offer", PUBLIC, sample=samples.offer),
    Row("market:provider", PUBLIC, sample=_provider),
    Row("market:compare", PUBLIC),
    Row("market:compare-file", PUBLIC, sample=_csv),
    Row("market:shortlist", samples.BUYERS),
    Row("market:shortlist-file", samples.BUYERS, sample=_csv),
    Row("market:shortlist-keep", samples.BUYERS, samples.POST, sample=samples.offer, foreign=samples.unknown),
    Row("market:shortlist-drop", samples.BUYERS, samples.POST, sample=samples.offer),
]
