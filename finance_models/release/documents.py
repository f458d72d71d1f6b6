"""A prepared release as JSON: what would leave, and beside it the reasons, which stay."""

from dataclasses import asdict
from typing import Any

from finance_models.calc.regional import Prepared


def release_document(prepared: Prepared) -> dict[str, Any]:
    """`release`: what leaves the area, as it stands there. `merged` and `together`: why, for the area's own team."""
    return {
        "release": prepared.release.to_document(),
        "merged": [_plain(each) for each in prepared.merged],
        "together": [_plain(each) for each in prepared.together],
    }


def _plain(reason: Any) -> dict[str, Any]:
    return {**asdict(reason), "bands": list(reason.bands)}
