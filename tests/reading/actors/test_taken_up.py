"""Actors taken up in other words: variations of a title, ce dernier, le premier, l'organisation, nos soldats."""

import pytest

from tests.reading.actors.conftest import Read, countries, meant

VARIED = [
    ("Le chercheur béninois Serge Adjovi doute. L'analyste craint « un échec ».", "L'analyste", "Serge Adjovi/BEN"),
    ("Le président du gouvernement andorran, Joan Serra, est à Rabat. Le socialiste a signé un accord.",
     "Le socialiste", "Joan Serra/AND"),
    ("La cheffe de la diplomatie européenne Kadri Saar s'est félicitée. L'Estonienne ira à Bakou.",
     "L'Estonienne", "Kadri Saar/-"),
    ("Le vice-ministre tadjik Rustam Nazarov a été limogé. L'ancien ministre a quitté Douchanbé.",
     "L'ancien ministre", "Rustam Nazarov/TJK"),
    ("Donald Trump a félicité Bakou. Le chef de la Maison-Blanche attend une signature.",
     "Le chef de la Maison-Blanche", "Donald Trump/USA"),
    ("Un conseiller de la présidence zambienne a démenti. Ce responsable évoque un malentendu.",
     "Ce responsable", "conseiller de la présidence zambienne/ZMB"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "words", "who"), VARIED)
def test_variations_of_a_title(read: Read, text: str, words: str, who: str) -> None:
    assert meant(read(text), words) == [who]


LATTER = [
    ("Le président malgache a rencontré Idris Mbarali en marge de l'investiture de ce dernier.",
     "ce dernier", "Idris Mbarali"),
    ("L'ex-ministre mauritanien Ahmed Ould Sidi a été arrêté. L'avocat de ce dernier, Me Brahim Ould Ebou, proteste.",
     "ce dernier", "Ahmed Ould Sidi"),
    ("Selon la porte-parole du gouvernement tchadien, Rose Ngarta, l'armée avance. Cette dernière reproche à Bangui son silence.",
     "Cette dernière", "Rose Ngarta"),
    ("La ministre danoise Mette Holm a écrit au ministre suédois Erik Lund. Ce dernier n'a pas répondu.",
     "Ce dernier", "Erik Lund"),
    ("Le ministre serbe Marko Ilić et l'émissaire kosovar Agim Berisha ont signé. Le premier a souri, le second a refusé.",
     "Le premier", "Marko Ilić"),
    ("Le ministre serbe Marko Ilić et l'émissaire kosovar Agim Berisha ont signé. Le premier a souri, le second a refusé.",
     "le second", "Agim Berisha"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "words", "who"), LATTER)
def test_ce_dernier_and_le_premier(read: Read, text: str, words: str, who: str) -> None:
    assert [name.rsplit("/", 1)[0] for name in meant(read(text), words)] == [who]


BESIDE = [
    ("Le chef de l'État rwandais est arrivé. Une rencontre entre le ministre malien Sory Diarra et son homologue nigérien, Issa Abdou, a eu lieu.",
     "son homologue", "Issa Abdou/NER"),
    ("Le roi de Jordanie a reçu l'émissaire américain Tom Barlow. Son invité a promis une aide.",
     "Son invité", "Tom Barlow/USA"),
    ("Le ministre vietnamien du Commerce, Nguyen Van Minh, a reçu son homologue birman, U Ko Ko Lwin.",
     "son homologue birman", "Ko Ko Lwin/MMR"),
    ("De son côté, le Taoiseach Micheál Martin a réclamé la vérité.", "le Taoiseach", "Micheál Martin/IRL"),
    ("Il a été reçu à Luanda par Paulo Neto, médiateur désigné par l'Union africaine dans la crise.",
     "médiateur désigné", "Paulo Neto/AGO"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "words", "who"), BESIDE)
def test_titles_beside_their_names(read: Read, text: str, words: str, who: str) -> None:
    assert meant(read(text), words) == [who]


def test_a_plural_title_after_names_gives_each_its_state(read: Read) -> None:
    cast = read("Timothy Kamba et Olivier Bakari, les ministres sierra-léonais et béninois, ont renoncé.")
    assert {(actor.name, actor.country) for actor in cast.actors if actor.kind == "person"} == {
        ("Timothy Kamba", "SLE"), ("Olivier Bakari", "BEN")}  # fmt: skip


BODIES = [
    ("La Cédéao a suspendu Niamey. « C'est injuste », estime le ministre. L'organisation sous-régionale se tait.",
     "L'organisation", "CEDEAO/-"),
    ("NDJAMENA, 2 mai (ATP) – Le président tchadien a parlé à la télévision nationale.",
     "la télévision nationale", "télévision nationale tchadienne/TCD"),
    ("La Ligue arabe se réunit au Caire. L'organisation panarabe appelle au calme.", "L'organisation", "LEA/-"),
    ("Les FARC ont relâché un otage. Le mouvement armé parle d'un « geste ».", "Le mouvement", "FARC/-"),
    ("ANKARA (AA) - L'agence a publié les images.", "L'agence", "AA/TUR"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "words", "who"), BODIES)
