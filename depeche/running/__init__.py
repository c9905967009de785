"""From sources to a record, safely stopped and taken up again, and what its articles have in common."""

from depeche.running.conductor import Options, run
from depeche.running.readers import ReadBatch, Reader, here, reading_with
from depeche.running.summary import Summary
from depeche.running.weave import weave
from depeche.running.workers import Limits, WorkersFailed, in_processes

__all__ = [
    "Limits", "Options", "ReadBatch", "Reader", "Summary", "WorkersFailed", "here", "in_processes", "reading_with",
    "run", "weave",
]  # fmt: skip
