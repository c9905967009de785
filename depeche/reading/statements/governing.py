"""Verbs that add only aspect or manner to a reporting infinitive: "vient d'annoncer", "se borne à reconnaître"."""

from depeche.reading.statements.cues import rows_of
from depeche.reading.statements.scene import Scene
from depeche.reading.statements.verbs import VerbGroup

MOTION = {"venir", "aller"}  # verbs whose bare participle may stand over a reporting infinitive


def governing_verb(scene: Scene, group: VerbGroup) -> VerbGroup | None:
    """The verb of telling over an infinitive that adds only aspect: "vient d'annoncer", "a tenu à rappeler"."""
    passage = scene.passage
    k = group.start - 1
    preposition = passage.lower(k) if passage.lower(k) in ("de", "d'", "à", "par", "jusqu'à") else ""
    if preposition:
        k -= 1
        if preposition == "à" and passage.lower(k) in ("jusqu'", "jusque"):
            k -= 1
    if passage.lower(k) == ",":  # "n'a cessé, ces dernières semaines, de marteler"
        opening = next((j for j in range(k - 1, max(0, k - 9), -1) if passage.lower(j) == ","), None)
        k = opening - 1 if opening is not None and not scene.finite_between(opening, k) else k
    while k > 0 and (passage.pos(k) == "ADV" or passage.mark[k]):
        k -= 1
    for other in scene.groups:
        if other.end - 1 <= k <= other.end and other.start < group.start:
            for lemma, _, _ in rows_of("modal"):
                head, *tail = lemma.replace("'", "' ").split()
                if other.lemma != head:
                    continue
                if not tail and not preposition:
                    come = other.form == "past participle" and other.lemma in MOTION
                    past = other.form == "compound" or come  # "un émissaire venu plaider …"
                    return other if past and not other.negated else None
                if tail and preposition and tail[-1][0] == preposition[0]:
                    return other
    return None
