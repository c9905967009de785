"""Which addresses of the network may be reached: those of the public internet, unless the user allows others."""

import socket
from ipaddress import IPv6Address, ip_address, ip_network
from typing import Any, NamedTuple

from depeche.fetching.failed import Failed

_NAT64 = ip_network("64:ff9b::/96")  # the last 32 bits are an IPv4 address
_PRIVATE = "is the private address"
_MOST = 3  # addresses of one name that are tried


class Target(NamedTuple):
    """A socket address that was checked."""

    family: int
    address: tuple[Any, ...]


def is_public(ip: str) -> bool:
    """Whether an IP address belongs to the public internet, and so does any IPv4 address that it wraps."""
    address = ip_address(ip.partition("%")[0])
    if isinstance(address, IPv6Address):
        wrapped = address.ipv4_mapped or address.sixtofour
        if wrapped is None and address in _NAT64:
            return is_public(str(ip_address(int(address) & 0xFFFFFFFF)))
        if wrapped is not None:
            return is_public(str(wrapped))
        if address.teredo or address.is_site_local:
            return False
    return address.is_global and not (address.is_multicast or address.is_reserved or address.is_unspecified)


def is_of_privacy(reason: str | None) -> bool:
    """Whether a failure's message says that the address was private, which an option allows."""
    return reason is not None and f" {_PRIVATE} " in reason


def resolve(host: str, port: int, *, allow_private: bool) -> list[Target]:
    """The checked socket addresses of a host; connections are made to these, so that no later answer counts.

    Raises Failed where the name has no address, or where one of its addresses is not of the public internet.
    """
    try:
        found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    except (OSError, UnicodeError) as error:
        raise Failed(
            f"no such host: {host}", advice="Check the address and the connection to the network."
        ) from error
    targets = [Target(family, place) for family, _, _, _, place in found]
    private = [str(target.address[0]) for target in targets if not is_public(str(target.address[0]))]
    if private and not allow_private:
        raise Failed(
            f"{host} {_PRIVATE} {private[0]}",
            advice="If you mean to reach your own network, allow it with --allow-private.",
            lasting=True,
        )
    return targets[:_MOST]
