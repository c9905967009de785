"""Which act of speech a statement is: from its verb, and from the words of what was said."""

import re

from depeche.model import SpeechAct

# Acts that only say that something was told, and that the words told make more precise.
OPEN: frozenset[SpeechAct] = frozenset({"assert", "announce"})


def _pattern(*alternatives: str) -> re.Pattern[str]:
    return re.compile("|".join(alternatives), re.IGNORECASE | re.DOTALL)


THANKS = _pattern(r"\bremerci\w+", r"\breconnaissan\w+ (?:envers|à)", r"\bgratitude\b", r"\bmerci\b")
APOLOGY = _pattern(r"\bexcuses?\b", r"\bpardon\b", r"\bdésolée?s?\b")
UNTRUE = _pattern(r"\bdénuée?s?\b", r"\bsans fondement", r"\binfondé", r"\binvention", r"\bmensong", r"\bcalomni",
                  r"\bfable\b", r"\bfantais", r"\bfake news", r"\brumeur")  # fmt: skip
DENIAL = _pattern(
    r"^(?:non\b|faux\b|c'est faux|il n'y a (?:jamais|aucun|pas|ni)|ce n'est pas|personne n'|aucune? .{1,60}? n')",
    r"\bn'(?:a|ont|avons|ai|avait|avaient|avoir|envoie|envoient|aurait|auraient)\b.{0,40}?"
    r"\b(?:pas|jamais|aucune?|rien|ni|nullement|à aucun moment|personne)\b",
    r"\b(?:pas une?|aucune?) \w+\W{0,3} n'(?:a|avait|ont)\b",
    r"\bau contraire\b",
    r"\bnous (?:la|le|les) rejetons",
    r"\bce sont (?:nos|eux|les) .{1,40} qui\b",
)
REFUSAL = _pattern(
    r"(?:\bne |\bn')(?:négoci|accept|céd|ser(?:a|on|i)|fer|aur|laiss|tolér|reconna|permett|pli|discut|sign|particip|"
    r"y ser|viendr|quitt|recul|rencontrer|lèver|retir|bouger|en aur|s'assied|peut|peuvent|pouvons|saur|pli)\w*.{0,40}?\b(?:pas|jamais|aucune?|rien|plus|ni)\b",
    r"\bil n'y aura (?:pas|aucun|jamais)",
    r"\binaccept\w+",
    r"\b(?:hors de question|pas question)\b",
    r"(?<!ne )(?<!n')\bs'oppos(?:e|ent|ait|aient) (?:\w+ment )?à\b",
    r"^pas de \w+",
)
THREAT = _pattern(
    r"(?:^|[.;] )(?:si|s'il|s'ils|faute de)\b[^.]{3,160}?, ?(?:nous |il |elle |on |[A-ZÀ-Ý]\w+ )?\w*(?:en )?\w+(?:rons|ra|ront|rait|raient)\b",
    r"\bripost\w+",
    r"\breprésailles\b",
    r"\bconséquences\b",
    r"\bpaier\w+|\ble prix à payer|\bpayer\w* (?:le prix|cher)",
    r"\bvenge\w+",
    r"\bréponse \W{0,3}(?:immédiate|douloureuse|ferme|sévère|dévastatrice|implacable)",
    r"\bce sera la guerre",
    r"\bn'hésiter\w+ pas à\b",
    r"\btoutes les options",
    r"\bjouent? avec le feu",
)
AGREEMENT = _pattern(
    r"\bprête?s? à (?:rencontrer|discuter|dialoguer|négocier|revoir|reprendre|parler)",
    r"\b(?:y |nous )?participer(?:a|ons|ont|ait)\b",
    r"\bd'accord\b",
    r"\bne s'opposer(?:ait|aient|a|ont) pas",
    r"\bsoutenait la position",
    r"\bouverte?s? (?:au|aux|à)\b",
)
PROPOSAL = _pattern(
    r"\bil (?:convient|revient)\b",
    r"\bprête?s? à (?:accueillir|organiser|héberger|faciliter|jouer|servir)",
    r"\bdépêcherai\w*",
    r"\bje (?:propose|suggère)|\bnous (?:proposons|suggérons)",
    r"\bpourquoi ne pas\b",
)
PROMISE = _pattern(
    r"\b(?:disposée?s?|prête?s?|déterminée?s?|attachée?s?|engagée?s?|résolue?s?) à\b",
    r"\b(?:continuera|travaillera|tiendrai?t?|soutiendra|respectera|garantira|aidera|défendra|poursuivra|veillera|prendra toutes)\b",
    r"\bfavorables? au?\b",
    r"\bn'est pas contre\b",
    r"\bne ménager\w+",
    r"\bnous (?:\w+ |l')?\w+(?:erons|irons|drons|trons)\b",
    r"\bje (?:\w+ )?\w+rai\b",
    r"\bs'est engagée?s? à\b",
)
REQUEST = _pattern(
    r"\bil (?:faut|faudra\w*|est (?:temps|nécessaire|urgent|impératif|essentiel|indispensable))\b",
    r"\b(?:doit|doivent|devez|devons|devra\w*|devrai\w*|devait|devaient)\b(?! se (?:retrouver|réunir|rencontrer|rendre|tenir))",
    r"^(?:que|qu'il|qu'ils|qu'elle|alors qu')\b",
    r"\bnécessité (?:de|d'|pour|,)",
    r"\bpriez\b|\bcessez\b|\blaissez\b|\barrêtez\b|\blibérez\b|^(?:halte|stop|non à)\b",
)
ACCUSATION = _pattern(
    r"\b(?:ont|a|avait|avaient|aurait|auraient|viennent de|vient de)\s+(?:\w+\s+){0,2}?(?:pénétré|attaqué|ouvert le feu|"
    r"violé|massacré|bombardé|frappé|enlevé|volé|menti|saboté|rompu|trahi|envahi|incendié|agressé|kidnappé|détruit|"
    r"repoussé|ignoré|percuté|exécuté|torturé|provoqué|financé|armé|viré|tiré|détourné|"
    r"franchi|assassiné|attisé)",
    r"\bqui ont? ouvert le feu",
    r"\bterroris\w+|\bcrimes?\b|\bingérence\w*|\bcomplices?\b|\bgénocid\w+|\bresponsables? d[eu']|\bcouvre\b",
    r"\ba joué un rôle .{0,20}dans\b",
)
BLAME = _pattern(
    r"\b(?:visées|violation|provocation|agression|ingérence|crime|massacre|complicité|sabotage|manipulation)s?\b"
)
CRITICISM = _pattern(
    r"\bhonte\w*|\bhystéri\w*|\binadmissible|\birresponsable|\bregrett\w+|\bdéplor\w+|\bcondamn(?:e|ent|ons)\b|"
    r"\bdisproportionn\w+|\bdéséquilibr\w+|\bglacial|\bscandale|\bindigne|\béchec\b|\berreur\b|"
    r"\bnéocolonial|\bhypocri|\bcynique|\birréaliste|\bmépris|\bfavorise\b|\bmanquée|\babsurde|\bcatastroph|"
    r"\bcontre-productive?s?|\bgrotesque|\bsurréaliste|\bdouble discours"
)
PRAISE = _pattern(
    r"\bsalu(?:e|ent|ons)\b|\bfélicit\w+|\bremarquable|\bexemplaire|\bencourageant|\bhistorique|\bsagesse|\bcourage|"
    r"\bappréci\w+|\bsoutenons\b|\bbienvenue\b|\bhonore\b|\bpositif|\ben phase\b|\bun rôle important|\bmeilleure\b|"
    r"\bconstructi\w+"
)
FUTURE = _pattern(
    r"\b\w{2,}(?:era|ira|dra|vra|eront|iront|dront|vront|erait|irait|drait|îtraient|eraient|iraient|draient)\b"
)
DECIDED = _pattern(
    r"\bai ordonné\b|\bavons décidé\b|\ba décidé\b|\bsuspendu|\bpourraient? être\b|\baura lieu\b|\bont? été fermé"
)

