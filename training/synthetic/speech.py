"""Attributed speech: incises in every place, indirect speech, colons, sources, participles."""

from training.synthetic.bases import Base
from training.synthetic.nodes import FEM, MASC, Node, comma, mark
from training.synthetic.phrases import close, met, setting, speaker, time, title
from training.synthetic.words import Dice, auxiliary, finite, participle, present_participle, word_list

_QUOTES = [("«", "»"), ("«", "»"), ('"', '"'), ("“", "”")]


def incise_verb(dice: Dice) -> Node:
    """An inverted reporting clause: "a déclaré jeudi à l'AFP le ministre turc, Hakan Fidan, après avoir reçu …"."""
    if dice.chance(0.17):
        return _with_clitic(dice)
    subject = speaker(dice)
    plural = subject.feats.get("Number") == "Plur"
    woman = subject.feats.get("Gender") == "Fem"
    if dice.chance(0.1):
        verb = _reflexive(dice, plural=plural, woman=woman)
    elif dice.chance(0.06):
        form = dice.one(["savoir", "valoir", "remarquer", "observer"])
        verb = Node(form, "VERB", form, {"VerbForm": "Inf"})
        verb.before("aux:tense", auxiliary("avoir", "present", plural=plural))
        verb.before("aux:caus", participle("faire"))
    else:
        verb = _spoken(dice, dice.one(word_list("verbs in incises")), plural=plural)
    adverbials = [time(dice) if dice.chance(0.6) else setting(dice) for _ in range(_count(dice))]
    if len(adverbials) == 2 and adverbials[0][0] == adverbials[1][0] == "advmod":
        adverbials.pop()
    split = len(adverbials) if dice.chance(0.55) else dice.random.randint(0, len(adverbials))
    for dep, phrase in adverbials[:split]:
        verb.after(dep, phrase)
    verb.after("nsubj", subject)
    tail = adverbials[split:]
    if tail or dice.chance(0.1):
        close(subject)
    for dep, phrase in tail:
        verb.after(dep, phrase)
    if dice.chance(0.07):
        adjunct = met(dice)
        verb.after("advcl", adjunct)
    return verb


def _count(dice: Dice) -> int:
    roll = dice.random.random()
    return 0 if roll < 0.42 else 1 if roll < 0.87 else 2


def _spoken(dice: Dice, lemma: str, *, plural: bool) -> Node:
    roll = dice.random.random()
    if roll < 0.66:
        verb = participle(lemma).before(
            "aux:tense", auxiliary("avoir", "imperfect" if roll < 0.06 else "present", plural=plural)
        )
    else:
        tense = "present" if roll < 0.92 else "past" if roll < 0.97 else "imperfect"
        verb = finite(lemma, tense, plural=plural)
    if dice.chance(0.06):
        verb.first(
            "iobj",
            Node(
                dice.one(["lui", "nous", "leur"]),
                "PRON",
                "lui",
                {"Number": "Sing", "Person": "3", "PronType": "Prs"},
            ),
        )
    return verb


def _reflexive(dice: Dice, *, plural: bool, woman: bool) -> Node:
    lemma = dice.one(word_list("reflexive verbs"))
    pronoun = Node("se", "PRON", "soi", {"Person": "3", "PronType": "Prs"})
    if dice.chance(0.6):
        verb = participle(lemma, feminine=woman, plural=plural)
        return verb.before("expl:pv", pronoun).before(
            "aux:tense", auxiliary("être", "present", plural=plural)
        )
    return finite(lemma, "present", plural=plural).before("expl:pv", pronoun)


