"""Verifying the ledger on a schedule: what was found is kept, and a fault alarms the network manager."""

import structlog
from django.db import transaction
from django.urls import reverse

from accounts.permissions import Permission
from notify.actions import notify_all
from notify.registry import NotificationKind, Way
from tenants.telling import people_who_may, whoever_may
from timebank.ledger import verifying
from timebank.models.verifications import Verification

log = structlog.get_logger(__name__)

LEDGER_BROKEN = "ledger-broken"
KIND = NotificationKind(
    key=LEDGER_BROKEN,
    label="The time bank's ledger is not right",
    describes="Counted up again, the ledger does not come to what is kept. This never happens by itself.",
    mail_words="The time bank's ledger is not right. Stop posting, and sign in to see what was found.",
    default=Way.AT_ONCE,
    may_be_off=False,
    concerns=whoever_may(Permission.TIMEBANK_COORDINATE),
)
FAULTS_KEPT = 100


def verify_and_alarm() -> Verification:
    """Run every check, keep what it found, and tell the network manager and the log of any fault."""
    found = verifying.verify()
    faults = [fault for check in found for fault in check.faults]
    entries = next(check.looked_at for check in found if check.key == "all_zero")
    with transaction.atomic():
        kept = Verification.objects.create(entries=entries, faults=faults[:FAULTS_KEPT])
        if faults:
            log.error("ledger_broken", faults=len(faults), broken=[check.key for check in found if check.faults])
            notify_all(
                to=people_who_may(Permission.TIMEBANK_COORDINATE),
                kind=LEDGER_BROKEN,
                title="The time bank’s ledger is not right",
                body=" ".join(faults[:3]),
                url=reverse("timebank:coordinate"),
                key=f"{LEDGER_BROKEN}:{kept.pk}",
            )
    return kept


def last() -> Verification | None:
    """The newest verification, if there was any."""
    return Verification.objects.order_by("-pk").first()
