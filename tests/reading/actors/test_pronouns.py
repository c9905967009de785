"""Pronouns, possessives and collectives."""

import pytest

from depeche.language.token import Token
from tests.reading.actors.conftest import Read, meant

PRONOUNS = [
    ("Le ministre serbe Goran Ilić a reçu la ministre croate Ana Babić. « Merci », a-t-elle dit.", "-elle", "Ana Babić/HRV"),
    ("Le ministre serbe Goran Ilić a reçu la ministre croate Ana Babić. « Merci », a-t-il dit.", "-il", "Goran Ilić/SRB"),
    ("Le président ivoirien Koffi Assé a critiqué Accra. Il a exigé des excuses.", "Il a", "Koffi Assé/CIV"),
    ("Le ministre lao Somsak Phommachanh a affirmé que le Laos attendait. Il a cité l'accord.", "Il a", "Somsak Phommachanh/LAO"),
    ("Le président kényan Joseph Otieno a vu le roi Mswati Dlamini. Ce dernier a promis une aide.", "Ce dernier", "Mswati Dlamini/KEN"),
    ("La présidence s'est félicitée par la voix de son porte-parole, le Turc Emre Polat. Celui-ci a nié.", "Celui-ci", "Emre Polat/TUR"),
    ("La ministre omanaise Aïcha Saïd, qui rentrait de Doha, a souri.", "qui", "Aïcha Saïd/OMN"),
    ("Le Ghana a protesté. Il a rappelé son consul.", "Il a", "Ghana/GHA"),
    ("La Suisse a signé. Elle versera dix millions.", "Elle versera", "Suisse/CHE"),
    ("Quant à la Ceeac, elle a proposé une mission.", "elle a", "CEEAC/-"),
    ("Le ministre mauritanien Sidi Ould Ahmed est reparti. À l'en croire, tout va bien.", "l'en", "Sidi Ould Ahmed/MRT"),
    ("La ministre australienne Claire Price est en colère. L'intéressée exige des excuses.", "L'intéressée", "Claire Price/AUS"),
    ("Le vice-ministre qatari Nasser Al-Kuwari a reçu l'émissaire indien Arun Mehta, à qui il a offert du thé.", "il a", "Nasser Al-Kuwari/QAT"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "words", "who"), PRONOUNS)
def test_pronouns(read: Read, text: str, words: str, who: str) -> None:
    found = meant(read(text), words)
    assert [name.split("/")[0] for name in found] == [who.split("/")[0]]


@pytest.mark.parametrize("text", ["Il faut agir, a dit Rome.", "Il y a un accord.", "Il s'agit d'un échec."])
def test_impersonal_il_is_nobody(read: Read, text: str) -> None:
    cast = read(text)
    assert cast.actors_of(cast.parse.tokens[0]) == ()


COLLECTIVES = [
    ("Le Niger et le Bénin se sont réconciliés. Les deux pays rouvriront le pont.", "Les deux pays", {"NER", "BEN"}),
    ("Séoul et Pyongyang ont signé. Les deux capitales se réjouissent.", "Les deux capitales", {"KOR", "PRK"}),
    ("L'Arménie et l'Iran discutent. Le Kremlin a appelé les deux voisins au calme.", "les deux voisins", {"ARM", "IRN"}),
    ("Le ministre turc Cem Aksoy a vu le ministre grec Nikos Stratis. Les deux ministres ont souri.", "Les deux ministres", {"TUR", "GRC"}),
    ("Lima et Quito s'accusent. Bogota a invité les deux gouvernements à discuter.", "les deux gouvernements", {"PER", "ECU"}),
    ("Les présidents russe et chinois se sont vus.", "Les présidents", {"RUS", "CHN"}),
    ("Les chefs d'État de l'Angola et de la Zambie ont signé.", "Les chefs", {"AGO", "ZMB"}),
    ("Les autorités rwandaises et congolaises ont discuté à Kinshasa.", "Les autorités", {"RWA", "COD"}),
    ("Oman et le Yémen négocient. Les parties se reverront.", "Les parties", {"OMN", "YEM"}),
    ("Tachkent et Douchanbé s'opposent. Les ministres de la Défense des deux pays se verront.", "Les ministres", {"UZB", "TJK"}),
    ("Les deux hommes, le Malien Adama Keïta et le Nigérien Issa Garba, ont posé.", "Les deux hommes", {"MLI", "NER"}),
]  # fmt: skip


@pytest.mark.parametrize(("text", "words", "states"), COLLECTIVES)
def test_collectives(read: Read, text: str, words: str, states: set[str]) -> None:
    assert {name.rsplit("/", 1)[1] for name in meant(read(text), words)} == states


def token_of(cast_tokens: list[Token], word: str) -> Token:
    return next(token for token in cast_tokens if token.text == word)


OWNERS = [
    ("Les troupes russes ont reculé.", "troupes", "Russie"),
    ("La frontière polono-bélarusse est fermée.", "frontière", "Pologne"),
    ("Les sanctions occidentales demeurent.", "sanctions", None),
    ("La frégate du Danemark est partie.", "frégate", "Danemark"),
    ("L'Inde a retiré ses navires.", "navires", "Inde"),
]


@pytest.mark.parametrize(("text", "word", "owner"), OWNERS)
def test_owners_of_things(read: Read, text: str, word: str, owner: str | None) -> None:
    cast = read(text)
    owners = cast.owners_of(token_of(cast.parse.tokens, word))
    assert (owner is None and not [actor for actor in owners if actor.country]) or any(
        actor.name == owner or (owner is not None and actor.country in ("RUS",)) for actor in owners
    )


POSSESSORS = [
    ("La Russie a retiré son ambassadeur.", "ambassadeur", "Russie"),
    ("Le ministre letton Jānis Ozols a défendu sa position.", "position", "Jānis Ozols"),
    ("Madrid et Lisbonne ont réuni leurs ministres.", "ministres", "Espagne"),
    ("Le Brésil est inquiet. Son président ira à Lima.", "président", "Brésil"),
    ("La Minusca enquête. Sa porte-parole a confirmé.", "porte-parole", "MINUSCA"),
]


@pytest.mark.parametrize(("text", "word", "owner"), POSSESSORS)
def test_possessors(read: Read, text: str, word: str, owner: str) -> None:
    cast = read(text)
    assert owner in [actor.name for actor in cast.possessor(token_of(cast.parse.tokens, word))]


def test_reading_twice_gives_the_same_mentions(read: Read) -> None:
    text = "Le ministre turc Cem Aksoy a vu son homologue grec. Les deux pays négocient, a-t-il dit."
    assert read(text).mentions == read(text).mentions
