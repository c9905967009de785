"""Whether an act is told as done, to come, conditional, denied or hearsay, and what it turns into then."""

from itertools import pairwise

from depeche.language import syntax
from depeche.language.token import Token
from depeche.reading.events import clauses
from depeche.reading.events.acts import Act, united
from depeche.reading.events.agents import same_side
from depeche.reading.events.embedding import GROUPS, Embedder, find_embedder, turn
from depeche.reading.events.moods import apply_mood, postpone
from depeche.reading.events.scene import Scene
from depeche.reading.events.targets import expected
from depeche.reading.events.unreal import is_unreal
from depeche.reading.events.words import words

# Their subject is the subject of what follows, whoever that makes the doer ("pourraient être relâchés").
RAISING = words("raising verbs")
FORETELLING = words("foretelling verbs")
# Words that make what is asked for a condition.
PRELIMINARIES = frozenset({"préalable", "préalablement", "auparavant", "condition"})


def settle(act: Act, scene: Scene) -> Act | None:
    """The act with its status, after all that governs it has had its say; None when it is no act."""
    token = act.token
    verb = scene.frame(token).seer or _carrier(token, scene)
    act.verb = verb
    if clauses.in_condition(verb, scene):
        return None
    seen: set[int] = set()
    grammar = scene.frame(token).seer or token
    spent = False
    while True:
        seen.add(grammar.i)
        if is_unreal(grammar, scene):
            return None
        if not apply_mood(act, grammar, scene, spent=spent):
            return None
        step = _governor(grammar, scene)
        if step is None or step[0].i in seen:
            return _conditioned(act, scene)
        governor, link = step
        attributed = scene.statement_of(grammar) is not None
        row = find_embedder(scene.frame(governor), link, grammar, attributed=attributed)
        if row is None:
            if link[0] == "xcomp" and link[1] in ("", "de", "à") and governor.pos in ("VERB", "NOUN"):
                return None  # "la demande britannique de **rétablir** les sanctions": nobody says that it is done
            return _conditioned(act, scene)
        if not _apply(act, row, governor, scene):
            return None
        act.verb = governor
        grammar = governor
        spent = row.negative


def _conditioned(act: Act, scene: Scene) -> Act:
    """An offer or a concession that hangs on a condition is hypothetical."""
    if act.type in ("AGREE", "CONCEDE") and act.status == "actual":
        promised = [token for token in act.about_tokens if syntax.is_infinitive(token)]
        tokens = (act.token, *([act.verb] if act.verb is not None else []), *promised)
        bound = any(
            clauses.has_condition(token, scene) or _asks_first(token) or _is_set_under(token, scene)
            for token in tokens
        )
        if bound or _limited_after(act, scene):
            act.status = "hypothetical"
    if act.type in ("AGREE", "CONCEDE") and act.status == "hypothetical" and not act.recipient:
        act.recipient = tuple(actor for actor in expected(act, scene) if not same_side(actor, act.actor))
    return act


def _asks_first(token: Token) -> bool:
    """ "n'y est pas opposé, mais exige **au préalable** des excuses": a condition."""
    return any(
        child.dep == "conj"
        and child.pos == "VERB"
        and any(word.lower in PRELIMINARIES for word in child.subtree())
        and any(word.lower == "mais" for word in child.children)
        for child in token.children
    )


def _is_set_under(token: Token, scene: Scene) -> bool:
    """ "prêt à recevoir, **si Rome le souhaite**, les deux camps": a condition set off by a comma."""
    tokens = scene.parse.sentences[token.sentence].tokens
    for before, word in pairwise(tokens):
        if word.i > token.i and before.text == ";":
            return False
        if word.i > token.i and before.text == "," and word.lower in clauses.IF_WORDS and word.pos == "SCONJ":
            return not any(
                other.pos == "VERB" and syntax.own_subjects(other) and token.i < other.i < word.i
                for other in tokens
            )
    return False


def _limited_after(act: Act, scene: Scene) -> bool:
    """ "N'exclut pas de venir. « Mais seulement si … »": the next sentence sets the condition."""
    following = scene.parse.sentences[act.token.sentence + 1 : act.token.sentence + 2]
    if not following:
        return False
    words = [word.lower for word in following[0].tokens if word.pos != "PUNCT"][:4]
    return words[:1] == ["mais"] and "seulement" in words and bool({"si", "s'"} & set(words))


