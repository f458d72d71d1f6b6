"""Writing sets of assumptions: checked first, every fault at once; a change is a new version."""

import tomllib
from collections.abc import Collection
from decimal import Decimal, InvalidOperation

from django.db import transaction

import audit
from accounts.models import User
from finance_models.calc.assumptions import Assumptions, from_document
from finance_models.models import AssumptionSet
from tenants.models import Area

NEEDS = ("window", "capitation")


class AssumptionsRefused(ValueError):
    """The text can't be used; `faults` has one line for each fault."""

    def __init__(self, faults: list[str]) -> None:
        super().__init__(f"The assumptions have {len(faults)} fault{'s' if len(faults) != 1 else ''}.")
        self.faults = faults


class AssumptionsUnchanged(ValueError):
    """The latest version says the same."""

    def __init__(self) -> None:
        super().__init__("Nothing differs from the latest version. Change something first, or leave the page.")


def parse(text: str, *, needs: Collection[str] = NEEDS) -> Assumptions:
    """What the text says; numbers are decimals. Raises AssumptionsRefused."""
    try:
        document = tomllib.loads(text, parse_float=_decimal)
    except (ValueError, RecursionError) as error:
        raise AssumptionsRefused([f"This can't be read as TOML: {error}."]) from error
    found, faults = from_document(document, needs=needs)
    if found is None:
        raise AssumptionsRefused(faults)
    return found


@transaction.atomic
def save(*, area: Area, name: str, text: str, reason: str, by: User | None, is_sample: bool = False) -> AssumptionSet:
    """Keep a set as the next version of its name, in the area's schema.

    Raises AssumptionsRefused, AssumptionsUnchanged, ValidationError.
    """
    text = text.replace("\r\n", "\n").strip() + "\n"
    parse(text)
    latest = AssumptionSet.objects.select_for_update().filter(name__iexact=name.strip()).order_by("-number").first()
    if latest and latest.text == text:
        raise AssumptionsUnchanged
    made = AssumptionSet(
        name=latest.name if latest else name.strip(),
        number=latest.number + 1 if latest else 1,
        text=text,
        reason=reason.strip(),
        is_sample=is_sample,
        by=by,
    )
    made.full_clean()
    made.save()
    audit.record(action="finance.assumptions_save", by=by, area=area, object=made, detail={"number": made.number})
    return made


def _decimal(text: str) -> Decimal:
    try:
        return Decimal(text)
    except InvalidOperation:
        return Decimal("NaN")
