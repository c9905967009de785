"""Whom an act is directed at where its own slots do not say: the agent behind a noun, the partner in a complement."""

from collections.abc import Sequence

from depeche.language import syntax
from depeche.language.token import Token
from depeche.model import Actor
from depeche.reading.events import clauses
from depeche.reading.events.acts import Act, united
from depeche.reading.events.agents import agent_of, same_side
from depeche.reading.events.classes import belongs, word_class
from depeche.reading.events.complements import preposition_key
from depeche.reading.events.gazetteer import place_country, state_actor
from depeche.reading.events.matching import find_match
from depeche.reading.events.scene import Scene, begun_noun
from depeche.reading.events.targets import benefited, deals, keepers, pressed, protested, threatened_land
from depeche.reading.events.words import words

ANSWERS = ("INVITATION", "DEMAND", "PROPOSAL")  # nouns of what somebody has put forward
COMPLETED = frozenset(
    ("REJECT", "REQUEST", "AGREE", "CONCEDE", "SUPPORT", "AID", "THREATEN", "SANCTION", "RETREAT", "ACCUSE")
)
AIMING = words("aiming verbs")
INVASIONS = frozenset(("invasion", "annexion", "occupation", "agression"))
AIMED = frozenset(("SANCTION", "RETREAT", "ACCUSE", "THREATEN"))
MEETINGS = ("MEETING", "TALKS", "SUMMIT", "VISITE")
WAYS = words("ways to")
TOWARDS = ("avec", "à", "entre", "envers", "auprès_de", "en_faveur_de")
GIFTS = ("AIDN", "ARMSAID", "MONEY", "TROOPS")
BY_NAME = frozenset(("ACCUSE", "SUPPORT", "AGREE", "REJECT", "THREATEN"))


def complete_recipient(act: Act, scene: Scene) -> None:
    """Fill a missing recipient from what the act is about ("rejette **une demande américaine**"), in place."""
    if act.type == "PROTEST" and not act.recipient:
        act.recipient = _others(protested(act, scene), act)
    if act.type == "REQUEST" and not act.recipient:  # "souhaite que **la Chine** use de son influence"
        wished = [
            token for token in act.about_tokens if token.pos == "VERB" and token.dep in ("ccomp", "advcl")
        ]
        act.recipient = _others(united(*(agent_of(token, scene) for token in wished)), act)
    if act.type == "REQUEST" and not act.recipient:
        act.recipient = _others(keepers(act, scene), act)
    if act.type == "ASSAULT" and not act.recipient and act.actor:
        act.recipient = _invaded(act, scene)
    if act.recipient or act.type not in COMPLETED or (act.mode == "resign" and act.actor):
        return
    if act.type == "THREATEN" and any(deals(token) for token in act.about_tokens):
        # With whom one threatens to deal is not threatened.
        act.recipient = _others(pressed(act, scene), act)
        return
    if act.type == "AID" and scene.frame(act.token).nominal:
        act.recipient = _others(benefited(act.token, scene), act)
        if act.recipient:
            return
    if act.type in ("SUPPORT", "AGREE") and len({actor.country or actor.name for actor in act.actor}) > 1:
        return  # what two sides sign or plan together is directed at nobody
    frame = scene.frame(act.token)
    pairs = frame.obl if act.type == "SUPPORT" else frame.own_obl  # "a ratifié l'accord **avec Rome**"
    partners = [filler for preposition, filler in pairs if preposition == "avec"]
    named = united(*(scene.actors(token) for token in partners))
    if named and act.type in ("SANCTION", "RETREAT", "SUPPORT"):
        act.recipient = _others(named, act)
        return
    if "lui" in frame.clitics and (found := _addressed(act.token, scene)):
        act.recipient = _others(found, act)
        return
    for token in (*act.about_tokens, *_nouns_of_expression(act)):
        if act.type == "REJECT" and token.pos == "VERB" and _blames(token, scene):
            return  # refused is whoever asked for the blame
        found = _others(_behind(token, act, scene), act)
        if found:
            act.recipient = found
            return
    if act.type in BY_NAME:
        for token in act.about_tokens:
            text = belongs(token, word_class("TEXT"), scene)
            for word in syntax.phrase(token):
                if _tells_occasion(word, token, scene):
                    continue
                meant = [actor for actor in scene.actors(word) if not (text and actor.kind == "igo")]
                if word.pos == "PROPN" and (found := _others(meant, act)):
                    act.recipient = found
                    return


def _invaded(act: Act, scene: Scene) -> tuple[Actor, ...]:
    """Whose land the sentence says is invaded by the same side ("a lancé son invasion **de l'archipel**")."""
    for noun in scene.parse.sentences[act.token.sentence].tokens:
        if noun.pos != "NOUN" or noun.lemma not in INVASIONS:
            continue
        pairs = scene.frame(noun).own_obl
        doers = united(
            *(scene.owners(adjective) for adjective in scene.frame(noun).adjectives),
            *(scene.owners(filler) for preposition, filler in pairs if preposition == "par"),
        )
        if doers and not any(same_side(doer, act.actor) for doer in doers):
            continue
        lands = [filler for preposition, filler in pairs if preposition == "de"]
        found = _others(united(*(scene.owners(land) for land in lands)), act)
        states = (place_country(land, scene.parse) for land in lands)
        found = found or _others([state_actor(state) for state in states if state is not None], act)
        if found:
            return found
    return ()


