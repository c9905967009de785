"""What tense, mood and negation of a clause make of its act: done, to come, hypothetical, hearsay or denied."""

from depeche.language import syntax
from depeche.language.token import Token
from depeche.reading.events import clauses
from depeche.reading.events.acts import SPOKEN, Act, united
from depeche.reading.events.agents import same_side
from depeche.reading.events.embedding import GROUPS, Outcome, turn
from depeche.reading.events.matching import find_match
from depeche.reading.events.scene import Scene
from depeche.reading.events.words import words

WISHES = words("wishes")


def apply_mood(act: Act, token: Token, scene: Scene, *, spent: bool = False) -> bool:
    """Settle an act by the tense, mood and negation of one clause, in place; False drops it.

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
        return postpone(act, carrier, scene)
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
    if own and act.type == "REQUEST" and tense == "present":
        return False  # "nous ne demandons pas l'aumône": nothing is asked, nobody is refused
    subjects = [subject.lower for subject in scene.frame(act.token).grammatical_subjects]
    if tense == "present" and own and subjects == ["on"]:
        return False  # "on ne négocie pas avec un robinet fermé": a maxim
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
            if tense == "conditional":  # "n'aurait pas dit non"
                act.status = "alleged"
        return True
    act.status = "negated"
    return True


def postpone(act: Act, carrier: Token, scene: Scene) -> bool:
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
        return postpone(act, carrier, scene)
    if clauses.has_condition(carrier, scene):
        if GROUPS[act.type] in ("coop", "yield"):
            return postpone(act, carrier, scene)
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
