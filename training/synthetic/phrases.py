"""Noun phrases of the press: persons, titles, states, bodies, sources, and adverbials of time and place."""

from functools import cache

from depeche.lexicon import cell_values, table
from training.synthetic.nodes import FEM, FEMS, MASC, MASCS, Node, begins_with_vowel, comma
from training.synthetic.words import Dice, kept_for_tests, participle, rows, surnames, word_list

_REGIONS = tuple(row["region"] for row in rows("names"))


def name_nodes(text: str, label: str) -> Node:
    """A name of one or more words: the first heads the others."""
    words = text.split()
    head = Node(words[0], "PROPN", ent=f"B-{label}")
    for word in words[1:]:
        head.after("flat:name", Node(word, "PROPN", ent=f"I-{label}"))
    return head


def person(dice: Dice, *, full: float = 0.6) -> Node:
    """A person by full name, by M. or Mme and surname, or by surname alone."""
    region = dice.one(_REGIONS)
    row = next(row for row in rows("names") if row["region"] == region)
    surname = dice.one(surnames(region, held_out=dice.held_out))
    roll = dice.random.random()
    women = row["women"].split("|") if row["women"] else []
    if region == "chinois":  # the surname comes first
        family = dice.one(row["men"].split("|"))
        if roll < full:
            return name_nodes(f"{family} {surname}", "PER")
        surname = family
    elif roll < full:
        first = dice.one(women) if women and dice.chance(0.25) else dice.one(row["men"].split("|"))
        return name_nodes(f"{first} {_long_surname(dice, region, surname)}", "PER")
    if dice.chance(0.4):
        form = "Mme" if women and dice.chance(0.3) else "M."
        civil = Node(form, "NOUN", form, FEM if form == "Mme" else MASC)
        given = f"{dice.one(row['men'].split('|'))} " if form == "M." and dice.chance(0.2) else ""
        name = name_nodes(given + surname, "PER")
        return civil.after("flat:name", name)
    return name_nodes(surname, "PER")


def _long_surname(dice: Dice, region: str, surname: str) -> str:
    """In a share of cases two surnames, or one with a particle."""
    if region in ("arabe", "africain") and dice.chance(0.1):
        other = dice.one(surnames(region, held_out=dice.held_out))
        return f"{dice.one(['Ben', 'ben', 'Ould', 'Abou', 'Abdel'])} {other} {surname}"
    if region in ("latino", "africain", "asiatique", "occidental") and dice.chance(0.2):
        return f"{dice.one(surnames(region, held_out=dice.held_out))} {surname}"
    return surname


def article(noun: Node) -> Node:
    """The definite article for a noun."""
    if noun.feats.get("Number") == "Plur":
        return Node("les", "DET", "le", {"Definite": "Def", "Number": "Plur", "PronType": "Art"})
    gender = noun.feats.get("Gender", "Masc")
    return Node("le" if gender == "Masc" else "la", "DET", "le",
                {"Definite": "Def", "Gender": gender, "Number": "Sing", "PronType": "Art"})  # fmt: skip


def with_preposition(preposition: str, noun: Node) -> Node:
    """A noun phrase behind a preposition, contracted with its article: du, des, au, aux."""
    if (
        noun.left
        and noun.left[0][0] == "det"
        and noun.left[0][1].lemma == "le"
        and preposition in ("de", "à")
    ):
        determiner = noun.left[0][1]
        following = noun.left[1][1].form if len(noun.left) > 1 else noun.form
        if determiner.form == "les" or (determiner.form == "le" and not begins_with_vowel(following)):
            contracted = {("de", "le"): "du", ("de", "les"): "des", ("à", "le"): "au", ("à", "les"): "aux"}
            noun.left.pop(0)
            feats = determiner.feats
            return noun.first(
                "case", Node(contracted[preposition, determiner.form], "ADP", preposition, feats)
            )
    return noun.first("case", Node(preposition, "ADP", preposition))


