"""Places that the parties of an act imply: its hosts, those who protest, the talks it is told of."""

from depeche.model import Place
from depeche.reading.events.acts import Act
from depeche.reading.events.frames import complements
from depeche.reading.events.gazetteer import place_name, state_names
from depeche.reading.events.scene import Scene
from depeche.reading.events.words import words

HOUSING = words("housing verbs")


def of_meeting(act: Act, scene: Scene) -> Place | None:
    """Where the talks were that a clause tells more of ("les pourparlers **de Bangkok**, qui ont réuni …")."""
    if act.type != "CONSULT" or act.token.dep != "acl:relcl":
        return None
    for preposition, filler in complements(act.token.head):
        known = place_name(filler, scene.parse)
        if preposition in ("de", "à") and known is not None and known[0].lower() not in state_names():
            return Place(*known)
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
