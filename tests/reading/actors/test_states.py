"""States, their metonyms, their bodies, and organisations."""

import pytest

from tests.reading.actors.conftest import Read, meant

METONYMS = [
    ("Pékin a protesté auprès de Tokyo.", "Pékin", "Chine/CHN"),
    ("Le Kremlin a salué la décision.", "Le Kremlin", "Russie/RUS"),
    ("La Maison-Blanche n'a pas réagi.", "La Maison-Blanche", "États-Unis/USA"),
    ("La diplomatie sénégalaise a convoqué le consul.", "La diplomatie", "Sénégal/SEN"),
    ("La partie arménienne a quitté la salle.", "La partie", "Arménie/ARM"),
    ("Les autorités maliennes ont démenti.", "Les autorités", "Mali/MLI"),
    ("Le gouvernement cambodgien accepte.", "Le gouvernement", "Cambodge/KHM"),
    ("Selon la version grecque, le navire était en mer.", "la version", "Grèce/GRC"),
    ("Le régime syrien a rejeté l'offre.", "Le régime", "Syrie/SYR"),
    ("Le Quai d'Orsay suit l'affaire.", "Le Quai", "France/FRA"),
    ("Le camp géorgien a réclamé une pause.", "Le camp", "Géorgie/GEO"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "words", "who"), METONYMS)
def test_metonyms_are_the_state(read: Read, text: str, words: str, who: str) -> None:
    assert meant(read(text), words) == [who]


BODIES = [
    ("Le ministère letton de l'Intérieur a confirmé.", "Le ministère", "ministère letton de l'Intérieur/LVA"),
    ("Le ministère des Affaires étrangères du Chili a confirmé.", "Le ministère", "ministère des Affaires étrangères du Chili/CHL"),
    ("La présidence turque a démenti.", "La présidence", "présidence turque/TUR"),
    ("L'armée tchadienne a riposté.", "L'armée", "armée tchadienne/TCD"),
    ("La police haïtienne a tiré.", "La police", "police haïtienne/HTI"),
    ("L'ambassade de Suède à Ankara a fermé.", "L'ambassade", "ambassade de Suède en Turquie/SWE"),
    ("Le Parlement moldave a voté.", "Le Parlement", "Parlement moldave/MDA"),
    ("Le département d'État a démenti.", "Le département", "département d'État/USA"),
    ("La Knesset a voté le texte.", "La Knesset", "Knesset/ISR"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "words", "who"), BODIES)
def test_named_bodies_are_institutions_of_their_state(read: Read, text: str, words: str, who: str) -> None:
    cast = read(text)
    assert [name.lower() for name in meant(cast, words)] == [who.lower()]
    assert "institution" in {actor.kind for actor in cast.actors}


ORGANISATIONS = [
    ("L'Union européenne a suspendu son aide.", "L'Union", "UE/-"),
    ("L'Union africaine enverra une mission.", "L'Union", "UA/-"),
    ("L'Otan renforce sa présence.", "L'Otan", "OTAN/-"),
    ("La Cédéao a levé les sanctions.", "La Cédéao", "CEDEAO/-"),
    ("Les Vingt-Sept ont adopté un texte.", "Les Vingt-Sept", "UE/-"),
    ("Les Nations unies s'inquiètent.", "Les Nations", "ONU/-"),
    ("Les rebelles du M23 ont pris la ville.", "M23", "M23/-"),
]


@pytest.mark.parametrize(("text", "words", "who"), ORGANISATIONS)
def test_organisations_by_their_acronym_without_country(read: Read, text: str, words: str, who: str) -> None:
    assert meant(read(text), words) == [who]


OUTLETS = [
    ("Selon l'agence Belta, tout est calme.", "l'agence", "BELTA/BLR"),
    ("Selon l'agence russe Vestnik, tout est calme.", "l'agence", "Vestnik/RUS"),
    ("La télévision publique kirghize l'a montré.", "La télévision", "télévision publique kirghize/KGZ"),
    ("Le quotidien kényan Daily Nation l'a écrit.", "Le quotidien", "Daily Nation/KEN"),
    ("D'après l'agence tadjike Navrouz, la route est coupée.", "l'agence", "Navrouz/TJK"),
]


@pytest.mark.parametrize(("text", "words", "who"), OUTLETS)
def test_outlets_take_the_name_that_follows(read: Read, text: str, words: str, who: str) -> None:
    assert meant(read(text), words) == [who]


def test_an_ambiguous_adjective_means_the_state_that_the_article_speaks_of(read: Read) -> None:
    cast = read("Kinshasa accuse Kigali. Le gouvernement congolais a rappelé son ambassadeur.")
    assert meant(cast, "Le gouvernement") == ["République démocratique du Congo/COD"]
    cast = read("Brazzaville et Luanda ont signé. Le gouvernement congolais se félicite.")
    assert meant(cast, "Le gouvernement") == ["Congo-Brazzaville/COG"]


def test_a_short_form_is_the_organisation_of_the_article(read: Read) -> None:
    cast = read("L'Union européenne hésite. Selon un diplomate, l'Union débloquera dix millions.")
    assert meant(cast, "l'Union débloquera") == ["UE/-"]


def test_a_headline_pair_names_two_states(read: Read) -> None:
    assert meant(read("Irak-Koweït: un échange discret"), "Irak-Koweït") == ["Irak/IRQ", "Koweït/KWT"]


PLACES = [("Les ministres se sont vus à Goa.", "Goa", "IND"), ("Il est parti pour Niamey.", "Niamey", "NER"),
          ("La réunion aura lieu en Norvège.", "Norvège", "NOR")]  # fmt: skip


@pytest.mark.parametrize(("text", "name", "country"), PLACES)
def test_places_know_their_state(read: Read, text: str, name: str, country: str) -> None:
    cast = read(text)
    token = next(token for token in cast.parse.tokens if token.text == name)
    place = cast.place_at(token)
    assert place is not None
    assert (place.name, place.country) == (name, country)


ANYBODY = [
    ("Le Premier ministre qatari, Ali Saad, a accusé cinquante otages de trahison.", "otages", None),
    ("Pékin a accusé certaines personnes aux États-Unis de nuire aux relations.", "personnes", "USA"),
    ("À Rabat, la police a arrêté mardi des migrants.", "migrants", "MAR"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "word", "country"), ANYBODY)
def test_people_are_not_of_the_state_of_who_speaks_of_them(
    read: Read, text: str, word: str, country: str | None
) -> None:
    found = [actor for mention in read(text).mentions for actor in mention.actors if word in actor.name]
    assert [actor.country for actor in found] == [country]
