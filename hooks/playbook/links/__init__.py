"""The link check of any tree of documentation; never anything of our own site or of guides."""
