"""Clauses of diplomacy: who met, called, accused, refused, promised or struck whom; active, passive, reflexive."""

from collections.abc import Callable

from training.synthetic.nodes import FEM, FEMS, MASC, MASCS, Node, comma, mark
from training.synthetic.phrases import (
    article,
    city,
    close,
    collective,
    person,
    several,
    speaker,
    state,
    state_name,
    time,
    title,
    with_preposition,
)
from training.synthetic.words import (
    Dice,
    auxiliary,
    finite,
    infinitive,
    participle,
    present_participle,
    rows,
    word_list,
)

_THINGS = [
    ("offre", FEM), ("accord", MASC), ("trêve", FEM), ("proposition", FEM), ("plan", MASC), ("résolution", FEM),
    ("cessez-le-feu", MASC), ("attaque", FEM), ("retrait", MASC), ("demande", FEM),
    ("sanction", FEMS), ("frappe", FEMS),
    ("négociation", FEMS), ("aide", FEM), ("médiation", FEM), ("frontière", FEM), ("livraison", FEMS),
    ("soldat", MASCS),
    ("ambassadeur", MASC), ("otage", MASCS), ("troupe", FEMS), ("embargo", MASC), ("traité", MASC), ("enquête", FEM),
    ("élection", FEM), ("invasion", FEM), ("décision", FEM), ("visite", FEM), ("sommet", MASC), ("drone", MASCS),
]  # fmt: skip
_WITH = {"entretenir": "avec", "réunir": "avec", "accorder": "avec", "rendre": "à", "opposer": "à", "adresser": "à",
         "aligner": "sur", "retirer": "de"}  # fmt: skip
_ASK = {"appeler": "à", "exhorter": "à", "inviter": "à", "accuser": "de", "presser": "de", "sommer": "de",
        "menacer": "de", "soupçonner": "de", "pousser": "à"}  # fmt: skip
_OFFER = {"promettre": "de", "refuser": "de", "proposer": "de", "accepter": "de", "menacer": "de", "envisager": "de",
          "décider": "de", "demander": "de", "tenter": "de", "exiger": "de"}  # fmt: skip


def thing(dice: Dice) -> Node:
    """What the act is about: la proposition chinoise, les négociations, une résolution de l'ONU."""
    form, feats = dice.one(_THINGS)
    plural = feats["Number"] == "Plur"
    noun = Node(form + ("s" if plural else ""), "NOUN", form, feats)
    roll = dice.random.random()
    if roll < 0.3:
        owner = state(dice) if dice.chance(0.5) else city(dice)
        noun.after("nmod", with_preposition("de", owner))
    elif roll < 0.5:
        row = dice.one(rows("states"))
        feminine = feats["Gender"] == "Fem"
        adjective = row["woman" if feminine else "man"]
        if plural:
            adjective = row["men"] if not feminine else adjective + "s"
        noun.after("amod", Node(adjective, "ADJ", row["man"], feats))
    if dice.chance(0.75):
        return noun.first("det", article(noun))
    form = "des" if plural else "une" if feats["Gender"] == "Fem" else "un"
    return noun.first(
        "det",
        Node(
            form,
            "DET",
            "un",
            {"Definite": "Ind", "Number": feats["Number"], "PronType": "Art"}
            | ({} if plural else {"Gender": feats["Gender"]}),
        ),
    )


def party(dice: Dice) -> Node:
    """One who acts or is acted on."""
    roll = dice.random.random()
    if roll < 0.3:
        return person(dice, full=0.35)
    if roll < 0.45:
        return state(dice)
    if roll < 0.6:
        return city(dice)
    if roll < 0.7:
        return several(dice)
    if roll < 0.8:
        return collective(dice)
    return speaker(dice)


def _plural(node: Node) -> bool:
    return node.feats.get("Number") == "Plur" or any(dep == "conj" for dep, _ in node.right)


def _verb(dice: Dice, lemma: str, subject: Node, *, reflexive: bool = False) -> Node:
    plural = _plural(subject)
    helper = "être" if reflexive else "avoir"
    roll = dice.random.random()
    if roll < 0.5:
        verb = participle(
            lemma, feminine=reflexive and subject.feats.get("Gender") == "Fem", plural=reflexive and plural
        )
        tense = "present" if roll < 0.4 else dice.one(["imperfect", "conditional", "future"])
        verb.before("aux:tense", auxiliary(helper, tense, plural=plural))
    else:
        tense = "present" if roll < 0.75 else dice.one(["future", "conditional", "imperfect", "past"])
        verb = finite(lemma, tense, plural=plural)
    if reflexive:
        verb.first("expl:pv", Node("se", "PRON", "soi", {"Person": "3", "PronType": "Prs"}))
    if dice.chance(0.07):
        verb.first("advmod", Node("ne", "ADV", "ne", {"Polarity": "Neg"}))
        carrier = next((node for dep, node in verb.left if dep == "aux:tense"), None)
        negation = Node("pas", "ADV", "pas", {"Polarity": "Neg"})
        if carrier is None:
            verb.after("advmod", negation)
        else:
            verb.before("advmod", negation)
    return verb.first("nsubj", close(subject))


def transitive(dice: Dice) -> Node:
    """X a reçu Y."""
    subject = party(dice)
    if dice.chance(0.5):
        verb = _verb(dice, dice.one(word_list("verbs with a person")), subject)
        return _when(dice, verb, lambda: verb.after("obj", close(party(dice))))
    verb = _verb(dice, dice.one(word_list("verbs with a thing")), subject)
    return _when(dice, verb, lambda: verb.after("obj", thing(dice)))