def _nouns_of_expression(act: Act) -> tuple[Token, ...]:
    """The nouns that a trigger of several words is made of ("a **annulé la visite** de la ministre")."""
    return tuple(word for word in act.match.words[1:] if word.pos == "NOUN") if act.match else ()


def _others(actors: Sequence[Actor], act: Act) -> tuple[Actor, ...]:
    return tuple(actor for actor in actors if not same_side(actor, act.actor))


def _blames(token: Token, scene: Scene) -> bool:
    told = find_match(token, scene)
    return told is not None and told.row.type == "ACCUSE"


def _addressed(token: Token, scene: Scene) -> tuple[Actor, ...]:
    """Whom "lui" means in a clause of purpose: whom the main verb turns to ("a téléphoné à X pour lui proposer …")."""
    if token.dep != "advcl":
        return ()
    above = scene.frame(token.head)
    tokens = [filler for preposition, filler in above.own_obl if preposition == "à"] + above.obj
    return united(*(scene.actors(noun) for noun in tokens))


def _aimed_at(token: Token, scene: Scene) -> tuple[Actor, ...]:
    """Whom a participle says a measure is for ("une enquête **visant** X", "des sanctions imposées **à** Y")."""
    found: tuple[Actor, ...] = ()
    inner = [child for noun in token.children if noun.dep.startswith("nmod") for child in noun.children]
    for child in (*token.children, *inner):
        if not child.dep.startswith("acl") or child.lemma not in AIMING:
            continue
        frame = scene.frame(child)
        if frame.passive:
            at = [filler for name, filler in frame.own_obl if name in ("à", "contre", "à_encontre_de", "sur")]
            found = united(found, *(scene.owners(filler) for filler in at))
        else:
            found = united(found, *(scene.owners(noun) for noun in frame.obj if noun is not token))
    return found


def _behind(token: Token, act: Act, scene: Scene) -> tuple[Actor, ...]:
    if token.pos not in ("NOUN", "PROPN"):  # with whom the one asked or charged acts is not who is asked
        denies = act.match is not None and act.match.row.mode == "-"
        if act.type in ("REQUEST", "ACCUSE") or denies:
            return ()
        whose = agent_of(token, scene) if act.type == "REJECT" and token.dep == "ccomp" else ()
        return whose or _partners(token, scene)  # "refuse que **l'Ukraine** adhère à l'Union"
    if act.type in AIMED and (aimed := _aimed_at(token, scene)):
        return aimed
    if belongs(token, word_class("BORDER"), scene):
        found = _partners(token, scene)
    elif act.type in ("SANCTION", "RETREAT"):
        pairs = [*scene.frame(token).own_obl, *(scene.frame(act.token).own_obl if act.actor else ())]
        pairs += clauses.shared_complements(token, scene) if act.actor else []
        to = [
            filler
            for preposition, filler in pairs
            if preposition in WAYS
            and (preposition != "à" or filler.head is token or _is_towards("à", filler, token, scene))
            and not clauses.is_time(filler)
        ]
        given = united(*(scene.actors(filler) for filler in to))  # "a rétabli son aide **au Mali**"
        if not given and any(belongs(token, word_class(name), scene) for name in GIFTS):
            given = benefited(token, scene)  # "cent millions d'appui budgétaire **à Praia**"
        found = scene.actors(token) or given or agent_of(token, scene)
        if not _others(found, act):  # "a suspendu ses importations de viande **brésilienne**"
            found = _origin(token, scene) or _partners(token, scene)
    elif any(belongs(token, word_class(name), scene) for name in ANSWERS):
        found = _authors(agent_of(token, scene), token, act, scene)
    elif act.type in ("REJECT", "REQUEST", "SUPPORT") and not scene.frame(token).possessive:
        found = agent_of(token, scene)
        if act.type == "REQUEST" and not found:  # "a demandé la réunion en urgence **du Conseil**"
            pairs = scene.frame(act.token).own_obl
            found = united(*(scene.actors(filler) for name, filler in pairs if name == "de"))
        if act.type != "REQUEST" and not _others(found, act):  # "a exclu toute rencontre **avec Rome**"
            found = _partners(token, scene) or _near(token, act, scene)
        found = _authors(found, token, act, scene)
    else:
        found = _partners(token, scene) or _near(token, act, scene)
    if not found and token.pos == "PROPN" and (country := place_country(token, scene.parse)) is not None:
        return (state_actor(country),)  # "a renoncé à sa visite **au Caire**"
    return found


