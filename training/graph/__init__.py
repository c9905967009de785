"""The network of tags, lemmas, sentence bounds and trees: trained with PyTorch, read without it."""
