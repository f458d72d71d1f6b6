"""Which addresses this server may fetch: public ones over HTTPS, and never a machine of our own network.

The name is resolved here and the connection goes to the address that was looked at, so that a name which answers
otherwise a moment later leads nowhere. Each redirect is looked at anew.
"""

import socket
from dataclasses import dataclass
from urllib.parse import urlsplit

from django.conf import settings

from accounts.public_addresses import is_public
from market.directories.errors import AddressRefused

HTTPS_PORT = 443
LONGEST = 2_000
INSIDE = "The address {host} leads into a private network, so it is not fetched. Write the directory's public address."


@dataclass(frozen=True)
class Target:
    """An address that may be fetched: the scheme, the host's name, its port, the rest, and where to connect to."""

    scheme: str
    host: str
    port: int
    path: str
    ip: str

    @property
    def host_header(self) -> str:
        """The host as the other side expects to be called."""
        name = f"[{self.host}]" if ":" in self.host else self.host
        usual = HTTPS_PORT if self.scheme == "https" else 80
        return name if self.port == usual else f"{name}:{self.port}"


def target(address: str) -> Target:
    """Where to connect for this address; raises AddressRefused with a sentence for whoever wrote it."""
    try:
        parts = urlsplit(address)
        host, port = (parts.hostname or "").rstrip("."), parts.port
    except ValueError:
        raise AddressRefused(f"{address[:100]} is no web address.") from None
    if len(address) > LONGEST or not host or parts.username is not None or parts.password is not None:
        raise AddressRefused(f"{address[:100]} is no address of a feed. Write it as https://example.org/open-referral.")
    port = port or (HTTPS_PORT if parts.scheme == "https" else 80)
    path = (parts.path or "/") + (f"?{parts.query}" if parts.query else "")
    if parts.scheme == "http" and (host, port) in _for_tests():
        return Target("http", host, port, path, host)
    if parts.scheme != "https":
        raise AddressRefused("Only addresses that begin with https:// are fetched.")
    return Target("https", host, port, path, _public_ip(host, port))


def _for_tests() -> frozenset[tuple[str, int]]:
    """The very servers that tests started, by address and port. Outside tests there are none, whatever is set."""
    return frozenset(settings.FEED_SERVERS_OF_TESTS) if settings.IPC_TESTING else frozenset()


def _public_ip(host: str, port: int) -> str:
    """The first address of a host all of whose addresses are public; raises AddressRefused."""
    try:
        found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    except (OSError, UnicodeError):
        raise AddressRefused(f"There is no server called {host}. Check the address.") from None
    ips = [str(each[4][0]).partition("%")[0] for each in found]
    if not ips or not all(is_public(ip) for ip in ips):
        raise AddressRefused(INSIDE.format(host=host))
    return ips[0]
