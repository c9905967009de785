"""Frames with somebody addressed or accused before what is said: "accuser X de", "demander à X de"."""

from depeche.reading.statements.adverbials import skip_adverbials
from depeche.reading.statements.clauses import clause_end, is_quoted
from depeche.reading.statements.cues import Cue
from depeche.reading.statements.passages import Passage
from depeche.reading.statements.phrases import NounPhrase, can_speak, noun_phrase
from depeche.reading.statements.pieces import FORMS, Complement, clause_complement, infinitive_at
from depeche.reading.statements.scene import Scene
from depeche.reading.statements.verbs import VerbGroup
from depeche.reading.statements.words import word_class


def object_frame(scene: Scene, group: VerbGroup, cue: Cue, rest: list[str], k: int) -> Complement | None:
    passage = scene.passage
    name, want = rest[0], rest[1]
    clitic = bool(group.clitics & {"l'", "le", "la", "les", "nous", "vous", "m'", "me"}) or group.passive
    if clitic and passage.lower(k) in FORMS[name]:
        return _tail_of(scene, group, rest, k, None)
    if want == "attr" and passage.lower(k) in FORMS["de"]:
        return clause_complement(
            scene, group, "obj.de.attr", "clause", k if passage.lower(k) == "des" else k + 1
        )
    phrase = noun_phrase(passage, k)
    if phrase is None:
        return None
    if want == "attr":
        found = clause_complement(scene, group, "obj.de.attr", "clause", k)
        if found is None:
            return None
        low, high = found.ranges[0]
        cut = [j for j in range(low, high) if passage.lower(j) in ("de", "d'") and passage.outside(j)]
        if not cut or (rest[-1] == "quoted" and not is_quoted(passage, low, high)[0]):
            return None
        return found
    limit = clause_end(scene, k, origin=group, nominal=True)
    for j in range(phrase.start + 1, min(limit, len(passage))):
        if name == "de" and j > phrase.head and passage.lower(j) == "pour" and cue.takes("obj.pour.np"):
            break  # "remercie Pékin pour la fourniture de vaccins"
        opened = passage.mark[j - 1]  # "appelé les parties « à la retenue »"
        inside = passage.quote[j] not in (None, passage.quote[group.head])
        if passage.lower(j) not in FORMS[name] or (inside and not opened):
            continue
        if j <= phrase.head:
            continue
        if want == "np" and infinitive_at(scene, j + 1) is not None:
            return None
        if want == "np" and not can_be_addressed(scene, NounPhrase(phrase.start, phrase.head, j)):
            return None
        if want == "inf" and infinitive_at(scene, j + 1) is not None:
            return _tail_of(scene, group, rest, j, NounPhrase(phrase.start, phrase.head, j))
        if want == "np" and _splits_here(scene, name, j, phrase, limit):
            return _tail_of(scene, group, rest, j, NounPhrase(phrase.start, phrase.head, j))
    return None


def can_be_addressed(scene: Scene, phrase: NounPhrase) -> bool:
    """Whether a noun phrase names somebody whom words can be directed at."""
    token = scene.passage.tokens[phrase.head]
    if {token.lemma.lower(), token.lower} & word_class("addressed"):
        return True
    return can_speak(scene.passage, phrase, scene.cast)


def _splits_here(scene: Scene, name: str, j: int, phrase: NounPhrase, limit: int) -> bool:
    """Whether a preposition opens what is said and does not continue the name of the one addressed."""
    passage = scene.passage
    if infinitive_at(scene, j + 1) is not None:
        return False
    if name in ("pour", "contre", "sur"):
        return True
    inner = noun_phrase(passage, j + 1)
    if inner is None:
        return passage.mark[j + 1] if j + 1 < len(passage) else False
    token = passage.tokens[inner.head]
    continues = token.pos == "PROPN" or bool(scene.cast.actors_of(token)) or token.text[:1].isupper()
    return not continues or (inner.end >= limit and passage.tokens[phrase.head].pos == "PROPN")


def _tail_of(
    scene: Scene, group: VerbGroup, rest: list[str], k: int, addressed: NounPhrase | None
) -> Complement | None:
    passage = scene.passage
    frame = ".".join(["obj", *rest])
    if rest[1] == "inf":
        start = infinitive_at(scene, k + 1)
        if start is None or passage.lower(k) in ("du", "des", "au", "aux"):
            return None
        return clause_complement(scene, group, frame, "infinitive", start, addressed=addressed)
    if infinitive_at(scene, k + 1) is not None:
        return None
    start = k if passage.lower(k) == "des" else k + 1
    return clause_complement(scene, group, frame, "nominal", start, addressed=addressed)


def dative_frame(scene: Scene, group: VerbGroup, cue: Cue, rest: list[str], k: int) -> Complement | None:
    passage = scene.passage
    addressed: NounPhrase | None = None
    j = k
    if passage.lower(k) in FORMS["à"]:
        addressed = noun_phrase(passage, k + 1)
        if addressed is None:
            return None
        addressed = _with_others(passage, addressed)
        j = skip_adverbials(passage, addressed.end)
    elif group.dative is None:
        return None
    if rest[0] == "que":
        return None
    quoted = j < len(passage) and passage.mark[j] and passage.lower(j + 1) in ("de", "d'")
    if quoted and rest[0] == "de":
        j += 1  # "a demandé à Moscou « de cesser … »"
    elif quoted and cue.takes("dat.de.inf"):
        return None
    if rest[0] == "np":
        if noun_phrase(passage, j) is None and not (j < len(passage) and passage.mark[j]):
            return None
        return clause_complement(scene, group, "dat.np", "nominal", j, addressed=addressed)
    if passage.lower(j) in ("de", "d'"):
        start = infinitive_at(scene, j + 1)
        if start is not None:
            return clause_complement(scene, group, "dat.de.inf", "infinitive", start, addressed=addressed)
    return None


def _with_others(passage: Passage, phrase: NounPhrase) -> NounPhrase:
    """Somebody addressed with the others that "et à" joins: "a reproché à Ankara et à Bakou de …"."""
    k = phrase.end
    while passage.lower(k) in ("et", ",", "ou") and passage.lower(k + 1) in FORMS["à"]:
        other = noun_phrase(passage, k + 2)
        if other is None:
            break
        k = other.end
    return NounPhrase(phrase.start, phrase.head, k)


def demanded_of(scene: Scene, group: VerbGroup, k: int) -> Complement | None:
    """ "a exigé du Pérou des excuses publiques"."""
    passage = scene.passage
    if passage.lower(k) not in FORMS["de"]:
        return None
    addressed = noun_phrase(passage, k + 1)
    if addressed is None or not can_be_addressed(scene, addressed):
        return None
    start = addressed.end
    if (
        passage.lower(start) not in ("des", "un", "une", "le", "la", "les", "l'")
        and passage.pos(start) != "DET"
    ):
        if passage.lower(start) in ("qu'", "que"):
            return clause_complement(scene, group, "de.obj.que", "clause", start + 1, addressed=addressed)
        return None
    return clause_complement(scene, group, "de.obj.np", "nominal", start, addressed=addressed)
