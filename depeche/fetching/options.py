"""How far fetching goes: the limits that keep strangers' servers from holding or filling this machine."""

import msgspec

from depeche import __version__

MEGABYTE = 1_000_000


class FetchOptions(msgspec.Struct, frozen=True, kw_only=True):
    """What one request may take, and what it may reach.

    `seconds` bounds a whole answer, `silence` the time without a single byte, in seconds; `largest` the bytes that
    are transferred and `unpacked` those that they decompress to; `redirects` how many are followed. `pause` is the
    least time in seconds between two requests to one host, `side_by_side` the number of hosts that are asked at once.
    `allow_private` lets requests reach private, loopback and link-local addresses.
    """

    seconds: float = 30.0
    silence: float = 10.0
    largest: int = 10 * MEGABYTE
    unpacked: int = 20 * MEGABYTE
    redirects: int = 5
    pause: float = 1.0
    side_by_side: int = 8
    allow_private: bool = False
    agent: str = f"depeche/{__version__} (reader of press articles)"
