"""Speech passed on within a quotation: « Quito nous répète “pas de dialogue” », with marks of its own."""

from depeche.reading.statements.drafts import Draft
from depeche.reading.statements.scene import Scene

REACH = 5  # words between the reporting verb and the inner quotation
SHORT = 3  # words below which inner marks are scare quotes


def inner_drafts(scene: Scene) -> list[Draft]:
    """The statements that inner quotation marks hold and a verb of the outer quotation reports."""
    passage = scene.passage
    found: list[Draft] = []
    for quotation in passage.inner_quotations:
        inside = [k for k, token in enumerate(passage.tokens) if quotation.inner.covers(token.span)]
        if len(inside) < SHORT:
            continue
        before = [group for group in scene.groups if inside[0] - REACH <= group.end <= inside[0] - 1]
        told = [
            group for group in before if group.head in scene.cues and group.is_finite and not group.negated
        ]
        if not told or told[-1] is not before[-1] or told[-1].head in scene.incises:
            continue
        group = told[-1]
        act = scene.cues[group.head][0].act
        draft = Draft(
            scene, "inner quotation", "nominal", [(inside[0], inside[-1] + 1)], act=act, at=group.head
        )
        draft.cue, draft.group = passage.stretch(group.start, group.end), group
        found.append(draft)
    return found
