"""How the bundled French pipeline is trained: data in, weights out, with fixed seeds."""
