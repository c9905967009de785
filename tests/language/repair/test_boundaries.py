"""Sentence bounds on dirty press text."""

import pytest

from depeche.language.pipeline import load
from depeche.model import Span


def sentences(text: str) -> list[str]:
    return [sentence.span.of(text) for sentence in load().parse(text, [Span(0, len(text))]).sentences]


@pytest.mark.parametrize(
    "parts",
    [
        ["Ils ont parlé lors de leur entretien.", "M. Wang a salué cette visite."],
        ["Mme Diallo est arrivée à Rabat.", "Elle repart le 3 janv. 2024."],
        ["« Nous avons perdu. » a dit le chef rebelle.", "Il est reparti."],
        ["Le président a dit : « Nous partirons. »", "La foule a applaudi."],
        ["« Que veut Ankara ? » s'est interrogé un diplomate.", "Nul ne le sait."],
        ["Pékin, selon l'AFP, a refusé l'offre de Séoul."],
    ],
)
def test_sentences(parts: list[str]) -> None:
    assert sentences(" ".join(parts)) == parts


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("Le sommet se tiendra dans la région.Le président y sera.",
         ["Le sommet se tiendra dans la région.", "Le président y sera."]),
        ('"C\'est faux."Le ministre refuse.', ['"C\'est faux."', "Le ministre refuse."]),
    ],
)  # fmt: skip
def test_glued_sentences(text: str, parts: list[str]) -> None:
    assert sentences(text) == parts


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("Rome hésite Le ministre a reporté sa visite.", ["Rome hésite", "Le ministre a reporté sa visite."]),
        ("Le col est bloqué par la neige Selon lui, rien ne bouge.",
         ["Le col est bloqué par la neige", "Selon lui, rien ne bouge."]),
        ("Il a parlé dans Le Monde de cette crise.", ["Il a parlé dans Le Monde de cette crise."]),
        ("La visite à La Haye a été annulée.", ["La visite à La Haye a été annulée."]),
        ("Il a dit « non ».Le chef est parti.", ["Il a dit « non ».", "Le chef est parti."]),
    ],
)  # fmt: skip
def test_sentences_without_a_stop_end_where_a_small_word_is_large(text: str, parts: list[str]) -> None:
    assert sentences(text) == parts


@pytest.mark.parametrize(
    "parts",
    [
        ["Le débit passe à 3 mg/kg/h.", "Le patient reste allongé."],
        ["Le chiffre a été démenti [3].", "Par ailleurs, le consul est rentré."],
        ["Il vend du riz, du mil, etc.", "Les prix montent."],
        ["Une trêve a été signée à Sofia", "À Varna, les tirs continuent."],
        ["Il a tourné le film Le Port de nuit en un mois."],
        ["Elle a signé le roman La Digue avec son frère."],
        ["Le train Bruz- Rennes est en retard."],
        ["Le journaliste J.-C. Morel a été expulsé."],
    ],
)
def test_stops_titles_and_dashes(parts: list[str]) -> None:
    assert sentences(" ".join(parts)) == parts
