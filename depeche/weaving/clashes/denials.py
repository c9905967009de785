"""What one article tells and the other denies: "n'a versé aucune rançon", "un versement de deux millions"."""

import re
from collections.abc import Iterator, Sequence

import msgspec

from depeche.model import Span
from depeche.weaving.clash_words import pattern_of, time_roots, words_of
from depeche.weaving.clashes.clash import Contradiction, Side, quoted
from depeche.weaving.senses import kinds, senses_of
from depeche.weaving.versions import Sentence, Version, Word
from depeche.weaving.wording import fold, likeness, stop_words

_CLAUSE = r"[^;:.!?»”\"]"
# A negation of what is past or present; what will not be, or may not, denies nothing that is told.
_NEGATED = re.compile(
    r"\bn(?:e\s+(?:l['’]|s['’]|lui\s+|leur\s+|nous\s+|vous\s+|l[ae]\s+|les\s+|se\s+|y\s+|m['’])*|['’](?:y\s+|en\s+)?)"
    r"(?:a|ai|ont|avons|avez|avait|avaient|est|sont|était|étaient|avoir|être|fut|furent|eut|eurent)\b"
    rf"(?P<rest>{_CLAUSE}{{0,110}})",
    re.I,
)
_NOTHING = re.compile(rf"\b(?:{pattern_of('nothing')})", re.I)
_NOBODY = re.compile(
    r"\b(?:personne|aucune?(?:\s+\w+){1,4}|nul(?:le)?(?:\s+\w+){0,3})\s+n['’e]\s*(?:a|ont|est|sont|avait|était)\b"
    rf"(?P<rest>{_CLAUSE}{{0,90}})",
    re.I,
)
_EXISTS = re.compile(
    rf"\bil\s+n['’]y\s+(?:a|avait|eut)\s+(?:(?:jamais|pas)\s+)?(?:eu\s+)?(?P<rest>{_CLAUSE}{{2,90}})", re.I
)
# Words of denying with what they deny.
_DENIED = re.compile(rf"\b(?:{pattern_of('denying')})(?P<rest>[^;:!?]{{3,220}})", re.I)
_DONE = re.compile(r"..(?:é|i|u|is|it|ert|eint|aint)(?:e|s|es)?$")  # participles
_SAID = (
    re.compile(r"\bselon\s+lesquel\w+\s+(?P<said>.{4,})", re.I),
    re.compile(r"\b(?:que\s+|qu['’]|avoir\s+|être\s+)(?P<said>.{4,})", re.I),
    re.compile(r"(?P<said>.{4,})"),
)
# What is asked, feared, promised or supposed is not told as done.
_UNREAL = re.compile(rf"\b(?:{pattern_of('unreal')})|\bn['’e]\b", re.I)
BEFORE = 30  # characters before an act's word in which such a word makes it unreal
SHARED = 2  # roots that both sentences have in common besides the act's own
TWIN = 0.75  # of the words: both articles print the denial
PREDICATE = 7  # words behind the negation that can be what it denies


class Denied(msgspec.Struct, frozen=True):
    """What a sentence denies: the clause, the acts that its words name, and the roots of these words.

    `named` says that it is a noun phrase ("toute livraison"), which tells less than a clause.
    """

    clause: Span
    named: bool
    senses: frozenset[str]
    roots: frozenset[str]
    sentence: Sentence


def clashing_denials(one: Version, two: Version) -> Iterator[Contradiction]:
    """What either article tells as done and the other denies."""
    for denied, teller in _clashes(one, two):
        yield Contradiction("status", "denial", _denying(one, denied), teller)
    for denied, teller in _clashes(two, one):
        yield Contradiction("status", "denial", teller, _denying(two, denied))


def _denying(version: Version, denied: Denied) -> Side:
    return Side(denied.sentence.span, denied.sentence.event, quoted(denied.clause.of(version.text)))


def _clashes(denier: Version, teller: Version) -> Iterator[tuple[Denied, Side]]:
    denials = [other.sentence.roots for other in teller.once(_denials)]
    for denied in denier.once(_denials):
        if any(likeness(denied.sentence.roots, other) >= TWIN for other in denials):
            continue
        found = [
            side
            for before, sentence in zip((None, *teller.sentences), teller.sentences, strict=False)
            if (side := _tells(teller, before, sentence, denied))
        ]
        if found:
            yield denied, max(found, key=lambda each: each[0])[1]


def _denials(version: Version) -> list[Denied]:
    found = []
    for sentence in version.sentences:
        seen = set[int]()
        for clause, named in _clauses(sentence):
            words = [word for word in sentence.words if clause.covers(word.span)][:PREDICATE]
            senses = frozenset(sense for word in words for sense in senses_of(word.text))
            roots = frozenset(word.root for word in words if senses_of(word.text)) or _undone(words)
            if roots and clause.end not in seen:
                seen.add(clause.end)
                found.append(Denied(clause, named, senses, roots, sentence))
    return found


def _undone(words: Sequence[Word]) -> frozenset[str]:
    """The root of the participle that a negation stands before, where no word names an act that the table knows."""
    if not words or words[0].text != "n":
        return frozenset()
    done = (word for word in words if _DONE.search(word.text) and fold(word.text) not in stop_words())
    verb = next(done, None)
    return frozenset({verb.root}) if verb and verb.text not in words_of("said") else frozenset()


def _clauses(sentence: Sentence) -> Iterator[tuple[Span, bool]]:
    start = sentence.span.start
    for pattern in (_NEGATED, _NOBODY, _EXISTS):
        for match in pattern.finditer(sentence.text):
            if pattern is not _NEGATED or _NOTHING.search(match["rest"]):
                yield Span(start + match.start(), start + match.end()), False
    for match in _DENIED.finditer(sentence.text):
        said = next(found for form in _SAID if (found := form.search(match["rest"])))
        yield (
            Span(start + match.start("rest") + said.start("said"), start + match.end()),
            said.re is _SAID[-1],
        )


def _tells(
    version: Version, before: Sentence | None, sentence: Sentence, denied: Denied
) -> tuple[int, Side] | None:
    """How much a sentence has in common with what is denied, and its side; None where it does not tell it as done.

    A matter that few acts are about may be told of in the sentence after the one that names whom it concerns.
    """
    told = [word for word in sentence.words if _names(word, denied) and _real(sentence, word)]
    if not told:
        return None
    senses = frozenset(sense for word in told for sense in senses_of(word.text)) & denied.senses
    rare = bool(senses & kinds("rare"))
    roots = sentence.roots | before.roots if rare and before else sentence.roots
    shared = (denied.sentence.roots & roots) - denied.roots - {word.root for word in told} - time_roots()
    common = senses <= kinds("common")  # a participle alone, too
    wanted = SHARED - rare + common + denied.named - (len(senses) > 1)
    if len(shared) < wanted:
        return None
    first, last = told[0].span.start, told[-1].span.end
    around = Span(max(sentence.span.start, first - 40), min(sentence.span.end, last + 60))
    return len(shared), Side(sentence.span, sentence.event, quoted(around.of(version.text)))


def _names(word: Word, denied: Denied) -> bool:
    """Whether a word names the denied act."""
    if denied.senses:
        return bool(senses_of(word.text) & denied.senses)
    return word.root in denied.roots and bool(_DONE.search(word.text))


def _real(sentence: Sentence, word: Word) -> bool:
    end = word.span.start - sentence.span.start
    return not _UNREAL.search(sentence.text, max(0, end - BEFORE), end)