def title(dice: Dice, *, named: float = 0.7, determiner: str = "le") -> Node:
    """A title with its complements, and in a share of cases the name before or after it, with or without commas."""
    row, state = dice.one(rows("titles")), dice.one(rows("states"))
    woman = dice.chance(0.22)
    feats = FEM if woman else MASC
    words = row["woman" if woman else "man"].split()
    head = Node(words[-1], "NOUN", row["man"].split()[-1], feats)
    for word in words[:-1]:
        form = word.removesuffix("_A")
        head.before("amod", Node(form, "ADJ", row["man"].split()[0].removesuffix("_A").lower(), feats))
    _complements(dice, head, row["tree"].split()[1:], state, woman=woman)
    if determiner == "le":
        head.first("det", article(head))
    elif determiner == "son":
        form = "sa" if woman and not begins_with_vowel(head.form) else "son"
        head.first(
            "det",
            Node(
                form,
                "DET",
                "son",
                {"Number": "Sing", "Poss": "Yes"} | ({} if form == "son" else {"Gender": "Fem"}),
            ),
        )
    elif determiner == "un":
        kind = {"Definite": "Ind", "Gender": feats["Gender"], "Number": "Sing", "PronType": "Art"}
        head.first("det", Node("une" if woman else "un", "DET", "un", kind))
    if dice.chance(named):
        name = person(dice, full=0.85)
        if name.pos == "NOUN":
            return head
        if dice.chance(0.5):
            name.first("punct", comma())
            head.after("appos", name)
            head.open_end = True  # type: ignore[attr-defined]
        else:
            head.after("appos", name)
    return head


def _complements(dice: Dice, head: Node, words: list[str], state: dict[str, str], *, woman: bool) -> None:
    last = head
    pending: list[str] = []
    for word in words:
        if word in ("ADJ", "ADJM", "ADJF"):
            feminine = word == "ADJF" or (word == "ADJ" and woman)
            target = head if word == "ADJ" else last
            target.after(
                "amod",
                Node(state["woman" if feminine else "man"], "ADJ", state["man"], FEM if feminine else MASC),
            )
            continue
        form, _, kind = word.partition("_")
        if kind == "A":
            form = form.removesuffix("al") + "ale" if woman and last is head and form.endswith("al") else form
            target_feats = last.feats
            last.after("amod", Node(form, "ADJ", _adjective_lemma(form), target_feats))
        elif form in ("STATE", "CITY") or kind in ("N", "O"):
            noun = _complement_noun(dice, form, kind)
            for part in pending:
                _take(noun, part)
            pending = []
            last.after("nmod", noun)
            last = noun if kind != "O" else last
        else:
            pending.append(form)


def _take(noun: Node, part: str) -> None:
    contracted = {"du": ("de", "Masc", "Sing"), "des": ("de", "", "Plur"), "au": ("à", "Masc", "Sing")}
    if part in contracted:
        lemma, gender, number = contracted[part]
        feats = {"Definite": "Def", "Number": number, "PronType": "Art"} | (
            {"Gender": gender} if gender else {}
        )
        noun.before("case", Node(part, "ADP", lemma, feats))
        noun.feats.setdefault("Gender", gender or "Fem")
    elif part in ("la", "l'", "le"):
        feats = {"Definite": "Def", "Number": "Sing", "PronType": "Art"} | (
            {"Gender": "Fem"} if part == "la" else {}
        )
        noun.before("det", Node(part, "DET", "le", feats))
    elif part == "de" and getattr(noun, "state", None) is not None:
        state = noun.state  # type: ignore[attr-defined]
        if state["article"] in ("le", "les"):
            form = "du" if state["article"] == "le" else "des"
            noun.before(
                "case",
                Node(
                    form,
                    "ADP",
                    "de",
                    {"Definite": "Def", "Number": "Sing" if form == "du" else "Plur", "PronType": "Art"},
                ),
            )
        else:
            noun.before("case", Node("de", "ADP", "de"))
    elif part == "pour" and getattr(noun, "state", None) is not None and noun.state["article"]:  # type: ignore[attr-defined]
        noun.before("case", Node("pour", "ADP", "pour"))
        noun.before("det", article(noun))
    else:
        form = part.removesuffix("_P")
        noun.before("case", Node("de" if form == "d'" else form, "ADP", "de" if form == "d'" else form))


