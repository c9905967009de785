"""RTF to text: enough of the format for articles; pictures, fonts and field codes are passed over."""

import re

_TOKEN = re.compile(
    rb"\\([a-z]{1,32})(-?\d{1,10})?[ ]?|\\'([0-9a-fA-F]{2})|\\([^a-z'])|([{}])|([^\\{}\r\n]+)|[\r\n]+",
    re.IGNORECASE,
)
# Groups whose content is no text of the document.
_SILENT = frozenset(
    {
        b"fonttbl",
        b"colortbl",
        b"stylesheet",
        b"info",
        b"pict",
        b"object",
        b"themedata",
        b"datastore",
        b"generator",
    }
    | {
        b"listtable",
        b"listoverridetable",
        b"rsidtbl",
        b"latentstyles",
        b"filetbl",
        b"revtbl",
        b"xmlnstbl",
        b"fldinst",
    }
    | {b"header", b"footer", b"headerl", b"headerr", b"footerl", b"footerr", b"footnote", b"nonshppict"}
)
_BREAKS = {
    b"par": "\n", b"line": "\n", b"sect": "\n", b"row": "\n", b"tab": "\t", b"cell": "\t", b"page": "\f",
    b"emdash": "—", b"endash": "–", b"lquote": "‘", b"rquote": "’", b"ldblquote": "“", b"rdblquote": "”",
    b"bullet": "•", b"emspace": " ", b"enspace": " ",
}  # fmt: skip
_SYMBOLS = {b"~": "\u00a0", b"_": "-", b"-": "", b"\\": "\\", b"{": "{", b"}": "}"}
_DEEPEST = 2_000  # groups; a real document has a few dozen


def is_rtf(data: bytes) -> bool:
    """Whether bytes begin as an RTF document."""
    return data[:200].lstrip().startswith(b"{\\rtf")


def rtf_text(data: bytes) -> str:
    """The text of an RTF document: paragraphs end with a line break, cells with a tab, pages with a form feed."""
    out: list[str] = []
    pending = bytearray()  # bytes in the document's code page
    encoding = "cp1252"
    stack: list[tuple[bool, int]] = []
    silent, skip, width = False, 0, 1
    starred = False

    def flush() -> None:
        if pending:
            out.append(pending.decode(encoding, "replace"))
            pending.clear()

    for token in _TOKEN.finditer(data):
        word, number, code, symbol, brace, plain = token.groups()
        if brace == b"{":
            if len(stack) < _DEEPEST:
                stack.append((silent, width))
            starred = False
            continue
        if brace == b"}":
            flush()
            if stack:
                silent, width = stack.pop()
            starred = False
            continue
        if word:
            word = word.lower()
            value = int(number) if number else 0
            if word in _SILENT or starred:
                flush()
                silent = True
            elif word == b"ansicpg" and number:
                encoding = _known(value)
            elif word == b"mac":
                encoding = "mac-roman"
            elif word == b"uc":
                width = max(0, min(value, 8))
            elif word == b"u" and not silent:
                flush()
                out.append(chr(value % 0x10000))
                skip = width
            elif word == b"bin":
                silent = True
            elif word in _BREAKS and not silent:
                flush()
                out.append(_BREAKS[word])
            starred = False
            continue
        if symbol == b"*":
            starred = True
            continue
        if silent:
            continue
        if code:
            if skip:
                skip -= 1
            else:
                pending.append(int(code, 16))
        elif symbol:
            flush()
            out.append(_SYMBOLS.get(symbol, "\n" if symbol in b"\r\n" else ""))
        elif plain:
            pending += plain[skip:]
            skip = max(0, skip - len(plain))
    flush()
    return _joined_surrogates("".join(out))


def _known(codepage: int) -> str:
    name = {65001: "utf-8", 10000: "mac-roman"}.get(codepage, f"cp{codepage}")
    try:
        "".encode(name)
    except LookupError:
        return "cp1252"
    return name


def _joined_surrogates(text: str) -> str:
    """Two halves of one character, as RTF writes those beyond the basic plane, made one."""
    return text.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")
