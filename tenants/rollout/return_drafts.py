"""An area's return while it is written: kept as typed, section by section, then signed; corrected by a new version.

All in the area's schema. What was signed leaves by `tenants.returns.signing`.
"""

import datetime
from collections.abc import Mapping

from django.db import transaction

import audit
from accounts.models import User
from config.today import today
from tenants import quarters
from tenants.models import Area
from tenants.quarters import Quarter
from tenants.returns import checks, notices, signing, versions
from tenants.returns import typed as cells
from tenants.returns.checks import Examined
from tenants.returns.models import SignedReturn
from tenants.returns.shape import CELLS, SECTION_BY_KEY, Section
from tenants.rollout.models import ReturnDraft
from tenants.rollout.return_errors import NoDraft, NotAsked, NotSigned, SignedAlready

# Far more than any number needs: what is longer was pasted into the wrong box, and its beginning shows that too.
MOST_LETTERS = 200
MOST_NOTE_LETTERS = 2_000


def find(quarter: Quarter) -> ReturnDraft | None:
    """What is being written for a quarter, in the area's schema."""
    return ReturnDraft.objects.filter(quarter=quarter.key, state=ReturnDraft.State.DRAFT).first()


@transaction.atomic
def open_draft(*, area: Area, quarter: Quarter, by: User | None) -> ReturnDraft:
    """Begin a quarter's return, or go on with the one that is being written. Raises NotAsked, SignedAlready."""
    if quarter not in quarters.finished_by(today()):
        raise NotAsked(quarter)
    _wait_for(area)
    if draft := find(quarter):
        return draft
    if versions.latest(area, quarter):
        raise SignedAlready(quarter)
    draft = ReturnDraft.objects.create(quarter=quarter.key, version=1, saved_by=by)
    _note("return.open", draft, area=area, by=by)
    return draft


@transaction.atomic
def save_section(
    *, area: Area, quarter: Quarter, section: str, typed: Mapping[str, str], note: str, by: User | None
) -> ReturnDraft:
    """Keep one section's cells as they were typed, whatever it was; other sections stay as they are.

    A cell that is not in `typed`, or empty, is empty from now on. Raises NoDraft, KeyError for an unknown section.
    """
    own = cells_of(SECTION_BY_KEY[section])
    draft = _locked(area, quarter)
    kept = {key: text for key, text in draft.typed.items() if key not in own}
    draft.typed = kept | {key: _storable(typed[key], MOST_LETTERS) for key in own if typed.get(key)}
    draft.notes = {**draft.notes, section: _storable(note, MOST_NOTE_LETTERS)}
    draft.saved_by = by
    draft.save()
    _note("return.save", draft, area=area, by=by, section=section)
    return draft


@transaction.atomic
def replace_all(
    *, area: Area, quarter: Quarter, typed: Mapping[str, str], notes: Mapping[str, str], by: User | None
) -> ReturnDraft:
    """Put a workbook's cells and notes in the place of all that was typed. Raises NoDraft."""
    draft = _locked(area, quarter)
    draft.typed = {key: _storable(text, MOST_LETTERS) for key, text in typed.items() if key in CELLS and text}
    draft.notes = {key: _storable(notes.get(key, ""), MOST_NOTE_LETTERS) for key in SECTION_BY_KEY}
    draft.saved_by = by
    draft.save()
    _note("return.upload", draft, area=area, by=by)
    return draft


@transaction.atomic
def sign(
    *,
    area: Area,
    quarter: Quarter,
    by: User | None,
    name: str,
    on: datetime.date | None = None,
    is_sample: bool = False,
    is_released: bool = True,
) -> SignedReturn:
    """Sign what was typed, by name and day; its figures leave the area, and it is locked.

    Signed twice at once, it is signed once: the second finds nothing to sign. Raises NoDraft, and what
    `tenants.returns.signing.sign` raises (NotReady names every cell that fails).
    """
    draft = _locked(area, quarter)
    found = examine(area=area, quarter=quarter, draft=draft)
    if found.faults:
        raise signing.NotReady(found.faults)
    signed = signing.sign(
        area=area,
        quarter=quarter,
        figures=found.figures,
        notes=draft.notes,
        reason=draft.reason,
        name=name,
        by=by,
        on=on,
        is_sample=is_sample,
        is_released=is_released,
    )
    draft.state, draft.version = ReturnDraft.State.SIGNED, signed.version
    draft.save()
    if not is_sample:
        notices.signed(area=area, quarter=quarter, signed=signed, by=by)
    return signed


@transaction.atomic
def correct(*, area: Area, quarter: Quarter, reason: str, by: User | None) -> ReturnDraft:
    """Begin the next version with the signed figures in it. Raises NotSigned; ValueError without a reason.

    A correction that is being written already is returned as it is, with its own reason.
    """
    if not reason.strip():
        raise ValueError("Say why the return is corrected: whoever compares the versions will ask.")
    _wait_for(area)
    if draft := find(quarter):
        return draft
    latest = versions.latest(area, quarter)
    if latest is None:
        raise NotSigned(quarter)
    draft = ReturnDraft.objects.create(
        quarter=quarter.key,
        version=latest.version + 1,
        typed=cells.as_typed(latest.figures),
        notes=latest.notes,
        reason=reason.strip()[:500],
        saved_by=by,
    )
    _note("return.correct", draft, area=area, by=by)
    return draft


@transaction.atomic
def discard(*, area: Area, quarter: Quarter, by: User | None) -> ReturnDraft:
    """Throw away what is being written; signed versions stay as they are. Raises NoDraft."""
    draft = _locked(area, quarter)
    draft.state, draft.saved_by = ReturnDraft.State.DISCARDED, by
    draft.save()
    _note("return.discard", draft, area=area, by=by)
    return draft


def examine(*, area: Area, quarter: Quarter, draft: ReturnDraft) -> Examined:
    """What was typed, read and checked against the quarter before or the baseline."""
    before = versions.before(area, quarter)
    return checks.examine(
        draft.typed, draft.notes, previous=before.figures, baseline_total=before.baseline_total, quarter=quarter
    )


def cells_of(section: Section) -> frozenset[str]:
    """The keys of a section's cells."""
    return frozenset(cell.key for table in section.tables for cell in table.cells())


def _locked(area: Area, quarter: Quarter) -> ReturnDraft:
    """The draft, held until the transaction ends; the area first, in the same order as signing. Raises NoDraft."""
    _wait_for(area)
    draft = find(quarter)
    if draft is None:
        raise NoDraft(quarter)
    return draft


def _wait_for(area: Area) -> None:
    Area.objects.select_for_update().get(pk=area.pk)


def _storable(text: str, letters: int) -> str:
    """The text as it was typed, but for NUL, which the database can't hold."""
    return text.replace("\x00", "")[:letters]


def _note(action: str, draft: ReturnDraft, *, area: Area, by: User | None, **detail: str) -> None:
    facts = {"quarter": draft.quarter, "version": draft.version, **detail}
    audit.record(action=action, by=by, area=area, object=draft, detail=facts)
