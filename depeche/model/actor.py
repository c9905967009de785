"""Who acts and speaks (codebook section 2)."""

from typing import Literal

import msgspec

from depeche.model.span import Span

ActorKind = Literal["person", "state", "institution", "igo", "group", "outlet", "other"]


class Actor(msgspec.Struct, frozen=True, order=True, cache_hash=True):
    """A person, state, institution, organisation, group or outlet, by its canonical French name.

    `country` is the ISO 3166-1 alpha-3 code of the state the actor belongs to or speaks for, or None.
    `roles` are the titles the article gives.
    """

    name: str
    kind: ActorKind
    country: str | None = None
    roles: tuple[str, ...] = ()


class Voice(msgspec.Struct, frozen=True):
    """An actor at one place of the text: who spoke, and the span of the mention that names them."""

    actor: Actor
    span: Span | None = None
