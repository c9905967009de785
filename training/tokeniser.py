"""The tokeniser's rules, which become part of the weights."""

from typing import Any

from spacy.lang.char_classes import ALPHA
from spacy.symbols import ORTH
from spacy.util import compile_infix_regex, compile_prefix_regex, compile_suffix_regex, registry

_HYPHEN = "[-–‐‑]"
_CLITICS = "t-ils?|t-elles?|t-on|ils?|elles?|on|je|tu|nous|vous|moi|toi|ce|là|lui|leur|y|en|les|le|la"
_WHOLE = (
    "celui-ci",
    "celle-ci",
    "ceux-ci",
    "celles-ci",
    "celui-là",
    "celle-là",
    "ceux-là",
    "celles-là",
    "au-delà",
    "par-delà",
    "jusque-là",
    "rendez-vous",
    "c'est-à-dire",
    "quelqu'un",
    "quelqu'une",
    "peut-être",
    "aujourd'hui",
    "J.-C.",
    "J.-C",
    "lui-même",
    "elle-même",
    "eux-mêmes",
    "elles-mêmes",
    "soi-même",
    "moi-même",
    "nous-mêmes",
    "presqu'île",
    "N'Djamena",
    "M.",
    "MM.",
    "Mme.",
    "St.",
    "Ste.",
    "janv.",
    "févr.",
    "avr.",
    "juil.",
    "sept.",
    "oct.",
    "nov.",
    "déc.",
)


def set_up(nlp: Any) -> Any:
    """Give a blank French pipeline our tokeniser: hyphenated words stay whole, clitics and quotation marks do not."""
    infixes = []
    for rule in nlp.Defaults.infixes:
        if "(?:-|–|—|--|---|——|~)" in rule:
            continue
        infixes.append(rule.replace(r"[+\-\*^]", r"[+\*^]") if r"[+\-\*^](?=[0-9-])" in rule else rule)
    infixes += [
        f"(?<=[{ALPHA}])(?:--|---|—|——)(?=[{ALPHA}])",
        f"(?<=[dlnscjmtuDLNSCJMTU]['’])[\"“«](?=[{ALPHA}])",
    ]
    suffixes = [rule for rule in nlp.Defaults.suffixes if "clés" not in rule]
    suffixes += [f"(?<=[{ALPHA}]){_HYPHEN}(?:{clitics})" for clitics in (_CLITICS, _CLITICS.upper())]
    suffixes += [f"(?<=[{ALPHA}0-9])-$", r"(?<=[0-9][A-Z])\."]
    prefixes = [*nlp.Defaults.prefixes, f"-(?=[{ALPHA}])", "[–—](?=[^0-9])"]
    tokeniser = nlp.tokenizer
    tokeniser.infix_finditer = compile_infix_regex(infixes).finditer
    tokeniser.suffix_search = compile_suffix_regex(suffixes).search
    tokeniser.prefix_search = compile_prefix_regex(prefixes).search
    dropped = ("-ce", "-il", "-IL", "-elle")
    rules = {
        form: parts
        for form, parts in tokeniser.rules.items()
        if "-t-" not in form and not form.endswith(dropped)
    }
    for word in _WHOLE:
        for form in (word, word[0].upper() + word[1:], word.upper()):
            for variant in (form, form.replace("'", "’")):
                rules[variant] = [{ORTH: variant}]
    tokeniser.rules = rules
    tokeniser.token_match = None
    return nlp


@registry.callbacks("depeche.tokeniser.v1")  # type: ignore[untyped-decorator]
def make_set_up() -> Any:
    """What the training configuration names."""
    return set_up
