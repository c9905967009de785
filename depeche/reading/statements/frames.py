"""The frames of reporting verbs, by the names that the table of reporting expressions gives them."""

from depeche.reading.statements.addressed_frames import (
    can_be_addressed,
    dative_frame,
    demanded_of,
    object_frame,
)
from depeche.reading.statements.adverbials import skip_time
from depeche.reading.statements.clauses import clause_end, is_quoted, is_speech_noun
from depeche.reading.statements.cues import Cue
from depeche.reading.statements.drafts import Kind
from depeche.reading.statements.passages import is_demonym
from depeche.reading.statements.phrases import NounPhrase, noun_phrase
from depeche.reading.statements.pieces import FORMS, Complement, clause_complement, infinitive_at
from depeche.reading.statements.scene import Scene
from depeche.reading.statements.verbs import VerbGroup
from depeche.reading.statements.words import word_class

NAMED = 16  # words that the name of who judges may have
CLASSES = {"speech", "emotion", "offer", "fact", "blame", "launched", "hand", "virtue"}


def _after_preposition(scene: Scene, k: int, name: str) -> int | None:
    passage = scene.passage
    if name == "en_faveur_de":
        if passage.lower(k) == "en" and passage.lower(k + 1) == "faveur":
            return k + 3
        return None
    return k + 1 if passage.lower(k) in FORMS[name] else None


def framed(scene: Scene, group: VerbGroup, cue: Cue, frame: str, k: int) -> Complement | None:
    parts = frame.split(".")
    if parts[0] in ("q", "que", "si", "à_ce") or frame == "obj.que":
        return None
    if group.negated and not (cue.act in ("deny", "reject") and cue.lemma == "exclure"):
        return None
    if parts[0] == "obj":
        return object_frame(scene, group, cue, parts[1:], k)
    if parts[0] == "dat":
        return dative_frame(scene, group, cue, parts[1:], k)
    if frame == "delay.pour.inf":
        return _deadline(scene, group, k)
    if frame == "de.obj.np":
        return demanded_of(scene, group, k)
    if parts[0] == "inf":
        start = infinitive_at(scene, k)
        if start is None:
            return None
        kind: Kind = "clause" if cue.act not in ("deny", "criticise") else "infinitive"
        return clause_complement(scene, group, frame, kind, start)
    if parts[0] == "adj":
        return _attribute(scene, group, cue, parts, k)
    if parts[0] == "np":
        return _object(scene, group, cue, parts[1:], k)
    if parts[0] == "comme":
        return (
            clause_complement(scene, group, frame, "nominal", k + 1)
            if scene.passage.lower(k) == "comme"
            else None
        )
    return _prepositional(scene, group, cue, parts, k)


def _deadline(scene: Scene, group: VerbGroup, k: int) -> Complement | None:
    """ "a donné 48 heures à Rome pour répondre": what is to be done within a time."""
    passage = scene.passage
    j = max(
        skip_time(passage, k), skip_time(passage, k + 1)
    )  # "soixante-douze heures" is tagged as two nouns
    addressed = None
    if j > k + 1 and passage.lower(j) in FORMS["à"]:
        addressed = noun_phrase(passage, j + 1)
        j = addressed.end if addressed is not None else j
    start = infinitive_at(scene, j + 1) if j > k + 1 and passage.lower(j) == "pour" else None
    if start is None:
        return None
    left = [passage.tokens[n].lemma for n in range(start, min(start + 4, len(passage)))]
    if left[0] == "quitter" and {"pays", "territoire", "sol"} & set(left):
        return None  # who is put out of the country is not asked for anything
    return clause_complement(scene, group, "delay.pour.inf", "infinitive", start, addressed=addressed)


