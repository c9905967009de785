"""What two articles cannot both be right about is found, and what they can is left alone."""

from collections.abc import Callable

import pytest

from depeche.model import Actor, Event, Place, Span, Status
from depeche.weaving.contradictions import find_contradictions
from depeche.weaving.versions import Version

Make = Callable[..., Version]
NOWHERE = (Span(0, 1),)
PERU, BOLIVIA = Actor("Pérou", "state", "PER"), Actor("Bolivie", "state", "BOL")

COUNTS = [
    (
        "Onze marins boliviens ont été tués au large d'Arica.",
        "Neuf marins boliviens ont été tués au large d'Arica.",
    ),
    (
        "L'incendie du dépôt a fait 31 morts, selon la préfecture.",
        "Le bilan de l'incendie du dépôt est de 13 tués.",
    ),
    (
        "Au moins 40 mineurs boliviens ont été arrêtés à Oruro.",
        "Au moins 60 mineurs boliviens ont été arrêtés lundi.",
    ),
    (
        "La police a saisi 2 millions de dollars à la frontière.",
        "La police a saisi 3,5 millions de dollars à la frontière.",
    ),
    (
        "Les cinq otages finlandais ont été libérés dimanche.",
        "Six otages finlandais ont été libérés, assure Helsinki.",
    ),
    (
        "Le texte a été adopté par 61 voix contre 12 au Sénat.",
        "Le Sénat a adopté le texte par 58 voix contre 12.",
    ),
]
COUNTS += [
    (
        "Le tribunal a condamné l'opposant à douze ans de prison.",
        "L'opposant a été condamné à huit ans de prison.",
    ),
    (
        "Le navire transportait 40 tonnes de riz thaïlandais.",
        "Le navire transportait 25 tonnes de riz thaïlandais.",
    ),
]
SAME_COUNTS = [
    ("Plus de 40 mineurs ont été arrêtés à Oruro.", "On compte 52 mineurs arrêtés à Oruro."),
    ("Une trentaine de mineurs ont été arrêtés à Oruro.", "À Oruro, 31 mineurs ont été arrêtés."),
    ("Trois marins boliviens ont été tués.", "Cinq marins péruviens ont été tués."),
    ("Trois marins ont été tués au large.", "Cinq marins ont été blessés au large."),
    ("Trois marins ont été tués, cinq marins selon Lima.", "Cinq marins ont été tués, dit Lima."),
    ("L'inflation a atteint 12 % en avril au Chili.", "L'inflation a atteint 9 % en mars au Chili."),
    ("Deux policiers ont été blessés vendredi à Lima.", "Trois policiers ont été blessés samedi à Cuzco."),
    ("Deux ministres ont signé l'accord.", "Trois ministres ont assisté à la messe."),
    ("La trêve a duré trois jours à Oruro.", "La trêve a duré cinq jours à Oruro."),
    ("Le sommet réunit douze pays à Lima.", "Le sommet réunit à Lima une centaine de délégués."),
]


@pytest.mark.parametrize(("first", "second"), COUNTS)
def test_one_count_by_two_numbers(make_version: Make, first: str, second: str) -> None:
    (found,) = find_contradictions(make_version(first), make_version(second, id="b"))
    assert (found.matter, found.why) == ("number", "count")
    assert found.first.says in first
    assert found.second.says in second


@pytest.mark.parametrize(("first", "second"), SAME_COUNTS)
def test_counts_that_can_both_be_right(make_version: Make, first: str, second: str) -> None:
    assert find_contradictions(make_version(first), make_version(second, id="b")) == []


def test_a_toll_that_rises_is_news(make_version: Make) -> None:
    first = make_version("Le séisme a fait 200 morts.", published="2024-05-17")
    later = make_version("Le séisme a fait 350 morts.", id="b", published="2024-05-19")
    lower = make_version("Le séisme a fait 150 morts.", id="b", published="2024-05-19")
    assert find_contradictions(first, later) == []
    assert [found.matter for found in find_contradictions(first, lower)] == ["number"]


