"""Statements that a noun reports: "l'affirmation selon laquelle …", "aux cris de « … »", "une invitation à …"."""

from depeche.reading.statements.clauses import clause_end
from depeche.reading.statements.cues import acts_of, expressions
from depeche.reading.statements.drafts import Draft
from depeche.reading.statements.phrases import NounPhrase, can_speak, noun_phrase
from depeche.reading.statements.scene import Scene
from depeche.reading.statements.verbs import VerbGroup
from depeche.reading.statements.words import word_class

RELATIVE = {"laquelle", "lequel", "lesquelles", "lesquels"}


def nominal_drafts(scene: Scene) -> list[Draft]:
    """The statements that nouns report, in text order."""
    passage = scene.passage
    found: list[Draft] = []
    openings, lower = expressions("noun"), passage.lower
    nouns = acts_of("noun", "à.inf") | acts_of("noun", "que")
    for k, lemma in enumerate(passage.lemmas):
        telling = lemma in nouns or lower(k) in openings or lower(k) in ("selon", "d'")
        if not telling or k < passage.first or not passage.outside(k):
            continue
        draft = _cries(scene, k) or _pretext(scene, k) or _according(scene, k) or _invitation(scene, k)
        draft = draft or _given_word(scene, k)
        if draft is not None:
            found.append(draft)
    return found


def _main(scene: Scene, k: int) -> VerbGroup | None:
    earlier = scene.finite_between(0, k)
    return earlier[-1] if earlier else None


def _stands_at(scene: Scene, k: int, words: tuple[str, ...]) -> bool:
    return all(scene.passage.lower(k + n) == word for n, word in enumerate(words))


def _cries(scene: Scene, k: int) -> Draft | None:
    """ "aux cris de « … »": the quotation behind a set phrase."""
    passage = scene.passage
    for words, _, act, frames in expressions("noun").get(passage.lower(k), ()):
        if "np.quoted" not in frames or not _stands_at(scene, k, words):
            continue
        start = k + len(words)
        if start < len(passage) and passage.mark[start]:
            return Draft(scene, "noun", "nominal", [(start, passage.quote_end(start))], act=act,
                         cue=passage.stretch(k, start), at=k, group=_main(scene, k))  # fmt: skip
    return None


def _pretext(scene: Scene, k: int) -> Draft | None:
    """ "au motif que …", with an incise in between or none: the sentence's subject gives the reason."""
    passage = scene.passage
    for words, _, act, frames in expressions("noun").get(passage.lower(k), ()):
        if "que" not in frames or len(words) < 2 or not _stands_at(scene, k, words):
            continue
        at = k + len(words)
        at = scene.asides.get(at, at)
        at += passage.lower(at) == ","
        if passage.lower(at) in ("que", "qu'"):
            end = clause_end(scene, at + 1, origin=None, nominal=False)
            return Draft(scene, "noun", "clause", [(at + 1, end)], act=act, cue=passage.stretch(k, at + 1), at=k,
                         group=_main(scene, k))  # fmt: skip
    return None


def _according(scene: Scene, k: int) -> Draft | None:
    """ "les allégations selon lesquelles …", told by whoever the noun belongs to."""
    passage = scene.passage
    source = passage.lower(k)
    if source == "selon" and passage.lower(k + 1) in RELATIVE:
        start = k + 2
    elif source == "d'" and passage.lower(k + 1) == "après" and passage.lower(k + 2) in RELATIVE:
        start = k + 3
    else:
        return None
    owner = _owner(scene, k)
    main = _main(scene, k) if owner is None else None
    if start >= len(passage) or (owner is None and (main is None or main.lemma not in word_class("uphold"))):
        return None
    end = clause_end(scene, start, origin=None, nominal=False)
    return Draft(
        scene,
        "noun",
        "clause",
        [(start, end)],
        cue=passage.stretch(k, start),
        at=k,
        subject=owner,
        group=main,
    )


def _given_word(scene: Scene, k: int) -> Draft | None:
    """ "a obtenu de X l'assurance que …": whoever gives the word says it, the host where nobody else is named."""
    passage = scene.passage
    act = acts_of("noun", "que").get(passage.tokens[k].lemma.lower())
    group = _main(scene, k)
    if act is None or group is None or group.negated or group.lemma not in word_class("obtaining"):
        return None
    giver = None
    for at in (*range(group.end, k), k + 1, *range(passage.first, group.start)):
        source = passage.lower(at) in ("de", "d'", "du", "des") and at >= group.end
        if source or passage.lower(at) in ("par", "auprès"):
            phrase = noun_phrase(passage, at + 1 + (passage.lower(at) == "auprès"))
            if phrase is not None and can_speak(passage, phrase, scene.cast):
                giver = phrase
                break
    that = giver.end if giver is not None and giver.start > k else k + 1
    if giver is None or passage.lower(that) not in ("que", "qu'"):
        return None
    end = clause_end(scene, that + 1, origin=None, nominal=False)
    return Draft(scene, "noun", "clause", [(that + 1, end)], act=act, cue=passage.stretch(k - 1, that + 1), at=k,
                 subject=giver)  # fmt: skip


def _owner(scene: Scene, k: int) -> NounPhrase | None:
    """To whom the words before "selon laquelle" belong: "la position de Moscou", "la déclaration faite par X"."""
    passage = scene.passage
    low = max(-1, k - 26)
    nouns = acts_of("noun", "selon_laquelle")
    at = next((j for j in range(k - 1, low, -1) if passage.tokens[j].lemma.lower() in nouns), None)
    for start in range(at if at is not None else max(low, k - 12), k):
        if passage.lower(start) not in ("de", "d'", "du", "des", "par"):
            continue
        phrase = noun_phrase(passage, start + 1, limit=k)
        if phrase is not None and can_speak(passage, phrase, scene.cast) and _names_actor(scene, phrase):
            return phrase
    return None


def _names_actor(scene: Scene, phrase: NounPhrase) -> bool:
    return any(scene.cast.actors_of(scene.passage.tokens[j]) for j in range(phrase.start, phrase.end))


def _invitation(scene: Scene, k: int) -> Draft | None:
    """ "a transmis une invitation à se rendre en Mongolie", "une invitation du sultan à une réunion"."""
    passage = scene.passage
    act = acts_of("noun", "à.inf").get(passage.tokens[k].lemma.lower())
    if act is None or passage.pos(k) != "NOUN":
        return None
    group = _main(scene, k)
    if group is None or group.negated or group.lemma not in ("transmettre", "adresser", "lancer", "envoyer", "remettre",
                                                              "porter", "formuler", "faire"):  # fmt: skip
        return None
    for j in range(k + 1, min(k + 8, len(passage))):
        if passage.lower(j) in ("à", "au", "aux"):
            start = j + 1 if passage.lower(j) == "à" else j
            end = clause_end(scene, j + 1, origin=None, nominal=True)
            owner = (
                noun_phrase(passage, k + 2, limit=j)
                if passage.lower(k + 1) in ("du", "de", "de la", "d'")
                else None
            )
            return Draft(scene, "noun", "nominal", [(start, end)], act=act, cue=passage.stretch(k, j + 1), at=k,
                         subject=owner, group=group)  # fmt: skip
    return None
