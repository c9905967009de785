"""Reporting incises: the speaker is the verb's subject, and the interrupted clause has its own subject back."""

import pytest

from depeche.language.pipeline import load
from depeche.language.token import Parse, Token
from depeche.model import Span


def parse(text: str) -> Parse:
    return load().parse(text, [Span(0, len(text))])


def word(read: Parse, form: str) -> Token:
    return next(token for token in read.tokens if token.text == form)


def subjects(read: Parse, form: str) -> list[str]:
    return [child.text for child in word(read, form).children if child.dep.startswith("nsubj")]


CASES = [
    ("« La visite », a déclaré jeudi le ministre, « pourrait être reportée ».", "déclaré", "ministre"),
    ("La visite, a déclaré jeudi le ministre, pourrait être reportée.", "déclaré", "ministre"),
    (
        "La trêve a pris fin, a déclaré à l'AFP Karim Belhadj, le porte-parole du ministère.",
        "déclaré",
        "Karim",
    ),
    ("« Nous ne céderons pas » a déclaré le ministre turc.", "déclaré", "ministre"),
    ("« Nous ne céderons pas. » a dit M. Wang à la presse.", "dit", "M."),
    ("Le texte, ont-ils ajouté, sera voté en mars.", "ajouté", "-ils"),
    ("La réunion, a fait savoir la présidence sud-africaine, n'aura pas lieu.", "savoir", "présidence"),
    ("La France, s'est félicité M. Barrot, a tenu parole.", "félicité", "M."),
    ('"Nous voulons la paix", nous a dit le porte-parole de l\'armée.', "dit", "porte-parole"),
    ("Selon lui, a-t-elle poursuivi, « rien n'est perdu ».", "poursuivi", "-t-elle"),
    ("Le régime joue la montre, analyse la chercheuse Delphine Aubriot.", "analyse", "chercheuse"),
    (
        "Le drone, a indiqué le commandement américain, « représentait une menace ».",
        "indiqué",
        "commandement",
    ),
    ("« Je pars », a écrit sur X le général Sezer.", "écrit", "général"),
    ("« Un vote historique », s'est réjouie la présidente de l'Assemblée.", "réjouie", "présidente"),
    ("« C'est une honte ! » s'est indigné Viktor Orban.", "indigné", "Viktor"),
]


@pytest.mark.parametrize(("text", "verb", "speaker"), CASES)
def test_speaker_is_subject(text: str, verb: str, speaker: str) -> None:
    read = parse(text)
    assert subjects(read, verb) == [speaker]
    assert word(read, verb).dep == "parataxis:insert"


@pytest.mark.parametrize(
    ("text", "verb", "subject"),
    [
        ("La visite, a déclaré jeudi le ministre, pourrait être reportée.", "pourrait", "visite"),
        ("« La paix », a insisté Mme Baerbock, « n'est pas à vendre ».", "est", "paix"),
        ("Macron, a réagi le Kremlin, s'est trompé d'adversaire.", "trompé", "Macron"),
        ("Le texte, ont-ils ajouté, sera voté en mars.", "voté", "texte"),
    ],
)
def test_interrupted_clause_keeps_its_subject(text: str, verb: str, subject: str) -> None:
    assert subjects(parse(text), verb) == [subject]


def test_comma_of_an_apposition_opens_no_incise() -> None:
    read = parse("Le président russe, Vladimir Poutine, a annoncé jeudi le retrait de ses troupes.")
    assert subjects(read, "annoncé") == ["président"]
    assert word(read, "retrait").dep == "obj"


def test_participle_after_the_incise_stays_with_its_verb() -> None:
    read = parse(
        "« La paix », a insisté Mme Baerbock, « n'est pas à vendre », ajoutant que Berlin ne céderait pas."
    )
    assert word(read, "ajoutant").head is word(read, "insisté")


@pytest.mark.parametrize(
    ("text", "verb", "speaker"),
    [
        ("La trêve tient, a-t-il assuré à la radio Kelma.", "assuré", "-t-il"),
        ("La loi passera, a indiqué son comité de soutien.", "indiqué", "comité"),
        ("Les rebelles négocient déjà, croit savoir Al Jazeera.", "croit", "Al"),
        ("Rien ne bougera, veut croire un proche du palais.", "veut", "proche"),
        ("Le port rouvrira, a laissé entendre une conseillère du maire.", "laissé", "conseillère"),
    ],
)
def test_incises_have_one_speaker(text: str, verb: str, speaker: str) -> None:
    assert subjects(parse(text), verb) == [speaker]
