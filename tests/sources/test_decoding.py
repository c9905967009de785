"""Encodings and mojibake: the text comes out as it was written, or not at all."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from depeche.sources.decoding import decode
from depeche.sources.mojibake import mend

FRENCH = "Réuni à Genève, le Conseil « a pris note » de l’offre : un accord là où l’été précédent échoua – enfin… Ça ira."


@pytest.mark.parametrize(
    "encoding",
    ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32", "cp1252", "mac-roman"],
)
def test_encodings(encoding: str) -> None:
    text = FRENCH * 3
    decoded = decode(text.encode(encoding))
    assert decoded is not None
    assert decoded.text == text


@pytest.mark.parametrize("encoding", ["latin-1", "iso-8859-15", "cp850"])
def test_encodings_without_curly_quotes(encoding: str) -> None:
    text = "Réuni à Genève, le Conseil a été saisi d'une requête : l'été précédent, déjà, il avait échoué."
    decoded = decode(text.encode(encoding))
    assert decoded is not None
    assert decoded.text == text


def test_a_text_cut_in_the_middle_of_a_character() -> None:
    decoded = decode((FRENCH * 20).encode("utf-8") + b"\xc3")
    assert decoded is not None
    assert decoded.text.startswith(FRENCH)


@pytest.mark.parametrize("data", [b"\x00\x01\x02\x03" * 50, bytes(range(256)) * 10])
def test_binary_data_is_no_text(data: bytes) -> None:
    assert decode(data) is None


@settings(max_examples=300, deadline=None)
@given(st.binary(max_size=400))
def test_any_bytes(data: bytes) -> None:
    decode(data)


@pytest.mark.parametrize("encoding", ["cp1252", "latin-1"])
def test_mojibake_is_undone(encoding: str) -> None:
    text = "Réunis à Genève dès l'été, déçus où qu'ils fussent, ils ont signé."
    broken = text.encode("utf-8").decode(encoding)
    mended, count = mend(broken)
    assert mended == text
    assert count == 10


def test_mojibake_of_the_press_s_punctuation() -> None:
    broken = FRENCH.replace("à", "a").encode("utf-8").decode("cp1252")
    assert mend(broken)[0] == FRENCH.replace("à", "a")


def test_mojibake_broken_twice() -> None:
    text = "Le décret a été signé"
    assert mend(text.encode("utf-8").decode("cp1252").encode("utf-8").decode("cp1252"))[0] == text


@pytest.mark.parametrize(
    "text", ["Âgé de 80 ans, l'émir", "SÃO PAULO", "Le mot “Ã©tat” et SÃO", "À Câmara, Â priori", ""]
)
def test_sound_text_is_left_alone(text: str) -> None:
    assert mend(text) == (text, 0)


def test_a_declared_charset_decides_where_the_bytes_do_not() -> None:
    # One byte that several encodings take for a letter of French.
    data = "Réuni à Tirana, le Conseil a dit : \u20ac".encode("iso-8859-15")
    told = decode(data, charset="ISO-8859-15")
    assert told is not None
    assert told.text.endswith("€")
    page = decode('<?xml version="1.0" encoding="windows-1251"?><p>Переговоры прошли</p>'.encode("cp1251"))
    assert page is not None
    assert "Переговоры" in page.text


@pytest.mark.parametrize(
    "charset", ["utf-16", "punycode", "rot13", "unicode_escape", "nonsense", "koi8-r", ""]
)
def test_a_wrong_charset_is_seen_through(charset: str) -> None:
    text = "Réuni à Genève, le Conseil a été saisi d'une requête."
    decoded = decode(text.encode("cp1252"), charset=charset)
    assert decoded is not None
    assert decoded.text == text
