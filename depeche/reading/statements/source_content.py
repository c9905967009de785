"""What a source phrase tells: the clause behind it, before it, or around it."""

from depeche.reading.statements.clauses import clause_end
from depeche.reading.statements.drafts import Draft
from depeche.reading.statements.phrases import NounPhrase, noun_phrase
from depeche.reading.statements.scene import SUBORDINATORS, Scene
from depeche.reading.statements.source_forms import Source
from depeche.reading.statements.words import speakers, word_class

GOING_ON = {"par", "dans", "à", "au", "aux", "sur", "vers", "contre", "entre", "depuis", "pour"}


def source_drafts(scene: Scene, sources: list[Source]) -> list[Draft]:
    """The statements that source phrases report."""
    found: list[Draft] = []
    for source in sources:
        ranges, rule = _content(scene, source, sources)
        if not ranges:
            continue
        draft = Draft(
            scene, rule, "clause", ranges, act=source.act,
            cue=scene.passage.stretch(source.at, source.cue_end), at=source.at,
            subject=source.cited or source.subject, pronoun=source.pronoun,
            relays=list(source.relays),
        )  # fmt: skip
        if source.cited is not None and source.subject is not None:
            draft.relays.append(source.subject)
        found.append(draft)
    return found


def _content(scene: Scene, source: Source, sources: list[Source]) -> tuple[list[tuple[int, int]], str]:
    passage = scene.passage
    if source.relative:
        start = source.end
        end = clause_end(scene, start, origin=None, nominal=False)
        return [(start, _before_main_verb(scene, start, end))], "relative source"
    linking = ("PUNCT", "ADV", "CCONJ")  # "Ainsi, d'après Oslo, …"
    before = [k for k in range(passage.first, source.start) if passage.pos(k) not in linking]
    if not before or passage.lower(source.at - 1) in (";", ":"):
        return _following(scene, source), "source before"
    if _closes_sentence(scene, source):
        return _preceding(scene, source), "source after"
    return _around(scene, source), "source inside"


def _before_main_verb(scene: Scene, start: int, end: int) -> int:
    """The end of a relative clause that the sentence's main verb follows after a comma."""
    passage = scene.passage
    for k in range(start + 1, end - 1):
        if passage.lower(k) == "," and passage.outside(k):
            group = scene.by_start.get(k + 1)
            if group is not None and group.is_finite and not scene.main_verbs(passage.first, start):
                return k
    return end


def _following(scene: Scene, source: Source) -> list[tuple[int, int]]:
    start = _main_start(scene, source.end)
    if start is None:
        return []
    return [(start, clause_end(scene, start, origin=None, nominal=False))]


def _main_start(scene: Scene, k: int) -> int | None:
    """The first word of the main clause behind a source phrase with its appositions and relatives."""
    passage = scene.passage
    while k < len(passage):
        if passage.quote[k] is not None and not passage.mark[k]:
            k = passage.quote_end(k)
            continue
        if passage.lower(k) == "," and passage.outside(k):
            j = k + 1
            if passage.lower(j) in word_class("trailing_source") or passage.lower(j) in SUBORDINATORS:
                k = j
                continue
            phrase = noun_phrase(passage, j)
            if phrase is not None and passage.lower(phrase.end) == "," and _is_apposition(scene, phrase):
                k = phrase.end
                continue
            close = next((m for m in range(j, min(j + 18, len(passage))) if passage.lower(m) == ","), None)
            bare = passage.lower(j) in speakers() and passage.pos(j) in ("ADJ", "NOUN")
            if bare and close is not None and not scene.finite_between(j, close):
                k = close  # ", chercheuse à l'Ifri, …", taken for an adjective
                continue
            return j
        if passage.lower(k) in (";", ":"):
            return k + 1 if k + 1 < len(passage) else None
        k += 1
    return None


def _is_apposition(scene: Scene, phrase: NounPhrase) -> bool:
    """Whether a noun phrase between commas explains the source ("…, Rasmata Zongo, …") and is no subject."""
    passage = scene.passage
    following = passage.lower(phrase.end + 1)
    before = scene.cast.mention_at(passage.tokens[phrase.head])
    if (
        before is not None
        and before.form == "name"
        and before.span.start < passage.tokens[phrase.start].start
    ):
        return True  # "pour le chef de la junte, le général X, …": one name with two titles
    if following in SUBORDINATORS or following in word_class("trailing_source"):
        return passage.tokens[phrase.head].pos == "PROPN"
    group = next((g for g in scene.groups if g.start > phrase.end), None)
    if group is not None and group.start <= phrase.end + 2 and group.is_finite:
        return False
    return passage.tokens[phrase.head].pos == "PROPN" or passage.lower(phrase.start) not in (
        "le",
        "la",
        "les",
        "l'",
    )