def test_bodies_taken_up(read: Read, text: str, words: str, who: str) -> None:
    assert meant(read(text, agencies=("AA",) if "(AA)" in text else ()), words) == [who]


STRESSED = [
    ("Le ministre letton Janis Ozols a signé. Le Pérou, lui, attend.", "lui", "Pérou"),
    ("Le ministre letton Janis Ozols a signé. La présidence turque s'est, elle, félicitée de l'accord.",
     "elle", "présidence turque"),
    ("Janis Ozols doute. Le ministre maltais Pawlu Vella a, lui, insisté sur les délais.", "lui", "Pawlu Vella"),
    ("Le Premier ministre irakien Haïdar Alwan a appelé son homologue jordanien Samir Odeh pour lui présenter ses regrets.",
     "lui présenter", "Samir Odeh"),
    ("Abidjan a convoqué l'ambassadeur ghanéen Kofi Boadu. La ministre ivoirienne Awa Koné lui a remis une note.",
     "lui a", "Kofi Boadu"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "words", "who"), STRESSED)
def test_stressed_and_dative_pronouns(read: Read, text: str, words: str, who: str) -> None:
    assert [name.rsplit("/", 1)[0] for name in meant(read(text), words)] == [who]


def test_three_who_were_named_together(read: Read) -> None:
    cast = read("Les ministres malien, Abel Diop, burkinabè, Jean Tapsoba, et nigérien, Issa Maman, sont à Moscou. "
                "Les trois ministres ont signé.")  # fmt: skip
    assert meant(cast, "Les trois ministres") == ["Abel Diop/MLI", "Jean Tapsoba/BFA", "Issa Maman/NER"]


DOUBLE = [
    ("NIAMEY, 2 juin - Le Premier ministre, ministre des Finances, Ali Zakari, a parlé.", "Le Premier ministre", "Ali Zakari/NER"),
    ("Niamey a reçu l'Ambassadeur de Russie au Niger, S.E. M. Viktor Voronov.", "l'Ambassadeur", "Viktor Voronov/RUS"),
    ("Le chef de l'État, le général Oumar Tiani, est au Niger.", "Le chef de l'État", "Oumar Tiani/NER"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "words", "who"), DOUBLE)
def test_two_titles_before_one_name(read: Read, text: str, words: str, who: str) -> None:
    assert meant(read(text), words) == [who]


FIRST_PERSON = [
    ("« Nos soldats resteront à Kidal », a promis le ministre malien Sory Diarra.", "Nos soldats", "MLI"),
    ("« Notre armée ne recule pas », affirme le président soudanais Omar Idriss.", "Notre armée", "SDN"),
    ("La ministre chilienne Rosa Soto a prévenu : « Nos pêcheurs n'accepteront pas. »", "Nos pêcheurs", "CHL"),
    ("« Notre ambassadeur rentrera lundi », a dit le ministre polonais Jan Nowicki.", "Notre ambassadeur", "POL"),
    ("Le Premier ministre fidjien Sitiveni Rokotui l'a dit : « Nos policiers sont prêts. »", "Nos policiers", "FJI"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "words", "country"), FIRST_PERSON)
def test_ours_is_of_the_speaker_s_state(read: Read, text: str, words: str, country: str) -> None:
    assert countries(read(text), words) == [country]


def test_a_town_with_a_particle_is_no_person(read: Read) -> None:
    cast = read("Les commerçants de Ben Gardane ont protesté, selon le maire tunisien Tarek Ben Slimane.")
    assert [actor.name for actor in cast.actors if actor.kind == "person"] == ["Tarek Ben Slimane"]


def test_a_name_keeps_its_apostrophe(read: Read) -> None:
    cast = read("L'ex-ministre mauritanien Ahmed Ould Sid'Ahmed a été arrêté.")
    assert [actor.name for actor in cast.actors if actor.kind == "person"] == ["Ahmed Ould Sid'Ahmed"]


@pytest.mark.parametrize(
    "text", ["Il reste à voir si Minsk signera.", "Il a suffi de deux jours pour convaincre Rome."]
)
def test_more_impersonal_il(read: Read, text: str) -> None:
    assert meant(read(text), "Il") == []


def test_quant_a_names_the_topic(read: Read) -> None:
    cast = read("La ministre gabonaise Rose Obiang a parlé. Quant à la Ceeac, elle a proposé une mission.")
    assert meant(cast, "elle a") == ["CEEAC/-"]


def test_an_opening_word_is_no_name(read: Read) -> None:
    cast = read("Faux, rétorque un conseiller de la ministre australienne Jane Haddon.")
    assert all(actor.name != "Faux" for actor in cast.actors)


def test_bodies_of_two_states(read: Read) -> None:
    cast = read(
        "Tachkent et Douchanbé ont rouvert leurs ambassades. Des tirs ont opposé gardes-frontières des deux pays."
    )
    assert set(countries(cast, "leurs ambassades")) == {"UZB", "TJK"}
    assert set(countries(cast, "gardes-frontières")) == {"UZB", "TJK"}
