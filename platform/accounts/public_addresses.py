"""Which addresses are of the public internet: the rule for everything that this server fetches from outside."""

import ipaddress

# Addresses that carry an address of the older kind inside; these are looked at by what they carry.
NAT64 = ipaddress.IPv6Network("64:ff9b::/96")


def is_public(text: str) -> bool:
    """Whether it is an address of the public internet: not loopback, private, link-local, shared, or for many."""
    ip = ipaddress.ip_address(text)
    if isinstance(ip, ipaddress.IPv6Address):
        carried = ip.ipv4_mapped or ip.sixtofour or (ip.teredo and ip.teredo[1])
        if ip in NAT64:
            carried = ipaddress.IPv4Address(int(ip) & 0xFFFFFFFF)
        if carried:
            return is_public(str(carried))
    return ip.is_global and not ip.is_multicast and not ip.is_unspecified and not ip.is_reserved
