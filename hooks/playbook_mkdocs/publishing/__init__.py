"""How a finished build becomes the live site: all of it or nothing, whoever else builds, whatever the place is."""
