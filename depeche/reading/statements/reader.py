"""Reads the statements of one article, sentence by sentence."""

import re

from depeche.language.quotes import Quotes, find_quotations
from depeche.language.token import Parse
from depeche.model import Article, Span, Statement, Voice
from depeche.reading.actors import Cast
from depeche.reading.statements.addressees import share_addressees
from depeche.reading.statements.assembly import assemble, scene_drafts
from depeche.reading.statements.attribution import AUTHOR, UNKNOWN, Attribution
from depeche.reading.statements.continuation import (
    LEAST_WORDS,
    continues_hearsay,
    continues_quotation,
    is_free_quotation,
    spoken_span,
    whole_sentence,
)
from depeche.reading.statements.drafts import Draft
from depeche.reading.statements.interviews import Interview, find_interview
from depeche.reading.statements.passages import Passage, cut_passages
from depeche.reading.statements.passing_on import settle
from depeche.reading.statements.repeats import content_overlap, repeats_body
from depeche.reading.statements.scene import Scene
from depeche.reading.statements.speech_acts import answer_act
from depeche.reading.statements.titles import TITLES, block_kinds
from depeche.reading.statements.trust import confidence_of
from depeche.reading.statements.verbs import verb_groups

STAMP = re.compile(r"^\s*\d{1,2}\s?(?::|h|H)\s?\d{2}\b")


