"""The conductor: from sources to a record, in batches, safely stopped and taken up again."""

from depeche.running.conductor import Options, run
from depeche.running.readers import ReadBatch, Reader, here, reading_with
from depeche.running.summary import Summary
from depeche.running.workers import Limits, WorkersFailed, in_processes

__all__ = [
    "Limits", "Options", "ReadBatch", "Reader", "Summary", "WorkersFailed", "here", "in_processes", "reading_with",
    "run",
]  # fmt: skip
