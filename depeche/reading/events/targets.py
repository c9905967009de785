"""Whom an act is aimed at by what hangs on its content: who is pressed, whom help is for, whose land is threatened."""

from collections.abc import Sequence

from depeche.language import syntax
from depeche.language.token import Token
from depeche.model import Actor
from depeche.reading.events.acts import Act, united
from depeche.reading.events.agents import agent_of
from depeche.reading.events.classes import belongs, word_class
from depeche.reading.events.gazetteer import place_country, state_actor
from depeche.reading.events.scene import Scene
from depeche.reading.events.words import phrases, words

DOORS = words("doors of protest")
EMBLEMS = words("emblems")
BEFORE_DOORS = 14  # words
HOLDING = words("captivity")
CONDITIONS = phrases("openings before who is expected")
DEALINGS = words("dealings with others")
BENEFITS = words("ways to benefit")


def keepers(act: Act, scene: Scene) -> tuple[Actor, ...]:
    """Who holds those whose release is asked for ("la libération de deux Canadiens **détenus en Chine**")."""
    return holders_of(act.about_tokens, scene)


def holders_of(tokens: Sequence[Token], scene: Scene) -> tuple[Actor, ...]:
    """By whom or where somebody in a phrase is held."""
    words = [word for token in tokens for word in token.subtree()]
    for held in words:
        if (
            held.lemma in HOLDING
            and held.pos in ("VERB", "ADJ")
            and held.dep.startswith(("acl", "amod", "advcl"))
        ):
            above = [] if held.dep == "advcl" else scene.frame(held.head).own_obl
            near = [*scene.frame(held).own_obl, *above]
            fillers = [filler for name, filler in near if name in ("par", "à", "en") and filler.i > held.i]
            return united(*(scene.owners(filler) for filler in fillers))
    return ()


def protested(act: Act, scene: Scene) -> tuple[Actor, ...]:
    """Against whose act a crowd turns out ("… pour protester contre la saisie de pirogues par les Mauritaniens")."""
    for _, verb in scene.frame(act.token).infinitives:
        if verb.lemma == "protester":
            causes = [filler for preposition, filler in scene.frame(verb).own_obl if preposition == "contre"]
            return united(*(agent_of(noun, scene) for noun in causes))
    words = scene.parse.sentences[act.token.sentence].tokens
    near = [word for word in words if act.token.i < word.i <= act.token.i + BEFORE_DOORS]
    for word in near:
        if belongs(word, word_class("EMBASSY"), scene) and syntax.prepositions(word).lower() in DOORS:
            whose = [filler for preposition, filler in scene.frame(word).own_obl if preposition == "de"]
            found = united(*(scene.owners(noun) for noun in (*whose, *scene.frame(word).adjectives)))
            if found:
                return found
    for word in near:
        if word.lemma in EMBLEMS:  # "ont brûlé **un drapeau libyen**"
            return united(*(scene.owners(adjective) for adjective in scene.frame(word).adjectives))
    return ()


def deals(token: Token) -> bool:
    return token.pos == "VERB" and token.lemma in DEALINGS


def pressed(act: Act, scene: Scene) -> tuple[Actor, ...]:
    """Who is to do otherwise: the doer in the condition ("menace de signer avec Pékin **si Washington** …")."""
    verbs = [
        child
        for token in (act.token, *act.about_tokens)
        for child in token.children
        if child.dep == "advcl" and syntax.introducer(child) in ("si", "s'")
    ]
    return united(*(scene.owners(subject) for verb in verbs for subject in scene.frame(verb).subj))


def expected(act: Act, scene: Scene) -> tuple[Actor, ...]:
    """Of whom an offer expects something first ("prêt à négocier **à condition que Rome retire** son texte")."""
    words = scene.parse.sentences[act.token.sentence].tokens
    after = [word for word in words if word.i > act.token.i]
    for index in range(len(after)):
        text = (
            " ".join(other.lower for other in after[index : index + 4])
            .replace("' ", "'")
            .replace("qu'", "que ")
        )
        if not text.startswith(CONDITIONS):
            continue
        verb = next(
            (other for other in after[index:] if other.pos == "VERB" and syntax.own_subjects(other)), None
        )
        if verb is None or scene.frame(verb).passive:
            return ()
        found = united(*(scene.owners(subject) for subject in syntax.own_subjects(verb)))
        return tuple(actor for actor in found if actor.country is not None)
    return ()


def benefited(noun: Token, scene: Scene) -> tuple[Actor, ...]:
    """Whom help named by a noun is for, wherever the parse hung it ("l'envoi de vivres **au Soudan**")."""
    nouns = [token for token in noun.subtree() if token.pos == "NOUN"]
    pairs = [pair for token in nouns for pair in scene.frame(token).own_obl]
    pairs += [pair for pair in scene.frame(noun.head).own_obl if pair[1].i > noun.i]
    return united(*(scene.owners(filler) for preposition, filler in pairs if preposition in BENEFITS))


def threatened_land(verb: Token, scene: Scene) -> tuple[Actor, ...]:
    """Whose town one threatens to hit ("menace de frapper **Haïfa**")."""
    if not belongs(verb, word_class("HOSTILE_VIOLENCE"), scene):
        return ()
    countries = [place_country(noun, scene.parse) for noun in scene.frame(verb).obj]
    return united(tuple(state_actor(country) for country in countries if country is not None))
