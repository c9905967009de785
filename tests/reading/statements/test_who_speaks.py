"""Speakers by their own name and state: bodies with a proper name, officials on foreign news, pairs, go-betweens."""

import pytest

from depeche.language.pipeline import Pipeline
from depeche.model import Article, Block, Span
from depeche.reading.actors import build_cast
from tests.reading.statements.conftest import Read

CASES = (
    ("D'après un rapport de l'ONG Mers Libres publié en avril, l'archipel aurait vendu des passeports.",
     "Mers Libres", None),
    ("Le cargo a été arraisonné, d'après l'armateur danois Nordfjord Lines.", "Nordfjord Lines", "DNK"),
    ("Le port a rouvert, selon l'entreprise brésilienne Porto Azul.", "Porto Azul", "BRA"),
    ("Le drone s'est écrasé, affirme l'agence Fars, citant un officier iranien.", "officier iranien", "IRN"),
    ("Le Chili et le Pérou ont publié un communiqué conjoint. La déclaration salue le rôle de l'ONU.",
     "Chili et Pérou", None),
    ("À Athènes, des marins ont défilé. Une grève suivra jeudi, annonce leur syndicat, Marinos.", "Marinos", "GRC"),
    ("« C'est une faute », ont déclaré Lisbonne et Madrid.", "Portugal et Espagne", None),
    ("La Hongrie a rejeté ces reproches et fait savoir, par la voix de sa vice-ministre Alma Szarvas, qu'un recours "
     "serait déposé. Le pont pourrait être fermé, a-t-elle laissé entendre.", "Alma Szarvas", "HUN"),
    ("Les marins indiens pourraient partir, a dit le vice-ministre Behzad Moradkhani à la télévision publique "
     "iranienne.", "Behzad Moradkhani", "IRN"),
    ("Le colonel-major Idrissa Bello, qui représentait Niamey à la table, reproche au Bénin d'avoir fermé le pont.",
     "Idrissa Bello", "NER"),
    ("Le général Ali Sani, porte-parole de l'armée tchadienne, a parlé. Les rebelles ont nié. Joint par téléphone, l'un de "
     "leurs conseillers, Omar Daoud, assure que le pont est libre.", "Omar Daoud", None),
    ("Au Soudan, la guerre continue. « Notre sol est frappé », martèle, au micro de notre correspondant à N'Djamena, le "
     "porte-parole de l'armée, le général Adam Kosso.", "Adam Kosso", "TCD"),
    ("Reçue par le président chinois, la cheffe de l'exécutif européen, Anna Berg, a salué un tournant.", "Anna Berg",
     None),
    ("Oslo a protesté jeudi, tandis que Moscou, qui revendique l'îlot, nie avoir franchi une quelconque frontière.",
     "Russie", "RUS"),
    ("Le Qatar a bloqué un texte britannique qui appelait les belligérants à « cesser » les attaques.", "Royaume-Uni",
     "GBR"),
    ("Le président kényan William Koech et le ministre turc Ali Demir se sont vus. Tous deux ont dit vouloir la paix.",
     "William Koech et Ali Demir", None),
    ("Le Hamas et le Jihad islamique ont accepté la trêve. Les deux mouvements exigent des garanties.",
     "Hamas et Jihad islamique palestinien", None),
    ("La Norvège fermera le port, a dit le ministère norvégien de la Pêche. La mesure est provisoire, lit-on dans le "
     "communiqué.", "ministère norvégien de la Pêche", "NOR"),
)  # fmt: skip


@pytest.mark.parametrize(("text", "name", "country"), CASES)
def test_speaker(read: Read, text: str, name: str, country: str | None) -> None:
    speaker = read(text)[-1].speaker.actor
    assert (speaker.name, speaker.country) == (name, country)


def test_named_union_is_no_ambassador(read: Read) -> None:
    told = read("Une grève suivra jeudi, annonce leur syndicat, Marinos.\nLa ministre grecque a convoqué l'ambassadeur "
                "iranien. Ce dernier a répondu qu'il n'avait « rien à expliquer ».")  # fmt: skip
    assert told[-1].speaker.actor.name == "ambassadeur iranien"


def test_minister_is_of_the_state_in_the_headline(pipeline: Pipeline) -> None:
    head = "Les Fidji, ou la patience"
    text = (
        f"{head}\nEn 2024, la Chine a livré deux navires à la police fidjienne. Elle n'a rien obtenu. L'ancien ministre "
        "de la Pêche Josaia Waqanika a parlé."
    )
    blocks = (Block(Span(0, len(head)), "headline"), Block(Span(len(head) + 1, len(text))))
    article = Article(id="text", text=text, text_sha256="", blocks=blocks)
    cast = build_cast(pipeline.parse(text, [block.span for block in blocks]), article)
    assert ("Josaia Waqanika", "FJI") in [(actor.name, actor.country) for actor in cast.actors]
