"""Posting by an operator, at the command line."""

from django.db import transaction

import audit
from timebank.ledger import accounts, transfers
from timebank.ledger.errors import NotWhole
from timebank.models.accounts import Account
from timebank.models.ledger import MINUTES_STEP, Transfer


@transaction.atomic
def post(*, source: str, to: str, minutes: int, key: str, note: str = "") -> transfers.Posted:
    """Post minutes from one account to another, by their names: from who was helped to who gave.

    From the network's pool they are a grant, which counts as no help. Raises NoSuchAccount, and what `transfers.post`
    raises.
    """
    faults = []
    if minutes <= 0 or minutes % MINUTES_STEP:
        faults.append(f"{minutes} minutes are not posted: use a positive multiple of {MINUTES_STEP}.")
    if source == to:
        faults.append("Minutes go from one account to another: --from and --to are the same.")
    if faults:
        raise NotWhole(faults)
    payer, receiver = accounts.by_slug(source), accounts.by_slug(to)
    if payer.kind == Account.Kind.NETWORK:
        legs = [transfers.granted(payer, -minutes), transfers.granted(receiver, minutes)]
        kind = Transfer.Kind.GRANT
    else:
        legs = [transfers.had(payer, minutes), transfers.gave(receiver, minutes)]
        kind = Transfer.Kind.EXCHANGE
    posted = transfers.post(key=key, legs=legs, note=note, kind=kind)
    if not posted.is_replay:
        audit.record(action="timebank.post", by_words="The operator", object=posted.transfer)
    return posted
