"""From sources to a record, safely stopped and taken up again, and what its articles have in common."""

from depeche.running.conductor import Options, run
from depeche.running.readers import NoReader, ReadBatch, Reader, here, reading_with
from depeche.running.readouts import FoundReadout, find_readouts
from depeche.running.shelf import Shelf
from depeche.running.summary import Summary
from depeche.running.weave import identify, weave
from depeche.running.workers import Limits, in_processes

__all__ = [
    "FoundReadout", "Limits", "NoReader", "Options", "ReadBatch", "Reader", "Shelf", "Summary", "find_readouts",
    "here", "identify", "in_processes", "reading_with", "run", "weave",
]  # fmt: skip
