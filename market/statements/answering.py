"""What providers do with a statement: say that they are interested, and which of its gaps an offer answers."""

from collections.abc import Iterable
from typing import Any

from django.db import transaction

import audit
from config.today import today
from market.models import Interest, Offer, OfferAnswer, Provider, Statement
from market.statements import notices
from market.statements.errors import StatementRefused


@transaction.atomic
def say_interest(*, statement: Statement, provider: Provider, need: str, note: str, by: Any) -> Interest:
    """Say that a provider is interested in a statement, or in one gap of it. The area's commissioners are told.

    Said again, the note is changed. Raises StatementRefused for a provider that isn't checked.
    """
    if provider.state != Provider.State.RECOGNISED:
        raise StatementRefused("Your organisation is not checked yet. Send it for its check first.")
    found = Interest.objects.select_for_update().filter(
        statement=statement, provider=provider, need=need, ended_on__isnull=True
    )
    interest = found.first()
    if interest is None:
        interest = Interest.objects.create(
            statement=statement, provider=provider, need=need, note=note.strip(), said_by=by
        )
        audit.record(action="market.interest", by=by, area=statement.area, object=interest)
        notices.interested(interest, by=by)
    else:
        interest.note, interest.said_by = note.strip(), by
        interest.save(update_fields=["note", "said_by"])
    return interest


@transaction.atomic
def end_interest(*, interest: Interest, by: Any) -> None:
    """Take an interest back. A second time changes nothing."""
    found = Interest.objects.select_for_update().get(pk=interest.pk)
    if found.ended_on is None:
        found.ended_on = today()
        found.save(update_fields=["ended_on"])
        audit.record(action="market.interest_end", by=by, area=found.statement.area, object=found)


@transaction.atomic
def set_answers(*, offer: Offer, chosen: Iterable[tuple[int, str]], by: Any) -> list[OfferAnswer]:
    """Let an offer answer exactly these: pairs of a statement's id and a gap ("" for the statement as a whole)."""
    Offer.objects.select_for_update().get(pk=offer.pk)
    wanted = set(chosen)
    held = {(row.statement_id, row.need): row for row in offer.answers.all()}
    for pair in held.keys() - wanted:
        held[pair].delete()
    for statement, need in sorted(wanted - held.keys()):
        OfferAnswer.objects.create(offer=offer, statement_id=statement, need=need)
    if wanted != held.keys():
        audit.record(action="market.answers", by=by, object=offer, detail={"answers": len(wanted)})
    return list(offer.answers.select_related("statement__area"))
