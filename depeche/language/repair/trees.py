"""Small operations on trees that keep heads and children in step."""

from bisect import insort

from depeche.language.token import Token


def move(token: Token, head: Token, dep: str) -> None:
    """Hang a token on another head (itself: it becomes a root). The caller makes sure that no circle arises."""
    if token.head is not token:
        token.head.children.remove(token)
    token.head = head
    token.dep = dep
    if head is not token:
        insort(head.children, token, key=lambda child: child.i)


def is_above(token: Token, other: Token) -> bool:
    """Whether `token` is an ancestor of `other`."""
    return any(ancestor is token for ancestor in other.ancestors())
