"""What spaCy's training command must know by name: our tokeniser and our augmentation."""

from training.augmentation import make_augmenter
from training.tokeniser import make_set_up

__all__ = ["make_augmenter", "make_set_up"]