DENIALS = [
    (
        "La présidence assure n'avoir versé aucune rançon aux ravisseurs du consul.",
        "Les ravisseurs du consul ont reçu un versement de 400 000 euros.",
    ),
    (
        "« Personne n'a présenté d'excuses à Lima », a dit le ministre bolivien.",
        "Le ministre bolivien avait présenté ses regrets à Lima dès lundi.",
    ),
    (
        "Le palais dément avoir annulé la visite du sultan à Oruro.",
        "La visite du sultan à Oruro a été annulée dans la nuit.",
    ),
    (
        "L'état-major nie que ses hommes aient bombardé le marché d'Oruro.",
        "Le marché d'Oruro a été bombardé mardi par l'état-major rival.",
    ),
    (
        "Le porte-parole a balayé les rumeurs selon lesquelles l'accord minier aurait été signé à Lima.",
        "L'accord minier a été signé samedi à Lima, selon deux délégués.",
    ),
    (
        "La Bolivie n'a livré aucun fusil aux rebelles, répète La Paz.",
        "Deux mille fusils ont été livrés aux rebelles par la Bolivie, affirme un rapport.",
    ),
]
DENIALS += [
    (f"{denied}, selon un diplomate.", f"{told}, selon la radio.")
    for denied, told in (
        ("Le sommet de Tunis n'a pas eu lieu mercredi", "Le sommet de Tunis s'est tenu mercredi"),
        ("L'accord gazier n'a pas été signé à Doha", "L'accord gazier a été signé à Doha"),
        ("La visite du roi à Lima n'a pas été annulée", "La visite du roi à Lima a été reportée"),
        (
            "Les troupes burundaises ne se sont pas retirées de Bukavu",
            "Les troupes burundaises ont quitté Bukavu, leur retrait achevé",
        ),
        (
            "La présidence dément avoir reçu l'émissaire ougandais à Goma",
            "Le président a reçu l'émissaire ougandais à Goma",
        ),
        (
            "Le cessez-le-feu de Kidal n'est jamais entré en vigueur",
            "Le cessez-le-feu de Kidal est en vigueur depuis minuit",
        ),
        ("La Hongrie n'a pas levé son veto", "La Hongrie a levé son veto"),
        ("Aucun convoi humanitaire n'est entré à Goma", "Un convoi humanitaire est entré à Goma"),
        ("Le ministre des Mines n'a pas démissionné", "Le ministre des Mines a démissionné mardi"),
        ("Kigali dément avoir livré des blindés à Bangui", "Deux blindés ont été livrés par Kigali à Bangui"),
    )
]
DENIALS += [
    (
        "Le président ougandais n'a pas été hospitalisé à Nairobi.",
        "Le président ougandais a été hospitalisé à Nairobi.",
    ),
    (
        "« Nous n'avons jamais livré d'armes à Khartoum », dit Abou Dhabi.",
        "Des armes ont été livrées à Khartoum.",
    ),
    ("Il n'y a eu aucun survol du territoire letton.", "Un avion biélorusse a survolé le territoire letton."),
]
NO_DENIALS = [
    (
        "Le ministre n'a pas précisé la date de la visite du roi.",
        "Le ministre a précisé la date de la visite du roi.",
    ),
    # asked for, announced or supposed is not done
    ("Il n'y aura pas d'excuses, prévient Lima.", "La Bolivie exige des excuses de Lima."),
    ("Lima n'a pas présenté d'excuses à la Bolivie.", "La Bolivie réclame toujours des excuses de Lima."),
    ("Lima n'a signé aucun accord avec la Bolivie.", "Lima et la Bolivie doivent signer un accord en juin."),
    # both deny, or both tell
    ("Lima n'a versé aucune rançon pour le consul.", "Lima dément avoir versé une rançon pour le consul."),
    ("Lima a versé la rançon du consul.", "La rançon du consul a été payée par Lima."),
    ("Les otages ne seront pas libérés avant juin à Agadez.", "Les otages ont été libérés à Agadez."),
    ("La Hongrie n'a pas levé son veto.", "La Hongrie doit lever son veto, dit Berlin."),
    # another matter
    ("Le sommet d'Alger n'a pas eu lieu mercredi.", "Le sommet de Tunis s'est tenu mercredi."),
    ("L'accord de pêche n'a pas été signé dimanche.", "L'accord gazier a été signé dimanche à Doha."),
    ("Le président n'a pas rencontré la presse à Goma.", "Le président a rencontré les élus à Goma."),
    ("Lima n'a pas annulé le sommet andin.", "La fête de l'école a été annulée à Vannes."),
]


@pytest.mark.parametrize(("first", "second"), DENIALS)
def test_what_one_denies_and_the_other_tells(make_version: Make, first: str, second: str) -> None:
    for one, two in ((first, second), (second, first)):
        found = find_contradictions(make_version(one), make_version(two, id="b"))
        assert [(each.matter, each.why) for each in found] == [("status", "denial")]


@pytest.mark.parametrize(("first", "second"), NO_DENIALS)
def test_what_denies_nothing_that_is_told(make_version: Make, first: str, second: str) -> None:
    assert find_contradictions(make_version(first), make_version(second, id="b")) == []


CORRECTIONS = [
    ("Douze soldats, et non quinze, sont rentrés.", "Quinze soldats sont rentrés du front.", "number"),
    (
        "La remise a eu lieu à Puno, et non à Desaguadero.",
        "La remise s'est faite à Desaguadero dimanche.",
        "place",
    ),
]


@pytest.mark.parametrize(("first", "second", "matter"), CORRECTIONS)
def test_what_one_expressly_corrects(make_version: Make, first: str, second: str, matter: str) -> None:
    (found,) = find_contradictions(make_version(first), make_version(second, id="b"))
    assert found.matter == matter


