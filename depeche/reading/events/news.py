"""What an article reports of its own day: which day that is, whose doings it reports, and what is told as news."""

from depeche.language import syntax
from depeche.reading.events.acts import Act
from depeche.reading.events.calendar import Calendar
from depeche.reading.events.merging import sides
from depeche.reading.events.scene import Scene

LEAD = 2  # paragraphs that tell what the article is about


class News:
    """The day of an article's story, where the story is of the day of the article."""

    def __init__(self, scene: Scene, calendar: Calendar) -> None:
        self._scene = scene
        self._calendar = calendar
        blocks = scene.article.blocks
        self._lead = [at for at, block in enumerate(blocks) if block.kind == "body"][:LEAD]
        self._today = self._find_today(scene.article.published.value)

    def _find_today(self, published: str | None) -> str | None:
        """The day of the article where its lead tells of that very day, else None.

        Where only the month of the article is known, the first day of that month that the lead tells of.
        """
        if published is None or len(published) < len("2024-05"):
            return None
        days = [day for day in self._calendar.days_told(self._lead) if day.startswith(published)]
        return days[0] if days else None

    def day_of(self, act: Act) -> str | None:
        """The day of the story for an act told as its news: a reaction to it can only be as old; else None."""
        return self._today if not act.foretold and (act.headline or self.tells(act)) else None

    def tells(self, act: Act) -> bool:
        """Whether an act is told as what happened or was said then, not as what holds."""
        statement = self._scene.statement_of(act.token)
        if statement is not None and statement.mode in ("direct", "mixed"):
            return True
        told = statement is not None and (act.foretold or statement.speaker.actor in act.actor)
        if told and statement is not None and statement.cue is not None:
            verbs = [word for word in self._scene.parse.tokens_in(statement.cue) if word.pos == "VERB"]
            return any(syntax.tense(verb) == "past" for verb in verbs)
        return syntax.tense(act.verb or act.token) in ("past", "participle", "infinitive")

    def principals(self, acts: list[Act]) -> frozenset[str]:
        """The sides of what the article reports of its day, in its lead or else its headline."""
        if self._today is None:
            return frozenset()
        sentences = self._scene.parse.sentences
        told = [
            act
            for act in acts
            if act.date == self._today and sentences[act.token.sentence].block in self._lead
        ]
        told = told or [act for act in acts if act.headline and act.status == "actual"]
        return frozenset().union(*(sides(act.actor) | sides(act.recipient) for act in told))
