"""Fetching from a provider: within seconds, bounded in size, no redirects, and nowhere inside our own network."""

import json
import socket
from typing import Any
from urllib.parse import urlsplit

import requests
from django.conf import settings

from accounts.openid.configured import Provider
from accounts.openid.errors import ProviderRefused, ProviderUnreachable
from accounts.public_addresses import is_public

CONNECT_SECONDS, READ_SECONDS = 5, 10
MOST_BYTES = 256 * 1024


def get_json(provider: Provider, address: str, *, token: str = "") -> dict[str, Any]:
    """The JSON object at an address; raises ProviderRefused or ProviderUnreachable."""
    headers = {"Accept": "application/json"}
    if token:
        headers["Authorization"] = f"Bearer {token}"
    return _ask(provider, "GET", address, headers=headers)


def post_form(provider: Provider, address: str, data: dict[str, str], auth: Any = None) -> dict[str, Any]:
    """The JSON object that answers a form; raises as `get_json` does."""
    return _ask(provider, "POST", address, data=data, auth=auth, headers={"Accept": "application/json"})


def _ask(provider: Provider, method: str, address: str, **options: Any) -> dict[str, Any]:
    check_address(provider, address)
    limits: Any = {"allow_redirects": False, "stream": True}
    try:
        with requests.request(method, address, timeout=(CONNECT_SECONDS, READ_SECONDS), **options, **limits) as answer:
            body = answer.raw.read(MOST_BYTES + 1, decode_content=True)
            if answer.status_code != 200:
                raise ProviderUnreachable(f"{method} {urlsplit(address).path} answered {answer.status_code}")
    except (requests.RequestException, OSError) as error:
        raise ProviderUnreachable(type(error).__name__) from error
    if len(body) > MOST_BYTES:
        raise ProviderRefused("too-long", urlsplit(address).path)
    try:
        found = json.loads(body)
    except ValueError:
        raise ProviderRefused("no-json", urlsplit(address).path) from None
    if not isinstance(found, dict):
        raise ProviderRefused("no-object", urlsplit(address).path)
    return found


def check_address(provider: Provider, address: str) -> None:
    """Raise ProviderRefused unless it is HTTPS and, but for the host that the operator named, a public address."""
    parts = urlsplit(address)
    plain_is_fine = settings.IPC_TESTING and parts.scheme == "http"
    if (parts.scheme != "https" and not plain_is_fine) or not parts.hostname or parts.username is not None:
        raise ProviderRefused("address", address)
    if parts.hostname == provider.host:
        return
    try:
        found = socket.getaddrinfo(parts.hostname, parts.port or 443, type=socket.SOCK_STREAM)
    except OSError as error:
        raise ProviderUnreachable(f"no address for {parts.hostname}") from error
    if not all(is_public(str(each[4][0]).partition("%")[0]) for each in found):
        raise ProviderRefused("address", f"{parts.hostname} is inside a private network")
