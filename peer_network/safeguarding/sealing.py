"""Sealing what a case says, and of whom.

Each case has a key of its own, which is sealed with the installation's (`accounts.sealing`). So entries, which nobody
may change, stay readable when SECRET_KEY is changed: only the case's key is sealed again. To find the cases of a
member, a case has a keyed mark of them, which tells nothing without the installation's key.
"""

import json
import uuid
from typing import Any

import structlog
from cryptography.fernet import Fernet, InvalidToken
from django.conf import settings
from django.db import transaction
from django.utils.crypto import salted_hmac

from accounts import sealing
from peer_network.models import Case

KEYS, MARKS = "peers.cases", "peers.case-marks"
NOT_READABLE = "This can’t be read: it was sealed with a SECRET_KEY that is no longer set."

log = structlog.get_logger(__name__)


def new_key() -> str:
    """A key for a case, sealed."""
    return sealing.keys(KEYS).encrypt(Fernet.generate_key()).decode()


def seal(case: Case, facts: dict[str, Any]) -> str:
    """Facts of a case, its entries or its steps as text that only this installation can read."""
    return _key_of(case).encrypt(json.dumps(facts, default=str).encode()).decode()


def unseal(case: Case, sealed: str) -> dict[str, Any]:
    """The facts again. Where the key is gone: `words` that say so, and nothing else."""
    try:
        return json.loads(_key_of(case).decrypt(sealed.encode()))
    except InvalidToken:
        log.warning("a safeguarding case can't be read: it was sealed with a SECRET_KEY that is no longer set")
        return {"words": NOT_READABLE}


def facts_of(case: Case) -> dict[str, Any]:
    """What a case itself says: `words`, and where known `about`, `about_words`, `told_by`, `subject`, `kept`."""
    return unseal(case, case.sealed)


def mark(kind: str, public_id: uuid.UUID | str | None) -> str:
    """The mark by which cases of this thing are found; empty for none."""
    return _mark(kind, public_id, settings.SECRET_KEY) if public_id else ""


def marks(kind: str, public_id: uuid.UUID | str) -> list[str]:
    """The marks that this thing may have: by the newest key and its fallbacks."""
    return [_mark(kind, public_id, secret) for secret in (settings.SECRET_KEY, *settings.SECRET_KEY_FALLBACKS)]


@transaction.atomic
def seal_all_again() -> int:
    """Seal cases' keys with the newest SECRET_KEY and make their marks anew; returns how many cases changed."""
    changed = 0
    for case in Case.objects.select_for_update().order_by("pk"):
        anew = sealing.newest(case.sealed_key, KEYS)
        if anew == case.sealed_key:
            continue
        case.sealed_key = anew
        facts = facts_of(case)
        case.about_mark = mark("member", facts.get("about"))
        case.subject_mark = mark(*facts["subject"]) if facts.get("subject") else ""
        case.save(update_fields=["sealed_key", "about_mark", "subject_mark"])
        changed += 1
    return changed


def _key_of(case: Case) -> Fernet:
    return Fernet(sealing.keys(KEYS).decrypt(case.sealed_key.encode()))


def _mark(kind: str, public_id: uuid.UUID | str, secret: str) -> str:
    return salted_hmac(MARKS, f"{kind} {public_id}", secret=secret, algorithm="sha256").hexdigest()