class StatementReader:
    """One reading of one article's statements."""

    def __init__(self, parse: Parse, cast: Cast, article: Article) -> None:
        self._parse = parse
        self._cast = cast
        self._article = article
        self._attribution = Attribution(cast)
        self._kinds = block_kinds(parse, article)
        self._quotes = Quotes(find_quotations(parse.text, parse.blocks))

    def read(self) -> tuple[Statement, ...]:
        """The statements, in text order."""
        interview = find_interview(self._parse, self._article, self._cast)
        passages = cut_passages(self._parse, self._quotes, self._kinds)
        drafts = self._drafts(passages, interview)
        titles: list[Statement] = []
        body: list[Statement] = []
        for draft in drafts:
            statement = assemble(draft)
            if statement is not None:
                (titles if draft.scene.passage.kind in TITLES else body).append(statement)
        if interview is not None:
            body.extend(self._answers(interview))
        kept = _distinct(body)
        for title in titles:
            if not repeats_body(self._parse.text, title, kept):
                kept = _distinct([*kept, title])
        return tuple(sorted(kept, key=lambda statement: statement.content))

    def _drafts(self, passages: list[Passage], interview: Interview | None) -> list[Draft]:
        found: list[Draft] = []
        previous: Draft | None = None
        before: Scene | None = None  # the last sentence that is no quotation
        pending: Scene | None = None
        for passage in passages:
            scene = Scene(passage, verb_groups(passage), self._cast)
            if interview is not None and passage.block in interview.answered:
                found.extend(self._quoted_within(scene, interview))
                continue
            drafts = scene_drafts(scene)
            follows = previous is not None and previous.scene.passage.block == passage.block
            if not drafts and is_free_quotation(scene, least=1 if follows else LEAST_WORDS):
                previous, pending = self._free(scene, previous, found, interview, before=before)
                if passage.kind in TITLES and not self._heads_entry(passage):
                    pending = None
                continue
            if not drafts and previous is not None and continues_hearsay(previous, scene):
                previous.more.append(whole_sentence(scene))
                continue
            told_of = (
                self._told_of(before, scene.passage.block)
                if drafts and self._attribution.last is None
                else None
            )
            before = scene
            for draft in drafts:
                draft.voice = self._attribution.speaker(draft)
                if draft.voice.actor is UNKNOWN and told_of is not None:
                    draft.voice = told_of
                if draft.voice.actor is not AUTHOR:
                    self._attribution.remember(draft.voice)
            drafts = [
                draft for draft in drafts if draft.voice is not None and draft.voice.actor is not AUTHOR
            ]
            for draft in drafts:
                settle(draft, self._attribution)
            share_addressees(drafts)
            self._attribution.note_documents(scene)
            if pending is not None:
                opening = self._opening_quotation(pending, scene)
                if opening is not None:
                    if drafts and self._heads_entry(pending.passage):
                        opening.act = drafts[0].act
                    found.append(opening)
                pending = None
            found.extend(drafts)
            previous = _last_told(drafts)
        return found

    def _free(
        self,
        scene: Scene,
        previous: Draft | None,
        found: list[Draft],
        interview: Interview | None,
        *,
        before: Scene | None,
    ) -> tuple[Draft | None, Scene | None]:
        """A sentence that is one quotation: more of the last statement, or a statement without a cue."""
        if previous is not None and continues_quotation(previous, scene):
            previous.more.append(spoken_span(scene))
            return previous, None
        draft = Draft(scene, "free quotation", "speech", [(scene.passage.first, len(scene.passage))])
        if interview is not None:
            draft.voice = interview.voice
            found.append(draft)
            return draft, None
        opens = scene.passage.tokens[0].start == self._parse.blocks[scene.passage.block].start
        if scene.passage.kind == "body" and not opens:
            # "La ministre a réagi mardi. « … »": whom the sentence before is about, else who spoke last
            block = scene.passage.block
            voice = self._told_of(before, block) if previous is None else None
            voice = voice or self._attribution.last or self._told_of(before, block, speech=False)
            if voice is not None:
                draft.voice = voice
                self._attribution.remember(voice)
                found.append(draft)
                return draft, None
        return None, scene

    def _heads_entry(self, passage: Passage) -> bool:
        """Whether a sentence heads the entry of a live page: a time of day stands before it on its line."""
        text, start = self._parse.text, passage.tokens[passage.first].start
        return STAMP.search(text[text.rfind("\n", 0, start) + 1 : start]) is not None

    def _told_of(self, scene: Scene | None, block: int, *, speech: bool = True) -> Voice | None:
        """The person or group whom a sentence of the same paragraph is about; with `speech`, its verb is one."""
        if scene is None or scene.passage.block != block:
            return None
        main = scene.main_verbs(scene.passage.first, len(scene.passage))
        cue = scene.cues.get(main[-1].head) if main else None
        if not main or (speech and (cue is None or main[-1].negated != cue[0].takes("que.unhidden"))):
            return None
        voice = self._attribution.subject_voice(scene, main[-1])
        return voice if voice is not None and voice.actor.kind in ("person", "group") else None

    def _opening_quotation(self, pending: Scene, scene: Scene) -> Draft | None:
        """A quotation that opens a paragraph belongs to the person the next sentence is about."""
        main = scene.main_verbs(scene.passage.first, len(scene.passage))
        if not main:
            return None
        voice = self._attribution.subject_voice(scene, main[0])
        if voice is None or voice.actor.kind not in ("person", "group"):
            return None
        draft = Draft(pending, "free quotation", "speech", [(pending.passage.first, len(pending.passage))])
        draft.voice = voice
        return draft

    def _quoted_within(self, scene: Scene, interview: Interview) -> list[Draft]:
        """Quotations inside an answer: speech that the one interviewed passes on."""
        found = []
        for draft in scene_drafts(scene):
            if (
                draft.kind != "speech"
                or not scene.passage.quotations
                or draft.rule == "incise without quotation marks"
            ):
                continue
            if not all(
                scene.passage.quote[k] is not None for start, end in draft.ranges for k in range(start, end)
            ):
                continue
            draft.voice = self._attribution.speaker(draft)
            draft.via = (interview.voice.actor,)
            found.append(draft)
        return found

    def _asked(self, answer: Span) -> str:
        """The words of the paragraph before an answer."""
        before = [block for block in self._parse.blocks if block.end <= answer.start]
        return before[-1].of(self._parse.text) if before else ""

    def _answers(self, interview: Interview) -> list[Statement]:
        return [
            Statement(
                content=(answer.span,), mode="direct", speaker=answer.voice, rule="interview answer",
                act=answer_act(self._asked(answer.span), answer.span.of(self._parse.text)),
                confidence=confidence_of("interview answer"),
            )
            for answer in interview.answers
        ]  # fmt: skip


def _last_told(drafts: list[Draft]) -> Draft | None:
    """The draft that the next sentence may go on with: the last one that ends its sentence."""
    return max(drafts, key=lambda draft: (draft.rule.startswith("source"), draft.at)) if drafts else None


def _distinct(statements: list[Statement]) -> list[Statement]:
    """Statements without those whose content another one already has from the same cue or speaker."""
    kept: list[Statement] = []
    for statement in sorted(statements, key=lambda one: -one.confidence):
        double = any(
            (content_overlap(statement, other) >= 0.8 and statement.speaker.actor == other.speaker.actor) or (
                statement.cue is not None and other.cue is not None and statement.cue.overlaps(other.cue)
                and content_overlap(statement, other) > 0
            )
            for other in kept
        )  # fmt: skip
        if not double:
            kept.append(statement)
    return kept
