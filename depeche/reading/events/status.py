"""Whether an act is told as done, to come, conditional, denied or hearsay, and what it turns into then."""

from itertools import pairwise

from depeche.language import syntax
from depeche.language.token import Token
from depeche.model import PlannedAct
from depeche.reading.events import clauses
from depeche.reading.events.acts import SPOKEN, Act, united
from depeche.reading.events.embedding import GROUPS, Embedder, Outcome, find_embedder
from depeche.reading.events.matching import find_match
from depeche.reading.events.modes import mode_of_request, mode_of_threat
from depeche.reading.events.recipients import same_side
from depeche.reading.events.scene import Scene
from depeche.reading.events.unreal import is_unreal
from depeche.reading.events.words import words

# Their subject is the subject of what follows, whoever that makes the doer ("pourraient être relâchés").
RAISING = words("raising verbs")
WISHES = words("wishes")
# Words that make what is asked for a condition.
PRELIMINARIES = frozenset({"préalable", "préalablement", "auparavant", "condition"})


def settle(act: Act, scene: Scene) -> Act | None:
    """The act with its status, after all that governs it has had its say; None when it is no act."""
    token = act.token
    verb = _carrier(token, scene)
    act.verb = verb
    if clauses.in_condition(verb, scene):
        return None
    seen: set[int] = set()
    grammar = token
    spent = False
    while True:
        seen.add(grammar.i)
        if is_unreal(grammar, scene):
            return None
        if not _apply_grammar(act, grammar, scene, spent=spent):
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
        tokens = (act.token, *([act.verb] if act.verb is not None else []))
        bound = any(
            clauses.has_condition(token, scene) or _asks_first(token) or _is_set_under(token, scene)
            for token in tokens
        )
        if bound or _limited_after(act, scene):
            act.status = "hypothetical"
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


def _apply_grammar(act: Act, token: Token, scene: Scene, *, spent: bool = False) -> bool:
    """What tense, mood and negation of one clause make of the act; False drops it.

    `spent` says that the negation was read with the verb already ("ne veut pas négocier").
    """
    frame = scene.frame(token)
    if frame.nominal and token is act.token:
        return True
    carrier = (
        token.head
        if token.pos == "ADJ" and not syntax.is_finite(token) and token.head.pos == "VERB"
        else token
    )
    tense = syntax.tense(carrier)
    row = act.match.row if act.match and token is act.token else None
    if (
        not spent
        and syntax.is_negated(carrier)
        and not (row is not None and (row.negative or "polarity" in repr(row.needs)))
    ):
        return _negate(act, tense, scene, own=row is not None)
    if tense == "future":
        if carrier.dep == "advcl" and any(aux.dep == "aux:tense" for aux in syntax.auxiliaries(carrier)):
            return False  # "une fois que Rome aura signé": nobody says that it will
        return _postpone(act, carrier, scene)
    if tense == "conditional":
        if carrier.dep == "acl:relcl" and not syntax.is_participle(carrier):
            return False  # "toute base qui participerait": nobody says that one does
        return _suppose(act, carrier, scene)
    if tense == "infinitive" and token is act.token:
        return _infinitive(act, token, scene)
    if token.dep == "advcl" and any(
        child.lower in ("si", "s'") and child.dep == "mark" for child in token.children
    ):
        return False
    if tense == "subjunctive" and act.type not in ("REQUEST",) and token.dep not in ("acl:relcl",):
        marks = {child.lower for child in token.children if child.dep == "mark"}
        if not marks & {"après", "bien", "alors"}:
            act.status = "hypothetical" if act.status == "actual" else act.status
    return True


def _negate(act: Act, tense: str, scene: Scene, *, own: bool) -> bool:
    row = act.match.row if act.match else None
    change = None
    if row is not None and own:
        change = row.negated if tense in ("past", "imperfect", "participle") else row.refused
    if change is not None:
        if change.type is None:
            return False
        if change.type != act.type:
            mutual = act.type in ("CONSULT", "COOPERATE") and act.match is not None
            parties = united(act.actor, act.recipient)
            turn(act, Outcome(type=change.type, mode=change.mode))
            if mutual and change.type == "REJECT":
                doers = united(*(scene.owners(token) for token in scene.frame(act.token).subj))
                act.actor = doers or act.actor
                act.recipient = tuple(actor for actor in parties if not same_side(actor, act.actor))
        return True
    act.status = "negated"
    return True


