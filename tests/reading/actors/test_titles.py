"""Titles without a name, relational nouns, and the state that nothing but the scene tells."""

import pytest

from tests.reading.actors.conftest import Read, countries, meant

BARE = [
    ("La ministre islandaise Sigrún Helgadóttir a visité Nuuk. La ministre a plaidé pour la pêche.",
     "La ministre a plaidé", "Sigrún Helgadóttir/ISL"),
    ("Le ministre omanais des Affaires étrangères, Badr Al-Harthi, a parlé. Le chef de la diplomatie a souri.",
     "Le chef de la diplomatie", "Badr Al-Harthi/OMN"),
    ("Le président gambien Lamin Jawara est venu. Le chef de l'État a remercié ses hôtes.",
     "Le chef de l'État", "Lamin Jawara/GMB"),
    ("L'émissaire togolais Yao Adjovi a rencontré le président malien. L'émissaire repartira jeudi.",
     "L'émissaire repartira", "Yao Adjovi/TGO"),
    ("L'ambassadrice de Suisse, Anne Favre, a été convoquée. La diplomate a protesté.",
     "La diplomate", "Anne Favre/CHE"),
    ("La ministre déléguée à la Pêche, Awa Diouf, a quitté Dakar. La patronne de la Pêche veut un accord.",
     "La patronne", "Awa Diouf/SEN"),
    ("Le dirigeant mongol Batbayar Dorj a reçu le président kazakh Arman Seitov. Le dirigeant kazakh l'a remercié.",
     "Le dirigeant kazakh", "Arman Seitov/KAZ"),
    ("Ruben Pedersen sort de son silence. « C'est faux », déclare le Premier ministre danois.",
     "le Premier ministre", "Ruben Pedersen/DNK"),
    ("Le chef de la diplomatie estonienne n'ira pas à Minsk. « À quoi bon ? », a lancé Toomas Raudsepp.",
     "Toomas Raudsepp", "Toomas Raudsepp/EST"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "words", "who"), BARE)
def test_a_title_alone_is_the_person_who_bears_it(read: Read, text: str, words: str, who: str) -> None:
    assert meant(read(text), words) == [who]


UNNAMED = [
    ("Le porte-parole du Kremlin a appelé à la retenue.", "Le porte-parole", "porte-parole du Kremlin/RUS"),
    ("Une source diplomatique colombienne évoque un report.", "Une source", "source diplomatique colombienne/COL"),
    ("Un haut responsable kényan confie ses doutes.", "Un haut responsable", "haut responsable kényan/KEN"),
    ("Selon deux sources militaires, le pont a cédé.", "deux sources", "sources militaires/-"),
    ("Un diplomate européen doute de la trêve.", "Un diplomate", "diplomate européen/-"),
    ("Trois pêcheurs irakiens ont été relâchés.", "Trois pêcheurs", "pêcheurs irakiens/IRQ"),
    ("Neuf douaniers ghanéens ont été arrêtés.", "Neuf douaniers", "douaniers ghanéens/GHA"),
    ("Des hommes armés ont pris le village.", "hommes armés", "hommes armés/-"),
    ("Les dockers du port de Lagos ont cessé le travail.", "Les dockers", "dockers du port de Lagos/NGA"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "words", "who"), UNNAMED)
def test_those_without_a_name_are_described(read: Read, text: str, words: str, who: str) -> None:
    assert meant(read(text), words) == [who]


SCENES = [
    ("À Ottawa, la ministre des Finances, Louise Gagnon-Roy, a promis une aide.", "Louise Gagnon-Roy", "CAN"),
    ("LOMÉ, 3 mai (ATOP) – Le ministre de la Santé, Koffi Amegah, a reçu une mission.", "Koffi Amegah", "TGO"),
    ("La Slovénie enverra des médecins, annonce son Premier ministre, Matej Oblak.", "Matej Oblak", "SVN"),
    ("Le Kazakhstan tente une autre voie. Son ministre de l'Eau, Erlan Dosov, est parti pour Bichkek.", "Erlan Dosov", "KAZ"),
    ("La réponse de Lisbonne a été sèche. Le ministre de la Mer, Rui Fontes, a refusé.", "Rui Fontes", "PRT"),
    ("À Asmara, le ton est autre. Le ministère de l'Information dément.", "Le ministère", "ERI"),
    ("Cité par l'agence IRNA, le vice-ministre du Pétrole Dariush Kamrani a démenti.", "Dariush Kamrani", "IRN"),
    ("La Chine travaillera avec l'Iran, a déclaré le ministre des Affaires étrangères Lu Weiming.", "Lu Weiming", "CHN"),
    ("À Bamako, des étudiants ont défilé. La police a dispersé la foule.", "La police", "MLI"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "words", "country"), SCENES)
def test_the_scene_gives_the_state_that_a_title_leaves_out(
    read: Read, text: str, words: str, country: str
) -> None:
    assert countries(read(text), words) == [country]


RELATED = [
    ("Le ministre turc Cem Aksoy a appelé son homologue grec, Nikos Stratis.", "Nikos Stratis", "Nikos Stratis/GRC"),
    ("Le ministre grec Nikos Stratis est à Rome. Le ministre turc Cem Aksoy a appelé son homologue grec.",
     "son homologue", "Nikos Stratis/GRC"),
    ("Le ministre turc de la Défense, Cem Aksoy, a vu son homologue bulgare.", "son homologue",
     "ministre bulgare de la Défense/BGR"),
    ("L'ambassadrice britannique Ann Hale a protesté. Son collègue russe, Oleg Vetrov, a ri.", "Oleg Vetrov",
     "Oleg Vetrov/RUS"),
    ("Le ministre de l'Intérieur péruvien, Raúl Vega, s'est tu. Son collègue des Finances, Iván Soto, a parlé.",
     "Iván Soto", "Iván Soto/PER"),
    ("Après un entretien avec son homologue chilienne, la ministre argentine Julia Sosa a souri.", "son homologue",
     "ministre chilienne/CHL"),
    ("Le Maroc a protesté auprès de l'Algérie. Rabat reproche à son voisin des tirs.", "son voisin", "Algérie/DZA"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "words", "who"), RELATED)
def test_relational_nouns(read: Read, text: str, words: str, who: str) -> None:
    assert meant(read(text), words) == [who]


def test_bare_council_is_that_of_the_union_that_the_article_speaks_of(read: Read) -> None:
    text = "La Hongrie a bloqué un prêt de l'Union européenne, a dit une porte-parole du Conseil."
    assert meant(read(text), "porte-parole") == ["porte-parole du Conseil/-"]


def test_official_whom_a_question_names_is_of_the_state_of_the_guest(read: Read) -> None:
    text = (
        "L'ancien ministre tchadien Idriss Malik vit à Liège.\n"
        "La Belgique vous a accueilli. Le ministre de la Culture, Omar Hissein, vous a traité de « valet »."
    )
    assert meant(read(text), "Omar Hissein") == ["Omar Hissein/TCD"]
