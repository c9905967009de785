"""What a reporting verb governs: a that-clause, an infinitive, a noun phrase, an attribute, and the one addressed.

Frames are named in the table of reporting expressions: `que`, `si`, `inf` (bare infinitive), `de.inf`, `à.np`,
`obj.de.inf` (somebody, then de and an infinitive), `dat.np` (to somebody, something), `adj` and so on; a last part
`quoted`, `speech`, `emotion` … asks that the complement be quoted or headed by a noun of that class.
"""

from depeche.reading.statements.addressed_frames import can_be_addressed
from depeche.reading.statements.adverbials import skip_adverbials, skip_time
from depeche.reading.statements.clauses import is_quoted
from depeche.reading.statements.cues import Cue
from depeche.reading.statements.frames import framed
from depeche.reading.statements.phrases import NounPhrase, mention_end, noun_phrase
from depeche.reading.statements.pieces import FORMS, Complement, clause_complement, infinitive_at
from depeche.reading.statements.scene import Scene
from depeche.reading.statements.verbs import VerbGroup
from depeche.reading.statements.words import word_class

PERSONAL = {"lui", "elle", "eux", "elles", "nous"}
THAT = ("que", "obj.que", "que.quoted", "que.doc", "que.unhidden", "à_ce.que")  # frames with a that-clause
WH = {"si", "s'", "pourquoi", "comment", "quand", "où", "combien", "quel", "quelle", "quels", "quelles"}


def complement_of(scene: Scene, group: VerbGroup, cue: Cue, after: int) -> Complement | None:
    """The complement of a reporting verb whose expression ends before token `after`, or None."""
    passage = scene.passage
    k = skip_adverbials(passage, after)
    if cue.takes("si") and passage.lower(after) in WH:
        k = after  # "a demandé pourquoi": no adverb of the verb
    if cue.tail and cue.takes("à.np") and passage.lower(after) in FORMS["à"]:
        k = after  # "s'en est pris aux journalistes": whom, not where
    if any(cue.takes(frame) for frame in THAT):
        found = _that_clause(scene, group, cue, after)
        if found is not None:
            return found
    if cue.takes("dat.np") and passage.lower(k) in FORMS["à"]:
        phrase = noun_phrase(passage, k + 1)
        if (
            phrase is not None
            and passage.lower(phrase.end) == "en"
            and passage.lower(phrase.end + 1) == "quoi"
        ):
            return clause_complement(scene, group, "si", "clause", phrase.end, addressed=phrase)
    if cue.takes("si") and passage.lower(k) in WH:
        return clause_complement(scene, group, "si", "clause", k)
    steps = [*_insertion_ends(scene, k), *_called_for(scene, cue, after, k)]
    if cue.takes("delay.pour.inf"):
        steps = [after]
    place_first = cue.takes("à.inf") and not cue.takes("dat.de.inf") and _is_place(scene, k)
    for step in steps[1:] + steps[:1] if place_first else steps:
        for frame in cue.frames:
            found = framed(scene, group, cue, frame, step)
            if found is not None:
                return found
    return None


def _called_for(scene: Scene, cue: Cue, after: int, k: int) -> list[int]:
    """Where a wish begins that looks like a set adverbial: "appelle au calme", "a appelé à une réunion"."""
    passage = scene.passage
    found = []
    for j in range(after, k):
        wished = passage.lower(j) in FORMS["à"] and cue.takes("à.np")
        if not wished and not (passage.lower(j) == "pour" and cue.takes("pour.np")):
            continue
        phrase = noun_phrase(passage, j + 1)
        if phrase is None:
            continue
        lemma = passage.tokens[phrase.head].lemma
        indefinite = passage.lower(phrase.start) in ("un", "une")
        if lemma in word_class("called_for") or (
            indefinite and lemma in word_class("channel") | word_class("manner")
        ):
            found.append(j)
    return found


def _insertion_ends(scene: Scene, k: int) -> list[int]:
    """Where a complement may begin: here, or behind an insertion between two commas."""
    passage = scene.passage
    found = [k]
    if passage.lower(k) == "," and infinitive_at(scene, k + 1) is not None:
        found.append(k + 1)
    if passage.lower(k) == ",":
        for j in range(k + 1, min(k + 16, len(passage))):
            if passage.lower(j) in (";", ":", ".") or passage.quote[j] is not passage.quote[k]:
                break
            if passage.lower(j) == ",":
                if not scene.finite_between(k, j) or passage.lower(k + 1) in ("selon", "comme"):
                    found.append(skip_adverbials(passage, j + 1))
                break
    towards = passage.lower(k) in ("auprès", "envers", "devant") or passage.lower(k) in FORMS["à"]
    pronoun = k + 1 + (passage.lower(k + 1) in FORMS["de"])
    if passage.lower(k) == "auprès" and passage.lower(pronoun) in PERSONAL:
        found.append(skip_adverbials(passage, pronoun + 1))  # "plaider auprès de lui pour"
    elif towards:
        phrase = noun_phrase(
            passage, k + 1 + (passage.lower(k + 1) in FORMS["de"] and passage.lower(k) == "auprès")
        )
        if phrase is not None and can_be_addressed(scene, phrase):
            found.append(skip_adverbials(passage, mention_end(passage, phrase, scene.cast)))
    return found


