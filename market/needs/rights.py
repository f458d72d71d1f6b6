"""Who may use the addresses of unmet needs; see `accounts.rights_table`."""

from typing import Any

from accounts.rights_table import Row
from market.rights_samples import BUYERS, COMMISSIONERS, FORM, POST, PROVIDERS


def _area(world: Any) -> dict[str, Any]:
    return {"slug": world.area.slug}


def _other_area(world: Any) -> dict[str, Any]:
    return {"slug": world.other_area.slug}


def _file(world: Any) -> dict[str, Any]:
    return {"key": "needs", "ending": "csv", **_area(world)}


def _other_file(world: Any) -> dict[str, Any]:
    return {"key": "needs", "ending": "csv", **_other_area(world)}


def _step(world: Any) -> dict[str, Any]:
    return {"key": "need"}


def said_by(user: Any, world: Any) -> dict[str, Any]:
    """Something that this person said was missing."""
    from market.needs import recording

    made = recording.unmet(by=user, area=world.area, need="therapy", place_kind="town", availability="regular")
    return {"public_id": made.public_id}


def _own(world: Any) -> dict[str, Any]:
    return said_by(world.me or world.people["no role"], world)


def _anothers(world: Any) -> dict[str, Any]:
    return said_by(world.people["no role"], world)


ROWS = [
    Row("market:missing", BUYERS),
    Row("market:missing-say", BUYERS),
    Row("market:missing-check", BUYERS, FORM),
    Row("market:missing-step", BUYERS, FORM, sample=_step, also=(422,)),
    Row("market:missing-found", BUYERS, POST, sample=_own, foreign=_anothers),
    Row("market:missing-take-back", BUYERS, POST, sample=_own, foreign=_anothers),
    Row("market:needs", COMMISSIONERS),
    Row("market:area-needs", COMMISSIONERS, sample=_area, foreign=_other_area),
    Row("market:area-needs-file", COMMISSIONERS, sample=_file, foreign=_other_file),
    Row("market:needed", PROVIDERS),
    Row("market:needed-file", PROVIDERS, sample=lambda world: {"key": "needed", "ending": "csv"}),
]
