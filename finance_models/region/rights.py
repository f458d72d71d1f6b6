"""Who may use the addresses of the region's figures; see `accounts.rights_table`."""

from typing import Any

from accounts.rights_table import BOARD_READERS, Row

FINANCE_GROUP = ("network-manager", "evaluator")


def figures_of(area: Any) -> Any:
    """Figures of the region from one made-up release of an area."""
    from finance_models.region import making
    from finance_models.release.rights import document_of, terms_now
    from tenants.returns import finance
    from tenants.returns.models import PublishedFinance, RegionFigures

    terms = terms_now()
    if not any(row.area_id == area.pk for row in finance.newest()):
        facts = {"terms": terms.number, "document": document_of(area), "code_version": "x", "is_sample": True}
        number = PublishedFinance.objects.filter(area=area).count() + 1
        finance.publish(area=area, number=number, **facts)
    return making.make() or RegionFigures.objects.first()


def _file(world: Any) -> dict[str, Any]:
    return {"number": figures_of(world.area).number, "key": "all", "ending": "csv"}


ROWS = [
    Row("region:start", FINANCE_GROUP),
    Row("region:benchmarks", FINANCE_GROUP),
    Row("region:quality", FINANCE_GROUP),
    Row("region:download", FINANCE_GROUP, sample=_file),
    Row("region:releases-file", FINANCE_GROUP, sample=lambda world: {"ending": "csv"}),
    Row("region:terms", FINANCE_GROUP),
    Row("region:terms-set", ["network-manager"], ("GET", "POST"), also=(422,)),
    Row("board_finance:start", BOARD_READERS),
    Row("board_finance:download", BOARD_READERS, sample=_file),
]
