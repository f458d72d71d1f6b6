"""Who may use the board's addresses; see `accounts.rights_table`."""

from typing import Any

from accounts.rights_table import BOARD_READERS, Row
from tenants.programme.workstreams import rights as workstreams

SIGNED = "2015Q1"


def _signed(world: Any) -> dict[str, Any]:
    from tenants.returns.models import SignedReturn
    from tenants.returns.shape import CELLS

    facts = {"figures": dict.fromkeys(CELLS, 0), "signed_name": "The table of rights", "signed_on": "2015-04-20"}
    SignedReturn.objects.get_or_create(area=world.area, quarter=SIGNED, version=1, defaults=facts)
    return {"slug": world.area.slug, "quarter": SIGNED}


def _in_dispute(world: Any) -> dict[str, Any]:
    from tenants.returns.models import ReturnDispute, SignedReturn

    found = _signed(world)
    signed = SignedReturn.objects.get(area=world.area, quarter=SIGNED, version=1)
    if not signed.disputes.filter(settled_on=None).exists():
        ReturnDispute.objects.create(signed_return=signed, reason="The table of rights", raised_on="2015-05-01")
    return found


def _partnership(world: Any) -> dict[str, Any]:
    return {"key": "partnership"}


def _kept_projection(world: Any) -> dict[str, Any]:
    from tenants.models import Projection

    by = world.people["network-manager"]
    facts = {"population": 1000, "population_source": "typed", "rates": {}, "by": by, "made_on": "2015-07-15"}
    kept, _ = Projection.objects.get_or_create(name="The table of rights", defaults=facts)
    return {"number": kept.pk}


def _pack_file(world: Any) -> dict[str, Any]:
    from django.core.files.base import ContentFile

    from files import private
    from tenants.programme.models import BoardPack
    from tenants.programme.packs import PURPOSE

    pack = BoardPack.objects.first()
    if pack is None:
        kept = private.keep(ContentFile(b"x", name="pack.xlsx"), area=None, purpose=PURPOSE, limit_bytes=10)
        facts = {"workbook": kept, "without_pdf": "The table of rights", "checksum": "0" * 64}
        pack = BoardPack.objects.create(as_at="2015-07-15", **facts)
    return {"public_id": pack.public_id, "ending": "xlsx"}


def _kept_projection_file(world: Any) -> dict[str, Any]:
    return {**_kept_projection(world), "ending": "csv"}


ROWS = [
    Row("programme:board", BOARD_READERS),
    Row("programme:download", BOARD_READERS, sample=lambda world: {"key": "phases", "ending": "csv"}),
    Row("programme:milestones-calendar", BOARD_READERS),
    Row("programme:network-risks", BOARD_READERS),
    Row("programme:network-risks-download", BOARD_READERS, sample=lambda world: {"ending": "csv"}),
    Row("programme:network-risk", BOARD_READERS, sample=_partnership),
    Row("programme:network-risk-new", ["network-manager"], ("GET", "POST"), also=(422,)),
    Row("programme:network-risk-change", ["network-manager"], ("GET", "POST"), sample=_partnership, also=(422,)),
    Row("programme:network-risk-close", ["network-manager"], ("GET", "POST"), sample=_partnership, also=(422,)),
    Row("programme:network-risk-reopen", ["network-manager"], ("GET", "POST"), sample=_partnership, also=(422,)),
    Row("programme:sites", BOARD_READERS),
    Row("programme:sites-download", BOARD_READERS, sample=lambda world: {"ending": "csv"}),
    Row("programme:section", BOARD_READERS, sample=lambda world: {"key": "phases"}),
    Row("programme:packs", BOARD_READERS, ("GET", "POST"), also=(422,)),
    Row("programme:pack-file", BOARD_READERS, sample=_pack_file),
    Row("programme:projection", BOARD_READERS, ("GET", "POST"), also=(422,)),
    Row("programme:projection-file", BOARD_READERS, sample=lambda world: {"ending": "csv"}),
    Row("programme:kept-projection", BOARD_READERS, sample=_kept_projection),
    Row("programme:kept-projection-file", BOARD_READERS, sample=_kept_projection_file),
    Row("programme:returns", BOARD_READERS),
    Row("programme:returns-file", BOARD_READERS, sample=lambda world: {"ending": "csv"}),
    Row("programme:dispute", ["network-manager"], ("GET", "POST"), sample=_signed, also=(422,)),
    Row("programme:settle", ["network-manager"], ("GET", "POST"), sample=_in_dispute, also=(422,)),
    *workstreams.ROWS,
]
