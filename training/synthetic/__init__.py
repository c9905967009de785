"""Generated press sentences with their trees: what treebanks have too little of."""
