"""What the desk searches: words, their weights, ranking, synonyms, the index file; never what a browser does."""
