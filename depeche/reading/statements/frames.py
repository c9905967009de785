"""The frames of reporting verbs, by the names that the table of reporting expressions gives them."""

from dataclasses import dataclass

from depeche.reading.statements.adverbials import skip_adverbials
from depeche.reading.statements.clauses import clause_end, is_quoted, is_speech_noun
from depeche.reading.statements.cues import Cue
from depeche.reading.statements.drafts import Kind
from depeche.reading.statements.passages import is_demonym
from depeche.reading.statements.phrases import NounPhrase, can_speak, noun_phrase
from depeche.reading.statements.scene import Scene
from depeche.reading.statements.verbs import VerbGroup
from depeche.reading.statements.words import word_class

FORMS: dict[str, tuple[str, ...]] = {
    "de": ("de", "d'", "du", "des"), "à": ("à", "au", "aux"), "sur": ("sur",), "pour": ("pour",),
    "contre": ("contre",), "dans": ("dans",), "comme": ("comme",), "en_faveur_de": ("en",),
}  # fmt: skip
CLASSES = {"speech", "emotion", "offer", "fact", "blame"}


@dataclass(slots=True)
class Complement:
    """What was said, as token ranges, how it is built in, and whom the verb addresses."""

    frame: str
    kind: Kind
    ranges: list[tuple[int, int]]
    addressed: NounPhrase | None = None


def clause_complement(
    scene: Scene, group: VerbGroup, frame: str, kind: Kind, start: int, *, addressed: NounPhrase | None = None
) -> Complement | None:
    while start < len(scene.passage) and scene.passage.mark[start] and scene.passage.quote[start] is None:
        start += 1
    end = clause_end(scene, start, origin=group, nominal=kind in ("nominal", "infinitive"))
    return Complement(frame, kind, [(start, end)], addressed) if end > start else None


def infinitive_at(scene: Scene, k: int) -> int | None:
    """Where an infinitive with its negation, clitics and quotation mark begins at `k`, or None."""
    passage = scene.passage
    j = k
    while j < len(passage) and j < k + 7:
        group = scene.by_start.get(j)
        if group is not None and group.form == "infinitive":
            return k
        lower = passage.lower(j)
        if (
            passage.mark[j]
            or passage.pos(j) == "ADV"
            or lower
            in (
                "ne",
                "n'",
                "pas",
                "plus",
                "jamais",
                "se",
                "s'",
                "y",
                "en",
                "le",
                "la",
                "les",
                "l'",
                "lui",
                "leur",
            )
        ):
            j += 1
            continue
        return None
    return None


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
        return _object_frame(scene, group, cue, parts[1:], k)
    if parts[0] == "dat":
        return _dative_frame(scene, group, cue, parts[1:], k)
    if frame == "de.obj.np":
        return _demanded_of(scene, group, k)
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


def _prepositional(scene: Scene, group: VerbGroup, cue: Cue, parts: list[str], k: int) -> Complement | None:
    passage = scene.passage
    start = _after_preposition(scene, k, parts[0])
    if start is None:
        return None
    infinitive = infinitive_at(scene, start)
    frame = ".".join(parts)
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
    if wanted and wanted[0] in CLASSES and not is_speech_noun(passage, k, wanted[0]):
        return None
    if cue.lemma == "condamner" and phrase is not None and _sentenced(scene, phrase):
        return None
    start = k
    found = clause_complement(scene, group, ".".join(["np", *wanted]), "nominal", start)
    if found is None:
        return None
    low, high = found.ranges[0]
    quoted = is_quoted(passage, low, high)[0]
    if wanted[:1] == ["quoted"] and not quoted:
        return None
    if wanted[-2:] == ["pour", "quoted"] and not (
        quoted and any(passage.lower(j) == "pour" for j in range(low, high))
    ):
        return None
    if wanted[:1] == ["comme"]:
        at = next((j for j in range(low, high) if passage.lower(j) == "comme" and passage.outside(j)), None)
        if at is None or at == low:
            return None
    if wanted[:1] == ["blame"] or cue.lemma in word_class("given_away"):
        found.ranges = [(low, _before_recipient(scene, low, high))]
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
            if (
                phrase is not None
                and phrase.end >= high
                and scene.cast.actors_of(passage.tokens[phrase.head])
            ):
                kept = noun_phrase(passage, low)
                return k if kept is not None and kept.head < k else high
    return high


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
        return clause_complement(scene, group, "adj", "nominal", k)
    if passage.lower(k) in ("que", "qu'", ",", ".", "à", "de"):
        return None
    found = Complement(".".join(parts), "clause", [(k, clause_end(scene, k, origin=group, nominal=True))])
    low, high = found.ranges[0]
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
    judged = (
        phrase.end - phrase.head > 1 and passage.pos(phrase.end - 1) == "ADJ" and not is_demonym(last.lower)
    )
    return found if judged and not scene.cast.actors_of(passage.tokens[phrase.head]) else None


def _object_frame(scene: Scene, group: VerbGroup, cue: Cue, rest: list[str], k: int) -> Complement | None:
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
        opened = passage.mark[j - 1]  # "appelé les parties « à la retenue »"
        inside = passage.quote[j] not in (None, passage.quote[group.head])
        if passage.lower(j) not in FORMS[name] or (inside and not opened):
            continue
        if j <= phrase.head:
            continue
        if want == "np" and infinitive_at(scene, j + 1) is not None:
            return None
        if want == "np" and not can_speak(passage, NounPhrase(phrase.start, phrase.head, j), scene.cast):
            return None
        if want == "inf" and infinitive_at(scene, j + 1) is not None:
            return _tail_of(scene, group, rest, j, NounPhrase(phrase.start, phrase.head, j))
        if want == "np" and _splits_here(scene, name, j, phrase, limit):
            return _tail_of(scene, group, rest, j, NounPhrase(phrase.start, phrase.head, j))
    return None


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


def _dative_frame(scene: Scene, group: VerbGroup, cue: Cue, rest: list[str], k: int) -> Complement | None:
    passage = scene.passage
    addressed: NounPhrase | None = None
    j = k
    if passage.lower(k) in FORMS["à"]:
        addressed = noun_phrase(passage, k + 1)
        if addressed is None:
            return None
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


def _demanded_of(scene: Scene, group: VerbGroup, k: int) -> Complement | None:
    """ "a exigé du Pérou des excuses publiques"."""
    passage = scene.passage
    if passage.lower(k) not in FORMS["de"]:
        return None
    addressed = noun_phrase(passage, k + 1)
    if addressed is None or not can_speak(passage, addressed, scene.cast):
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
