"""What a guide must keep to be published: limits, prose, turns, relations, paths; never how it is read or shown."""
