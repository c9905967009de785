"""Cue spans, acts of speech, who passes a statement on, its channel and addressee."""

import pytest

from depeche.reading.statements.speech_acts import act_of
from tests.reading.statements.conftest import Read


def test_cue_is_the_reporting_expression(read: Read) -> None:
    text = "La Jordanie a déclaré que ses frontières resteraient ouvertes."
    (statement,) = read(text)
    assert statement.cue is not None
    assert statement.cue.of(text) == "a déclaré que"


def test_source_behind_an_incise_passes_on(read: Read) -> None:
    text = "« Tout est prêt », a déclaré Wang Min, selon le ministère chinois du Commerce."
    (statement,) = read(text)
    assert statement.speaker.actor.name == "Wang Min"
    assert [actor.country for actor in statement.via] == ["CHN"]


def test_a_source_passes_on_all_that_others_say(read: Read) -> None:
    text = "D'après l'agence Petra, le roi de Jordanie a loué « la patience » du Qatar et proposé de l'aider."
    found = read(text)
    assert [statement.act for statement in found] == ["praise", "propose"]
    assert all([actor.name for actor in statement.via] == ["Petra"] for statement in found)


@pytest.mark.parametrize(
    ("text", "act"),
    [
        ("« C'est une violation inacceptable », a dit la ministre norvégienne.", "criticise"),
        ("La fermeture du port est « inacceptable », estime Rome.", "criticise"),
        ("Kiev a jugé inacceptables les conditions de Moscou.", "reject"),
        ("« Ces exigences sont inacceptables », a dit Erevan.", "reject"),
    ],
)
def test_unacceptable_deeds_and_unacceptable_terms(read: Read, text: str, act: str) -> None:
    (statement,) = read(text)
    assert statement.act == act


def test_selon_x_y_a_dit_is_one_statement(read: Read) -> None:
    text = "Selon l'agence Reuters, le général Tadesse a déclaré que la ville était encerclée."
    (statement,) = read(text)
    assert "Tadesse" in statement.speaker.actor.name
    assert [actor.name for actor in statement.via] == ["Reuters"]


def test_speech_inside_reported_speech_has_the_outer_speaker_as_via(read: Read) -> None:
    text = "L'Iran demande à l'ONU d'ouvrir une enquête, a dit le ministre Reza Karimi."
    outer, inner = sorted(read(text), key=lambda statement: -len(statement.content[0]))
    assert "Karimi" in outer.speaker.actor.name
    assert inner.speaker.actor.country == "IRN"
    assert any("Karimi" in actor.name for actor in inner.via)


@pytest.mark.parametrize(
    ("text", "channel"),
    [
        ("Dans un communiqué, Oslo a annoncé que le port rouvrirait.", "communiqué"),
        ("« Le port rouvrira », a écrit sur X le maire de Bergen.", "X"),
        ("« Le port rouvrira », a dit à la chaîne NRK le maire de Bergen.", "NRK"),
        ("« Le port rouvrira », a dit en conférence de presse le maire de Bergen.", "conférence de presse"),
    ],
)
def test_channel(read: Read, text: str, channel: str) -> None:
    (statement,) = read(text)
    assert statement.channel == channel


@pytest.mark.parametrize(
    ("text", "countries"),
    [
        ("L'ONU a appelé le Soudan à libérer les otages.", {"SDN"}),
        ("Brasilia a demandé à Caracas de rouvrir la frontière.", {"VEN"}),
        ("Rome a exhorté l'Égypte et la Libye à la retenue.", {"EGY", "LBY"}),
        ("La Grèce exige de l'Albanie des excuses officielles.", {"ALB"}),
    ],
)
def test_addressee(read: Read, text: str, countries: set[str]) -> None:
    (statement,) = read(text)
    assert {actor.country for actor in statement.addressee} == countries


@pytest.mark.parametrize(
    ("usual", "content", "kind", "act"),
    [
        ("assert", "Nous n'avons jamais tiré sur ce village", "speech", "deny"),
        ("assert", "Nous ne négocierons pas sous la menace", "speech", "reject"),
        ("assert", "Si le blocus continue, nous fermerons le détroit", "speech", "threaten"),
        ("assert", "Nous remercions nos voisins", "speech", "thank"),
        ("assert", "son pays était prêt à discuter avec la junte", "clause", "agree"),
        ("assert", "le port rouvrirait en mai", "clause", "announce"),
        ("assert", "la route est longue", "clause", "assert"),
        ("criticise", "des « mensonges »", "nominal", "deny"),
        ("criticise", "une violation de la frontière", "nominal", "accuse"),
        ("propose", "mettre fin aux combats", "infinitive", "request"),
        ("request", "la retenue", "nominal", "request"),
        ("assert", "sa gratitude au roi", "nominal", "thank"),
    ],
)
def test_act_of_speech(usual: str, content: str, kind: str, act: str) -> None:
    assert act_of(usual, content, kind=kind) == act  # type: ignore[arg-type]


def test_negated_refusal_agrees() -> None:
    assert act_of("reject", "revoir son homologue", kind="infinitive", negated=True) == "agree"
