"""Auxiliaries that an insertion parts from their participle: "la présidence s'est, elle, félicitée de …"."""

from depeche.language.conjugation import verb_of
from depeche.language.repair.trees import is_above, move
from depeche.language.token import Sentence, Token

_LONGEST = 7  # words between the commas


def repair_split(sentence: Sentence) -> None:
    """Join auxiliary and participle across an insertion, and give the verb its subject, in place."""
    tokens = sentence.tokens
    for index, token in enumerate(tokens[:-4]):
        if token.lemma not in ("avoir", "être") or tokens[index + 1].text != ",":
            continue
        participle = _participle_after(tokens, index + 2)
        joined = participle is not None and token.head is participle and token.dep.startswith("aux")
        if participle is not None and not joined:
            _join(tokens, index, participle)


def _participle_after(tokens: list[Token], start: int) -> Token | None:
    if tokens[start].pos not in ("PRON", "ADV", "ADP"):
        return None
    for end in range(start + 1, min(start + _LONGEST, len(tokens) - 1)):
        if tokens[end].text == ",":
            following = end + 1
            while following < len(tokens) - 1 and tokens[following].pos == "ADV":
                following += 1
            found = tokens[following]
            return found if _is_participle(found) and not found.child("aux:tense", "aux:pass") else None
    return None


def _is_participle(token: Token) -> bool:
    if token.feat("VerbForm") == "Part":
        return True
    lemma = verb_of(token.lower) if token.lower.endswith(("é", "ée", "és", "ées")) else None
    if lemma is None:
        return False
    token.pos, token.lemma, token.feats = "VERB", lemma, {"Tense": "Past", "VerbForm": "Part"}
    return True


def _join(tokens: list[Token], index: int, participle: Token) -> None:
    auxiliary = tokens[index]
    clitic = tokens[index - 1] if index and tokens[index - 1].lower in ("se", "s'") else None
    tops = [token for token in (auxiliary, clitic) if token is not None and is_above(token, participle)]
    if tops:
        top = tops[0]
        while top.head in (auxiliary, clitic) and top.head is not top:
            top = top.head
        above, dep = top.head, top.dep
        move(participle, participle if above is top else above, "ROOT" if above is top else dep)
    for part in (auxiliary, clitic):
        for child in list(part.children) if part is not None else []:
            if (
                child is not participle
                and child not in (auxiliary, clitic)
                and not is_above(child, participle)
            ):
                move(child, participle, child.dep)
    move(auxiliary, participle, "aux:tense")
    auxiliary.pos = "AUX"
    if clitic is not None:
        move(clitic, participle, "expl:pv")
    subjects = [child for child in participle.children if "subj" in child.dep]
    for child in subjects:
        if child.i > participle.i or (child.pos == "PRON" and len(subjects) > 1 and child.i > auxiliary.i):
            child.dep = "dislocated" if child.i < participle.i else "obl:arg"
