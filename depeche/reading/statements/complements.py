"""What a reporting verb governs: a that-clause, an infinitive, a noun phrase, an attribute, and the one addressed.

Frames are named in the table of reporting expressions: `que`, `si`, `inf` (bare infinitive), `de.inf`, `à.np`,
`obj.de.inf` (somebody, then de and an infinitive), `dat.np` (to somebody, something), `adj` and so on; a last part
`quoted`, `speech`, `emotion` … asks that the complement be quoted or headed by a noun of that class.
"""

from dataclasses import dataclass

from depeche.reading.statements.clauses import Scene, clause_end, is_quoted, is_speech_noun
from depeche.reading.statements.cues import Cue
from depeche.reading.statements.drafts import Kind
from depeche.reading.statements.phrases import (
    NounPhrase,
    can_speak,
    mention_end,
    noun_phrase,
    skip_adverbials,
    skip_time,
)
from depeche.reading.statements.verbs import VerbGroup

NOT_COMPLEMENTIZERS = {"alors", "tandis", "afin", "pour", "avant", "après", "bien", "lors", "tel", "telle", "plus", "moins",
                       "tant", "ainsi", "autant", "aussi", "dès", "parce", "pourvu", "sans", "depuis", "même",
                       "autre", "seulement", "ne"}  # fmt: skip
WH = {"si", "s'", "pourquoi", "comment", "quand", "où", "combien", "quel", "quelle", "quels", "quelles"}
FORMS = {"de": ("de", "d'", "du", "des"), "à": ("à", "au", "aux"), "sur": ("sur",), "pour": ("pour",), "contre": ("contre",),
         "dans": ("dans",), "comme": ("comme",), "en_faveur_de": ("en",)}  # fmt: skip


@dataclass(slots=True)
class Complement:
    """What was said, as token ranges, how it is built in, and whom the verb addresses."""

    frame: str
    kind: Kind
    ranges: list[tuple[int, int]]
    addressed: NounPhrase | None = None


def complement_of(scene: Scene, group: VerbGroup, cue: Cue, after: int) -> Complement | None:
    """The complement of a reporting verb whose expression ends before token `after`, or None."""
    passage = scene.passage
    k = skip_adverbials(passage, after)
    if cue.takes("que") or cue.takes("obj.que") or cue.takes("que.quoted") or cue.takes("à_ce.que"):
        found = _that_clause(scene, group, cue, after)
        if found is not None:
            return found
    if cue.takes("dat.np") and passage.lower(k) in FORMS["à"]:
        phrase = noun_phrase(passage, k + 1)
        if phrase is not None and passage.lower(phrase.end) == "en" and passage.lower(phrase.end + 1) == "quoi":
            return _clause(scene, group, "si", "clause", phrase.end, addressed=phrase)
    if cue.takes("si") and passage.lower(k) in WH:
        return _clause(scene, group, "si", "clause", k)
    for step in _insertion_ends(scene, k):
        for frame in cue.frames:
            found = _frame(scene, group, cue, frame, step)
            if found is not None:
                return found
    return None


def _insertion_ends(scene: Scene, k: int) -> list[int]:
    """Where a complement may begin: here, or behind an insertion between two commas."""
    passage = scene.passage
    found = [k]
    if passage.lower(k) == ",":
        for j in range(k + 1, min(k + 16, len(passage))):
            if passage.lower(j) in (";", ":", ".") or passage.quote[j] is not passage.quote[k]:
                break
            if passage.lower(j) == ",":
                if not scene.finite_between(k, j) or passage.lower(k + 1) in ("selon", "comme"):
                    found.append(skip_adverbials(passage, j + 1))
                break
    if passage.lower(k) in FORMS["à"]:
        phrase = noun_phrase(passage, k + 1)
        if phrase is not None and can_speak(passage, phrase, scene.cast):
            found.append(skip_adverbials(passage, mention_end(passage, phrase, scene.cast)))
    return found


def _clause(
    scene: Scene, group: VerbGroup, frame: str, kind: Kind, start: int, *, addressed: NounPhrase | None = None
) -> Complement | None:
    while start < len(scene.passage) and scene.passage.mark[start] and scene.passage.quote[start] is None:
        start += 1
    end = clause_end(scene, start, origin=group, nominal=kind in ("nominal", "infinitive"))
    return Complement(frame, kind, [(start, end)], addressed) if end > start else None


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
        elif phrase is None and passage.lower(after) in ("le",) and passage.lower(after + 1) == "fait":
            return None
    if passage.lower(k) not in ("que", "qu'") or passage.lower(k - 1) in NOT_COMPLEMENTIZERS - {"même"}:
        k = _late_que(scene, after)
        if k is None:
            return None
    if group.negated and cue.act not in ("deny",):
        return None
    found = _clause(scene, group, "que", "clause", k + 1, addressed=addressed or _dative(scene, after, k))
    if found is not None and cue.takes("que.quoted") and not is_quoted(passage, *found.ranges[0])[0]:
        return None
    return found


