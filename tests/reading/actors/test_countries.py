"""The state that an article's own words give to persons and bodies that no table knows."""

import pytest

from tests.reading.actors.conftest import Read, countries, meant

REGIONS = [
    ("La Verte genevoise Odile Favrod-Pache reproche à la Géorgie son silence.", "Odile Favrod-Pache", "CHE"),
    ("Un pêcheur breton, Yann Le Goff, accuse Londres de mentir.", "Yann Le Goff", "FRA"),
    ("L'Espagne s'inquiète. Le maire québécois Luc Tremblay-Roy a salué Madrid.", "Luc Tremblay-Roy", "CAN"),
    ("Moscou se tait. La sénatrice texane Carol Whitfield a ri.", "Carol Whitfield", "USA"),
    ("L'imprimeur bruxellois Bart Claeys a écrit au Kremlin.", "Bart Claeys", "BEL"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "words", "country"), REGIONS)
def test_the_adjective_of_a_region_or_city_gives_the_state(
    read: Read, text: str, words: str, country: str
) -> None:
    assert countries(read(text), words) == [country]


LOCAL = [
    ("Les autorités vaudoises ignorent la date.", "Les autorités", "autorités vaudoises/CHE"),
    ("Selon le gouvernement valaisan, le col rouvrira.", "le gouvernement", "gouvernement valaisan/CHE"),
    ("La police marseillaise a arrêté deux hommes.", "La police", "police marseillaise/FRA"),
    ("La conseillère fédérale Anne Berset-Rochat a parlé. La Vaudoise a plaidé pour un accord.", "Vaudoise",
     "Anne Berset-Rochat/CHE"),
    ("Les Québécois ont protesté auprès de Washington.", "Québécois", "Québécois/CAN"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "words", "who"), LOCAL)
def test_bodies_of_a_region_are_not_the_state(read: Read, text: str, words: str, who: str) -> None:
    assert meant(read(text), words) == [who]


def test_the_name_of_a_region_may_be_a_surname(read: Read) -> None:
    cast = read("Le commissaire Luc Normand a salué un progrès. Normand ira à Oslo.")
    assert meant(cast, "Normand ira") == ["Luc Normand/-"]


WITH_NAMES = [
    ("Marta Kowalczyk, alpiniste polonaise, critique le Népal.", "Marta Kowalczyk", "POL"),
    ("La pianiste norvégienne Ingrid Solheim a quitté la Russie.", "Ingrid Solheim", "NOR"),
    ("Anne Berset-Rochat, conseillère fédérale, a reçu le ministre danois.", "Anne Berset-Rochat", "CHE"),
    ("L'amiral danois en retraite Hans Kirkegaard est moins serein que Berlin.", "Hans Kirkegaard", "DNK"),
    ("Un soldat polonais a été tué près de Minsk. Le soldat Piotr Wrona avait vingt ans.", "Piotr Wrona", "POL"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "words", "country"), WITH_NAMES)
def test_what_stands_with_a_name_gives_the_state(read: Read, text: str, words: str, country: str) -> None:
    assert countries(read(text), words) == [country]


STATELESS = [
    ("Pour Sandrine Aubertin, chercheuse à Lyon, les Américains ont perdu.", "Sandrine Aubertin"),
    ("À Bruxelles, la porte-parole de la haute représentante, Elke Vermeersch, a salué l'accord.", "Elke Vermeersch"),
    ("Haïti s'enfonce. Le chef de gang Jimson Dorval a menacé la capitale.", "Jimson Dorval"),
    ("L'Union européenne proteste. Tunis a convoqué l'ambassadeur de l'Union, Joachim Brandt.", "Joachim Brandt"),
    ("L'envoyée spéciale de l'Union africaine pour les Grands Lacs, Mme Naledi Mokone, est au Burundi.",
     "Naledi Mokone"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "words"), STATELESS)
def test_scholars_gang_leaders_and_officials_of_unions_belong_to_no_state(
    read: Read, text: str, words: str
) -> None:
    assert countries(read(text), words) == ["-"]


def test_the_commission_of_an_article_about_the_union_is_that_of_the_union(read: Read) -> None:
    cast = read("L'Union européenne hésite. À Bruxelles, la Commission a prié Berne de patienter.")
    assert meant(cast, "la Commission") == ["Commission européenne/-"]


def test_whom_somebody_meets_is_not_himself(read: Read) -> None:
    cast = read("Luc Normand-Hardy a rencontré le ministre danois.")
    assert meant(cast, "le ministre danois") == ["ministre danois/DNK"]


