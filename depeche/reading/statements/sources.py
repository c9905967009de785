"""Sources named by a preposition: "selon X, …", "…, d'après X", "pour qui …", "à l'en croire"."""

from dataclasses import dataclass, field

from depeche.model import SpeechAct
from depeche.reading.statements.clauses import SUBORDINATORS, Scene, clause_end
from depeche.reading.statements.cues import rows_of
from depeche.reading.statements.drafts import Draft
from depeche.reading.statements.nouns import noun_class
from depeche.reading.statements.phrases import NounPhrase, can_speak, noun_phrase

# "selon ses mots", "à ses yeux", "à son avis": the possessive is the speaker.
POSSESSED = {
    "mots",
    "propos",
    "yeux",
    "dires",
    "avis",
    "termes",
    "termes,",
    "dire",
    "mot",
    "expression",
    "formule",
}
ADDED = {"cité", "citée", "cités", "citées", "citant", "relayé", "relayée", "relayés", "repris", "reprise", "interrogé",
         "interrogée", "joint", "jointe", "contacté", "contactée", "interviewé", "interviewée", "rapporté",
         "s'exprimant", "qui", "dont", "lequel", "laquelle", "publié", "publiée", "diffusé", "diffusée", "lu",
         "rendu", "consulté", "consultée", "proche", "présent", "présente", "sous", "basé", "basée"}  # fmt: skip
PERSONAL = {"lui", "elle", "eux", "elles", "moi", "nous"}
RELATIVE = {"qui", "lequel", "laquelle", "lesquels", "lesquelles"}


@dataclass(slots=True)
class Source:
    """A source phrase; token indices. `start` is where it begins (its comma included), `end` the index after it."""

    start: int
    at: int
    end: int
    cue_end: int
    act: SpeechAct
    subject: NounPhrase | None
    pronoun: int | None = None
    relative: bool = False
    relays: list[NounPhrase] = field(default_factory=list)
    cited: NounPhrase | None = None


def find_sources(scene: Scene) -> list[Source]:
    """The source phrases of a sentence that stand outside quotation marks, in text order."""
    passage = scene.passage
    found: list[Source] = []
    k = passage.first
    while k < len(passage):
        source = _source_at(scene, k) if passage.outside(k) else None
        if source is not None:
            found.append(source)
            k = max(source.end, k + 1)
        else:
            k += 1
    return found


def _words(lemma: str) -> list[str]:
    return lemma.replace("d'", "d' ").replace("l'", "l' ").split()


def _match(scene: Scene, k: int, words: list[str]) -> int | None:
    """The index after a source expression at `k`; its last "de" may be contracted or elided."""
    for word in words:
        lower = scene.passage.lower(k)
        if lower == word or (word == "de" and lower in ("de", "d'", "du", "des")):
            k += 1
        else:
            return None
    return k


def _source_at(scene: Scene, k: int) -> Source | None:
    passage = scene.passage
    lower = passage.lower(k)
    start = k
    while (
        start > passage.first and passage.pos(start - 1) == "ADV" and passage.lower(start - 1) not in ("où",)
    ):
        start -= 1
    if passage.lower(start - 1) in (",", "(", "–", "—") and start - 1 >= passage.first:
        start -= 1
    if lower == "à" and passage.lower(k + 1) == "l'" and passage.lower(k + 2) in ("en", "entendre"):
        end = k + 4 if passage.lower(k + 2) == "en" else k + 3
        if passage.lower(end - 1) in ("croire", "entendre"):
            return Source(start, k, end, end, "assert", None, pronoun=k + 1)
    if lower in ("selon", "à", "d'", "de") and (found := _possessed(scene, k, start)):
        return found
    for lemma, act, _ in sorted(rows_of("prep"), key=lambda row: -len(row[0])):
        after = _match(scene, k, _words(lemma))
        if after is not None:
            return _with_phrase(scene, start, k, after, lemma, act)
    return None


def _possessed(scene: Scene, k: int, start: int) -> Source | None:
    passage = scene.passage
    after = k + 1
    if passage.lower(k) == "d'" and passage.lower(k + 1) == "après":
        after = k + 2
    elif passage.lower(k) == "de" and passage.lower(k + 1) != "son":
        return None
    if passage.lower(after) == "aux":
        return None
    noun = after + 2 if passage.pos(after + 1) == "ADJ" else after + 1
    if passage.lower(after) in ("ses", "son", "leurs", "leur", "sa") and passage.lower(noun) in POSSESSED:
        end = noun + 1
        if passage.pos(end) == "ADJ":
            end += 1
        return Source(start, k, end, end, "assert", None, pronoun=after)
    return None


