"""Actors and places are shown and read in the words of either language."""

from pathlib import Path

import pytest

from depeche.model import Actor, Place
from depeche.record import open_record
from depeche.web.naming import KINDS, as_typed, read_actor, read_actors, read_place, typed
from depeche.web.problems import Problem

ADA = Actor("Ada Lind", "person", "NOR")


def test_kind_and_country_are_words_of_the_language() -> None:
    assert typed(ADA, language="fr") == "Ada Lind [personne, Norvège]"
    assert typed(ADA, language="en") == "Ada Lind [person, Norway]"
    assert typed(Actor("OTAN", "igo"), language="fr") == "OTAN [organisation internationale]"
    assert (
        as_typed((ADA, Actor("X", "group", "ZZZ")), language="en")
        == "Ada Lind [person, Norway]; X [group, ZZZ]"
    )
    assert as_typed(Place("Bergen", "NOR"), language="fr") == "Bergen [Norvège]"


def test_what_is_shown_and_what_codes_say_is_read_back(tmp_path: Path) -> None:
    with open_record(tmp_path / "record.db", create=True) as record:
        for kind in KINDS:
            for country in ("NOR", "COD", "CIV", "ZZZ", None):
                actor = Actor("Ada Lind", kind, country)
                assert read_actor(record, typed(actor, language="fr")) == actor
                assert read_actor(record, typed(actor, language="en")) == actor
        assert read_actors(record, "Ada Lind [person, nor]; Ada Lind [PERSONNE, norvege]") == [ADA, ADA]
        for wrong in ("X [fantôme]", "X [person, Atlantide]"):
            with pytest.raises(Problem):
                read_actor(record, wrong)
    assert read_place("Bergen [NOR]") == read_place("Bergen [Norway]") == Place("Bergen", "NOR")
    assert read_place("Bergen") == Place("Bergen", None)
