"""Acts that count their time from the act before: "aussitôt", "dans la soirée", "au même moment", "depuis lors"."""

from depeche.language.token import Token
from depeche.reading.events.acts import SPOKEN, Act
from depeche.reading.events.attachments import holders
from depeche.reading.events.calendar import DAY
from depeche.reading.events.scene import Scene
from depeche.reading.events.words import phrases

REACH = 3  # sentences


def _by_opening(use: str) -> dict[str, list[tuple[str, ...]]]:
    """The phrases of one use by their first word, in the order of the table."""
    found: dict[str, list[tuple[str, ...]]] = {}
    for phrase in phrases(use):
        words = tuple(phrase.split())
        found.setdefault(words[0], []).append(words)
    return found


SAME_DAY = _by_opening("words of the same day")
PARTS = _by_opening("parts of the day")
TURNS = _by_opening("words of one's turn")
SINCE = _by_opening("words of since then")
OPENINGS = SAME_DAY.keys() | PARTS.keys() | SINCE.keys()


class Echoes:
    """The words of an article that are told on the day, or since the day, of what was told before."""

    def __init__(self, scene: Scene) -> None:
        self._scene = scene
        self._same: set[int] = set()
        self._part: set[int] = set()
        self._turn: set[int] = set()
        self._since: set[int] = set()
        for sentence in scene.parse.sentences:
            for start, token in enumerate(sentence.tokens):
                if token.lower not in OPENINGS:
                    continue
                rest = sentence.tokens[start:]
                if (found := _opening(rest, SAME_DAY)) and not _is_dated(rest, len(found), scene):
                    self._same.update(_held(found, sentence.tokens))
                elif (found := _opening(rest, PARTS)) and not _is_dated(rest, len(found), scene):
                    self._part.update(_held(found, sentence.tokens))
                elif found := _opening(rest, TURNS):
                    self._turn.update(_held(found, sentence.tokens))
                elif (found := _opening(rest, SINCE)) and not _goes_on(rest, len(found)):
                    self._since.update(_held(found, sentence.tokens))

    def date(self, act: Act, before: list[Act], *, published: str | None) -> str | None:
        """The date that an act takes from the dated act before it, or None where no word says so."""
        numbers = {act.token.i, *(() if act.verb is None else (act.verb.i,))}
        same, part, since = (bool(numbers & held) for held in (self._same, self._part, self._since))
        same = same or (act.type == "CONSULT" and bool(numbers & self._turn))  # "reçu à son tour par …"
        if not same and not part and (not since or act.type in SPOKEN):
            return None
        told = (self._last_told(act) if since else None) or self._last_date(act, before, of_day=part)
        if told is None:
            return None if since or published is None or not DAY.match(published) else published
        return f"{told}/.." if since else told

    def _last_told(self, act: Act) -> str | None:
        """The last day or month that the sentences before name: "depuis lors" counts from there."""
        found = None
        for moment in self._scene.moments:
            if moment.span.start >= act.token.start:
                break
            tokens = self._scene.parse.tokens_in(moment.span)
            near = bool(tokens) and act.token.sentence - tokens[0].sentence <= REACH
            if near and moment.edtf and (DAY.match(moment.edtf) or len(moment.edtf) == len("2024-05")):
                found = moment.edtf if moment.edtf[:4].isdigit() else found
        return found

    def _last_date(self, act: Act, before: list[Act], *, of_day: bool) -> str | None:
        for other in reversed(before):
            if act.token.sentence - other.token.sentence > REACH:
                break
            if other.date is not None and other.status == "actual" and other.token is not act.token:
                told = other.date.partition("/")[2] or other.date
                if DAY.match(told) or (not of_day and told[:4].isdigit() and len(told) > len("2024")):
                    return told
        return None


def _opening(tokens: list[Token], wanted: dict[str, list[tuple[str, ...]]]) -> list[Token]:
    """The first tokens where they spell one of the phrases, else none."""
    for phrase in wanted.get(tokens[0].lower, ()):
        if tuple(token.lower for token in tokens[: len(phrase)]) == phrase:
            return tokens[: len(phrase)]
    return []


def _is_dated(rest: list[Token], length: int, scene: Scene) -> bool:
    """ "dans la nuit **de mardi à mercredi**": the phrase is part of an expression with a day of its own."""
    if length >= len(rest):
        return False
    after = rest[length]
    inside = any(moment.span.start <= rest[0].start < moment.span.end for moment in scene.moments)
    starts = any(after.start <= moment.span.start <= after.end + 1 for moment in scene.moments)
    return inside or starts


def _goes_on(rest: list[Token], length: int) -> bool:
    """ "depuis **2019**": a bare "depuis" ends its phrase."""
    return (
        length < len(rest)
        and rest[0].lower == "depuis"
        and length == 1
        and rest[1].pos not in ("PUNCT", "VERB", "AUX", "ADV", "CCONJ")
    )


def _held(phrase: list[Token], sentence: list[Token]) -> set[int]:
    """The words that a phrase dates: what it hangs on, and the verb whose clause it opens or follows."""
    found = {holder.i for holder in holders(phrase)}
    if phrase[0].i <= sentence[0].i + 1:
        roots = [token for token in sentence if token.dep == "ROOT"]
        found.update(token.i for token in roots)
    verb = next(
        (
            token
            for token in reversed(sentence)
            if token.i < phrase[0].i and token.pos not in ("ADV", "PUNCT")
        ),
        None,
    )
    if verb is not None and verb.pos == "VERB":
        found.add(verb.i)
    return found
