"""Why an address gave nothing."""

from depeche.model import Refusal


class Failed(Exception):
    """An address gave nothing: the message says why, `advice` what to do.

    `lasting` says that trying again is of no use; `wait` is the time in seconds that the server asked to be left
    alone, None where it said nothing.
    """

    def __init__(self, reason: str, *, advice: str, lasting: bool = False, wait: int | None = None) -> None:
        super().__init__(reason)
        self.advice = advice
        self.lasting = lasting
        self.wait = wait

    def refusal(self, origin: str) -> Refusal:
        """The refusal of what should have come from `origin`."""
        return Refusal(origin=origin, reason=str(self), advice=self.advice)
