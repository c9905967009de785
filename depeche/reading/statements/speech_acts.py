"""Which act of speech a statement is: from its verb, and from the words of what was said."""

import re

from depeche.model import SpeechAct

OPEN = {"assert", "announce"}  # acts that the content may make more precise

DENIAL = re.compile(
    r"^(?:non\b|faux\b|c'est faux|il n'y a (?:jamais|aucun|pas|ni)|ce n'est pas)|"
    r"\b(?:n'a|n'ont|n'avons|n'ai|n'avait|n'avaient|n'est|n'était|n'envoie|n'avoir|ne sommes|ne sont)\s+"
    r"(?:\w+\s+){0,3}?(?:pas|jamais|aucun|aucune|rien|ni|nullement|à aucun moment|personne)\b|"
    r"\bdénué|\bsans fondement|\binvention|\bmensong|\bcalomni|\bn'ont fait que|\bn'a fait que",
    re.IGNORECASE,
)
REFUSAL = re.compile(
    r"\b(?:ne|n')\s?(?:négocie\w*|accepte\w*|cède\w*|cédera\w*|sera\w*|fera\w*|aura\w*|laisser\w*|tolér\w*|"
    r"reconna\w*|permett\w*|plier\w*|discut\w*|signer\w*|participer\w*|y sera\w*|viendra\w*|quitter\w*|reculer\w*|"
    r"peut|peuvent|pouvons|saurait|s'assied)\b.{0,40}?\b(?:pas|jamais|aucun\w*|rien|plus|ni)\b|"
    r"\bil n'y aura (?:pas|aucun|jamais)|\binaccept\w+|\bhors de question|\bpas question|\ble prix à payer",
    re.IGNORECASE,
)
THANKS = re.compile(r"\b(?:remerci\w+|reconnaissan\w+ (?:envers|à)|gratitude|merci\b)", re.IGNORECASE)
APOLOGY = re.compile(r"\b(?:excuses?\b|pardon\b|regrets? de\b|désolé)", re.IGNORECASE)
REQUEST = re.compile(
    r"\b(?:il faut|il faudra\w*|il est (?:temps|nécessaire|urgent|impératif|essentiel)|doit|doivent|devez|devra\w*|"
    r"devrai\w*|demand\w+|appel\w+ à|exige\w*|exhort\w+|nécessité d)\b|^qu['eu]",
    re.IGNORECASE,
)
PROPOSAL = re.compile(
    r"\b(?:propos\w+|offr\w+|invit\w+|il convient|il revient à|prête? à (?:accueillir|organiser|héberger|faciliter)|"
    r"dépêcherai\w*|suggér\w+)\b",
    re.IGNORECASE,
)
THREAT = re.compile(
    r"\bsi\b.{3,160}?\b(?:nous |il |elle |on )?\w+(?:rons|ront|rait|raient|ra|rions)\b|"
    r"\b(?:nous |il |elle |on )?\w+(?:rons|ront|rait|raient|ra)\b.{3,160}?\bs(?:i|'ils?)\b|\briposte\w*|\breprésailles|"
    r"\bconséquences\b|\bpaier\w+|\bpayer\w+ (?:le prix|cher)|\bvengeance",
    re.IGNORECASE | re.DOTALL,
)
PROMISE = re.compile(
    r"\b(?:disposée?s? à|prête?s? à|déterminée?s? à|attachée?s? à|engagée?s? à|continuera|travaillera|"
    r"tiendra\w*|soutiendra\w*|respectera\w*|favorable|n'est pas contre|ne ménagera|restera\w*|"
    r"nous (?:\w+ )?\w+(?:erons|irons|rons))\b",
    re.IGNORECASE,
)
AGREEMENT = re.compile(
    r"\b(?:prête?s? à (?:rencontrer|discuter|dialoguer|négocier|revoir|reprendre)|accept\w+|y participera\w*|"
    r"d'accord|ne s'opposerai\w+|soutenai\w+ la position|y consent\w+)\b",
    re.IGNORECASE,
)
PRAISE = re.compile(
    r"\b(?:salu\w+|félicit\w+|remarquable|exemplaire|encourageant\w*|historique|sagesse|courage\w*|apprécie\w*|"
    r"appréciai\w+|soutenons|bienvenue|honore\w*|positif\w*|en phase|rôle important|meilleure?s?|amitié|constructi\w+)\b",
    re.IGNORECASE,
)
CRITICISM = re.compile(
    r"\b(?:honte\w*|hystéri\w*|inadmissible\w*|irresponsable\w*|regrett\w+|déplor\w+|condamn\w+|disproportionn\w+|"
    r"déséquilibr\w+|provocation\w*|glacial\w*|scandale\w*|indigne\w*|échec\b|erreur\b|manqu\w+ (?:à|de)|"
    r"néocolonial\w*|hypocri\w+|cynique\w*|irréaliste\w*|inqui[eé]t\w+)\b",
    re.IGNORECASE,
)
ACCUSATION = re.compile(
    r"\b(?:ont|a|avait|avaient|aurait|auraient|viennent de|vient de)\s+(?:\w+\s+){0,2}?(?:pénétré|attaqué|ouvert le feu|violé|"
    r"tué|massacré|bombardé|frappé|enlevé|volé|menti|saboté|rompu|trahi|envahi|incendié|agressé|kidnappé|détruit|"
    r"repoussé|ignoré|refusé|percuté|mis nos|exécuté|torturé|provoqué|financé|armé|viré|tiré)|\bcouvr\w+ \w+|"
    r"\bagress(?:ion|eur)\w*|\bterroris\w+|\bcrimes?\b|\bingérence\w*|\bcomplice\w*|\bgénocid\w+|\bresponsable d",
    re.IGNORECASE,
)
FUTURE = re.compile(
    r"\b(?!sera tenu)\w+(?:era|ira|dra|vra|eront|iront|dront|vront|erait|irait|drait|eraient|iraient)\b", re.I
)
COMING = re.compile(
    r"\b(?:lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche|demain|prochain\w*|semaine|janvier|février|mars|avril|mai|"
    r"juin|juillet|août|septembre|octobre|novembre|décembre|dès|visite\w*)\b",
    re.I,
)

