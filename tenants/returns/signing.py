"""Signing: the only way by which a return's figures leave an area."""

import datetime
import hashlib
import json
from collections.abc import Mapping, Sequence

from django.db import transaction

import audit
from accounts.models import User
from config.today import today
from tenants.models import Area
from tenants.quarters import Quarter
from tenants.returns import checks, releases, versions
from tenants.returns.checks import Fault
from tenants.returns.models import SignedReturn


class NotReady(ValueError):
    """A return that has faults can't be signed; `faults` has a line for each, `found` the faults themselves."""

    def __init__(self, found: Sequence[Fault]) -> None:
        self.found = tuple(found)
        self.faults = [f"{fault.cell_key}: {fault.words}" for fault in found]
        cells = "1 cell has" if len(found) == 1 else f"{len(found)} cells have"
        super().__init__(f"This return can't be signed yet: {cells} a fault.")


class OutOfOrder(ValueError):
    """The quarter before has no signed return, so nobody can say whether this one follows on from it."""

    def __init__(self, missing: Quarter) -> None:
        super().__init__(f"Sign the return for {missing} first: this one follows on from it.")


class NoName(ValueError):
    """Whoever signs writes their name."""

    def __init__(self) -> None:
        super().__init__("Write your name, as you would sign a letter.")


@transaction.atomic
def sign(
    *,
    area: Area,
    quarter: Quarter,
    figures: Mapping[str, int | None],
    notes: Mapping[str, str],
    reason: str,
    name: str,
    by: User | None,
    on: datetime.date | None = None,
    is_sample: bool = False,
    is_released: bool = True,
) -> SignedReturn:
    """Store the next signed version and release the quarter's figures, after checking them once more.

    `is_released` False leaves the release to the next signature: for made-up returns, of which many come at once.
    `on` is the field's date (default: today). Two at the same time wait for one another. Raises NotReady, OutOfOrder,
    NoName; ValueError for a correction without a reason.
    """
    if not name.strip():
        raise NoName
    if not (is_sample or is_released):
        raise ValueError("A signature releases its figures.")
    Area.objects.select_for_update().get(pk=area.pk)
    _refuse_faults(area, quarter, figures)
    latest = versions.latest(area, quarter)
    if latest and not reason.strip():
        raise ValueError("Say why the return is corrected.")
    signed = SignedReturn.objects.create(
        area=area,
        quarter=quarter.key,
        version=latest.version + 1 if latest else 1,
        figures=dict(figures),
        notes={section: text.strip() for section, text in notes.items() if text.strip()},
        reason=reason.strip(),
        signed_by=by,
        signed_name=name.strip()[:150],
        signed_on=on or today(),
        checksum=checksum(figures),
        is_sample=is_sample,
    )
    detail = {"quarter": quarter.key, "version": signed.version, "checksum": signed.checksum}
    audit.record(action="return.sign", by=by, area=area, object=signed, detail=detail)
    if is_released:
        releases.release_quarter(quarter=quarter, by=by)
    return signed


def checksum(figures: Mapping[str, int | None]) -> str:
    """SHA-256 of the figures as JSON with sorted keys and no spaces: the same figures give the same sum."""
    return hashlib.sha256(json.dumps(dict(figures), sort_keys=True, separators=(",", ":")).encode()).hexdigest()


def _refuse_faults(area: Area, quarter: Quarter, figures: Mapping[str, int | None]) -> None:
    before = versions.before(area, quarter)
    if before.missing:
        raise OutOfOrder(before.missing)
    faults = checks.check(figures, before.figures, before.baseline_total, quarter)
    if faults:
        raise NotReady(faults)
