"""Where the subject of a verb stands in the words: the phrase or pronoun that names who speaks.

The row of words decides before the tree does: around commas, relative clauses and quotations the tree often hangs
the verb on the wrong noun.
"""

from dataclasses import dataclass

from depeche.language.syntax import own_subjects
from depeche.reading.statements.governing import governing_verb
from depeche.reading.statements.passages import Passage
from depeche.reading.statements.phrases import NounPhrase, can_speak, noun_phrase
from depeche.reading.statements.scene import Scene
from depeche.reading.statements.subject_phrases import beside_relative, come_before, free_phrases
from depeche.reading.statements.verbal import is_narrative, narrator
from depeche.reading.statements.verbs import VerbGroup, tempus
from depeche.reading.statements.words import word_class

RELATIVE = {"qui", "lequel", "laquelle", "lesquels", "lesquelles"}
EXPLAINING = {
    "qui",
    "dont",
    "où",
    "lequel",
    "laquelle",
    "lesquels",
    "lesquelles",
}  # open an insertion on a noun
PERSONAL = {"il", "elle", "ils", "elles", "on"}
FIRST_PERSON = {"je", "j'", "nous"}
OPENERS = {"que", "qu'", "si", "car", "mais", "et", "tandis", "puisque", "dont", "où", "comme", "lorsque",
           "quand"}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Subject:
    """Who does what a verb says: phrases (several in a list of names), or a pronoun, by token index.

    `previous` is whoever spoke last; `author` the text itself ("nous l'avons écrit"), which makes no statement.
    """

    phrases: tuple[NounPhrase, ...] = ()
    pronoun: int | None = None
    previous: bool = False
    author: bool = False


def subject_of(scene: Scene, group: VerbGroup) -> Subject | None:
    """The subject of a verb group, its own or the one that its clause gives it; None where the words give none."""
    if group.head in scene.incises:
        phrase, pronoun = scene.incises[group.head]
        if phrase is not None:
            return Subject((phrase,))
        if pronoun is not None:
            return Subject(pronoun=pronoun)
    if group.form in ("infinitive", "present participle") and is_narrative(scene, group):
        named = narrator(scene, group)
        return Subject((named,)) if named is not None else Subject(previous=True)
    if group.form == "present participle":
        return _of_participle(scene, group)
    if group.form == "infinitive":
        governor = governing_verb(scene, group)
        if governor is not None and governor.form == "past participle":
            come = come_before(scene, governor)
            return Subject((come,)) if come is not None else _of_main_verb(scene, group)
        return subject_of(scene, governor) if governor is not None else _of_main_verb(scene, group)
    if group.form == "past participle":
        return _of_main_verb(scene, group)
    return _of_finite(scene, group)


def _of_finite(scene: Scene, group: VerbGroup) -> Subject | None:
    passage = scene.passage
    if group.pronoun is not None:
        return Subject(pronoun=group.pronoun)
    k = _before(passage, group.start)
    lower = passage.lower(k) if k >= 0 else ""
    if lower in FIRST_PERSON:
        return Subject(author=True)
    if lower in RELATIVE or lower in PERSONAL:
        return Subject(pronoun=k)
    if lower in ("et", "mais", "puis", "ou"):
        partner = _coordinated_with(scene, group)
        if partner is not None:
            return subject_of(scene, partner)
    return _scanned(scene, group, k)


def _coordinated_with(scene: Scene, group: VerbGroup) -> VerbGroup | None:
    """The earlier verb whose subject a verb behind "et" shares: alike in tense, in a main clause, a reporting verb."""
    passage = scene.passage
    earlier = [other for other in scene.finite_between(0, group.start) if passage.outside(other.head)]
    alike = [other for other in earlier if tempus(passage, other) == tempus(passage, group)]
    main = [other for other in earlier if not scene.is_subordinate(other, 0)]
    both = [other for other in alike if other in main]
    told = [other for other in alike if other.head in scene.cues]
    for chosen in (both, told, main, alike, earlier):
        if chosen:
            return chosen[-1]
    return None


def _scanned(scene: Scene, group: VerbGroup, last: int) -> Subject | None:
    """The noun phrase that ends at the verb, else the first of its clause; no preposition introduces it."""
    passage = scene.passage
    phrases = beside_relative(
        scene, free_phrases(scene, _clause_start(scene, group, last), group.start), last
    )
    adjacent = [phrase for phrase in phrases if phrase.end == last + 1]
    if adjacent:
        plural = passage.tokens[group.carrier].feat("Number") == "Plur"
        listed = _listed(passage, phrases, adjacent[0]) if plural else []
        return Subject(tuple(listed) or (adjacent[0],))
    tree = {passage.index_of(token) for token in own_subjects(passage.tokens[group.head])}
    able = [phrase for phrase in phrases if can_speak(passage, phrase, scene.cast)]
    chosen = able or phrases
    if passage.lower(last) == ",":  # an insertion stands between: "Caracas, qui revendique l'îlot, nie …"
        before = [phrase for phrase in phrases if passage.lower(phrase.end) == "," and phrase.end < last]
        opened = [phrase for phrase in before if passage.lower(phrase.start - 1) in OPENERS - {"et"}
                  and passage.lower(phrase.end + 1) in EXPLAINING]  # fmt: skip
        chosen = [phrase for phrase in before if phrase.head in tree] or opened[-1:] or chosen
    elif phrases:
        chosen = [phrase for phrase in phrases if phrase.head in tree] or chosen
    if chosen:
        plural = passage.tokens[group.carrier].feat("Number") == "Plur"
        lists = [_listed(passage, phrases, phrase) for phrase in phrases if plural]
        listed = next((phrases for phrases in lists if chosen[0] in phrases), [])
        return Subject(tuple(listed) or (chosen[0],))
    for at in sorted(k for k in tree if k is not None and passage.quote[k] is None):
        return Subject((NounPhrase(at, at, at + 1),))
    return None


