"""What the parser reads instead of the raw text: quotation marks of one kind, sentences that are not glued.

Press text is dirty: straight and curly quotation marks, "région.Le", "déclaré« Nous". The parser learnt clean text.
The readable text has the same words in the same order; a map leads each of its characters back to the raw text.
"""

import re

# One character for one, so that offsets stay: the parser reads line breaks and special blanks as plain blanks.
_PLAIN = str.maketrans(
    {"\n": " ", "\r": " ", "\t": " ", "\u00a0": " ", "\u202f": " ", "\u2009": " ", "\ufeff": " ", "\u200b": " ",
     "’": "'", "ʼ": "'", "“": "«", "”": "»", "„": "«", "\u2010": "-", "\u2011": "-"}
)  # fmt: skip
# A blank is missing where a stop, a closing mark and a capital touch, or where a word touches a quotation mark.
_GLUED = re.compile(
    r"(?<=[a-zà-ÿ]{2}[.!?…])(?=[A-ZÀ-ÖØ-Ý«][\w' ])"
    r"|(?<=\d{2}[.!?])(?=[A-ZÀ-ÖØ-Ý][a-zà-ÿ'])"
    r"|(?<=[»)\]][.!?…])(?=[A-ZÀ-ÖØ-Ý«])"
    r"|(?<=[»)\]])(?=[^\W\d])"
    r"|(?<=[^\W\d])(?=«)"
)


def make_readable(raw: str) -> tuple[str, list[int] | None]:
    """The text for the parser, and for each of its characters the index in `raw` (None when all stay in place)."""
    text = make_plain(raw)
    cuts = [match.start() for match in _GLUED.finditer(text)]
    if not cuts:
        return text, None
    pieces: list[str] = []
    origin: list[int] = []
    last = 0
    for cut in cuts:
        pieces += [text[last:cut], " "]
        origin += [*range(last, cut), cut]
        last = cut
    pieces.append(text[last:])
    origin += [*range(last, len(text) + 1)]
    return "".join(pieces), origin


def make_plain(raw: str) -> str:
    """Marks and blanks of one kind, one character for one: the form that the model was trained on."""
    return _direct_quotes(raw.translate(_PLAIN))


def _direct_quotes(text: str) -> str:
    """Straight quotation marks become opening or closing ones, by what touches them and by what is still open."""
    if '"' not in text:
        return text
    made = list(text)
    is_open = False
    for index, char in enumerate(text):
        if char == "«":
            is_open = True
        elif char == "»":
            is_open = False
        if char != '"':
            continue
        before = text[index - 1] if index else " "
        after = text[index + 1] if index + 1 < len(text) else " "
        touches_left, touches_right = not before.isspace() and before not in "('«[—–-", not after.isspace()
        if touches_left and not touches_right:
            opens = False
        elif touches_right and not touches_left:
            opens = after not in ",.;:!?)" or not is_open
        else:
            opens = not is_open
        made[index] = "«" if opens else "»"
        is_open = opens
    return "".join(made)
