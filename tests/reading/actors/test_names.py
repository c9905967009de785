"""Names: full and shortened, spelt in many ways, with their state and title."""

import pytest

from tests.reading.actors.conftest import Read, meant

TITLED = [
    ("Le ministre norvégien de la Défense, Torstein Aaberg, s'est rendu à Riga.", "Torstein Aaberg", "Torstein Aaberg/NOR"),
    ("Torstein Aaberg, ministre norvégien de la Défense, s'est rendu à Riga.", "Torstein Aaberg", "Torstein Aaberg/NOR"),
    ("La présidente du Honduras, Lorena Valladares, a reçu une délégation.", "La présidente", "Lorena Valladares/HND"),
    ("« Non », a répondu l'ambassadeur de Chine aux Pays-Bas, Shen Guoliang.", "l'ambassadeur", "Shen Guoliang/CHN"),
    ("Longtemps négociateur pour Bogota, Aurelio Quintana a rompu. Le Pérou a salué sa décision.", "Aurelio", "Aurelio Quintana/COL"),
    ("Le Premier ministre malaisien Azman Hakimi a annulé sa visite.", "Le Premier ministre", "Azman Hakimi/MYS"),
    ("L'émissaire américain pour la Corne de l'Afrique, Douglas Whitmer, quitte Djibouti.", "Douglas Whitmer", "Douglas Whitmer/USA"),
    ("Selon Inès Belkadi, conseillère du président tunisien, rien n'est signé.", "Inès Belkadi", "Inès Belkadi/TUN"),
    ("Le colonel Issa Maïkano (porte-parole de l'armée nigérienne) a démenti.", "Issa Maïkano", "Issa Maïkano/NER"),
    ("La cheffe de la diplomatie finlandaise Aino Kallavuori plaide pour un report.", "Aino Kallavuori", "Aino Kallavuori/FIN"),
    ("Le conseiller d'État laotien et ministre du Commerce, Bounmy Sisavath, a signé.", "Bounmy Sisavath", "Bounmy Sisavath/LAO"),
    ("Le Ministre Gabonais des Affaires Étrangères, Régis Mboumba, a pris la parole.", "Régis Mboumba", "Régis Mboumba/GAB"),
    ("Le vice-ministre vietnamien de la Défense Phạm Đức Long a visité la base.", "Phạm Đức Long", "Phạm Đức Long/VNM"),
    ("L'ex-Premier ministre belge Joris Van den Broeck présidera la mission.", "Joris Van den Broeck", "Joris Van den Broeck/BEL"),
    ("Le cheikh Saoud ben Rachid Al-Naimi, ministre émirati de l'Énergie, a salué l'accord.", "Al-Naimi", "Saoud ben Rachid Al-Naimi/ARE"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "words", "who"), TITLED)
def test_name_and_title_are_one_person(read: Read, text: str, words: str, who: str) -> None:
    assert meant(read(text), words) == [who]


SHORTENED = [
    ("Le ministre péruvien Hernán Quispe Rojas a parlé. M. Quispe a promis une réponse.", "M. Quispe", "Hernán Quispe Rojas/PER"),
    ("Le ministre chinois Zhao Minghui a parlé. M. Zhao a promis une réponse.", "M. Zhao", "Zhao Minghui/CHN"),
    ("La ministre coréenne Han So-yeon a parlé. Han a promis une réponse.", "Han a promis", "Han So-yeon/KOR"),
    ("Le général soudanais Omar al-Tayeb a refusé. M. Tayeb exige des garanties.", "M. Tayeb", "Omar al-Tayeb/SDN"),
    ("La ministre suédoise Karin Öst-Lindgren a refusé. Mme Öst-Lindgren veut attendre.", "Mme Öst-Lindgren", "Karin Öst-Lindgren/SWE"),
    ("Le président brésilien Caio de Barros a ri. De Barros n'ira pas à Lima.", "De Barros", "Caio de Barros/BRA"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "words", "who"), SHORTENED)
def test_surname_alone_is_the_person_named_before(read: Read, text: str, words: str, who: str) -> None:
    assert meant(read(text), words) == [who]


SPELT = [
    ("Sergueï Lavrov est arrivé. Sergei Lavrov a parlé.", "Sergueï Lavrov/RUS"),
    ("Le président Vladimir Zelensky est arrivé. Volodymyr Zelenskyy a parlé.", "Volodymyr Zelensky/UKR"),
    ("Le ministre ukrainien Dmytro Kouleba est arrivé. Dmytro Kuleba a parlé.", "Dmytro Kuleba/UKR"),
    ("Abbas Araqchi est arrivé. Le ministre iranien Abbas Araghchi a parlé.", "Abbas Araghchi/IRN"),
    ("Le ministre russe Sergueï Choïgou est arrivé. Sergei Shoigu a parlé.", "Sergueï Choïgou/RUS"),
]


@pytest.mark.parametrize(("text", "who"), SPELT)
def test_spellings_of_one_name_are_one_actor(read: Read, text: str, who: str) -> None:
    cast = read(text)
    persons = {f"{actor.name}/{actor.country}" for actor in cast.actors if actor.kind == "person"}
    assert persons == {who}


def test_two_persons_with_one_surname_stay_apart(read: Read) -> None:
    cast = read(
        "Le ministre ougandais Peter Okello a rencontré la ministre kényane Grace Okello. "
        "Mme Okello a parlé d'eau. M. Okello a parlé de routes."
    )
    assert meant(cast, "Mme Okello") == ["Grace Okello/KEN"]
    assert meant(cast, "M. Okello") == ["Peter Okello/UGA"]


def test_the_article_wins_over_what_is_known_of_leaders(read: Read) -> None:
    cast = read("Le ministre bolivien Sergio Lavrov a parlé.")
    assert meant(cast, "Sergio Lavrov")[0].endswith("/BOL")


@pytest.mark.parametrize(
    "text",
    [
        "La corvette Piri Osman a quitté le port.",
        "Le navire de recherche Almirante Cochrane est arrivé à Lima.",
        "Le champ gazier de Karish Nord appartient à Israël.",
    ],
)
def test_things_with_names_are_no_persons(read: Read, text: str) -> None:
    assert not [actor for actor in read(text).actors if actor.kind == "person"]


def test_officials_of_organisations_have_no_country(read: Read) -> None:
    cast = read("Le secrétaire général adjoint de l'Otan, l'Estonien Rein Kask, a salué l'accord. "
                "La porte-parole de la Commission européenne, Marta Rossi, a applaudi.")  # fmt: skip
    assert meant(cast, "Rein Kask") == ["Rein Kask/-"]
    assert meant(cast, "Marta Rossi") == ["Marta Rossi/-"]