def _origin(token: Token, scene: Scene) -> tuple[Actor, ...]:
    """Whose goods a measure is about, whoever buys them."""
    inner = [filler for preposition, filler in scene.frame(token).own_obl if preposition == "de"]
    adjectives = [adjective for noun in inner for adjective in scene.frame(noun).adjectives]
    return united(*(scene.owners(word) for word in (*inner, *adjectives)))


def _near(token: Token, act: Act, scene: Scene) -> tuple[Actor, ...]:
    """With whom or at whose place, where the verb has the complement ("a annulé sa visite **à Rome**")."""
    inner = begun_noun(token)
    if inner is not token and (found := agent_of(inner, scene) or _partners(inner, scene)):
        return found
    if not any(belongs(token, word_class(name), scene) for name in MEETINGS):
        if not belongs(token, word_class("GATHERING"), scene):
            return ()
        # "a reporté la cérémonie de signature de l'accord **avec Rome**"
        inside = [word for word in syntax.phrase(token) if word.pos == "NOUN"]
        with_whom = [pair for word in inside for pair in scene.frame(word).own_obl if pair[0] == "avec"]
        return united(*(scene.owners(filler) for _, filler in with_whom))
    pairs = [*clauses.borrowed_complements(scene.frame(inner), scene), *scene.frame(act.token).own_obl]
    found = united(*(scene.owners(filler) for preposition, filler in pairs if preposition == "avec"))
    if not found and belongs(token, word_class("VISITE"), scene):
        places = [filler for preposition, filler in pairs if preposition in ("à", "en")]
        inside = [one for place in places for name, one in scene.frame(place).own_obl if name == "de"]
        if guests := united(*(scene.actors(one) for one in inside)):
            return guests  # "a annulé la visite à Port-Vila **du ministre**"
        found = united(*(scene.owners(place) for place in places if clauses.is_place(place, scene)))
    return found


def _partners(token: Token, scene: Scene) -> tuple[Actor, ...]:
    """Whom an act told in a complement is done with or to ("négocier **avec Rome**", "aider **Beyrouth**")."""
    frame = scene.frame(token)
    tokens = [filler for preposition, filler in frame.obl if preposition in TOWARDS]
    if frame.nominal and not tokens:
        shared = clauses.shared_complements(token, scene)
        tokens = [filler for preposition, filler in shared if _is_towards(preposition, filler, token, scene)]
    if frame.nominal and any(belongs(token, word_class(name), scene) for name in MEETINGS[:3]):
        tokens = [filler for filler in tokens if not clauses.is_place(filler, scene) or _has_partner(filler)]
    if not frame.nominal:
        objects = [noun for noun in frame.obj if scene.owners(noun)]
        if not objects and (struck := threatened_land(token, scene)):
            return struck
        # "n'exclut pas de revoir son homologue **aux Tonga**": a place
        if any(scene.actors(noun) for noun in objects):
            tokens = [filler for filler in tokens if not clauses.is_place(filler, scene)]
        tokens = objects + tokens
        if "lui" in frame.clitics:
            tokens.append(frame.clitics["lui"])
    return united(*(scene.owners(noun) for noun in tokens))


def _is_towards(preposition: str, filler: Token, noun: Token, scene: Scene) -> bool:
    """Whether a complement hung on the verb says for whom the noun is, and not where it all takes place."""
    if belongs(filler, word_class("TEXT"), scene):
        return False  # "a mis son veto **à la résolution**"
    gift = any(belongs(word, word_class(name), scene) for word in (noun, begun_noun(noun)) for name in GIFTS)
    if preposition == "en":  # "a proposé l'envoi d'une force **en Haïti**"
        return gift and place_country(filler, scene.parse) is not None
    if preposition != "à" or gift or filler.pos != "PROPN":
        return preposition in TOWARDS
    return filler.child("det") is not None or any(child.feat("Definite") for child in filler.children)


def _tells_occasion(word: Token, top: Token, scene: Scene) -> bool:
    """Whether a name only tells at whose meeting a thing takes place ("la rencontre **au sommet de l'Igad**")."""
    for above in (word, *word.ancestors()):
        if above is top:
            return False
        if above.pos == "NOUN" and belongs(above, word_class("SUMMIT"), scene):
            return True
    return False


def _authors(found: tuple[Actor, ...], noun: Token, act: Act, scene: Scene) -> tuple[Actor, ...]:
    """Who stands behind a noun, without the body that votes on a text: it is not its author."""
    voted = act.type in ("REJECT", "SUPPORT", "REQUEST") and belongs(noun, word_class("TEXT"), scene)
    return tuple(actor for actor in found if actor.kind != "igo") if voted else found


def _has_partner(filler: Token) -> bool:
    """Whether "avec" and the like open a complement: "un entretien **avec Kiev**", but "un entretien à Kiev"."""
    return preposition_key(syntax.prepositions(filler).lower()) not in ("à", "en") or filler.dep == "conj"