def _of_main_verb(scene: Scene, group: VerbGroup) -> Subject | None:
    """The subject of the sentence's last main verb before a verb form without one, incises included."""
    passage = scene.passage
    earlier = [
        other for other in scene.groups
        if other.is_finite and other.start < group.start
        and (passage.outside(other.head) or other.head in scene.incises)
    ]  # fmt: skip
    main = [other for other in earlier if other.head in scene.incises or not scene.is_subordinate(other, 0)]
    for chosen in (main, earlier):
        if chosen:
            return subject_of(scene, chosen[-1])
    later = _main_after(scene, group)
    return subject_of(scene, later[0]) if later else None


def _main_after(scene: Scene, group: VerbGroup) -> list[VerbGroup]:
    return [
        other for other in scene.finite_between(group.end, len(scene.passage))
        if not scene.is_subordinate(other, group.end)
    ]  # fmt: skip


def _of_participle(scene: Scene, group: VerbGroup) -> Subject | None:
    passage = scene.passage
    if group.start <= passage.first + 2 and passage.lower(group.start - 1) != ",":
        later = _main_after(scene, group)
        if later:
            return subject_of(scene, next((other for other in later if other.head in scene.cues), later[0]))
    k = _before(passage, group.start)
    if not group.gerund and k >= 0 and passage.pos(k) in ("NOUN", "PROPN", "ADJ"):
        for start in range(max(0, k - 10), k + 1):
            phrase = noun_phrase(passage, start, limit=group.start)
            if phrase is not None and phrase.end == k + 1:
                if passage.pos(start - 1) == "ADP" and not can_speak(passage, phrase, scene.cast):
                    continue
                if passage.tokens[phrase.head].lemma.lower() not in word_class("document"):
                    return Subject((phrase,))
                break
    return _of_main_verb(scene, group)


def _clause_start(scene: Scene, group: VerbGroup, last: int) -> int:
    """Where the clause of a verb begins: after the last mark or conjunction with no other verb in between."""
    passage = scene.passage
    for k in range(group.start - 1, passage.first - 1, -1):
        if not passage.outside(k):
            continue
        if passage.lower(k) in (";", ":"):
            return k + 1
        if passage.lower(last) == ",":
            continue  # an insertion ends here: the subject stands before it
        if passage.lower(k) in OPENERS and not scene.finite_between(k, group.start):
            if passage.lower(k) == "et" and not scene.finite_between(passage.first, k):
                continue  # "la France et le Royaume-Uni ont …"
            return k + 1
    return passage.first


def coordinates(passage: Passage, phrase: NounPhrase) -> list[NounPhrase]:
    """The phrases that "et" or "comme" joins in one noun phrase."""
    cuts = [k for k in range(phrase.head + 1, phrase.end) if passage.lower(k) in ("et", "comme")]
    if cuts:  # "par la Chine, le Pakistan et l'Iran"
        commas = (k for k in range(phrase.head + 1, cuts[-1]) if passage.lower(k) == ",")
        cuts = sorted({*cuts, *(k for k in commas if passage.lower(k + 1) in ("le", "la", "l'", "les"))})
    found, start = [], phrase.start
    for cut in [*cuts, phrase.end]:
        part = noun_phrase(passage, start, limit=cut)
        if part is not None:
            found.append(part)
        start = cut + 1 + (passage.lower(cut + 1) in ("à", "au", "aux"))
    return found


def _listed(passage: Passage, phrases: list[NounPhrase], last: NounPhrase) -> list[NounPhrase]:
    """The phrases of a list that ends with `last` ("la France, l'Allemagne et le Royaume-Uni"); empty if none."""
    joined = any(passage.lower(k) in ("et", "comme") for k in range(last.head + 1, last.end))
    found = [last]
    for phrase in reversed(phrases[: phrases.index(last)]):
        between = {passage.lower(k) for k in range(phrase.end, found[0].start)}
        if not between or not between <= {",", "et", "ainsi", "que", "comme"}:
            break
        joined = joined or "et" in between
        found.insert(0, phrase)
    return found if joined else []


def _before(passage: Passage, k: int) -> int:
    """The last token before a verb group that is no adverb and no insertion of a pronoun (", elle,"); -1 if none."""
    k -= 1
    while k >= 0:
        if passage.pos(k) == "ADV" and passage.lower(k) != "où":
            k -= 1
        elif passage.lower(k) == "," == passage.lower(k - 2) and passage.lower(k - 1) in (
            "lui",
            "elle",
            "eux",
            "elles",
        ):
            k -= 3
        elif passage.mark[k] and passage.quote[k] is not None and passage.quote[k] is passage.quote[k + 1]:
            k -= 1  # the quotation begins with the verb
        else:
            return k
    return -1
