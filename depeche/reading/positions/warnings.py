"""What a warning is about: "si Riga livrait ces armes", "toute attaque aurait des conséquences"."""

import re
from collections.abc import Iterator, Sequence

from depeche.language.token import Parse
from depeche.model import Event, Span, Stance, Statement
from depeche.reading.positions.issues import Story, fold
from depeche.reading.positions.stances import Stand

_IF = re.compile(r"\b(?:si\s|s'(?=ils?\s))(?P<deed>[^.;:»”]{8,})")
_ANY = re.compile(
    r"\btoute? (?:nouvelle? |autre )?(?P<deed>\w{5,}[^.;:»”]{8,}?) "
    r"(?:(?:aura|porter|entraîner|ser|provoquer|vaudr|constituer|deviendr|appeller|recevr|déclencher|franchir|"
    r"susciter|signifier|équivaudr)\w+|constitue|équivaut)"
)
_WARNING = re.compile(r"(?:\w+ )?(?:avert|préven|prévien|met\w* en garde|mis\w* en garde|menac)")
_WITHHELD = re.compile(r"\bn(?:e |')")
# Who does not stop does it: "si Riga ne cesse pas de livrer", "s'ils ne renonçaient pas à ce projet".
_GOING_ON = re.compile(
    r"\bn(?:e |')(?:\w+ )?(?:cess|arrêt|renonc|s'abst|abst|mett\w* (?:pas )?(?:fin|un terme))"
)
_NAMED = re.compile(r"(?:l['’]|l[ae] |les )?[A-ZÉÈÀÎÔ]")
_FOLLOWS = re.compile(
    r"\b(?:conséquen|ripost|répond|répliqu|représailles|prix|coup|menac|averti|avertit|préven|prévien|"
    r"cible|sanction|mesures|guerre|ligne rouge|provocation|casus belli|agression|escalade)"
)


def stands_of_warnings(
    parse: Parse, statements: Sequence[Statement], events: Sequence[Event], story: Story
) -> Iterator[Stand]:
    """Who threatens if something is done opposes it; who threatens if it is not done calls for it.

    What stands behind "si" must be some side's deed or an issue: "si un seul soldat s'approche" is neither.
    """
    for event in events:
        if event.type == "THREATEN" and event.status in ("actual", "alleged"):
            for actor in event.actor:
                if found := _find_deed(event.evidence[0], parse, story):
                    stance, deed = found
                    yield Stand(actor, stance, event.evidence[0], content=(deed,), date=event.date)
    for statement in statements:
        if statement.cue and _WARNING.match(fold(statement.cue.of(parse.text))):
            sentence = parse.sentence_of(parse.tokens_in(statement.content[0])[0]).span
            if found := _find_deed(sentence, parse, story):
                stance, deed = found
                yield Stand(statement.speaker.actor, stance, sentence, content=(deed,))


def _find_deed(sentence: Span, parse: Parse, story: Story) -> tuple[Stance, Span] | None:
    """The deed that a warning is about and the stance on it; None where it names none, or no harm that follows."""
    told = fold(sentence.of(parse.text))
    found = _IF.search(told)
    if found and not _is_issue(found["deed"], sentence.of(parse.text)[found.start("deed") :], story):
        return None
    found = found or _ANY.search(told)
    if found is None or not _FOLLOWS.search(told):
        return None
    deed = Span(sentence.start + found.start("deed"), sentence.start + found.end("deed"))
    return "calls_for" if _is_withheld(found["deed"]) else "opposes", deed


def _is_issue(deed: str, told: str, story: Story) -> bool:
    """Whether a deed is withheld or goes on, is an issue of the story, or something new that a named side would do."""
    listed = any(issue.stands_in(deed) for issue in story.issues)
    pending = _is_withheld(deed) or _GOING_ON.search(deed)
    return bool(pending) or listed or (_NAMED.match(told) is not None and "continu" not in deed)


def _is_withheld(deed: str) -> bool:
    """Whether the warning is against leaving something undone."""
    return _WITHHELD.search(deed) is not None and _GOING_ON.search(deed) is None
