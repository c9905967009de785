"""When two names are one actor."""

import pytest

from depeche.evaluation.names import names_agree, same_actor
from depeche.exchange.jsonl import ActorEntry


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("Sergueï Lavrov", "Sergei Lavrov"),
        ("Volodymyr Zelensky", "Zelenskyy"),
        ("Dmytro Kuleba", "Dmitro Kouleba"),
        ("Sergueï Choïgou", "Sergei Shoigu"),
        ("Mikhaïl Podoliak", "Mykhailo Podolyak"),
        ("Wang Yi", "M. Wang"),
        ("Vladimir Poutine", "V. Putin"),
        ("Mohammed ben Salmane", "Mohamed bin Salman"),
        ("Kim Jong-un", "KIM Jong Un"),
        ("Recep Tayyip Erdoğan", "Erdogan"),
        ("UE", "Union européenne"),
        ("Organisation des Nations unies (ONU)", "Nations unies"),
        ("MPLX", "Mouvement populaire de libération de Xanthie"),
        ("ministère chinois des Affaires étrangères", "ministère des Affaires étrangères"),
    ],
)
def test_spelling_shortening_and_acronym_are_one_name(first: str, second: str) -> None:
    assert names_agree(first, second)
    assert names_agree(second, first)


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("Wang Yi", "Wang Wenbin"),
        ("Xi Jinping", "Li Jinping"),
        ("Marine Le Pen", "Jean-Marie Le Pen"),
        ("Iran", "Irak"),
        ("Autriche", "Australie"),
        ("source diplomatique", "source gouvernementale"),
        ("ministère chinois des Affaires étrangères", "ministère de la Défense"),
    ],
)
def test_other_names_are_others(first: str, second: str) -> None:
    assert not names_agree(first, second)
    assert not names_agree(second, first)


def test_countries_must_not_differ() -> None:
    assert same_actor(ActorEntry("Diallo", "person", "GIN"), ActorEntry("Awa Diallo", "person", None))
    assert not same_actor(ActorEntry("Diallo", "person", "GIN"), ActorEntry("Diallo", "person", "SEN"))


def test_a_state_is_known_by_its_country() -> None:
    one, other = ActorEntry("Royaume-Uni", "state", "GBR"), ActorEntry("Grande-Bretagne", "state", "GBR")
    assert same_actor(one, other)


@pytest.mark.parametrize(
    ("part", "whole"),
    [
        (ActorEntry("Oman", "state", "OMN"), ActorEntry("sultan d'Oman", "person", "OMN")),
        (ActorEntry("Iran", "state", "IRN"), ActorEntry("ambassade d'Iran", "institution", "IRN")),
        (ActorEntry("UA", "igo"), ActorEntry("porte-parole de l'Union africaine", "other")),
        (ActorEntry("Ada Lenz", "person", "AUT"), ActorEntry("conseiller d'Ada Lenz", "person", "AUT")),
    ],
)
def test_a_name_inside_another_is_not_that_other(part: ActorEntry, whole: ActorEntry) -> None:
    assert not same_actor(part, whole)
    assert not same_actor(whole, part)


def test_how_many_of_them_is_no_part_of_a_name() -> None:
    some, all_of_them = ActorEntry("plusieurs diplomates", "group"), ActorEntry("diplomates", "group")
    assert same_actor(some, all_of_them)


def test_nobody_is_only_nobody() -> None:
    assert same_actor(None, None)
    assert not same_actor(None, ActorEntry("Chine", "state", "CHN"))
