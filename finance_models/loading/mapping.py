"""What another file's headings mean, remembered by source and table for the next month."""

from django.db import transaction

import audit
from accounts.models import User
from finance_models.calc.tables import SCHEMAS
from finance_models.models import ColumnMapping
from tenants.models import Area


def mapping_of(source: str, table: str) -> dict[str, str]:
    """Their heading: our column; empty where the source uses ours."""
    found = ColumnMapping.objects.filter(source=source, table=table).values_list("headings", flat=True).first()
    return dict(found or {})


@transaction.atomic
def remember(*, area: Area, source: str, table: str, headings: dict[str, str], by: User | None) -> ColumnMapping:
    """Keep what the headings of a source's file mean. `headings` is {theirs: ours}; raises ValueError for no column."""
    unknown = set(headings.values()) - set(SCHEMAS[table].names)
    if unknown:
        raise ValueError(f"These are no columns of {table}: {', '.join(sorted(unknown))}.")
    mapping, _ = ColumnMapping.objects.update_or_create(
        source=source, table=table, defaults={"headings": headings, "by": by}
    )
    detail = {"table": table, "columns": len(headings)}
    audit.record(action="finance.columns_map", by=by, area=area, object=mapping, detail=detail)
    return mapping