def _postpone(act: Act, carrier: Token, scene: Scene) -> bool:
    row = act.match.row if act.match else None
    conditional = clauses.has_condition(carrier, scene)
    group = GROUPS[act.type]
    if (group in ("coop", "yield") and act.type not in ("AGREE", "CONCEDE", "SUPPORT")) or (
        act.type == "SUPPORT"
    ):
        turn(
            act,
            Outcome(
                type="CONCEDE" if group == "yield" else "AGREE",
                status="hypothetical" if conditional else None,
            ),
        )
        act.foretold = True
        return True
    if act.type in ("AGREE", "CONCEDE"):
        act.status = "hypothetical" if conditional else act.status
        return True
    if group == "host":
        if conditional and row is not None and row.pressed is not None:
            turn(act, Outcome(type="THREATEN", mode=row.pressed.mode))
            return True
        act.status = "future"
        return True
    if act.type in ("REQUEST", "ACCUSE"):
        act.status = "future"
    return True


def _suppose(act: Act, carrier: Token, scene: Scene) -> bool:
    if any(name == "sans" and filler.i < carrier.i for name, filler in scene.frame(carrier).own_obl):
        return False  # "sans l'ONU, Asmara aurait attaqué": it did not
    if _under_past_report(carrier, scene):
        return _postpone(act, carrier, scene)
    if clauses.has_condition(carrier, scene):
        if GROUPS[act.type] in ("coop", "yield"):
            return _postpone(act, carrier, scene)
        act.status = "hypothetical"
        return True
    if syntax.auxiliaries(carrier) and carrier.lemma not in ("pouvoir", "vouloir", "devoir"):
        act.status = "alleged"
        return True
    if carrier.lemma in WISHES:
        act.status = "hypothetical"
        return True
    act.status = "alleged" if scene.statement_of(carrier) is None else "hypothetical"
    return True


def _under_past_report(token: Token, scene: Scene) -> bool:
    """Whether a conditional is the future seen from a past act of speech ("a dit qu'il viendrait")."""
    for aux in syntax.auxiliaries(token):
        if aux.feat("Mood") == "Cnd" and (
            aux.lemma == "avoir" or (aux.lemma == "être" and not syntax.is_passive(token))
        ):
            return not syntax.is_participle(token)  # "aurait livré", "seraient partis": the past of hearsay
    for above in (token, *token.ancestors()):
        if (
            above.dep in ("ccomp", "xcomp")
            and above.head.pos in ("VERB", "AUX")
            and syntax.tense(above.head) in ("past", "imperfect", "participle", "infinitive")
        ):
            return True
        if above.dep == "acl:relcl" and scene.statement_of(above) is None:
            return False
    statement = scene.statement_of(token)
    return statement is not None and statement.mode in ("indirect", "mixed")


def _infinitive(act: Act, token: Token, scene: Scene) -> bool:
    first = token
    while first.dep == "conj":
        first = first.head
    mark = syntax.introducer(first if syntax.is_infinitive(first) else token)
    if mark == "sans":
        return False
    if mark in ("avant", "après"):
        return True
    if mark == "pour":
        if act.type not in SPOKEN:
            return False
        above = first.head
        told = find_match(above, scene)
        return (
            told is not None
            and told.row.type in ("CONSULT", "ACCUSE")
            and syntax.tense(above) in ("past", "present")
        )
    if first.dep == "ROOT":  # "Pékin, par la voix de X, a affirmé **avoir fourni** …"
        return bool(syntax.auxiliaries(first)) and bool(syntax.subjects(first))
    if token.dep in ("csubj", "nsubj"):
        return False
    return not (
        token.dep == "acl"
        and token.head.pos == "NOUN"
        and token.head.dep not in ("obj", "obl:arg", "ROOT", "conj", "appos")
    )


def _apply(act: Act, row: Embedder, governor: Token, scene: Scene) -> bool:
    outcome = row.outcomes[GROUPS[act.type]]
    if outcome.keep:
        if outcome.status is not None:
            if outcome.status == "future" and GROUPS[act.type] in ("coop", "yield"):
                return _postpone(act, governor, scene)
            act.status = outcome.status
        if row.roles == "" and not act.actor:
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


def turn(act: Act, outcome: Outcome) -> None:
    """Make an act the content of another: its old self goes into `about`."""
    old_type, old_mode = act.type, act.mode
    act.planned = PlannedAct(
        type=old_type,
        mode=old_mode,
        actor=tuple(actor.country or actor.name for actor in act.actor),
        recipient=tuple(actor.country or actor.name for actor in act.recipient),
    )
    assert outcome.type is not None
    act.type = outcome.type
    if outcome.mode == "*":
        act.mode = (
            mode_of_threat(old_type, old_mode) if outcome.type == "THREATEN" else mode_of_request(old_type)
        )
    else:
        act.mode = outcome.mode
    act.status = outcome.status or ("actual" if act.status == "future" else act.status)