# How a plain assertion is refined, the surest first.
REFINEMENTS: tuple[tuple[SpeechAct, re.Pattern[str]], ...] = (
    ("thank", THANKS),
    ("reject", REFUSAL),
    ("deny", DENIAL),
    ("threaten", THREAT),
    ("agree", AGREEMENT),
    ("propose", PROPOSAL),
    ("promise", PROMISE),
    ("request", REQUEST),
    ("accuse", ACCUSATION),
    ("criticise", CRITICISM),
    ("praise", PRAISE),
)


def act_of(usual: SpeechAct, content: str, *, is_noun: bool = False) -> SpeechAct:
    """The act of speech of a statement: that of its verb, refined by its words where the verb only tells.

    `usual` is the act that the table gives the verb; `is_noun` says that the content is a noun phrase.
    """
    text = content.replace("’", "'")
    if usual == "criticise" and ACCUSATION.search(text) and not is_noun:
        return "accuse"
    if usual == "propose" and re.search(
        r"\b(?:cesser|mettre fin|vider|mettre un terme|respecter|libérer|retirer)\b", text
    ):
        return "request"
    if usual == "threaten" and not THREAT.search(text) and not FUTURE.search(text) and is_noun is False:
        return _refined(text, "assert")
    if usual not in OPEN:
        return usual
    if is_noun:
        for act, pattern in (("thank", THANKS), ("apologise", APOLOGY)):
            if pattern.search(text):
                return act  # type: ignore[return-value]
        if re.search(r"\b(?:volonté|engagement|détermination|soutien)\b", text) and usual == "assert":
            return "promise"
        if re.search(r"\b(?:préoccupation|inquiétude|opposition|condamnation|indignation)\b", text):
            return "criticise"
        return usual
    return _refined(text, usual)


def _refined(text: str, usual: SpeechAct) -> SpeechAct:
    for act, pattern in REFINEMENTS:
        if pattern.search(text):
            return act
    if FUTURE.search(text) and COMING.search(text):
        return "announce"
    return usual