# How a plain assertion is refined, the surest first.
REFINEMENTS: tuple[tuple[SpeechAct, re.Pattern[str]], ...] = (
    ("thank", THANKS), ("deny", UNTRUE), ("reject", REFUSAL), ("deny", DENIAL), ("threaten", THREAT),
    ("agree", AGREEMENT), ("propose", PROPOSAL), ("promise", PROMISE), ("request", REQUEST),
    ("accuse", ACCUSATION), ("criticise", CRITICISM), ("praise", PRAISE), ("announce", DECIDED), ("announce", FUTURE),
)  # fmt: skip


def act_of(usual: SpeechAct, content: str, *, kind: str = "clause", negated: bool = False) -> SpeechAct:
    """The act of speech of a statement: that of its verb, refined by its words where the verb only tells.

    `usual` is the act that the table gives the verb, `kind` how the content is built in ("speech", "clause",
    "infinitive", "nominal"), `negated` whether the verb is ("n'exclut pas de").
    """
    text = content.replace("’", "'")
    if negated:
        return "agree" if usual == "reject" else usual
    if usual == "criticise":
        return (
            "deny" if UNTRUE.search(text) else "accuse" if kind == "nominal" and BLAME.search(text) else usual
        )
    if usual == "propose" and re.search(
        r"\b(?:cesser|mettre fin|vider|mettre un terme|respecter|libérer|retirer)\b", text
    ):
        return "request"
    if usual == "threaten" and kind in ("speech", "clause"):
        return _refined(text, "assert") if not THREAT.search(text) else usual
    if usual == "request" and kind == "speech":
        return _refined(text, usual)
    if usual not in OPEN:
        return usual
    if kind == "nominal":
        return _noun_act(usual, text)
    if kind == "infinitive" and usual == "assert":
        return "promise"
    return _refined(text, usual)


def _noun_act(usual: SpeechAct, text: str) -> SpeechAct:
    """What a noun phrase put forward does: thanks, promises, blames or asks."""
    nouns: tuple[tuple[SpeechAct, str], ...] = (
        ("thank", r"\b(?:gratitude|reconnaissan\w+|remerciements?)\b"),
        ("agree", r"\bprête?s? à (?:rencontrer|discuter|dialoguer|négocier|reprendre)"),
        ("propose", r"\bprête?s? à (?:accueillir|organiser|héberger|faciliter)"),
        (
            "promise",
            r"\b(?:volonté|engagement|détermination|soutien|prête?s? à|disposée?s? à|sans limites)\b",
        ),
        ("criticise", r"\b(?:préoccupation|inquiétude|opposition|condamnation|indignation|colère)\b"),
        ("request", r"\bnécessité\b"),
        ("threaten", r"\b(?:réponse|riposte|représailles)\b"),
    )
    for act, pattern in nouns:
        if re.search(pattern, text, re.IGNORECASE):
            return act
    return usual


def _refined(text: str, usual: SpeechAct) -> SpeechAct:
    for act, pattern in REFINEMENTS:
        if pattern.search(text):
            return act
    return usual
