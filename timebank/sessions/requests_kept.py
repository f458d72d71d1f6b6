"""What a session does to the request that it answers: met once all that was agreed is given, open again if not."""

from typing import Any

from django.db.models import Sum

from timebank.exchange import actions
from timebank.matching import answers
from timebank.models import Request, Session


def after_booking(session: Session) -> None:
    """What a session gives that was agreed without a matching is no longer looked for."""
    request = _request(session)
    if request is not None:
        actions.settle_request(request)


def after_confirming(session: Session) -> None:
    """The request is met once the confirmed sessions for it come to what was asked; what is left is looked for."""
    request = _request(session)
    if request is None:
        return
    given = Session.objects.filter(request=request, state=Session.State.CONFIRMED).aggregate(Sum("minutes_confirmed"))
    if (given["minutes_confirmed__sum"] or 0) >= request.minutes:
        actions.meet(request)
    else:
        actions.settle_request(request)


def after_cancelling(session: Session, *, by: Any) -> None:
    """What was agreed lapses, and the minutes are looked for again."""
    if session.proposal is not None:
        answers.release(proposal=session.proposal, reason=session.reason, by=by)
    elif (request := _request(session)) is not None:
        actions.settle_request(request)


def _request(session: Session) -> Request | None:
    return Request.objects.filter(pk=session.request_id).first() if session.request_id else None
