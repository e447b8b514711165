"""The link check of any tree of documentation. It knows nothing of guides, of our contract or of our site."""
