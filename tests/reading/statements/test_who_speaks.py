"""Speakers by their own name and state: bodies with a proper name, officials on foreign news, pairs, go-betweens."""

import pytest

from tests.reading.statements.conftest import Read

CASES = (
    ("D'après un rapport de l'ONG Mers Libres publié en avril, l'archipel aurait vendu des passeports.",
     "Mers Libres", None),
    ("Le cargo a été arraisonné, d'après l'armateur danois Nordfjord Lines.", "Nordfjord Lines", "DNK"),
    ("Le port a rouvert, selon l'entreprise brésilienne Porto Azul.", "Porto Azul", "BRA"),
    ("À Athènes, des marins ont défilé. Une grève suivra jeudi, annonce leur syndicat, Marinos.", "Marinos", "GRC"),
    ("« C'est une faute », ont déclaré Lisbonne et Madrid.", "Portugal et Espagne", None),
    ("La Hongrie a rejeté ces reproches et fait savoir, par la voix de sa vice-ministre Alma Szarvas, qu'un recours "
     "serait déposé. Le pont pourrait être fermé, a-t-elle laissé entendre.", "Alma Szarvas", "HUN"),
    ("Les marins indiens pourraient partir, a dit le vice-ministre Behzad Moradkhani à la télévision publique "
     "iranienne.", "Behzad Moradkhani", "IRN"),
)  # fmt: skip


@pytest.mark.parametrize(("text", "name", "country"), CASES)
def test_speaker(read: Read, text: str, name: str, country: str | None) -> None:
    speaker = read(text)[-1].speaker.actor
    assert (speaker.name, speaker.country) == (name, country)
