"""What all frames of reporting verbs share: the complement, its clause, its infinitive, its prepositions."""

from dataclasses import dataclass

from depeche.reading.statements.clauses import clause_end
from depeche.reading.statements.cues import verb_cues
from depeche.reading.statements.drafts import Kind
from depeche.reading.statements.phrases import NounPhrase
from depeche.reading.statements.scene import Scene
from depeche.reading.statements.verbs import VerbGroup

FORMS: dict[str, tuple[str, ...]] = {
    "de": ("de", "d'", "du", "des"), "à": ("à", "au", "aux"), "sur": ("sur",), "pour": ("pour",),
    "contre": ("contre",), "dans": ("dans",), "comme": ("comme",), "en_faveur_de": ("en",),
}  # fmt: skip

BEFORE_INFINITIVE = {"ne", "n'", "pas", "plus", "jamais", "se", "s'", "y", "en", "le", "la", "les", "l'", "lui",
                     "leur"}  # fmt: skip


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
        if passage.lower(j) in verb_cues() and passage.pos(j) == "NOUN" and passage.pos(j - 1) != "DET":
            return k  # "à conseiller", taken for the noun
        if passage.mark[j] or passage.pos(j) == "ADV" or passage.lower(j) in BEFORE_INFINITIVE:
            j += 1
            continue
        return None
    return None
