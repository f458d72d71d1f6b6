"""The operator's own pager: fixed words are sent to the address of PEERS_PAGER_URL when people are called."""

import json
import urllib.request

import structlog
from django.conf import settings

from peer_network.models import Alarm

TIMEOUT_SECONDS = 10
WORDS = {
    Alarm.Kind.PAGED: "Peer network: something urgent waits and nobody has taken it up. Sign in now.",
    Alarm.Kind.ESCALATED: "Peer network: something urgent has waited for 15 minutes. Whoever can, sign in now.",
    Alarm.Kind.LATE: "Peer network: something was not looked at in time. Sign in and see to it.",
}
log = structlog.get_logger(__name__)


def post(alarm: Alarm) -> None:
    """Send the alarm's fixed words as JSON; raises OSError where it isn't taken, so that it is sent again."""
    kind = Alarm.Kind(alarm.kind)
    body = json.dumps({"text": WORDS[kind], "kind": kind.value, "at": alarm.at.isoformat()}).encode()
    # The operator's setting, http(s) alone (config.integrations.peers); nobody else chooses the address.
    request = urllib.request.Request(  # noqa: S310
        settings.PEERS_PAGER_URL, data=body, headers={"Content-Type": "application/json"}, method="POST"
    )
    try:
        with urllib.request.urlopen(request, timeout=TIMEOUT_SECONDS) as answer:  # noqa: S310
            log.info("pager_told", alarm=alarm.pk, status=answer.status)
    except OSError as error:
        log.warning("pager_not_told", alarm=alarm.pk, error=type(error).__name__)
        raise
