"""Places that the parties of an act imply: its hosts, those who protest, the talks it is told of."""

from depeche.model import Place
from depeche.reading.events.acts import Act
from depeche.reading.events.complements import complements
from depeche.reading.events.gazetteer import place_name, state_names
from depeche.reading.events.places_named import context_country, full_name
from depeche.reading.events.scene import Scene
from depeche.reading.events.words import words

MEETINGS = words("nouns of meetings")
HOUSING = words("housing verbs")


def of_meeting(act: Act, scene: Scene) -> Place | None:
    """Where the talks were that a clause tells of ("le sommet **de Kigali** a réuni …", "…, qui ont réuni …")."""
    if act.type != "CONSULT":
        return None
    told = [noun for noun in scene.frame(act.token).grammatical_subjects if noun.lemma in MEETINGS]
    if act.token.dep == "acl:relcl":
        told.append(act.token.head)
    for noun in told:
        for preposition, filler in complements(noun):
            known = place_name(filler, scene.parse)
            if preposition in ("de", "à") and known is not None and known[0].lower() not in state_names():
                return Place(*known)
            if known is None and preposition in ("de", "à") and filler.ent == "LOC":
                return Place(full_name(filler), context_country(filler, scene))
    return None


def at_the_hosts(act: Act, scene: Scene) -> Place | None:
    """The state that houses a meeting ("**Vienne** avait hébergé une réunion à trois")."""
    if act.type != "CONSULT" or act.mode == "visit" or act.token.lemma not in HOUSING:
        return None
    for subject in scene.frame(act.token).grammatical_subjects:
        known = place_name(subject, scene.parse)
        if known is not None:
            return Place(*known)
    return None


def of_protesters(act: Act, scene: Scene) -> Place | None:
    """The town or province of those who protest ("les dockers **de Douala** ont cessé le travail")."""
    if act.type != "PROTEST":
        return None
    for subject in scene.frame(act.token).grammatical_subjects:
        for preposition, filler in complements(subject):
            named = [filler, *(inner for of, inner in complements(filler) if of == "de")]
            for word in named if preposition == "de" else ():
                known = place_name(word, scene.parse)
                if known is not None and known[0].lower() not in state_names():
                    return Place(*known)
    return None
