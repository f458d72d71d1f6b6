"""What a provider says about itself, and its keys. Kept in this process for an hour.

Kept here and not in the shared cache: whoever could write a key there could sign in as anybody.
"""

import threading
import time
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlsplit

from accounts.openid.configured import Provider
from accounts.openid.errors import ProviderRefused
from accounts.openid.fetching import check_address, get_json
from accounts.openid.shapes import WELL_KNOWN

KEEP_SECONDS = 60 * 60
# A token with a key that we don't know makes us look again, but not more often than this.
LOOK_AGAIN_SECONDS = 30
ENDPOINTS = ("authorization_endpoint", "token_endpoint", "userinfo_endpoint", "jwks_uri")


@dataclass
class _Known:
    facts: dict[str, Any]
    facts_at: float
    keys: list[dict[str, Any]]
    keys_at: float = float("-inf")


_known: dict[str, _Known] = {}
_lock = threading.Lock()


def of(provider: Provider) -> dict[str, Any]:
    """The provider's discovery document, checked; raises ProviderRefused or ProviderUnreachable."""
    return _of(provider).facts


def keys(provider: Provider, key_id: str | None) -> list[dict[str, Any]]:
    """The provider's signing keys with this id (all of them without one).

    Fetched again when the id is unknown, for providers change their keys.
    """
    known = _of(provider)
    now = time.monotonic()
    found = _with_id(known.keys, key_id) if now - known.keys_at < KEEP_SECONDS else []
    if not found and now - known.keys_at >= LOOK_AGAIN_SECONDS:
        document = get_json(provider, known.facts["jwks_uri"]).get("keys")
        listed = document if isinstance(document, list) else []
        known.keys = [each for each in listed if isinstance(each, dict) and each.get("use", "sig") == "sig"]
        known.keys_at = now
        found = _with_id(known.keys, key_id)
    return found


def forget() -> None:
    """Forget everything; for tests."""
    with _lock:
        _known.clear()


def _of(provider: Provider) -> _Known:
    with _lock:
        known = _known.get(provider.discovery)
    if known is None or time.monotonic() - known.facts_at >= KEEP_SECONDS:
        facts = get_json(provider, provider.discovery)
        _check(provider, facts)
        known = _Known(facts, time.monotonic(), [])
        with _lock:
            _known[provider.discovery] = known
    return known


def _check(provider: Provider, facts: dict[str, Any]) -> None:
    expected = provider.discovery.removesuffix(WELL_KNOWN)
    if _same(str(facts.get("issuer", ""))) != _same(expected):
        raise ProviderRefused("issuer", f"discovery at {expected} says it is {facts.get('issuer')!r}")
    for name in ENDPOINTS:
        check_address(provider, str(facts.get(name, "")))


def _same(address: str) -> str:
    """CIS2 writes its port and One Login a slash at the end; neither makes it another issuer's document."""
    parts = urlsplit(address)
    standard = {"https": ":443", "http": ":80"}.get(parts.scheme, "")
    return f"{parts.scheme}://{parts.netloc.removesuffix(standard)}{parts.path.rstrip('/')}"


def _with_id(found: list[dict[str, Any]], key_id: str | None) -> list[dict[str, Any]]:
    return [each for each in found if key_id is None or each.get("kid") == key_id]