def _with_clitic(dice: Dice) -> Node:
    lemma, woman, plural = dice.one(word_list("verbs in incises")), dice.chance(0.3), dice.chance(0.12)
    form = ("elle" if woman else "il") + ("s" if plural else "")
    feats = {
        "Gender": "Fem" if woman else "Masc",
        "Number": "Plur" if plural else "Sing",
        "Person": "3",
        "PronType": "Prs",
    }
    if dice.chance(0.75):
        verb = participle(lemma).before("aux:tense", auxiliary("avoir", "present", plural=plural))
        verb.left[-1][1].space = False
        verb.before("nsubj", Node(("-" if plural else "-t-") + form, "PRON", "lui", feats))
        if dice.chance(0.25):
            verb.before(
                "advmod", Node(dice.one(["encore", "aussi", "notamment", "également", "ensuite"]), "ADV")
            )
    else:
        verb = finite(lemma, "present", plural=plural)
        verb.space = False
        linked = "-" if plural or verb.form[-1] in "td" else "-t-"
        verb.after("nsubj", Node(linked + form, "PRON", "lui", feats))
    if dice.chance(0.4):
        dep, phrase = time(dice) if dice.chance(0.5) else setting(dice)
        verb.after(dep, phrase)
    return verb


def quoted(dice: Dice, node: Node) -> Node:
    """Put quotation marks around a whole subtree."""
    opening, closing = dice.one(_QUOTES)
    blank = opening == "«" and dice.chance(0.7)
    first, last = mark(opening), mark(closing)
    first.space = blank
    node.nodes()[-1].space = blank
    last.space = True
    return node.first("punct", first).after("punct", last)


def final_incise(dice: Dice, base: Base) -> Node:
    """S, a dit X. — with or without quotation marks, and sometimes without the comma."""
    main, verb = base.tree(), incise_verb(dice)
    is_quoted = dice.chance(0.62)
    if is_quoted:
        if dice.chance(0.2):
            main.after("punct", mark(dice.one(["!", "?", ".", "…"])))
        quoted(dice, main)
    if not is_quoted or dice.chance(0.82):
        verb.first("punct", comma())
    main.after("parataxis:insert", verb)
    return main


def medial_incise(dice: Dice, base: Base) -> Node:
    """X, a dit Y, fait Z: the incise stands after the subject or after a fronted adverbial."""
    main = base.tree()
    places = [
        index
        for index, (dep, node) in enumerate(main.left)
        if ("subj" in dep or dep.startswith(("obl", "advcl", "advmod")))
        and (node.pos != "PRON" or len(node.nodes()) > 1)
    ]
    if not places:
        return final_incise(dice, base)
    place = dice.one(places)
    verb = close_incise(incise_verb(dice))
    if place + 1 < len(main.left) and main.left[place + 1][0] == "punct":
        del main.left[place + 1]
    opening, closing = dice.one(_QUOTES)
    blank = opening == "«"
    style = dice.random.random()
    insert: list[tuple[str, Node]] = [("parataxis:insert", verb.first("punct", comma()))]
    if style < 0.4:
        first = mark(opening)
        first.space = blank
        end = mark(closing)
        end.space = True
        main.left[place][1].nodes()[-1].space = blank
        main.left[:0] = [("punct", first)]
        place += 1
        again, last = mark(opening), mark(closing)
        again.space = blank
        insert = [("punct", end), *insert, ("punct", again)]
        main.left[place + 1 : place + 1] = insert
        main.nodes()[-1].space = blank
        main.after("punct", last)
    else:
        main.left[place + 1 : place + 1] = insert
        if style < 0.55:
            quoted(dice, main)
    return main


def close_incise(verb: Node) -> Node:
    """Put the comma that ends a medial incise."""
    return verb.after("punct", comma())


def between_sentences(dice: Dice, base: Base, other: Base) -> Node:
    """« S », a dit X, ajoutant que T."""
    main = final_incise(dice, base)
    verb = main.right[-1][1]
    if verb.right and verb.right[-1][0] != "advcl":
        adjunct = present_participle(dice.one(word_list("trailing participles"))).first("punct", comma())
        verb.after("advcl", adjunct.after("ccomp", _that(other.tree())))
    return main


def _that(clause: Node) -> Node:
    return clause.first("mark", Node("que", "SCONJ", "que"))