def _with_phrase(scene: Scene, start: int, k: int, after: int, lemma: str, act: SpeechAct) -> Source | None:
    passage = scene.passage
    word = passage.lower(after)
    initial = (
        k == passage.first or start == passage.first or passage.lower(k - 1) in (",", "et", "mais", ";", ":")
    )
    if word in ("que", "qu'"):
        return None
    if word in RELATIVE:
        if lemma in ("selon", "d'après", "pour") and passage.lower(after + 1) not in ("-", "que"):
            if passage.lower(k - 1) != "," and (lemma == "pour" or word != "qui"):
                return None
            return Source(start, k, after + 1, after + 1, act, None, pronoun=after, relative=True)
        return None
    if word in PERSONAL and passage.lower(after + 1) in (",", ".", "", "-même", ")"):
        if lemma == "pour" and not initial:
            return None
        return Source(start, k, after + 1, after, act, None, pronoun=after)
    if word == "ce" and passage.lower(after + 1) in ("que", "qu'"):
        phrase = noun_phrase(passage, after + 2)
        comma = next((j for j in range(after, min(after + 16, len(passage))) if passage.lower(j) == ","), None)
        if phrase is None or comma is None or not can_speak(passage, phrase, scene.cast):
            return None
        return Source(start, k, comma, after, act, phrase)  # "selon ce que des sources ont indiqué"
    if word == "ce" and passage.lower(after + 1) == "qui":
        by = next((j for j in range(after, min(after + 12, len(passage))) if passage.lower(j) == "par"), None)
        if by is None:
            return None
        phrase = noun_phrase(passage, by + 1)
        return Source(start, k, phrase.end, by + 1, act, phrase) if phrase else None
    phrase = noun_phrase(passage, after)
    if phrase is None or not can_speak(passage, phrase, scene.cast):
        return None
    head = passage.tokens[phrase.head]
    if head.lemma in noun_class("time") or passage.lower(after) in ("chaque", "quel", "quelle"):
        return None
    if lemma in ("pour", "suivant"):
        opens = (
            k == passage.first
            or passage.lower(k - 1) in (";", ":", "mais", "et", "car")
            or (passage.lower(k - 1) == "," and passage.lower(k - 2) in ("mais", "et", "car", "or"))
        )
        if not (opens and passage.lower(phrase.end) == ","):
            return None
        actors = scene.cast.actors_of(head)
        if not actors and head.ent not in ("PER", "ORG", "LOC"):
            return None
    if head.lemma in noun_class("document") and not _has_agent(scene, phrase):
        return None
    source = Source(start, k, phrase.end, after, act, phrase)
    if head.lemma.lower() in noun_class("document"):
        by = next((j for j in range(phrase.end, min(phrase.end + 5, len(passage))) if passage.lower(j) == "par"), None)
        agent = noun_phrase(passage, by + 1) if by is not None else None
        if agent is not None and can_speak(passage, agent, scene.cast):
            source.subject, source.end = agent, agent.end  # "selon les déclarations faites par le président"
    _add_relays(scene, source)
    return source


def _has_agent(scene: Scene, phrase: NounPhrase) -> bool:
    """Whether a document names its author, or is of a kind that speaks for itself (a poll, a report)."""
    passage = scene.passage
    lemma = passage.tokens[phrase.head].lemma
    if lemma in ("loi", "accord", "traité", "principe", "texte", "document", "calcul", "calendrier"):
        return lemma not in ("principe", "calendrier")
    return True


def _add_relays(scene: Scene, source: Source) -> None:
    """Take in what trails behind the source: "…, citée par la RTB", "…, citant un diplomate"."""
    passage = scene.passage
    k = source.end
    while k < len(passage):
        j = k + 1 if passage.lower(k) == "," else k
        word = passage.lower(j)
        if word in ("citant", "qui") and (
            word == "citant" or passage.lower(j + 1) in ("cite", "citait", "citent")
        ):
            phrase = noun_phrase(passage, j + 1 if word == "citant" else j + 2)
            if phrase is not None:
                source.cited = phrase
                source.end = k = phrase.end
                continue
        if word in ("cité", "citée", "cités", "relayé", "relayée", "repris", "reprise", "interrogé", "interrogée",
                    "interviewé", "interviewée", "rapporté", "joint", "jointe") and passage.lower(j + 1) == "par":  # fmt: skip
            phrase = noun_phrase(passage, j + 2)
            if phrase is not None:
                source.relays.append(phrase)
                source.end = k = phrase.end
                continue
        return


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
    before = [k for k in range(passage.first, source.start) if passage.pos(k) != "PUNCT"]
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
    passage = scene.passage
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
            if passage.lower(j) in ADDED or passage.lower(j) in SUBORDINATORS:
                k = j
                continue
            phrase = noun_phrase(passage, j)
            if phrase is not None and passage.lower(phrase.end) == "," and _is_apposition(scene, phrase):
                k = phrase.end
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
    if following in SUBORDINATORS or following in ADDED:
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
    while k < len(passage) and passage.lower(k) != ",":
        if passage.lower(k) in (".", ";", "…", "!", "?", ")"):
            return True
        if any(group.start == k and group.is_finite for group in scene.groups):
            return False
        k += 1
    if k >= len(passage):
        return True
    if passage.lower(k + 1) in ADDED or passage.lower(k + 1) in ("qui", "dont", "où", "lequel", "laquelle"):
        return not any(g.is_finite and not scene.is_subordinate(g, k) for g in scene.groups if g.start > k)
    if passage.pos(k + 1) in ("DET", "PROPN", "SCONJ", "NUM", "PRON") or passage.mark[k + 1]:
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
