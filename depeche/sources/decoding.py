"""Bytes to text: which encoding a file has, judged by what French looks like in it."""

import codecs
import re
from io import TextIOWrapper
from typing import BinaryIO, NamedTuple

# What a byte order mark at the start of a file says.
_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_SINGLE = ("cp1252", "iso8859-15", "mac-roman", "cp850")  # in order of trust where they score alike
_FRENCH = frozenset("éèêëàâçîïôûùüœÉÈÊÀÂÇÎÔŒ")
_MARKS_OF_PRESS = frozenset("«»’‘“”–—…€°·\u00a0\u202f")
_WORD = re.compile(r"[^\W\d_]+")
_SAMPLE = 200_000  # bytes that decide
_OPENING = 2_048  # bytes in which a file names its encoding
_NAMED = re.compile(rb"(?:charset|encoding)\s*=\s*[\"']?([\w.:-]{2,40})", re.IGNORECASE)
# What a name may stand for: encodings of the web, and none of Python's own, some of which are slow or no text.
_CODECS = re.compile(
    r"cp\d{3,4}|iso8859-\d+|mac-\w+|koi8-[rtu]|gb(?:2312|k|18030)|big5|shift_jis|euc_(?:jp|kr)|tis-620"
)
_LOST = 0.02  # share of a UTF-8 text's special characters that may be broken (a file cut in the middle)
_FOREIGN = 100_000  # bytes shown to charset-normalizer where French fits no encoding
_CONTROL = re.compile(r"[\x00-\x08\x0e-\x1a\x1c-\x1f]")


class Decoded(NamedTuple):
    """A text and the name of the encoding it was read with."""

    text: str
    encoding: str


def decode(data: bytes, *, charset: str | None = None) -> Decoded | None:
    """The text of some bytes, without its byte order mark; None where they are no text in any encoding.

    What the bytes themselves say counts first. The `charset` that came with them, or else the one that their own
    beginning names, is taken where their French fits it as well as any other encoding, or fits none.
    """
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            text = data[len(mark) :].decode(encoding, "replace")
            return (
                None
                if text.count("\ufffd") > 0.01 * len(text) + 1 or _is_noise(text)
                else Decoded(text, encoding)
            )
    wide = _wide(data)
    if wide:
        text = data[: len(data) // 2 * 2].decode(wide, "replace")
        return None if text.count("\ufffd") > 0.01 * len(text) or _is_noise(text) else Decoded(text, wide)
    if b"\x00" in data[:_SAMPLE]:
        return None
    try:
        return Decoded(data.decode("utf-8"), "utf-8")
    except UnicodeDecodeError:
        pass
    lenient = data.decode("utf-8", "replace")
    lost = lenient.count("\ufffd")
    special = sum(map(len, re.findall(r"[^\x00-\x7f]+", lenient)))
    if lost <= max(1, _LOST * special) and special > 2 * lost:
        return Decoded(lenient, "utf-8, partly broken")
    return _single(data, _codec(charset) or _declared(data))


def reader(stream: BinaryIO, decoded: Decoded) -> TextIOWrapper:
    """A stream of text in the encoding that its beginning was decoded with, line ends as they stand."""
    encoding = "utf-8" if decoded.encoding.startswith("utf-8") else decoded.encoding
    errors = "depeche-latin-1" if encoding == "cp1252" else "replace"
    return TextIOWrapper(stream, encoding=encoding, errors=errors, newline="\n")


def _wide(data: bytes) -> str | None:
    """UTF-16 without a mark: every other byte of Western text is zero."""
    sample = data[:4_000]
    if len(sample) < 20:
        return None
    even, odd = sample[0::2].count(0), sample[1::2].count(0)
    half = len(sample) // 2
    if odd > 0.6 * half and even < 0.1 * half:
        return "utf-16-le"
    return "utf-16-be" if even > 0.6 * half and odd < 0.1 * half else None


def _single(data: bytes, declared: str | None) -> Decoded | None:
    sample = data[:_SAMPLE]
    names = dict.fromkeys([declared, *_SINGLE] if declared else _SINGLE)
    scored = [(_score(_read(sample, name)), -order, name) for order, name in enumerate(names)]
    score, _, best = max(scored)
    encoding = best if score > 0 else declared or _guessed(data)
    if encoding is None:
        return None
    text = _read(data, encoding)
    return None if _is_noise(text) else Decoded(text, encoding)


def _guessed(data: bytes) -> str | None:
    """The encoding of a text that is no French."""
    from charset_normalizer import from_bytes

    guess = from_bytes(data[:_FOREIGN]).best()
    return guess.encoding if guess else None


def _declared(data: bytes) -> str | None:
    """The encoding that the beginning of an HTML, XML or mail file names."""
    found = _NAMED.search(data[:_OPENING])
    return _codec(found.group(1).decode("ascii", "ignore")) if found else None


def _codec(name: str | None) -> str | None:
    """The codec of an encoding's name; Latin-1 is cp1252, as browsers read it. None for what the bytes tell better."""
    try:
        known = codecs.lookup(name).name if name else ""
    except (LookupError, ValueError):
        return None
    if known in ("iso8859-1", "ascii"):
        return "cp1252"
    return known if _CODECS.fullmatch(known) else None


def _read(data: bytes, encoding: str) -> str:
    """Decode; the few bytes that cp1252 leaves open are read as Latin-1, as browsers do."""
    if encoding != "cp1252":
        return data.decode(encoding, "replace")
    return data.decode("cp1252", "depeche-latin-1")


def _latin(error: UnicodeError) -> tuple[str, int]:
    assert isinstance(error, UnicodeDecodeError)
    return error.object[error.start : error.end].decode("latin-1"), error.end


codecs.register_error("depeche-latin-1", _latin)


def _score(text: str) -> float:
    """How French the special characters of a text are: accents inside words, the press's marks between them."""
    score = 0.0
    for word in _WORD.findall(text):
        for at, char in enumerate(word):
            if char < "\x80":
                continue
            if char in _FRENCH:
                # A capital in the middle of a small word is a wrong reading: "dŽclarŽ", "rÈunion".
                wrong = char.isupper() and at > 0 and word[at - 1].islower()
                score += -1.0 if wrong else 1.0
            else:
                score -= 1.0
    for char in text:
        if char >= "\x80" and not char.isalpha():
            score += 0.5 if char in _MARKS_OF_PRESS else -1.0
    return score


def _is_noise(text: str) -> bool:
    """Whether a decoded text is binary data: control characters where words should be."""
    sample = text[:_SAMPLE]
    return len(_CONTROL.findall(sample)) > 0.01 * len(sample)
