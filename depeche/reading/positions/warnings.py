"""What a warning is about: "si Riga livrait ces armes", "toute attaque aurait des conséquences"."""

import re
from collections.abc import Iterator, Sequence

from depeche.language.token import Parse
from depeche.model import Event, Span, Stance, Statement
from depeche.reading.positions.issues import fold
from depeche.reading.positions.stances import Stand

_IF = re.compile(r"\b(?:si\s|s'(?=ils?\s))(?P<deed>[^.;:»”]{8,})")
_ANY = re.compile(
    r"\btoute? (?:nouvelle? |autre )?(?P<deed>\w{5,}[^.;:»”]{8,}?) (?:aura|porter|entraîner|ser|provoquer|vaudr)\w+"
)
_WARNING = re.compile(r"(?:\w+ )?(?:avert|préven|prévien|met\w* en garde|mis\w* en garde|menac)")
_WITHHELD = re.compile(r"\bn(?:e |')")
_FOLLOWS = re.compile(
    r"\b(?:conséquen|ripost|répond|répliqu|représailles|prix|coup|menac|averti|avertit|préven|prévien)"
)


def stands_of_warnings(
    parse: Parse, statements: Sequence[Statement], events: Sequence[Event]
) -> Iterator[Stand]:
    """Who threatens if something is done opposes it; who threatens if it is not done calls for it."""
    for event in events:
        if event.type == "THREATEN" and event.status in ("actual", "alleged"):
            for actor in event.actor:
                if found := _find_deed(event.evidence[0], parse):
                    stance, deed = found
                    yield Stand(actor, stance, event.evidence[0], content=(deed,), date=event.date)
    for statement in statements:
        if statement.cue and _WARNING.match(fold(statement.cue.of(parse.text))):
            sentence = parse.sentence_of(parse.tokens_in(statement.content[0])[0]).span
            if found := _find_deed(sentence, parse):
                stance, deed = found
                yield Stand(statement.speaker.actor, stance, sentence, content=(deed,))


def _find_deed(sentence: Span, parse: Parse) -> tuple[Stance, Span] | None:
    """The deed that a warning is about and the stance on it; None where it names none, or no harm that follows."""
    told = fold(sentence.of(parse.text))
    found = _IF.search(told) or _ANY.search(told)
    if found is None or not _FOLLOWS.search(told):
        return None
    deed = Span(sentence.start + found.start("deed"), sentence.start + found.end("deed"))
    return "calls_for" if _WITHHELD.search(found["deed"]) else "opposes", deed
