"""What the desk searches: words, weights, ranking, synonyms, the index file. It reads guides and never judges them."""