def _complement_noun(dice: Dice, form: str, kind: str) -> Node:
    if form == "STATE":
        return state_name(dice)
    if form == "CITY":
        return city(dice)
    if kind == "O":
        return Node(form, "PROPN", ent="B-ORG")
    plural = form in ("Affaires", "Transports", "familles")
    feats = {"Affaires": FEMS, "Transports": MASCS, "familles": FEMS}.get(
        form, FEM if form[-1:] in "e" else MASC
    )
    feats = MASC if form in ("ministère", "Commerce") else feats
    return Node(form, "NOUN", form.lower().removesuffix("s") if plural else form.lower(), feats)


def _adjective_lemma(form: str) -> str:
    known = {"étrangères": "étranger", "européenne": "européen", "nationale": "national", "générale": "général",
             "africaine": "africain"}  # fmt: skip
    return known.get(form, form)


def state_name(dice: Dice) -> Node:
    """The bare name of a state, its row attached."""
    row = dice.one(rows("states"))
    node = name_nodes(row["form"], "LOC")
    node.feats = {}
    node.state = row  # type: ignore[attr-defined]
    if row["article"] == "les":
        node.feats = {"Number": "Plur"}
    elif row["gender"] == "Fem":
        node.feats = {"Gender": "Fem", "Number": "Sing"}
    return node


def state(dice: Dice) -> Node:
    """A state with its article."""
    node = state_name(dice)
    if node.state["article"]:  # type: ignore[attr-defined]
        node.first("det", article(node))
    return node


@cache
def known_places() -> tuple[str, ...]:
    """Cities and regions of the lexicon: what the capitals do not teach."""
    return tuple(
        place
        for row in table("states")
        for place in cell_values(row["regions_cities"])
        if place[:1].isupper() and not kept_for_tests(place)
    )


def city(dice: Dice) -> Node:
    """A capital, or in a third of cases another city or region."""
    if dice.chance(0.35):
        return name_nodes(dice.one(known_places()), "LOC")
    return name_nodes(dice.one(rows("states"))["capital"], "LOC")


def body(dice: Dice) -> Node:
    """An organisation, with its article where it has one."""
    row = dice.one(rows("organisations"))
    words = row["form"].split()
    node = name_nodes(row["form"], "ORG")
    if len(words) == 2 and words[1][0].islower():
        node.right = [
            ("amod", Node(words[1], "ADJ", words[1].removesuffix("ne").removesuffix("e"), FEM, ent="I-ORG"))
        ]
    node.feats = FEM if row["gender"] == "Fem" else MASC
    if row["article"]:
        node.first("det", article(node))
    return node


_COLLECTIVES = [
    ("la", "diplomatie", FEM, "woman"), ("le", "gouvernement", MASC, "man"), ("la", "présidence", FEM, "woman"),
    ("le", "ministère", MASC, "man"), ("l'", "armée", FEM, "woman"), ("la", "partie", FEM, "woman"),
    ("les", "autorités", FEMS, "woman"), ("le", "Parlement", MASC, "man"), ("la", "délégation", FEM, "woman"),
    ("la", "chancellerie", FEM, "woman"), ("l'", "exécutif", MASC, "man"), ("l'", "opposition", FEM, "woman"),
    ("le", "régime", MASC, "man"), ("la", "junte", FEM, "woman"), ("l'", "état-major", MASC, "man"),
]  # fmt: skip


def collective(dice: Dice) -> Node:
    """A body that speaks for a state: la diplomatie chinoise, les autorités maliennes."""
    _, form, feats, column = dice.one(_COLLECTIVES)
    row = dice.one(rows("states"))
    noun = Node(form, "NOUN", form.lower().removesuffix("s") if form == "autorités" else form.lower(), feats)
    adjective = row[column] + ("s" if form == "autorités" else "")
    noun.after("amod", Node(adjective, "ADJ", row["man"], feats))
    return noun.first("det", article(noun))


_SOURCES = [
    ("une", "source", FEM, ["diplomatique", "officielle", "proche du dossier", "sécuritaire", "militaire"]),
    ("un", "communiqué", MASC, ["officiel", "conjoint", "commun"]),
    ("un", "diplomate", MASC, ["européen", "occidental", "arabe", "africain"]),
    ("un", "responsable", MASC, ["américain", "militaire", "onusien"]),
    ("une", "responsable", FEM, ["américaine", "militaire"]),
    ("le", "quotidien", MASC, ["britannique", "local"]),
    ("l'", "agence", FEM, ["officielle", "russe"]),
]