BODIES = [
    ("Le renseignement kényan met en cause Khartoum.", "Le renseignement", "renseignement kényan/KEN"),
    ("La protection civile libanaise a évacué le quartier.", "La protection", "protection civile libanaise/LBN"),
    ("L'Agence roumaine de sécurité alimentaire accuse Kiev.", "L'Agence",
     "agence roumaine de sécurité alimentaire/ROU"),
    ("Le Conseil fédéral a refusé d'aider Tbilissi.", "Conseil fédéral", "Conseil fédéral/CHE"),
    ("Selon les services secrets norvégiens, Moscou ment.", "les services", "services secrets norvégiens/NOR"),
    ("Kenya: l'armée avance\nL'armée kényane a pris Ruiru, dit l'émissaire américain. L'armée est prête.",
     "L'armée est", "armée kényane/KEN"),
    ("Le pape a reçu le président croate.", "Le pape", "pape/VAT"),
    ("À N'Djamena, le porte-parole de l'armée a démenti.", "le porte-parole", "porte-parole de l'armée tchadienne/TCD"),
    ("La Chine n'a menacé personne, a rétorqué son ambassade à Berne.", "son ambassade",
     "ambassade de Chine à Berne/CHN"),
    ("Le Rêve géorgien, parti au pouvoir, dénonce une ingérence.", "parti", "Rêve géorgien/GEO"),
    ("Des combattants du M23 ont pris Sake.", "combattants", "M23/-"),
    ("Le général soudanais Mohamed « Tonnerre » Kodi a quitté Addis-Abeba.", "Le général", "Mohamed Kodi/SDN"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "words", "who"), BODIES)
def test_bodies_are_named_with_their_state(read: Read, text: str, words: str, who: str) -> None:
    assert meant(read(text), words) == [who]


OTHERS = [
    ("Le sénateur républicain Tom Bradshaw veut sanctionner Moscou.", "Tom Bradshaw", "USA"),
    ("En visite à Odessa, où il a été reçu par son homologue Iryna Bondar, le ministre letton Juris Ozols a promis des "
     "drones.", "Iryna Bondar", "UKR"),
    ("Jean-Luc Perrodin a remercié le Qatar.", "Jean-Luc Perrodin", "-"),
    ("Le porte-parole des rebelles, Issa Ag Attaher, accuse Bamako.", "Issa Ag Attaher", "-"),
    ("La Cédéao hésite. À Bamako, le porte-parole de l'organisation, Kofi Mensah, a parlé.", "Kofi Mensah", "-"),
    ("Celui de Pékin, d'abord. Les Vietnamiens auraient foncé sur deux navires : telle est la version qu'a livrée la "
     "porte-parole Hu Lanfen.", "Hu Lanfen", "CHN"),
    ("Des lycéens ont défilé dans le centre d'Hiroshima, la France se tait.", "Des lycéens", "JPN"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "words", "country"), OTHERS)
def test_what_the_sentence_says_weighs_more_than_the_scene(
    read: Read, text: str, words: str, country: str
) -> None:
    assert countries(read(text), words) == [country]


FEW = [
    ("À Kiev, le chancelier Friedrich Brandt a appelé à la patience.", "Friedrich Brandt", "DEU"),
    ("Vienne hésite. Le chancelier Karl Hofer a salué Belgrade.", "Karl Hofer", "AUT"),
    ("Asmara a réagi. Le conseiller national Marco Bernasconi (UDC) réclame des excuses.", "Marco Bernasconi", "CHE"),
    ("Alger proteste. Le député RN Julien Odoul-Mercier accuse Alger.", "Julien Odoul-Mercier", "FRA"),
    ("La députée de la France insoumise Sabrina Roche-Meunier dénonce Alger.", "Sabrina Roche-Meunier", "FRA"),
    ("Le ministre danois Ib Lund a parlé, tandis que Matteo Ferri, son homologue italien, se taisait.",
     "Matteo Ferri", "ITA"),
    ("Le commandant de la force de l'ONU au Liban, le général espagnol Íñigo Larrauri, a protesté.",
     "Íñigo Larrauri", "-"),
    ("Le haut-commissaire australien, Rod Hilton, était à l'aéroport de Honiara. Le Premier ministre, Jeremiah Manele, "
     "l'attend jeudi.", "Jeremiah Manele", "SLB"),
    ("Soudan: l'armée avance, Washington menace", "l'armée", "SDN"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "words", "country"), FEW)
def test_titles_of_few_states_parties_and_postings(read: Read, text: str, words: str, country: str) -> None:
    assert countries(read(text), words) == [country]
