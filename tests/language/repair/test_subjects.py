"""Subjects: across commas, behind their verb, after a fronted participle, shared by joined participles."""

import pytest

from depeche.language import syntax
from depeche.language.pipeline import load
from depeche.language.token import Token
from depeche.model import Span


def word(text: str, form: str) -> Token:
    return next(token for token in load().parse(text, [Span(0, len(text))]).tokens if token.text == form)


def subjects(text: str, verb: str) -> list[str]:
    return [child.text for child in word(text, verb).children if child.dep.startswith("nsubj")]


@pytest.mark.parametrize(
    ("text", "verb", "subject"),
    [
        ("Lima, à ce stade, n'a pas rappelé le sien.", "rappelé", "Lima"),
        ("L'été dernier, Xi s'est entretenu à Hanoï avec le roi.", "entretenu", "Xi"),
        ("Selon le juge, les agents, qui suivaient un convoi, n'ont jamais franchi la frontière.",
         "franchi", "agents"),
        ("La junte, malgré ses promesses, a suspendu les élections.", "suspendu", "junte"),
        ("De son côté Riyad a renouvelé son soutien à Rome.", "renouvelé", "Riyad"),
        ("Oslo a demandé une enquête, tandis que Lima, qui revendique cette île, nie avoir franchi la frontière.",
         "nie", "Lima"),
        ("Le comité n'est pas parvenu à s'entendre, la Norvège ayant bloqué le texte portugais.",
         "bloqué", "Norvège"),
        ("La motion a recueilli douze voix, dont celles de Riga et de Rome, le Chili, Malte, le Pérou et Cuba "
         "s'étant abstenus.", "abstenus", "Chili"),
        ("La présidence turque s'est, elle, félicitée d'une sage décision, par la voix de son directeur.",
         "félicitée", "présidence"),
        ("Les pourparlers ont échoué, la délégation malienne ayant quitté la salle.", "échoué", "pourparlers"),
        ("Les pourparlers ont échoué, la délégation malienne ayant quitté la salle.", "quitté", "délégation"),
    ],
)  # fmt: skip
def test_subject_across_commas(text: str, verb: str, subject: str) -> None:
    assert subjects(text, verb) == [subject]


@pytest.mark.parametrize(
    ("text", "verb", "subject"),
    [
        ("Interviewé par la diplomatie allemande, M. Vargas a signalé à la presse son départ.",
         "signalé", "M."),
        ("Interrogé par Andriy Petrovic, un diplomate arabe juge que l'accord est mort.",
         "juge", "diplomate"),
        ("Contacté, le ministère n'a pas donné suite.", "donné", "ministère"),
        ("Estimant que « la ligne rouge » avait été franchie, Helsinki a convoqué l'ambassadeur.",
         "convoqué", "Helsinki"),
        ("Saluant un geste courageux, la présidente a promis une aide d'urgence.", "promis", "présidente"),
        ("Fustigeant « six ans de promesses non tenues », la ministre serbe a claqué la porte.",
         "claqué", "ministre"),
    ],
)  # fmt: skip
def test_subject_after_a_fronted_participle(text: str, verb: str, subject: str) -> None:
    assert subjects(text, verb) == [subject]


@pytest.mark.parametrize(
    "text", ["Depuis mardi, il pleut sur la ville.", "Mardi, interdit de vol, il rentrera par mer."]
)
def test_adverbials_are_no_subjects(text: str) -> None:
    read = load().parse(text, [Span(0, len(text))])
    assert {token.text for token in read.tokens if token.dep.startswith("nsubj")} <= {"il"}


@pytest.mark.parametrize(
    ("text", "verb", "subject"),
    [
        ("La ville d'Akroum, d'où sont partis les tirs, a été évacuée.", "partis", "tirs"),
        ("Le camp de Torsa, d'où sont venus les rebelles, a été fermé.", "venus", "rebelles"),
        ("Le palais où se réunissent les délégués est gardé.", "réunissent", "délégués"),
        ("C'est à Bergen que se sont retrouvés les rebelles.", "retrouvés", "rebelles"),
        ("Les deux chefs se sont serré la main.", "serré", "chefs"),
    ],
)
def test_subject_of_motion_and_of_reflexives(text: str, verb: str, subject: str) -> None:
    assert subjects(text, verb) == [subject]
    assert not syntax.is_passive(word(text, verb))


@pytest.mark.parametrize(
    ("text", "joined", "above", "subject"),
    [
        ("Les ministres grec et chypriote ont exhorté la Turquie à retirer ses navires et appelé l'Union à agir.",
         "appelé", "exhorté", "ministres"),
        ("Une porte-parole a vanté la « constance » de Hanoï et fustigé des sanctions « injustes ».",
         "fustigé", "vanté", "porte-parole"),
    ],
)  # fmt: skip
def test_joined_participles_share_auxiliary_and_subject(
    text: str, joined: str, above: str, subject: str
) -> None:
    verb = word(text, joined)
    assert verb.head.text == above
    assert [token.text for token in syntax.subjects(verb)] == [subject]


def test_an_infinitive_joined_to_an_infinitive_stays() -> None:
    text = "Le ministre a exhorté la Turquie à retirer ses navires et à rouvrir le port."
    assert word(text, "rouvrir").head.text == "retirer"