def _late_que(scene: Scene, after: int) -> int | None:
    """A "que" behind a circumstance that no comma closes: "a dit lors d'une visite à Paris que"."""
    passage = scene.passage
    if passage.pos(after) not in ("ADP", "ADV", "NOUN", "PUNCT", "DET"):
        return None
    first = skip_adverbials(passage, after)
    if noun_phrase(passage, first) is not None and skip_time(passage, first) == first:
        return None
    for k in range(after, min(after + 30, len(passage))):
        lower = passage.lower(k)
        if lower in (";", ":", ".", "qui", "dont", "où") or passage.quote[k] is not None:
            return None
        group = scene.by_start.get(k)
        if group is not None and group.form != "past participle":
            return None
        if lower in ("que", "qu'"):
            token = passage.tokens[k]
            if passage.lower(k - 1) in NOT_COMPLEMENTIZERS:
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


def _frame(scene: Scene, group: VerbGroup, cue: Cue, frame: str, k: int) -> Complement | None:
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
        if start is None or (group.form == "past participle" and False):
            return None
        kind: Kind = "clause" if cue.act not in ("deny", "criticise") else "infinitive"
        return _clause(scene, group, frame, kind, start)
    if parts[0] == "adj":
        return _attribute(scene, group, cue, parts, k)
    if parts[0] == "np":
        return _object(scene, group, cue, parts[1:], k)
    if parts[0] == "comme":
        return _clause(scene, group, frame, "nominal", k + 1) if scene.passage.lower(k) == "comme" else None
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
        return _clause(scene, group, frame, "infinitive", infinitive)
    if parts[1] == "attr":
        return _clause(scene, group, frame, "nominal", start)
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
    found = _clause(scene, group, frame, "nominal", begin)
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
    if wanted and wanted[0] in ("speech", "emotion", "offer", "fact", "blame", "doc"):
        if wanted[0] == "doc" or not is_speech_noun(passage, k, wanted[0]):
            return None
    if cue.lemma == "condamner" and phrase is not None and _sentenced(scene, phrase):
        return None
    start = k
    found = _clause(scene, group, ".".join(["np", *wanted]), "nominal", start)
    if found is None:
        return None
    low, high = found.ranges[0]
    quoted = is_quoted(passage, low, high)[0]
    if wanted[:1] == ["quoted"] and not quoted:
        return None
    if wanted[-2:] == ["pour", "quoted"]:
        if not quoted or not any(passage.lower(j) == "pour" for j in range(low, high)):
            return None
    if wanted[:1] == ["comme"]:
        at = next((j for j in range(low, high) if passage.lower(j) == "comme" and passage.outside(j)), None)
        if at is None or at == low:
            return None
    if wanted[:1] == ["blame"] or cue.lemma in ("imputer", "attribuer", "demander", "réclamer", "proposer", "promettre",
                                                  "recommander", "rejeter", "présenter", "adresser"):  # fmt: skip
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
        return _clause(scene, group, "adj", "nominal", k)
    if passage.lower(k) in ("que", "qu'", ",", ".", "à", "de"):
        return None
    found = _clause(scene, group, ".".join(parts), "clause", k)
    if found is None:
        return None
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
    following = passage.tokens[phrase.end - 1]
    return found if following.pos == "ADJ" and following.dep in ("xcomp", "obj", "acl") else None


def _object_frame(scene: Scene, group: VerbGroup, cue: Cue, rest: list[str], k: int) -> Complement | None:
    passage = scene.passage
    name, want = rest[0], rest[1]
    clitic = bool(group.clitics & {"l'", "le", "la", "les", "nous", "vous", "m'", "me"}) or group.passive
    if clitic and passage.lower(k) in FORMS[name]:
        return _tail_of(scene, group, rest, k, None)
    if want == "attr" and passage.lower(k) in FORMS["de"]:
        return _clause(scene, group, "obj.de.attr", "clause", k if passage.lower(k) == "des" else k + 1)
    phrase = noun_phrase(passage, k)
    if phrase is None:
        return None
    if want == "attr":
        found = _clause(scene, group, "obj.de.attr", "clause", k)
        if found is None:
            return None
        low, high = found.ranges[0]
        cut = [j for j in range(low, high) if passage.lower(j) in ("de", "d'") and passage.outside(j)]
        if not cut or (rest[-1] == "quoted" and not is_quoted(passage, low, high)[0]):
            return None
        return found
    limit = clause_end(scene, k, origin=group, nominal=True)
    for j in range(phrase.start + 1, min(limit, len(passage))):
        if passage.lower(j) not in FORMS[name] or passage.quote[j] not in (None, passage.quote[group.head]):
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
        return _clause(scene, group, frame, "infinitive", start, addressed=addressed)
    if infinitive_at(scene, k + 1) is not None:
        return None
    start = k if passage.lower(k) == "des" else k + 1
    return _clause(scene, group, frame, "nominal", start, addressed=addressed)


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
    if rest[0] == "np":
        if noun_phrase(passage, j) is None and not (j < len(passage) and passage.mark[j]):
            return None
        return _clause(scene, group, "dat.np", "nominal", j, addressed=addressed)
    if passage.lower(j) in ("de", "d'"):
        start = infinitive_at(scene, j + 1)
        if start is not None:
            return _clause(scene, group, "dat.de.inf", "infinitive", start, addressed=addressed)
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
            return _clause(scene, group, "de.obj.que", "clause", start + 1, addressed=addressed)
        return None
    return _clause(scene, group, "de.obj.np", "nominal", start, addressed=addressed)
