"""Tags, lemmas, sentence bounds and trees by one network that scores every pair of words of a sentence."""