def source(dice: Dice) -> Node:
    """An unnamed source: une source diplomatique, un responsable américain."""
    determiner, form, feats, adjectives = dice.one(_SOURCES)
    noun = Node(form, "NOUN", form, feats)
    adjective = dice.one(adjectives).split()
    noun.after(
        "amod",
        Node(
            adjective[0],
            "ADJ",
            adjective[0].removesuffix("le").removesuffix("e") if feats is FEM else adjective[0],
            feats,
        ),
    )
    if len(adjective) > 1:
        inner = Node("dossier", "NOUN", "dossier", MASC)
        noun.right[-1][1].lemma = "proche"
        noun.right[-1][1].after(
            "obl:arg",
            inner.before(
                "case", Node("du", "ADP", "de", {"Definite": "Def", "Number": "Sing", "PronType": "Art"})
            ),
        )
    if determiner in ("le", "l'"):
        return noun.first("det", article(noun))
    return noun.first(
        "det",
        Node(
            determiner,
            "DET",
            "un",
            {"Definite": "Ind", "Gender": feats["Gender"], "Number": "Sing", "PronType": "Art"},
        ),
    )


def speaker(dice: Dice) -> Node:
    """Whoever may speak or act."""
    roll = dice.random.random()
    if roll < 0.36:
        return title(dice)
    if roll < 0.62:
        return described(dice, person(dice))
    if roll < 0.70:
        return city(dice)
    if roll < 0.78:
        return state(dice)
    if roll < 0.85:
        return body(dice)
    if roll < 0.93:
        return collective(dice)
    return source(dice)


def described(dice: Dice, name: Node) -> Node:
    """A person, in a share of cases with the title as an apposition after a comma, or with a relative clause."""
    if name.pos == "PROPN" and name.right and dice.chance(0.3):
        role = title(dice, named=0.0, determiner=dice.one(["le", "le", "un", ""]))
        role.first("punct", comma())
        name.after("appos", role)
        name.open_end = True  # type: ignore[attr-defined]
    elif dice.chance(0.06):
        age = Node("ans", "NOUN", "an", MASCS).before("nummod", Node(str(dice.random.randint(25, 85)), "NUM"))
        age.first("punct", comma())
        name.after("appos", age)
        name.open_end = True  # type: ignore[attr-defined]
    return name


def close(node: Node) -> Node:
    """Put the comma that ends an apposition, where one is open; for phrases that the clause goes on after."""
    if getattr(node, "open_end", False) and node.right:
        node.right[-1][1].after("punct", comma())
    return node


def several(dice: Dice) -> Node:
    """Two or three states or capitals, joined."""
    makers = [city, state, person]
    make = dice.one(makers)
    head = make(dice)
    for _ in range(dice.random.randint(0, 1)):
        head.after("conj", make(dice).first("punct", comma()))
    return head.after("conj", make(dice).first("cc", Node("et", "CCONJ")))


def time(dice: Dice) -> tuple[str, Node]:
    """When: the relation and the phrase."""
    roll = dice.random.random()
    day = Node(dice.one(word_list("days")), "NOUN", feats=MASC)
    month = Node(dice.one(word_list("months")), "NOUN", feats=MASC)
    number = Node(str(dice.random.randint(2, 30)), "NUM")
    if roll < 0.45:
        if dice.chance(0.2):
            day.after("nmod", Node(dice.one(["soir", "matin"]), "NOUN", feats=MASC))
        elif dice.chance(0.2):
            day.after("nmod", number.after("nmod", month))
        elif dice.chance(0.15):
            day.after("amod", Node("dernier", "ADJ", feats=MASC))
        elif dice.chance(0.12):
            day.before("det", Node("ce", "DET", feats=MASC | {"PronType": "Dem"}))
        return "obl:mod", day
    if roll < 0.57:
        return "advmod", Node(
            dice.one(["hier", "récemment", "aujourd'hui", "notamment", "également", "ensuite", "encore"]),
            "ADV",
        )
    if roll < 0.67:
        return "obl:mod", month.before("case", Node("en", "ADP"))
    if roll < 0.8:
        number.before(
            "det",
            Node(
                "le", "DET", feats={"Definite": "Def", "Gender": "Masc", "Number": "Sing", "PronType": "Art"}
            ),
        )
        return "obl:mod", number.after("nmod", month)
    noun = Node(dice.one(["veille", "matinée", "soirée", "nuit"]), "NOUN", feats=FEM)
    if noun.form == "veille":
        return "obl:mod", noun.before("det", article(noun))
    return "obl:mod", noun.before("case", Node("dans", "ADP")).before("det", article(noun))


