"""Addresses of the web: which are fit to be asked, and which mean the same page."""

import re
from functools import cache
from urllib.parse import parse_qsl, quote, urlencode, urljoin, urlsplit, urlunsplit

from depeche.fetching.failed import Failed
from depeche.lexicon import table

_LONGEST = 4_096  # characters
_CONTROL = re.compile(r"[\x00-\x1f\x7f\ud800-\udfff]")
_HOST = re.compile(r"[a-z0-9._-]{1,253}|[0-9a-f:.]+")
_PORTS = {"http": 80, "https": 443}
# What may stand in a path or query as it is; everything else is percent-encoded.
_KEPT = "%/:=&?~+!$,;'@()*[]|"
# An AMP page at a cache of somebody else's: the publisher's own address stands in the path.
_CACHED = re.compile(r"(?:[\w-]+\.cdn\.ampproject\.org/[a-z]|(?:www\.)?google\.\w+/amp)/(s/)?(.+)")
_SAME_SITE = re.compile(r"^(?:www|amp|m|mobile)\.")
# A slug of three words or more, or a number of three digits or more: the address of one article.
_OF_ONE_ARTICLE = re.compile(r"\w+[-_]\w+[-_]\w+|\d{3,}")


def is_address(text: str) -> bool:
    """Whether a text is meant as an address of the web and not as a path."""
    return re.match(r"https?://", text, re.IGNORECASE) is not None


def clean(address: str, *, base: str = "") -> str:
    """An address that is fit to be asked, in one spelling and without its fragment; relative ones start from `base`.

    Raises Failed for other schemes than http and https, for names and passwords in it, and for what is no address.
    """
    text = address.strip()
    if len(text) > _LONGEST or _CONTROL.search(text):
        raise _unfit(address, "it is no address")
    try:
        parts = urlsplit(urljoin(base, text))
        port = parts.port
        host = (parts.hostname or "").rstrip(".")
        host = host if host.isascii() else host.encode("idna").decode("ascii")
    except ValueError as error:
        raise _unfit(address, "it is no address") from error
    if parts.scheme not in _PORTS:
        raise _unfit(address, "only http and https are fetched")
    if parts.username is not None or parts.password is not None:
        raise _unfit(address, "it carries a user name or password")
    if not _HOST.fullmatch(host) or port == 0:
        raise _unfit(address, "it names no host")
    place = f"[{host}]" if ":" in host else host
    if port not in (None, _PORTS[parts.scheme]):
        place = f"{place}:{port}"
    path = quote(parts.path, safe=_KEPT) or "/"
    return urlunsplit((parts.scheme, place, path, quote(parts.query, safe=_KEPT), ""))


def own(address: str) -> str:
    """The publisher's own address of a page that is given by the address of an AMP cache; others as they are."""
    found = _CACHED.fullmatch(address.partition("://")[2])
    return clean(f"http{'s' if found[1] else ''}://{found[2]}") if found else address


def key(address: str) -> str:
    """What is the same for all spellings of a clean address: scheme, `www.`, tracking and a last slash left out."""
    parts = urlsplit(address)
    query = parts.query
    if query:
        pairs = parse_qsl(query, keep_blank_values=True)
        kept = [(name, value) for name, value in pairs if not _tracks(name.lower())]
        query = query if len(kept) == len(pairs) else urlencode(kept)
    place = parts.netloc.removeprefix("www.")
    return f"{place}{parts.path.rstrip('/')}{'?' + query if query else ''}"


def canonical(said: str | None, address: str) -> str:
    """The address under which a page at `address` wants to be known: what it says itself, where that can be.

    A page may speak for its own site alone, and only name the address of one article: else a broken or hostile page
    would make others vanish.
    """
    if not said:
        return address
    try:
        named = clean(said, base=address)
    except Failed:
        return address
    one, two = (_SAME_SITE.sub("", urlsplit(each).netloc) for each in (named, address))
    parts = urlsplit(named)
    single = _OF_ONE_ARTICLE.search(f"{parts.path}?{parts.query}") is not None
    return named if one == two and single else address


def host_of(address: str) -> str:
    """The host and port of a clean address."""
    return urlsplit(address).netloc


def stem_of(address: str) -> str | None:
    """The last part of a clean address's path without its extension, as name of an article; None without one."""
    last = urlsplit(address).path.rstrip("/").rpartition("/")[2]
    return re.sub(r"\.\w{1,5}$", "", last) or None


def _tracks(name: str) -> bool:
    names, prefixes = _tracking()
    return name in names or name.startswith(prefixes)


@cache
def _tracking() -> tuple[frozenset[str], tuple[str, ...]]:
    found = [row["parameter"] for row in table("tracking")]
    names = frozenset(name for name in found if not name.endswith("*"))
    return names, tuple(name[:-1] for name in found if name.endswith("*"))


def _unfit(address: str, reason: str) -> Failed:
    return Failed(
        f"the address {address[:200]!r} is not fetched: {reason}", advice="Check the address.", lasting=True
    )