def _prepositional(scene: Scene, group: VerbGroup, cue: Cue, parts: list[str], k: int) -> Complement | None:
    passage = scene.passage
    start = _after_preposition(scene, k, parts[0])
    if start is None:
        return None
    infinitive = infinitive_at(scene, start)
    frame = ".".join(parts)
    if parts[1] == "sum":  # "estime à plus d'un million le nombre de déplacés"
        counted = any(passage.pos(j) == "NUM" for j in range(start, start + 5)) and group.is_finite
        return clause_complement(scene, group, frame, "clause", k) if counted else None
    if parts[1] == "inf":
        if infinitive is None or passage.lower(k) in ("du", "des", "au", "aux"):
            return None
        return clause_complement(scene, group, frame, "infinitive", infinitive)
    if parts[1] == "attr":
        return clause_complement(scene, group, frame, "nominal", start)
    if infinitive is not None:
        return None
    phrase = noun_phrase(passage, start)
    if phrase is None:
        return None
    token = passage.tokens[phrase.head]
    if token.lemma in ("titre", "avance") or (
        parts[0] == "de" and passage.lower(start) in ("lui", "elle", "soi")
    ):
        return None
    begin = k if passage.lower(k) == "des" else start
    found = clause_complement(scene, group, frame, "nominal", begin)
    if found is not None and parts[-1] == "quoted" and not is_quoted(passage, *found.ranges[0])[0]:
        return None
    return found


def _object(scene: Scene, group: VerbGroup, cue: Cue, wanted: list[str], k: int) -> Complement | None:
    passage = scene.passage
    if group.passive or (group.form == "past participle" and group.reflexive):
        return None
    if passage.lower(group.start - 1) in ("que", "qu'", "dont"):
        return None  # "une lecture que conteste l'opposition": who contests it
    if passage.lower(k) == "jusqu'" and passage.lower(k + 1) == "à":
        k += 2
    phrase = noun_phrase(passage, k)
    marked = k < len(passage) and passage.mark[k] and passage.quote[k] is not None
    if phrase is None and not marked:
        return None
    if phrase is not None and passage.lower(phrase.start) in ("que", "qui"):
        return None
    if phrase is not None and phrase.head == phrase.start and passage.pos(phrase.head) == "PRON":
        return None
    if wanted[:1] == ["finite"] and not group.is_finite:
        return None
    if wanted[:1] == ["y"] and "y" not in group.clitics:
        return None  # "y voit « un signal »"
    if wanted and wanted[-1] in CLASSES and not is_speech_noun(passage, k, wanted[-1]):
        person = phrase is not None and scene.cast.actors_of(passage.tokens[phrase.head])
        if wanted != ["virtue"] or not person:
            return None
    if phrase is not None and passage.lower(phrase.head + 2) in word_class("no_speech_tail"):
        return None  # "un appel d'offres"
    if cue.lemma == "condamner" and phrase is not None and _sentenced(scene, phrase):
        return None
    start = k
    found = clause_complement(scene, group, ".".join(["np", *wanted]), "nominal", start)
    if found is None:
        return None
    low, high = found.ranges[0]
    if wanted[:1] == ["par"]:
        return _reasoned(scene, found)
    quoted = is_quoted(passage, low, high)[0]
    if wanted[-1:] == ["quoted"] and not quoted:
        return None
    if wanted[-2:] == ["pour", "quoted"] and not (
        quoted and any(passage.lower(j) == "pour" for j in range(low, high))
    ):
        return None
    if wanted[:1] == ["comme"]:
        at = next((j for j in range(low, high) if passage.lower(j) == "comme" and passage.outside(j)), None)
        if at is None or at == low:
            return None
    laid = wanted[:1] == ["blame"] or cue.lemma in word_class("given_away")
    if laid and "en" not in group.clitics:  # "en impute la responsabilité aux rebelles" is told as a whole
        found.ranges = [(low, _before_recipient(scene, low, high))]
    return found


def _reasoned(scene: Scene, found: Complement) -> Complement | None:
    """The quoted reason that somebody gives for something: "a justifié ce choix par « l'urgence »"."""
    passage = scene.passage
    low, high = found.ranges[0]
    at = next((j for j in range(low, high) if passage.lower(j) == "par" and passage.outside(j)), None)
    if at is None or not is_quoted(passage, at + 1, high)[0]:
        return None
    found.ranges = [(at + 1, high)]
    return found


