"""UTF-8 that was once read as cp1252: "dÃ©clarÃ©" for "déclaré", mended only where no doubt is left."""

import re

_CONTINUATION = "".join(
    sorted({bytes([byte]).decode("cp1252", "replace") for byte in range(0x80, 0xC0)} - {"\ufffd"})
    + [chr(byte) for byte in (0x81, 0x8D, 0x8F, 0x90, 0x9D)]
)
_TAIL = f"[{re.escape(_CONTINUATION)}]"
_BROKEN = re.compile(f"[\u00c2-\u00df]{_TAIL}|[\u00e0-\u00ef]{_TAIL}{{2}}|[\u00f0-\u00f4]{_TAIL}{{3}}")
_SIGN = re.compile("[ÃÂ]")
# What French pages hold, and what therefore can be meant: Latin letters, signs of currency and punctuation.
_MEANT = re.compile("[\u00a0-\u024f\u2010-\u203a\u20ac\u2122\u202f\ufeff\u2190-\u2199]")


def mend(text: str) -> tuple[str, int]:
    """The text with mojibake undone, and how many characters were mended.

    Nothing is changed unless every "Ã" or "Â" of the text is part of a broken character, so that a true "Â" proves
    the text sound. Runs twice for text that was broken twice.
    """
    mended = 0
    for _ in range(2):
        if not _SIGN.search(text) and "â€" not in text:
            break
        broken = [found for found in _BROKEN.finditer(text) if _meant(found.group())]
        if not broken:
            break
        signs = sum(1 for _ in _SIGN.finditer(text))
        explained = sum(len(_SIGN.findall(found.group())) for found in broken)
        if explained < signs:
            break
        text = _BROKEN.sub(lambda found: _meant(found.group()) or found.group(), text)
        mended += len(broken)
    return text, mended


def _meant(run: str) -> str | None:
    """The character that a broken run stands for, None where it stands for itself."""
    data = b"".join(_byte(char) for char in run)
    try:
        char = data.decode("utf-8")
    except UnicodeDecodeError:
        return None
    return char if _MEANT.fullmatch(char) or char in "ÃÂâ" else None


def _byte(char: str) -> bytes:
    try:
        return char.encode("cp1252")
    except UnicodeEncodeError:
        return bytes([ord(char)]) if ord(char) < 0x100 else b"\xff"