def _closes_sentence(scene: Scene, source: Source) -> bool:
    """Whether nothing that belongs to the clause follows the source phrase."""
    passage = scene.passage
    k = source.end
    if passage.lower(k) in ("que", "qu'", "dont"):
        return not any(
            passage.lower(j) in (",", ";") for j in range(k, len(passage))
        )  # "selon une note qu'il a lue"
    while k < len(passage) and passage.lower(k) != ",":
        if passage.lower(k) in (".", ";", "…", "!", "?", ")"):
            return True
        if any(group.start == k and group.is_finite for group in scene.groups):
            return False
        k += 1
    if k >= len(passage):
        return True
    verb = scene.by_start.get(k + 1)
    trailing = passage.lower(k + 1) in word_class("trailing_source")
    if verb is not None and not trailing and verb.form in ("past participle", "infinitive"):
        return False
    if any(group.carrier < source.start and k < group.head for group in scene.groups):
        return False  # "Pyongyang a, selon Séoul, tiré un missile"
    if passage.pos(k + 1) == "ADP" and passage.lower(k + 1) in GOING_ON:
        phrase = noun_phrase(passage, k + 2)
        # "…, selon Oslo, par des vedettes" goes on, "…, selon Oslo, dans un communiqué" does not
        return phrase is not None and passage.tokens[phrase.head].lemma.lower() in word_class("channel")
    if passage.lower(k + 1) in word_class("trailing_source") or passage.lower(k + 1) in (
        "qui",
        "dont",
        "où",
        "lequel",
        "laquelle",
    ):
        return not any(g.is_finite and not scene.is_subordinate(g, k) for g in scene.groups if g.start > k)
    if passage.pos(k + 1) in ("DET", "PROPN", "SCONJ", "NUM", "PRON") or any(passage.mark[k + 1 : k + 2]):
        return False
    if passage.pos(k + 1) == "NOUN":
        return not scene.main_verbs(k, len(passage))  # "selon Pavel Fedin, chercheur à l'Institut"
    return not scene.main_verbs(k, len(passage)) and bool(scene.main_verbs(passage.first, source.start))


def _preceding(scene: Scene, source: Source) -> list[tuple[int, int]]:
    passage = scene.passage
    start, end = passage.first, source.start
    for k in range(end - 1, passage.first - 1, -1):
        if passage.lower(k) == ";" and passage.outside(k):
            start = k + 1
            break
        if (
            passage.lower(k) == "où"
            and passage.outside(k)
            and passage.lower(k - 1) == ","
            and scene.main_verbs(start, k)
        ):
            start = k + 1
            break
    for reported in list(scene.asides):
        if start <= reported < end and scene.asides[reported] <= end and scene.asides[reported] > start:
            start = max(start, scene.asides[reported])
    while start < end and passage.pos(start) == "PUNCT" and not passage.mark[start]:
        start += 1
    return [(start, end)] if end - start > 1 else []


def _around(scene: Scene, source: Source) -> list[tuple[int, int]]:
    """An inserted source: "Lomé, selon lui, reste disposé", "vendredi soir, selon le palais, le ministre …"."""
    passage = scene.passage
    resume = source.end + 1 if passage.lower(source.end) == "," else source.end
    if resume >= len(passage):
        return _preceding(scene, source)
    end = clause_end(scene, resume, origin=None, nominal=False)
    start = passage.first
    quoted_next = passage.mark[resume] and passage.quote[resume] is not None
    if quoted_next and passage.pos(source.start - 1) in ("VERB", "AUX", "PRON"):
        return [(resume, passage.quote_end(resume))]
    for k in range(source.start - 1, passage.first, -1):
        if passage.lower(k) in (";", ":") and passage.outside(k):
            start = k + 1
            break
        if passage.lower(k) in SUBORDINATORS and passage.outside(k) and passage.lower(k) != "s'":
            inner = scene.finite_between(k, source.start)
            if not inner or passage.lower(k - 1) == ",":
                start = k + 1
                break
    if end <= resume:
        return []
    return [(start, source.start), (resume, end)] if source.start > start else [(resume, end)]