def embedding_of(token: Token, scene: Scene) -> Embedder | None:
    """The row of the embedding table that governs a word, or None."""
    step = _governor(token, scene)
    if step is None:
        return None
    governor, link = step
    return find_embedder(scene.frame(governor), link, token, attributed=scene.statement_of(token) is not None)


def _carrier(token: Token, scene: Scene) -> Token:
    frame = scene.frame(token)
    if frame.nominal:
        return clauses.governing_clause(frame) or token
    return token


def _governor(token: Token, scene: Scene) -> tuple[Token, tuple[str, str]] | None:
    """The predicate whose complement a word is, and by which relation and preposition."""
    first = token
    while first.dep == "conj":
        first = first.head
    head = first.head
    if head is first or head.pos not in ("VERB", "AUX", "ADJ", "NOUN"):
        return None
    if syntax.is_infinitive(token) or (first is not token and syntax.is_infinitive(first)):
        mark = syntax.introducer(first) or syntax.introducer(token)
        if (mark in ("pour", "avant", "après", "sans", "par") and first.dep != "xcomp") or (
            first.dep in ("advcl", "obl:mod", "acl") and mark not in ("à", "de")
        ):
            return None
        if (
            first.dep == "acl"
            and head.pos == "NOUN"
            and head.head.pos == "VERB"
            and first.i > head.i
            and head.dep == "obj"
        ):
            return head.head, ("xcomp", mark)
        return head, ("xcomp", mark)
    finite = syntax.is_finite(first) or any(child.lower in ("que", "qu'") for child in first.children)
    if first.dep in ("ccomp", "csubj") and finite:
        return head, ("ccomp", "que")
    if token.pos in ("NOUN", "PROPN") and head.pos in ("VERB", "ADJ"):
        if first.dep in ("obj", "xcomp") or (first.dep == "nsubj:pass"):
            return head, ("obj", "")
        if first.dep.startswith("obl"):
            frame = scene.frame(head)
            preposition = next((name for name, filler in frame.own_obl if filler is first), "")
            return head, ("obl", preposition)
    return None


def _apply(act: Act, row: Embedder, governor: Token, scene: Scene) -> bool:
    outcome = row.outcomes[GROUPS[act.type]]
    if outcome.keep:
        if outcome.status is not None:
            if outcome.status == "future" and GROUPS[act.type] in ("coop", "yield"):
                return postpone(act, governor, scene)
            act.status = outcome.status
        thanked = scene.frame(governor).obj
        if outcome.factive and syntax.is_infinitive(act.token) and thanked:
            act.actor = united(
                *(scene.owners(noun) for noun in thanked)
            )  # "a remercié Rome d'avoir libéré …"
        elif row.roles == "" and not act.actor:
            act.actor = united(*(scene.owners(subject) for subject in scene.frame(governor).subj))
        return True
    if outcome.type is None:
        return False
    frame = scene.frame(governor)
    if governor.lemma in RAISING:
        inner_actor, inner_recipient = act.actor, act.recipient
        turn(act, outcome)
        act.actor, act.recipient, act.foretold = inner_actor, inner_recipient, True
        return True
    doers = united(*(scene.owners(subject) for subject in frame.subj))
    inner_actor, inner_recipient = act.actor, act.recipient
    turn(act, outcome)
    act.foretold = act.foretold or governor.lemma in FORETELLING
    if row.roles == "obj is actor":
        act.actor = united(*(scene.owners(noun) for noun in frame.obj)) or inner_actor
        act.recipient = doers
        return True
    act.actor = doers or inner_actor
    if row.roles == "obj":
        act.recipient = united(
            *(scene.owners(noun) for noun in (*frame.obj, *filter(None, [frame.clitics.get("lui")])))
        )
    elif row.roles == "obl":
        tokens = [filler for preposition, filler in frame.obl if preposition == "à"]
        tokens += list(filter(None, [frame.clitics.get("lui")]))
        act.recipient = united(*(scene.owners(noun) for noun in tokens))
    elif row.roles in ("obj=subj(E)", "obj=agent(E)", "speaker>subj", "speaker>subj(E)"):
        act.recipient = inner_actor
        if row.roles.startswith("speaker"):
            statement = scene.statement_of(governor)
            if statement is None or same_side(statement.speaker.actor, inner_actor):
                return False
            act.actor = (statement.speaker.actor,)
    elif row.roles == "all":
        act.recipient = tuple(actor for actor in inner_recipient if actor not in act.actor)
    else:
        act.recipient = tuple(
            actor for actor in united(inner_actor, inner_recipient) if not same_side(actor, act.actor)
        )
    return True
