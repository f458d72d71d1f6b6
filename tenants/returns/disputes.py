"""The network questions a signed return, in words, and says how it was settled. The figures stand meanwhile."""

from django.db import transaction

import audit
from accounts.models import User
from config.today import today
from tenants import quarters
from tenants.returns import notices
from tenants.returns.models import ReturnDispute, SignedReturn


class InDispute(ValueError):
    """One question at a time about a version."""

    def __init__(self) -> None:
        super().__init__("This return is in dispute already. Settle that first.")


class NotInDispute(ValueError):
    """Nothing to settle."""

    def __init__(self) -> None:
        super().__init__("This return is not in dispute: the question was settled meanwhile.")


@transaction.atomic
def raise_dispute(*, signed: SignedReturn, reason: str, by: User) -> ReturnDispute:
    """Question the version that stands. Raises InDispute; ValueError without words, or for an older version."""
    if not reason.strip():
        raise ValueError("Say what is in dispute, so that the area can answer.")
    _hold(signed)
    if SignedReturn.objects.filter(area=signed.area, quarter=signed.quarter, version__gt=signed.version).exists():
        raise ValueError("A newer version is signed. Look at that one first.")
    if open_dispute(signed):
        raise InDispute
    made = ReturnDispute.objects.create(
        signed_return=signed, reason=reason.strip()[:500], raised_by=by, raised_on=today()
    )
    _tell("return.dispute", signed, made, by)
    return made


@transaction.atomic
def settle(*, signed: SignedReturn, outcome: str, by: User) -> ReturnDispute:
    """Say how the question about a version was settled. Raises NotInDispute; ValueError without words."""
    if not outcome.strip():
        raise ValueError("Say how it was settled.")
    _hold(signed)
    found = open_dispute(signed)
    if found is None:
        raise NotInDispute
    found.outcome, found.settled_by, found.settled_on = outcome.strip()[:500], by, today()
    found.save()
    _tell("return.settle", signed, found, by)
    return found


def open_dispute(signed: SignedReturn) -> ReturnDispute | None:
    """The question about this version that is not settled."""
    return ReturnDispute.objects.filter(signed_return=signed, settled_on__isnull=True).first()


def open_about(area_slug: str, quarter_key: str) -> ReturnDispute | None:
    """The question about any version of a quarter's return that is not settled; signed figures are not fetched."""
    rows = ReturnDispute.objects.filter(
        signed_return__area__slug=area_slug, signed_return__quarter=quarter_key, settled_on__isnull=True
    )
    rows = rows.select_related("signed_return__area").defer("signed_return__figures", "signed_return__notes")
    return rows.order_by("-raised_on", "-pk").first()


def _hold(signed: SignedReturn) -> None:
    """One at a time; a signed return is never updated, so that its row can stand for the lock."""
    SignedReturn.objects.select_for_update(of=("self",)).get(pk=signed.pk)


def _tell(action: str, signed: SignedReturn, dispute: ReturnDispute, by: User) -> None:
    detail = {"quarter": signed.quarter, "version": signed.version}
    audit.record(action=action, by=by, area=signed.area, object=signed, detail=detail)
    quarter = quarters.parse(signed.quarter)
    assert quarter is not None  # noqa: S101 - held by the row's own constraint
    notices.dispute(area=signed.area, quarter=quarter, dispute=dispute, by=by)