def _when(dice: Dice, verb: Node, complement: Callable[[], Node]) -> Node:
    """Add a complement, with a time before it, after it, or none."""
    roll = dice.random.random()
    if roll < 0.3:
        verb.after(*time(dice))
    complement()
    if 0.3 <= roll < 0.5:
        verb.after(*time(dice))
    if dice.chance(0.2):
        verb.after("obl:mod", city(dice).first("case", Node("à", "ADP")))
    return verb


def reflexive(dice: Dice) -> Node:
    """X s'est entretenu avec Y, s'est rendu à Z."""
    lemma = dice.one(list(_WITH))
    verb = _verb(dice, lemma, party(dice), reflexive=True)
    place = lemma == "rendre"

    def complement() -> Node:
        if place:
            return city(dice).first("case", Node("à", "ADP"))
        return close(with_preposition(_WITH[lemma], party(dice)))

    return _when(dice, verb, lambda: verb.after("obl:arg", complement()))


def asking(dice: Dice) -> Node:
    """X a appelé Y à faire Z; X accuse Y de faire Z; X a promis de faire Z."""
    subject = party(dice)
    inner = infinitive(dice.one(word_list("verbs in the infinitive"))).after("obj", thing(dice))
    if dice.chance(0.55):
        lemma = dice.one(list(_ASK))
        verb = _verb(dice, lemma, subject)
        verb.after("obj", close(party(dice)))
        return verb.after("xcomp", inner.first("mark", Node(_ASK[lemma], "ADP")))
    lemma = dice.one(list(_OFFER))
    verb = _verb(dice, lemma, subject)
    if dice.chance(0.25):
        verb.after(*time(dice))
    return verb.after("xcomp", inner.first("mark", Node(_OFFER[lemma], "ADP")))


def passive(dice: Dice) -> Node:
    """X a été reçu mardi par Y."""
    subject = party(dice) if dice.chance(0.6) else thing(dice)
    plural, feminine = _plural(subject), subject.feats.get("Gender") == "Fem"
    verb = participle(
        dice.one(
            ["recevoir", "accueillir", "condamner", "rejeter", "critiquer", "saluer", "convoquer", "libérer"]
        ),
        feminine=feminine,
        plural=plural,
    )
    if dice.chance(0.6):
        verb.before("aux:tense", auxiliary("avoir", "present", plural=plural))
        verb.before("aux:pass", Node("été", "AUX", "être", {"Tense": "Past", "VerbForm": "Part"}))
    else:
        verb.before(
            "aux:pass", auxiliary("être", dice.one(["present", "future", "imperfect"]), plural=plural)
        )
    verb.first("nsubj:pass", close(subject))
    return _when(
        dice, verb, lambda: verb.after("obl:agent", close(party(dice)).first("case", Node("par", "ADP")))
    )


def relative(dice: Dice) -> Node:
    """X, qui a rejeté Y, fait Z; l'accord qu'a signé X."""
    main = transitive(dice)
    subject = main.left[0][1]
    inner = finite(dice.one(word_list("verbs with a thing")), "present", plural=_plural(subject)).first(
        "nsubj", Node("qui", "PRON", feats={"PronType": "Rel"})
    )
    inner.after("obj", thing(dice))
    if dice.chance(0.5) or getattr(subject, "open_end", False):
        inner.first("punct", comma()).after("punct", comma())
    subject.after("acl:relcl", inner)
    return main


def joined(dice: Dice) -> Node:
    """X a rejeté Y et a annoncé Z; X a fait Y, demandant Z."""
    main = transitive(dice)
    if dice.chance(0.5):
        second = participle(dice.one(word_list("verbs with a thing"))).before("cc", Node("et", "CCONJ"))
        second.before("aux:tense", auxiliary("avoir", "present", plural=_plural(main.left[0][1]))).after(
            "obj", thing(dice)
        )
        return main.after("conj", second)
    adjunct = present_participle(
        dice.one(["dénoncer", "réclamer", "exiger", "rejeter", "proposer", "saluer", "accuser"])
    )
    adjunct.after("obj", thing(dice) if dice.chance(0.7) else party(dice))
    if dice.chance(0.3):
        return main.first("advcl", adjunct.after("punct", comma()))
    return main.after("advcl", adjunct.first("punct", comma()))


def meeting(dice: Dice) -> Node:
    """Le ministre A et son homologue B se sont rencontrés à C."""
    subject = title(dice, named=0.9)
    close(subject)
    other = title(dice, named=0.9, determiner="son")
    subject.after("conj", close(other).first("cc", Node("et", "CCONJ")))
    verb = _verb(dice, dice.one(["rencontrer", "réunir", "entretenir", "accorder"]), subject, reflexive=True)
    return _when(dice, verb, lambda: verb)


def bare_headline(dice: Dice) -> Node:
    """Kiev rejette l'offre de Moscou; Macron reçoit Zelensky. No stop at the end."""
    subject = person(dice, full=0.2) if dice.chance(0.5) else city(dice)
    verb = finite(
        dice.one(word_list("verbs with a person") if dice.chance(0.5) else word_list("verbs with a thing")),
        "present",
    )
    verb.first("nsubj", subject).after("obj", party(dice) if dice.chance(0.5) else thing(dice))
    if dice.chance(0.4):
        topic = state_topic(dice)
        verb.first("dislocated", topic.after("punct", mark(":")))
    return verb


def state_topic(dice: Dice) -> Node:
    """What a headline begins with: "Ukraine :"."""
    return state_name(dice)