def setting(dice: Dice) -> tuple[str, Node]:
    """Where, to whom or through what something is said: à l'AFP, dans un communiqué, devant la presse, sur X."""
    roll = dice.random.random()
    if roll < 0.3:
        agency = name_nodes(dice.one(word_list("agencies")), "ORG")
        if agency.form in ("AFP", "BBC") or (agency.form == "RTB" and dice.chance(0.5)):
            determiner = Node(
                "la" if agency.form != "AFP" else "le",
                "DET",
                "le",
                {"Definite": "Def", "Number": "Sing", "PronType": "Art"},
            )
            return "obl:arg", agency.first("det", determiner).first("case", Node("à", "ADP"))
        return "obl:arg", agency.first("case", Node(dice.one(["à", "à", "sur"]), "ADP"))
    if roll < 0.5:
        noun = Node(
            dice.one(["communiqué", "entretien", "discours", "message", "tweet", "courriel", "rapport"]),
            "NOUN",
            feats=MASC,
        )
        noun.first(
            "det",
            Node(
                "un", "DET", feats={"Definite": "Ind", "Gender": "Masc", "Number": "Sing", "PronType": "Art"}
            ),
        )
        if noun.form == "entretien" and dice.chance(0.5):
            noun.after("nmod", with_preposition("à", name_nodes(dice.one(word_list("agencies")), "ORG")))
        return "obl:mod", noun.first("case", Node("dans", "ADP"))
    if roll < 0.62:
        noun = Node("presse", "NOUN", feats=FEM)
        noun.first("det", article(noun))
        return "obl:arg", noun.first("case", Node(dice.one(["à", "devant"]), "ADP"))
    if roll < 0.72:
        noun = Node(dice.one(["journalistes", "députés", "reporters", "diplomates"]), "NOUN", feats=MASCS)
        noun.lemma = noun.form[:-1]
        if dice.chance(0.5):
            return "obl:arg", noun.first(
                "det", Node("des", "DET", "un", {"Definite": "Ind", "Number": "Plur", "PronType": "Art"})
            ).first("case", Node("devant", "ADP"))
        return "obl:arg", with_preposition("à", noun.first("det", article(noun)))
    if roll < 0.8:
        return "obl:mod", name_nodes(
            dice.one(["X", "Twitter", "Telegram", "Facebook", "Truth Social"]), "ORG"
        ).first("case", Node("sur", "ADP"))
    if roll < 0.9:
        return "obl:mod", city(dice).first("case", Node(dice.one(["à", "depuis"]), "ADP"))
    noun = Node(dice.one(["conférence", "réunion", "visite", "allocution"]), "NOUN", feats=FEM)
    if noun.form == "conférence":
        noun.after("nmod", Node("presse", "NOUN", feats=FEM).first("case", Node("de", "ADP")))
    noun.first(
        "det",
        Node("une", "DET", "un", {"Definite": "Ind", "Gender": "Fem", "Number": "Sing", "PronType": "Art"}),
    )
    return "advmod", Node("lors", "ADV").after("obl:arg", noun.first("case", Node("de", "ADP")))


def met(dice: Dice) -> Node:
    """A participial adjunct: "après avoir rencontré son homologue turc"."""
    verb = participle(dice.one(["rencontrer", "recevoir", "accueillir", "consulter"]))
    verb.before("mark", Node("après", "ADP")).before(
        "aux:tense", Node("avoir", "AUX", feats={"VerbForm": "Inf"})
    )
    return verb.after("obj", title(dice, determiner="son"))
