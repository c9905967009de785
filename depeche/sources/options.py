"""What a caller may say about the sources he opens."""

import msgspec

MEGABYTE = 1_000_000


class SourceOptions(msgspec.Struct, frozen=True, kw_only=True):
    """How sources are opened, and what the user knows about all of them.

    `published` (EDTF) and `outlet` are given by the user and win over what a container says. `largest` is the size in
    bytes above which a file is refused; `unpacked` bounds what one archive may unpack to, in bytes, and `members` how
    many files it may hold. `any_language` keeps texts that are not French. `passed` are files and folders that are
    passed over inside the folders that are read: what a run itself writes there.
    """

    published: str | None = None
    outlet: str | None = None
    largest: int = 50 * MEGABYTE
    unpacked: int = 500 * MEGABYTE
    members: int = 20_000
    any_language: bool = False
    passed: tuple[str, ...] = ()
