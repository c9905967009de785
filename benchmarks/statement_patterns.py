"""A baseline for statements: the twelve commonest ways of news French to report speech, as regular expressions."""

import re

from depeche.model import Actor, Article, Span, Statement, Voice

VERBS = (
    "déclaré|affirmé|indiqué|annoncé|estimé|assuré|ajouté|souligné|précisé|expliqué|dit|répondu|prévenu|averti|"
    "rappelé|écrit|dénoncé|accusé|martelé|lancé|jugé|confirmé|reconnu|répété|tranché|résumé|répliqué|promis|juré|"
    "regretté|déploré|insisté|poursuivi|conclu|fait savoir|laissé entendre|menacé|plaidé|raconté|commenté"
)
PRESENT = (
    "déclare|affirme|indique|annonce|estime|assure|ajoute|souligne|précise|explique|dit|prévient|rappelle|écrit|"
    "martèle|lance|juge|confirme|reconnaît|rétorque|soutient|raconte|avertit|regrette|insiste|glisse|confie|rapporte"
)
DAY = r"(?: (?:lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche|hier)(?: soir| matin)?)?"
NAME = r"(?P<who>(?:le |la |l'|les |M\. |Mme |son |sa |un |une )?[\w'. -]+?(?:, [A-ZÀ-Ý][\w' -]+)?)"
SHORT = r"(?P<who>[\w'. -]+?)"
QUOTE = r"[«“\"]\s*(?P<what>[^«»“”\"]{12,}?)\s*[»”\"]"
PATTERNS = tuple(
    (re.compile(pattern), mode)
    for pattern, mode in (
        (rf"{QUOTE},? (?:a|avait)-t-(?P<who>il|elle|on) (?:\w+ )?(?:{VERBS})", "direct"),
        (rf"{QUOTE},? (?:{PRESENT})-(?:t-)?(?P<who>il|elle|on)", "direct"),
        (rf"{QUOTE},? (?:a|avait|ont) (?:\w+ )?(?:{VERBS}){DAY} {NAME}(?:,|\. |\.$)", "direct"),
        (rf"{QUOTE},? (?:{PRESENT}){DAY} {NAME}(?:,|\. |\.$)", "direct"),
        (rf"{SHORT} (?:a|ont|avait) (?:\w+ )?(?:{VERBS}){DAY} : {QUOTE}", "direct"),
        (rf"{SHORT} (?:a|ont|avait) (?:\w+ )?(?:{VERBS}){DAY} qu(?:e |')(?P<what>[^.;]+)", "indirect"),
        (rf"{SHORT} (?:{PRESENT})(?: \w+)? qu(?:e |')(?P<what>[^.;]+)", "indirect"),
        (r",[^,]{0,20} (?P<who>)(?:\w+ant) qu(?:e |')(?P<what>[^.;]+)", "indirect"),
        (rf"(?:Selon|D'après) {SHORT}, (?P<what>[^.;]+)", "indirect"),
        (rf"(?P<what>[A-ZÀ-Ý][^.;«»]+?), (?:selon|d'après) {SHORT}\.", "indirect"),
        (rf"(?P<what>[A-ZÀ-Ý][^.;]+?), (?:a|avait|ont)-t-(?P<who>il|elle|on) (?:{VERBS})", "indirect"),
        (rf"(?P<what>[A-ZÀ-Ý][^.;]+?), (?:a|avait|ont) (?:{VERBS}){DAY} {NAME}(?:,|\. |\.$)", "indirect"),
    )
)


def baseline(article: Article) -> tuple[Statement, ...]:
    """What the regular expressions find in an article."""
    found: list[Statement] = []
    taken: set[int] = set()
    for block in article.blocks:
        text = block.span.of(article.text).replace("’", "'")
        for pattern, mode in PATTERNS:
            for match in pattern.finditer(text):
                start, end = match.span("what")
                span = Span(block.span.start + start, block.span.start + end)
                if taken.isdisjoint(range(span.start, span.end)):
                    taken.update(range(span.start, span.end))
                    speaker = Voice(Actor(name=match["who"].strip(), kind="person"))
                    found.append(Statement(content=(span,), mode=mode, speaker=speaker))  # type: ignore[arg-type]
    return tuple(sorted(found, key=lambda statement: statement.content))
