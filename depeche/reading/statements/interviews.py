"""Interviews: paragraphs of question and answer, whose answers are direct speech without quotation marks."""

import re
from collections import Counter
from collections.abc import Sequence

import msgspec

from depeche.language.token import Parse
from depeche.model import Actor, Article, Span, Voice
from depeche.reading.actors import Cast

FIRST_PERSON = re.compile(r"\b(?:je|j['’]|nous|notre|nos|mon|ma|mes|moi|m['’]a|on)\b", re.IGNORECASE)
SPEAKING = re.compile(r"\b(?:je|j['’]|nous)\b", re.IGNORECASE)
SECOND_PERSON = re.compile(r"\b(?:vous|votre|vos)\b", re.IGNORECASE)
ANNOUNCED = re.compile(
    r"propos recueillis|entretien (?:réalisé|avec|exclusif)|interview\b|\bentretien a été|grand entretien",
    re.IGNORECASE,
)
LABEL = re.compile(
    r"\s*(?:(?P<label>[^\W\d_][^:.?!«»“”\n]{0,40}?)\s?:|(?P<letter>Q|R|Question|Réponse)\s?[.–—-])\s+"
)
DASH = re.compile(r"\s*[–—-]\s*")
QUESTIONS = 3  # so many questions make an interview
FEWEST = 2  # questions of an interview that is announced as one or has labels


class Answer(msgspec.Struct, frozen=True):
    """One answer: its span without dash or label, and who gives it."""

    span: Span
    voice: Voice


class Interview(msgspec.Struct, frozen=True):
    """The answers of an interview, and the blocks (by index) that its questions and answers fill."""

    answers: tuple[Answer, ...]
    questions: frozenset[int]
    answered: frozenset[int]
    voice: Voice


def find_interview(parse: Parse, article: Article, cast: Cast) -> Interview | None:
    """The interview that an article is, or None."""
    blocks = parse.blocks
    texts = [block.of(parse.text).strip() for block in blocks]
    asked = [
        number
        for number, text in enumerate(texts)
        if text.endswith("?") and not text.startswith(("«", '"', "“"))
    ]
    if len(asked) < FEWEST:
        return None
    labels = _labels(texts)
    if len(asked) < QUESTIONS and not (labels or any(ANNOUNCED.search(text) for text in texts)):
        return None
    roles = _labelled_roles(texts, labels, asked) if labels else _roles(texts, asked)
    answered = [number for number, role in enumerate(roles) if role == "answer"]
    first_person = [number for number in answered if FIRST_PERSON.search(texts[number])]
    if len(answered) < 2 or len(first_person) * 3 < len(answered):
        return None
    voice = _interviewee(parse, article, cast, asked[0])
    if voice is None:
        return None
    answers = [Answer(span, voice) for span in _answer_spans(parse, roles, labels)]
    questions = frozenset(number for number, role in enumerate(roles) if role == "question")
    return Interview(tuple(answers), questions, frozenset(answered), voice)


def _labels(texts: Sequence[str]) -> dict[int, str]:
    """The label before the colon of each block, where at least two labels take turns ("RFI :", "Anna Weiss :")."""
    found = {
        number: (match["label"] or match["letter"]).strip()
        for number, text in enumerate(texts)
        if (match := LABEL.match(text))
    }
    counts = Counter(found.values())
    repeated = {label for label, count in counts.items() if count >= 2}
    return (
        {number: label for number, label in found.items() if label in repeated} if len(repeated) >= 2 else {}
    )


def _labelled_roles(texts: Sequence[str], labels: dict[int, str], asked: Sequence[int]) -> list[str]:
    """Roles by label: the label that asks most often is the interviewer's."""
    asking = Counter(labels[number] for number in asked if number in labels)
    interviewer = asking.most_common(1)[0][0] if asking else ""
    roles, role = [], ""
    for number in range(len(texts)):
        if number in labels:
            role = "question" if labels[number] == interviewer else "answer"
        elif role == "question" or number > max(labels):
            role = role if role == "question" and number <= max(labels) else ""
        roles.append(role)
    return roles


def _roles(texts: Sequence[str], asked: Sequence[int]) -> list[str]:
    """For each block "question", "answer" or "" outside the interview."""
    roles = [""] * len(texts)
    dashed = sum(1 for number in asked if DASH.match(texts[number])) * 2 > len(asked)
    previous = ""
    for number in range(asked[0], len(texts)):
        text = texts[number]
        if number in asked:
            role = "question"
        elif dashed:
            role = ("answer" if previous == "question" else "question") if DASH.match(text) else previous
        elif previous == "question":
            role = "answer"
        else:
            role = _later_role(texts, number, asked)
        if number > asked[-1] + 1 and role == "answer" and not SPEAKING.search(text):
            role = ""
        if previous == "" and number > asked[0]:
            role = "question" if number in asked else ""
        roles[number] = role
        previous = role
    return roles


def _later_role(texts: Sequence[str], number: int, asked: Sequence[int]) -> str:
    """A block after an answer that ends with no question mark: a question put as a statement, or more answer."""
    text = texts[number]
    following = texts[number + 1] if number + 1 < len(texts) else ""
    if number > asked[-1] + 1 and not SECOND_PERSON.search(text):
        return "answer"
    if FIRST_PERSON.search(text) and not SECOND_PERSON.search(text):
        return "answer"
    if SECOND_PERSON.search(text) and len(text) < 250:
        return "question"
    if len(text) < 250 and number + 1 not in asked and FIRST_PERSON.search(following):
        return "question"
    return "answer"


def _answer_spans(parse: Parse, roles: Sequence[str], labels: dict[int, str]) -> list[Span]:
    """One span for each run of answer blocks."""
    found: list[Span] = []
    for number, role in enumerate(roles):
        if role != "answer":
            continue
        block = parse.blocks[number]
        text = block.of(parse.text)
        start = block.start + len(text) - len(text.lstrip())
        end = block.start + len(text.rstrip())
        label = labels.get(number)
        if label is not None:
            spoken = LABEL.match(parse.text, start, end)
            start = spoken.end() if spoken else start
        match = DASH.match(parse.text, start, end)
        if match:
            start = match.end()
        if number and roles[number - 1] == "answer" and found:
            found[-1] = Span(found[-1].start, end)
        else:
            found.append(Span(start, end))
    return found


def _interviewee(parse: Parse, article: Article, cast: Cast, first_question: int) -> Voice | None:
    """The person whom the introduction presents: the one it names with an office, most often."""
    opening = parse.blocks[first_question].start
    persons: dict[Actor, list[Span]] = {}
    for mention in cast.mentions:
        for actor in mention.actors:
            if actor.kind == "person" and mention.span.start < opening:
                persons.setdefault(actor, []).append(mention.span)
    recorders = re.compile(r"(?:recueillis? par|réalisé par|interview(?:é|ée)? par|^par)\s+$", re.IGNORECASE)
    asked_by = {
        actor for actor, spans in persons.items()
        if any(recorders.search(parse.text[max(0, span.start - 30) : span.start]) for span in spans)
    }  # fmt: skip
    named = [(actor, spans) for actor, spans in persons.items() if actor not in asked_by]
    if not named:
        return None
    actor, spans = max(named, key=lambda pair: (len(pair[1]), bool(pair[0].roles), -pair[1][0].start))
    return Voice(actor, max(spans, key=len))