def _is_place(scene: Scene, k: int) -> bool:
    """Whether "à" opens a place and no complement: "s'est engagé à Lomé à rouvrir la route"."""
    passage = scene.passage
    if passage.lower(k) not in FORMS["à"] or k + 1 >= len(passage):
        return False
    return passage.pos(k + 1) == "PROPN" or passage.tokens[k + 1].ent == "LOC"


def _that_clause(scene: Scene, group: VerbGroup, cue: Cue, after: int) -> Complement | None:
    passage = scene.passage
    k = skip_adverbials(passage, after, any_phrase=True)
    addressed = None
    for _ in range(3):
        if passage.lower(k) != ",":
            break
        close = next((j for j in range(k + 1, min(k + 26, len(passage))) if passage.lower(j) == ","), None)
        if close is None or scene.main_verbs(k + 1, close):
            break
        k = skip_adverbials(passage, close + 1, any_phrase=True)
    if passage.lower(k) not in ("que", "qu'"):
        phrase = noun_phrase(passage, k)
        if cue.takes("à_ce.que") and passage.lower(k) == "à" and passage.lower(k + 2) in ("que", "qu'"):
            k += 2
        elif phrase is not None and cue.takes("obj.que"):
            addressed = phrase
            k = skip_adverbials(passage, phrase.end, any_phrase=True)
    behind = passage.lower(k - 1) in word_class("no_complementizer") - {"même"}
    if passage.lower(k) not in ("que", "qu'") or behind:
        late = _late_que(scene, after)
        if late is None:
            return None
        k = late
    if cue.takes("que.doc") and not _document_before(scene, group):
        return None
    if cue.takes("que.unhidden") != group.negated and cue.act != "deny" and cue.lemma != "exclure":
        return None  # "n'a pas caché que" tells, "n'a pas dit que" does not
    found = clause_complement(
        scene, group, "que", "clause", k + 1, addressed=addressed or _dative(scene, after, k)
    )
    if found is not None and cue.takes("que.quoted") and not is_quoted(passage, *found.ranges[0])[0]:
        return None
    return found


def _document_before(scene: Scene, group: VerbGroup) -> bool:
    """Whether a document stands before the verb: accords and reports speak with "prévoit que"."""
    low = max(scene.passage.first, group.start - 8)
    return any(
        token.lemma.lower() in word_class("document") for token in scene.passage.tokens[low : group.start]
    )


def _late_que(scene: Scene, after: int) -> int | None:
    """A "que" behind a circumstance that no comma closes: "a dit lors d'une visite à Paris que"."""
    passage = scene.passage
    if passage.pos(after) not in ("ADP", "ADV", "NOUN", "PUNCT", "DET"):
        return None
    if passage.lower(after) in ("de", "d'", "du", "des"):
        return None
    first = skip_adverbials(passage, after)
    if noun_phrase(passage, first) is not None and skip_time(passage, first) == first:
        return None
    for k in range(after, min(after + 30, len(passage))):
        lower = passage.lower(k)
        if lower in (";", ":", ".", "qui", "dont", "où") or passage.quote[k] is not None:
            return None
        group = scene.by_start.get(k)
        qualifies = group is not None and group.form == "present participle" and group.head not in scene.cues
        if qualifies and passage.pos(k - 1) in ("NOUN", "ADJ", "PROPN"):
            continue  # "a dit aux journalistes voyageant avec lui que"
        if group is not None and group.form != "past participle":
            return None
        if lower in ("que", "qu'"):
            token = passage.tokens[k]
            if passage.lower(k - 1) in word_class("no_complementizer"):
                return None
            return k if token.pos == "SCONJ" else None
    return None


def _dative(scene: Scene, after: int, stop: int) -> NounPhrase | None:
    """The one told, between verb and "que": "a déclaré à Dmytro Kuleba que"."""
    passage = scene.passage
    for k in range(after, stop):
        if passage.lower(k) in ("à", "au", "aux"):
            phrase = noun_phrase(passage, k + 1)
            if (
                phrase is not None
                and phrase.end <= stop
                and scene.cast.actors_of(passage.tokens[phrase.head])
            ):
                return phrase
    return None