def test_a_clause_with_another_place_in_it(make_version: Make) -> None:
    first = make_version("Le Brésil propose d'accueillir les deux délégations à Manaus.")
    second = make_version("Selon Lima, le Brésil offre d'accueillir les deux délégations à Recife.", id="b")
    (found,) = find_contradictions(first, second)
    assert (found.matter, found.why) == ("place", "slot")


def test_an_act_on_two_soils(make_version: Make) -> None:
    first = make_version("La patrouille a été capturée le 14 mai sur le sol bolivien, assure Lima.")
    second = make_version(
        "Selon La Paz, la patrouille capturée le 14 mai se trouvait en territoire péruvien.", id="b"
    )
    (found,) = find_contradictions(first, second)
    assert (found.matter, found.why) == ("place", "soil")
    both = make_version(f"{first.text}\n{second.text}", id="c")
    assert find_contradictions(first, both) == []


TIMES = [
    (
        "Le consul a été enlevé lundi soir près de son garage d'Oruro.",
        "Le consul a été enlevé dimanche près de son garage d'Oruro.",
    ),
    (
        "La fusillade du marché d'Oruro a éclaté mercredi à l'aube.",
        "Mercredi soir, une fusillade a éclaté au marché d'Oruro.",
    ),
]


@pytest.mark.parametrize(("first", "second"), TIMES)
def test_an_act_at_two_times(make_version: Make, first: str, second: str) -> None:
    (found,) = find_contradictions(make_version(first), make_version(second, id="b"))
    assert (found.matter, found.why) == ("date", "time")


def test_days_that_are_called_the_same_are_told_apart(make_version: Make) -> None:
    first = make_version("Le consul a été enlevé mardi près de son garage d'Oruro.")
    second = make_version(
        "Le consul a été enlevé mardi près de son garage d'Oruro.", id="b", published="2024-05-24"
    )
    (found,) = find_contradictions(first, second)
    assert (found.first.says, found.second.says) == ("mardi (2024-05-14)", "mardi (2024-05-21)")


def test_a_day_and_its_evening_are_one_time(make_version: Make) -> None:
    first = make_version("Le consul a été enlevé mercredi près de son garage d'Oruro.")
    second = make_version("Mercredi soir, le consul a été enlevé près de son garage d'Oruro.", id="b")
    assert find_contradictions(first, second) == []


def test_each_side_charges_the_other(make_version: Make) -> None:
    lima = "Lima accuse des soldats boliviens d'avoir ouvert le feu sur une barque."
    la_paz = "La Paz accuse la marine péruvienne d'avoir tiré la première."
    charge = Event(type="ACCUSE", mode="allege", actor=(PERU,), recipient=(BOLIVIA,), evidence=NOWHERE)
    answer = Event(type="ACCUSE", mode="allege", actor=(BOLIVIA,), recipient=(PERU,), evidence=NOWHERE)
    first = make_version(lima, events=((charge, "barque"),))
    second = make_version(la_paz, id="b", events=((answer, "marine"),))
    both = make_version(f"{lima}\n{la_paz}", id="c", events=((charge, "barque"), (answer, "marine")))
    (found,) = find_contradictions(first, second)
    assert (found.matter, found.why, found.first.event, found.second.event) == ("roles", "doer", 0, 0)
    # An article with both versions contradicts neither.
    assert find_contradictions(first, both) == find_contradictions(second, both) == []


def test_who_it_was_that_did_it(make_version: Make) -> None:
    first = make_version("C'est Ankara qui a demandé la réunion, selon Athènes.")
    second = make_version("C'est Athènes qui a demandé la réunion, assure Ankara.", id="b")
    same = make_version("C'est Ankara qui a demandé cette réunion.", id="b")
    (found,) = find_contradictions(first, second)
    assert (found.matter, found.why) == ("roles", "doer")
    assert find_contradictions(first, same) == []


def test_tellings_of_one_act(make_version: Make) -> None:
    def met(place: str, date: str, status: Status = "actual") -> Event:
        return Event(
            type="CONSULT", actor=(PERU, BOLIVIA), date=date, place=Place(place, "PER"), status=status,
            evidence=NOWHERE,
        )  # fmt: skip

    def matters(one: Event, two: Event) -> set[str]:
        first = make_version("Les deux ministres se sont vus.", events=((one, "vus"),))
        second = make_version("Une rencontre a eu lieu.", id="b", events=((two, "lieu"),))
        return {found.matter for found in find_contradictions(first, second, same=[(0, 0)])}

    assert matters(met("Puno", "2024-05-14"), met("Tacna", "2024-05-15")) == {"place", "date"}
    assert matters(met("Puno", "2024-05-14"), met("Pérou", "2024-05")) == set()
    assert matters(met("Puno", "2024-05-14"), met("Puno", "2024-05-14", "negated")) == {"status"}
