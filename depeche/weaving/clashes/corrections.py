"""What one article says and the other expressly denies: "à Oum Qasr, et non au poste d'Abdali"."""

import re
from collections.abc import Iterator

from depeche.model import Span
from depeche.weaving.clashes.clash import Contradiction, Matter, Side, quoted
from depeche.weaving.quantities import counts_in, demonyms, number_in
from depeche.weaving.versions import Sentence, Version
from depeche.weaving.wording import fold

_NOT = re.compile(
    r",?\s+(?:et|mais)\s+non\s+(?:pas\s+|plus\s+)?(?P<denied>[^,;:.!?()»\"”]{2,60})"
    r"|\s+plutôt\s+qu(?:e\s+|['’])(?P<rather>(?:à|au|aux|en|dans)\s[^,;:.!?()»\"”]{2,60})"
)
_NAME = re.compile(r"\b[A-ZÀ-ÝŒ][\w'’-]{2,}")
_PLACE = re.compile(r"(?:à|au|aux|en|dans|près|sur|chez|de|depuis|vers)\b", re.I)
SHARED = 2  # roots and acts that the denying and the denied sentence have in common besides the denied name
SAID = 60  # characters before the denial that hold what is said instead


def clashing_corrections(one: Version, two: Version) -> Iterator[Contradiction]:
    """What either article gives as not so, and the other as so."""
    for denial, sentence in one.once(_denials):
        for found in _told(two, denial, sentence, one):
            yield Contradiction(found[0], "correction", found[1], found[2])
    for denial, sentence in two.once(_denials):
        for found in _told(one, denial, sentence, two):
            yield Contradiction(found[0], "correction", found[2], found[1])


def _denials(version: Version) -> list[tuple[Span, Sentence]]:
    found = []
    for sentence in version.sentences:
        for match in _NOT.finditer(sentence.text):
            group = "denied" if match["denied"] else "rather"
            start = sentence.span.start
            found.append((Span(start + match.start(group), start + match.end(group)), sentence))
    return found


def _told(
    other: Version, denial: Span, sentence: Sentence, version: Version
) -> Iterator[tuple[Matter, Side, Side]]:
    """What is told of the denied: the matter, the denying side and the telling one; the first found."""
    denied = denial.of(version.text)
    start = max(sentence.span.start, denial.start - SAID)
    said = Span(start, denial.end).of(version.text)
    own = Side(
        sentence.span,
        sentence.event,
        quoted(said if start == sentence.span.start else "… " + said.split(" ", 1)[-1]),
    )
    number = number_in(denied)
    if number is not None:
        counted = [count for count in counts_in(sentence) if count.span.start < denial.start]
        nouns = {count.noun for count in counted}
        for where in other.sentences:
            for count in counts_in(where):
                if count.value == number and count.noun in nouns:
                    yield "number", own, Side(where.span, where.event, quoted(count.span.of(other.text)))
                    return
        return
    names = {fold(name) for name in _NAME.findall(denied)} - demonyms().keys()
    matter: Matter = "place" if _PLACE.match(denied) else "roles"
    if not names:
        return
    rest = sentence.roots - {word.root for word in sentence.words if fold(word.text) in names}
    for where in other.sentences:
        told = {fold(name): name for name in _NAME.findall(where.text)}
        shared = len(rest & where.roots) + len(sentence.senses & where.senses)
        if names & told.keys() and shared >= SHARED and not _NOT.search(where.text):
            yield matter, own, Side(where.span, where.event, quoted(where.text))
            return