def _sentenced(scene: Scene, phrase: NounPhrase) -> bool:
    """Whether somebody is sentenced in court: "a condamné X à dix ans de prison"."""
    k = phrase.end
    return scene.passage.lower(k) == "à" and scene.passage.pos(k + 1) in ("NUM", "DET", "NOUN")


def _before_recipient(scene: Scene, low: int, high: int) -> int:
    """The end of the thing named before the one it is laid on or given to: "la tuerie | aux rebelles"."""
    passage = scene.passage
    for k in range(low + 1, high):
        if passage.lower(k) in ("à", "au", "aux", "sur") and passage.outside(k):
            phrase = noun_phrase(passage, k + 1)
            if phrase is not None and phrase.end >= high and can_be_addressed(scene, phrase):
                kept = noun_phrase(passage, low)
                return k if kept is not None and kept.head < k else high
    return high


def judged_before(scene: Scene, group: VerbGroup) -> tuple[int, int] | None:
    """What a relative clause judges: "un chèque que Tunis juge « dérisoire »"; None where the verb is in none."""
    passage = scene.passage
    k = group.start - 1
    low = max(passage.first, group.start - NAMED)
    while k > low and passage.lower(k) not in ("que", "qu'", ",", ";", ":"):
        k -= 1
    if passage.lower(k) not in ("que", "qu'") or k <= passage.first or passage.lower(k - 1) == ",":
        return None
    if any(not scene.passage.mark[other.head] for other in scene.finite_between(k, group.start)):
        return None
    phrases = (noun_phrase(passage, start, limit=k) for start in range(max(passage.first, k - 14), k))
    nouns = (one for one in phrases if one is not None and passage.pos(one.head) in ("NOUN", "PROPN"))
    return next(((one.start, k) for one in nouns if one.end == k), None)


def _attribute(scene: Scene, group: VerbGroup, cue: Cue, parts: list[str], k: int) -> Complement | None:
    """ "s'est dit prêt", "a jugé irréalistes les conditions", "juge le projet « déséquilibré »"."""
    passage = scene.passage
    if k >= len(passage):
        return None
    if parts == ["adj"]:
        pos = passage.pos(k)
        participle = passage.tokens[k].feat("VerbForm") == "Part"
        set_phrase = passage.lower(k) in ("en", "à", "d'", "de", "pour", "contre", "sans")
        if not (pos == "ADJ" or participle or passage.mark[k] or set_phrase or pos == "NOUN"):
            return None
        if passage.lower(k + 1) in ("que", "qu'") and pos != "NOUN":
            return clause_complement(scene, group, "adj.que", "clause", k + 2)  # "s'est dit sûr que"
        return clause_complement(scene, group, "adj", "nominal", k)
    if passage.lower(k) in ("que", "qu'", ",", ".", "à", "de"):
        return None
    found = Complement(".".join(parts), "clause", [(k, clause_end(scene, k, origin=group, nominal=True))])
    low, high = found.ranges[0]
    judged = judged_before(scene, group)
    if judged is not None and (passage.pos(low) == "ADJ" or is_quoted(passage, low, high)[0]):
        found.ranges.insert(0, judged)
        return found
    if is_quoted(passage, low, high)[0]:
        return found
    if parts[-1] == "quoted":
        return None
    if passage.pos(low) in ("ADJ",) or (passage.tokens[low].feat("VerbForm") == "Part"):
        return found
    phrase = noun_phrase(passage, low)
    if phrase is None:
        return None
    last = passage.tokens[phrase.end - 1]
    qualified = (
        phrase.end - phrase.head > 1 and passage.pos(phrase.end - 1) == "ADJ" and not is_demonym(last.lower)
    )
    return found if qualified and not scene.cast.actors_of(passage.tokens[phrase.head]) else None
