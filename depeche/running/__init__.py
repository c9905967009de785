"""The conductor: from sources to a record, in batches, safely stopped and taken up again."""

from depeche.running.conductor import Options, batch_reader, run
from depeche.running.summary import Summary

__all__ = ["Options", "Summary", "batch_reader", "run"]
