"""The act of speech by whose deed is told and in which tense."""

import pytest

from tests.reading.statements.conftest import Read

CASES = (
    ("Un drone russe a tué deux facteurs à Soumy, selon le gouverneur ukrainien.", "assert"),
    ("« Nous répliquerons de façon symétrique », promet la diplomatie russe.", "threaten"),
    ("« Reculez, ou nous fermerons le détroit », a lancé le général iranien.", "threaten"),
    ("Le chef rebelle a promis « l'enfer » aux soldats maliens.", "threaten"),
    ("« On ne plaisante pas avec la sécurité des ports », a tranché le ministre belge.", "reject"),
    ("« Le fleuve baisse. Nous leur demandons d'ouvrir les vannes », a lâché le ministre égyptien.", "request"),
    ("Le président kosovar a qualifié l'entretien de « franc et constructif ».", "praise"),
    ("Le président kosovar a qualifié l'entretien de « longue formalité ».", "assert"),
    ("Ce raid a été qualifié de « crime abject » par le ministre croate.", "accuse"),
    ("« Mieux vaut tard que jamais », a plaidé le commissaire.", "assert"),
    ("D'autres convois suivront, a assuré le ministre danois aux autorités moldaves.", "promise"),
    ("La moitié des Suédois s'opposent à ce projet, révèle un sondage de la maison Lindqvist.", "assert"),
    ("Le Brésil « se dit prêt » à accueillir la conférence, a déclaré le ministre brésilien.", "propose"),
    ("Le ministère syrien de la Défense affirme que ses troupes se sont emparées lundi de ce village turc.", "announce"),
    ("La porte-parole de la mission dit redouter « une erreur ».", "assert"),
    ("Deux bergers nigériens ont été tués par des soldats algériens près d'In Guezzam, affirme le ministère nigérien "
     "de la Défense.", "accuse"),
    ("Le Danemark a libéré lundi trois pêcheurs norvégiens, a indiqué le ministère danois de la Justice.", "announce"),
    ("Le ministre kényan a assuré que son pays respecterait le traité.", "promise"),
    ("« Nous n'attaquerons pas nos voisins », a déclaré le président bolivien.", "promise"),
    ("Le ministre péruvien a prévenu que le pont frontalier serait fermé si les contrôles continuaient.", "threaten"),
    ("Le ministère kazakh a prévenu que le transit ne serait plus assuré si les taxes montaient.", "threaten"),
    ("« Nos troupes riposteront », a dit le ministre rwandais.", "threaten"),
    ("La Commission a averti que les chapitres pourraient être gelés si les patrouilles continuent.", "threaten"),
    ("Le ministre a promis que les auteurs seraient « traqués ».", "threaten"),
    ("« Cet acte ne restera pas sans réponse », a dit le ministre iranien.", "threaten"),
    ("« L'Albanie savait et elle a laissé faire », a dit le ministre serbe.", "accuse"),
    ("Le commissaire a dit que l'argent resterait bloqué aussi longtemps que les observateurs n'auraient pas accès "
     "aux camps.", "announce"),
    ("L'Uruguay a rejeté des accusations « inventées de toutes pièces ».", "deny"),
    ("Le groupe libéral a dit qu'il voterait contre.", "reject"),
    ("« Nous demandons au Kenya d'ouvrir son marché », a dit le ministre ougandais.", "request"),
    ("La Bolivie s'oppose à ce traité, a martelé le ministre bolivien.", "reject"),
    ("Le diplomate kényan a confié que l'Érythrée céderait la première.", "assert"),
    ("Le ministre kazakh a dit que tout conflit devait se régler par le dialogue.", "assert"),
    ("Selon le quotidien letton Diena, la Russie n'aurait envoyé aucun drone.", "assert"),
    ("Le négociateur letton a dit : « Nous sommes sortis de la salle, nous n'avons pas quitté la table. »", "assert"),
    ("Le Conseil se réunira lundi, a annoncé la présidence slovène.", "announce"),
    ("Les ministres doivent se retrouver jeudi à Lomé, a précisé la présidence togolaise.", "announce"),
    ("Le Népal a promis de riposter.", "threaten"),
    ("Le Népal a invité ses voisins à respecter la trêve.", "request"),
    ("Le Népal a invité le ministre indien à se rendre à Katmandou.", "propose"),
    ("Le Népal rejette toute responsabilité.", "deny"),
    ("Le Népal a réaffirmé son opposition à ce barrage.", "reject"),
    ("Le Népal s'est dit disposé à accueillir une rencontre.", "propose"),
    ("« Le texte sera-t-il ratifié ? », a demandé une députée népalaise.", "ask"),
    ("Le Népal ne nie pas que des soldats ont franchi la ligne.", "assert"),
    ("Le général tchadien a répondu que ses soldats n'ont fait que riposter.", "deny"),
)  # fmt: skip


@pytest.mark.parametrize(("text", "act"), CASES)
def test_act_follows_the_deed(read: Read, text: str, act: str) -> None:
    assert [statement.act for statement in read(text)] == [act]


def test_hearsay_and_talks_announce_nothing(read: Read) -> None:
    for text in ("Le Chili aurait versé deux millions, a dit un diplomate chilien.",
                 "Les diplomates chiliens ont discuté du traité, a dit le ministère chilien des Affaires étrangères."):  # fmt: skip
        assert [statement.act for statement in read(text)] == ["assert"]


def test_colon_behind_a_denial_goes_on_with_it(read: Read) -> None:
    told = read(
        "Le porte-parole de l'armée serbe a dénié qu'un bateau ait bougé : « Nos marins sont à quai. »"
    )
    assert [(one.act, one.speaker.actor.name) for one in told] == [
        ("deny", "porte-parole de l'armée serbe")
    ] * 2


def test_judgements_that_praise(read: Read) -> None:
    told = read("Le ministre chilien s'est félicité de cette signature, la qualifiant de « bonne nouvelle ».")
    assert [one.act for one in told] == ["praise", "praise"]


def test_thanks_and_excuses_for_having_done(read: Read) -> None:
    for text, act, content in (
        (
            "Le ministre hongrois a remercié la Serbie pour avoir rouvert la route.",
            "thank",
            "avoir rouvert la route",
        ),
        (
            "Le président slovène s'est excusé pour avoir raillé ses voisins.",
            "apologise",
            "avoir raillé ses voisins",
        ),
        ("Le Chili tient que le bateau était dans ses eaux.", "assert", "le bateau était dans ses eaux"),
    ):
        assert [(one.act, one.content[0].of(text)) for one in read(text)] == [(act, content)]
