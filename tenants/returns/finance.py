"""Releases of areas' finance models: publishing, withdrawing, and by which terms of the network."""

import datetime
import hashlib
import json
from typing import Any

from django.db import transaction

import audit
from accounts.models import User
from config.today import today
from tenants.models import Area
from tenants.returns import finance_shape
from tenants.returns.models import FinanceTerms, PublishedFinance
from tenants.returns.queries import latest_as_at

FACTS = (
    "window_start",
    "window_end",
    "age_edges",
    "ltc_edges",
    "truncation_pence",
    "inflation",
    "growth",
    "efficiency",
)


class TermsUnchanged(ValueError):
    """The newest terms say the same."""

    def __init__(self) -> None:
        super().__init__("Nothing differs from the present terms. Change something first, or leave the page.")


@transaction.atomic
def set_terms(*, values: dict[str, Any], reason: str, by: User | None, is_sample: bool = False) -> FinanceTerms:
    """New terms for all areas (`FACTS`). What was released by earlier ones stays, and counts for those alone.

    Raises TermsUnchanged, ValidationError.
    """
    latest = FinanceTerms.objects.select_for_update().order_by("-number").first()
    number = latest.number + 1 if latest else 1
    made = FinanceTerms(
        number=number,
        reason=reason.strip(),
        set_on=today(),
        by=by,
        is_sample=is_sample,
        **{name: values[name] for name in FACTS},
    )
    made.full_clean()
    if latest and all(getattr(latest, name) == getattr(made, name) for name in FACTS):
        raise TermsUnchanged
    made.save()
    audit.record(action="finance.terms_set", by=by, object=made, detail={"number": number})
    return made


def publish(
    *, area: Area, number: int, terms: int, document: dict[str, Any], code_version: str, is_sample: bool
) -> PublishedFinance:
    """An area's release, inside the caller's transaction. Raises finance_shape.NotAggregate."""
    finance_shape.check(document, area=area.slug)
    return PublishedFinance.objects.create(
        number=number,
        terms=FinanceTerms.objects.get(number=terms),
        document=document,
        checksum=hashlib.sha256(json.dumps(document, sort_keys=True).encode()).hexdigest(),
        code_version=code_version,
        **_published(area, is_sample),
    )


def withdraw(*, area: Area, number: int, reason: str) -> PublishedFinance:
    """Take a release out of the region's figures. The row that was published stays as it was."""
    last = PublishedFinance.objects.get(area=area, number=number, is_withdrawn=False)
    return PublishedFinance.objects.create(
        number=number,
        terms=last.terms,
        document={},
        checksum=last.checksum,
        code_version=last.code_version,
        is_withdrawn=True,
        **_published(area, last.is_sample) | {"reason": reason},
    )


def present_terms() -> FinanceTerms | None:
    """By which terms areas release now."""
    return FinanceTerms.objects.order_by("-number").first()


def newest(day: datetime.date | None = None) -> list[PublishedFinance]:
    """What counts of each area that is in use, in the order of areas: its newest release, if it isn't withdrawn."""
    rows = latest_as_at(PublishedFinance, day or today()).select_related("area", "terms")
    found = [row for row in rows if not row.is_withdrawn and row.area.status != Area.Status.ARCHIVED]
    return sorted(found, key=lambda row: (row.area.position, row.area.name))


def _published(area: Area, is_sample: bool) -> dict[str, Any]:
    source = f"{area.name}'s finance models"
    return {"area": area, "reason": "", "source": source, "as_at": today(), "is_sample": is_sample}
