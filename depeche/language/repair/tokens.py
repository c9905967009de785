"""Single words: marks are punctuation, and a verb has one subject."""

from depeche.language.token import Sentence, Token

_SYMBOLS = frozenset("%€$£+=<>§°@#&×/±")


def repair_tokens(sentence: Sentence) -> None:
    """Set parts of speech of marks and doubled subjects of one sentence right, in place."""
    for token in sentence.tokens:
        if not any(char.isalnum() for char in token.text):
            if token.text not in _SYMBOLS:
                token.pos, token.feats = "PUNCT", {}
                token.lemma = token.text
        elif token.pos == "VERB" and len(token.children) > 1:
            _free_second_subject(token)


def _free_second_subject(verb: Token) -> None:
    """A noun after a verb whose subject precedes it is no subject: "la France a tenu parole"."""
    subjects = [child for child in verb.children if child.dep in ("nsubj", "nsubj:pass")]
    if len(subjects) == 2 and subjects[0].feat("VerbForm") == "Part" and subjects[1].i < verb.i:
        subjects[0].dep = "advcl"  # "Contacté, le ministère n'a pas répondu"
    if len(subjects) == 2 and subjects[0].i < verb.i < subjects[1].i and subjects[1].pos in ("NOUN", "PROPN"):
        is_clitic = subjects[0].pos == "PRON" and subjects[0].text.startswith("-")
        has_object = any(child.dep == "obj" for child in verb.children)
        if not is_clitic and not has_object and not verb.child("aux:pass"):
            subjects[1].dep = "obj"