def indirect(dice: Dice, base: Base) -> Node:
    """X a déclaré que S; sometimes with a participle before, or time and place between."""
    subject = close(speaker(dice))
    plural = subject.feats.get("Number") == "Plur"
    verb = _spoken(dice, dice.one(word_list("verbs with a clause")), plural=plural)
    verb.first("nsubj", subject)
    if dice.chance(0.45):
        dep, phrase = time(dice) if dice.chance(0.6) else setting(dice)
        verb.after(dep, phrase)
    clause = base.tree()
    if dice.chance(0.15):
        clause = quoted(dice, clause)
    verb.after("ccomp", _that(clause))
    if dice.chance(0.14):
        asked = participle(dice.one(["interroger", "citer", "interviewer", "contacter"]))
        agent = speaker(dice)
        asked.after("obl:agent", agent.first("case", Node("par", "ADP")))
        verb.first("advcl", asked.after("punct", comma()))
    elif dice.chance(0.12):
        dep, phrase = time(dice)
        verb.first(dep, phrase.after("punct", comma()))
    return verb


def colon(dice: Dice, base: Base) -> Node:
    """X a dit : « S »."""
    subject = close(speaker(dice))
    verb = _spoken(
        dice, dice.one(word_list("verbs with a clause")), plural=subject.feats.get("Number") == "Plur"
    ).first("nsubj", subject)
    if dice.chance(0.4):
        dep, phrase = time(dice) if dice.chance(0.5) else setting(dice)
        verb.after(dep, phrase)
    clause = base.tree()
    if dice.chance(0.5):
        clause.after("punct", mark("."))
    clause = quoted(dice, clause)
    return verb.after("ccomp", clause.first("punct", mark(":")))


def according(dice: Dice, base: Base) -> Node:
    """Selon X, S; S, selon X; X, selon Y, fait Z."""
    main = base.tree()
    name = speaker(dice)
    preposition = dice.one(["selon", "selon", "selon", "d'après", "pour"])
    case = (
        Node("d'", "ADP", "de").after("fixed", Node("après", "ADV"))
        if preposition == "d'après"
        else Node(preposition, "ADP")
    )
    if preposition == "d'après":
        case.space = False
    name.first("case", case)
    roll = dice.random.random()
    subjects = [
        index
        for index, (dep, node) in enumerate(main.left)
        if dep == "nsubj" and node.pos in ("NOUN", "PROPN")
    ]
    if roll < 0.45:
        return main.first("obl:mod", name.after("punct", comma()))
    if roll < 0.65 and subjects:
        main.left.insert(subjects[-1] + 1, ("obl:mod", name.first("punct", comma()).after("punct", comma())))
        return main
    return main.after("obl:mod", name.first("punct", comma()))


def as_said(dice: Dice, base: Base) -> Node:
    """Comme l'a dit X, S; ce que X a démenti."""
    main = base.tree()
    subject = speaker(dice)
    verb = _spoken(
        dice, dice.one(word_list("verbs with a clause")), plural=subject.feats.get("Number") == "Plur"
    )
    verb.left = [pair for pair in verb.left if pair[0] != "iobj"]
    verb.first("obj", Node("le", "PRON", "le", {"Number": "Sing", "Person": "3", "PronType": "Prs"}))
    verb.first("mark", Node("comme", "SCONJ", "comme")).after("nsubj", close(subject))
    if dice.chance(0.5):
        return main.first("advcl", verb.after("punct", comma()))
    return main.after("advcl", verb.first("punct", comma()))


def headline(dice: Dice, base: Base) -> Node:
    """Topic : X dit que S — without determiners before names and without a stop."""
    main = final_incise(dice, base) if dice.chance(0.4) else base.tree()
    topic = dice.one(
        [
            title(dice, named=0.0, determiner=""),
            Node("Sommet", "NOUN", "sommet", MASC),
            Node("Guerre", "NOUN", "guerre", FEM),
        ]
    )
    return main.first("dislocated", topic.after("punct", mark(":")))
