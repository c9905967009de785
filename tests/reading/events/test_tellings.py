"""One record per act: what is told twice is one, what is done twice is two; and on whose word an act is told."""

import pytest

from depeche.language.pipeline import load
from depeche.model import Document, Event
from depeche.reading import read_documents

ONE = {
    "looked back on": "Le Maroc a rappelé mardi son ambassadeur à Berlin. Rabat avait rappelé son ambassadeur à Berlin.",
    "told of persons, then of states": "Le ministre indien a rencontré lundi son homologue russe à Delhi. "
    "L'Inde et la Russie se sont rencontrées à Delhi.",
    "headline": "Rabat rompt ses relations avec Téhéran\n\nLe Maroc a annoncé mardi la rupture de ses relations "
    "diplomatiques avec l'Iran.",
    "a threat and its words": "L'Éthiopie a menacé l'Érythrée de représailles. « Cet acte ne restera pas sans "
    "réponse », a averti le ministre éthiopien Gedion Bekele.",
    "thanks": "Alger a remercié Rome pour son aide. Le ministre algérien a félicité l'Italie pour sa médiation.",
}
TWO = {
    "other persons": "Le président William Ruto a reçu lundi le président Yoweri Museveni à Nairobi. Le ministre kényan "
    "Alfred Mutua a rencontré lundi le ministre ougandais Jeje Odongo à Nairobi.",
    "other days": "Le Kenya a expulsé lundi un diplomate soudanais. Le Kenya a expulsé jeudi un diplomate soudanais.",
    "a charge and a summons": "La ministre guyanienne Indira Ramcharan a accusé jeudi le Venezuela d'intimidation. "
    "Le Guyana a convoqué l'ambassadeur vénézuélien.",
    "two promises": "Le Chili a promis de livrer des vaccins au Pérou. Le Chili a promis de construire un pont au Pérou.",
}
SOURCES = {
    "Le Qatar a libéré quatre marins, a annoncé le ministre indien.": ("RETREAT", "ministre indien"),
    "« Nous avons expulsé deux diplomates », a déclaré le ministre péruvien Raúl Prado.": (
        "SANCTION",
        "Raúl Prado",
    ),
    "L'Inde est disposée à dialoguer avec le Pakistan, a affirmé le ministre indien Arjun Rao.": (
        "AGREE",
        None,
    ),
    "Le ministre burundais a remercié le Rwanda d'avoir libéré six soldats.": (
        "RETREAT",
        "ministre burundais",
    ),
    "Le Gabon a annoncé l'expulsion de l'ambassadeur du Togo.": ("SANCTION", None),
    "Le ministre serbe pourrait se rendre à Zagreb, croit savoir l'agence Hina.": ("AGREE", "Hina"),
    "Selon la présidence roumaine, la Moldavie s'est engagée à livrer du gaz à l'Ukraine.": (
        "AGREE",
        "présidence roumaine",
    ),
    "Le Ghana a condamné le coup d'État malien.": ("ACCUSE", None),
}


def read(text: str) -> tuple[Event, ...]:
    document = Document(text=text, id="one", published="2024-05-16", published_basis="given")
    (reading,) = read_documents([document], pipeline=load())
    return reading.events


@pytest.mark.parametrize("case", ONE)
def test_one_act(case: str) -> None:
    (event,) = read(ONE[case])
    assert len(event.evidence) == 2


@pytest.mark.parametrize("case", TWO)
def test_two_acts(case: str) -> None:
    first, second = read(TWO[case])
    assert first.type == second.type


@pytest.mark.parametrize("sentence", SOURCES)
def test_according_to(sentence: str) -> None:
    kind, source = SOURCES[sentence]
    (event,) = [event for event in read(sentence) if event.type == kind]
    assert event.according_to == source
